package graph

import (
	"context"
	"fmt"
	"strings"
)

// ActorMatch is an actor that a text may mean.
type ActorMatch struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Kind     string `json:"kind"`
	Code     string `json:"code"`
	Sector   string `json:"sector"`
	Mentions int64  `json:"mentions"`
	// By says what fits: id, name, form (how an article calls it), or near.
	By string `json:"by"`
	// Form is the surface form or name that fits.
	Form string `json:"form"`
}

// FindActor returns the actors that a text names, the likeliest first: the one
// of that id, else those of that name, else those that an article calls so,
// in any case. If there are none, near is what sounds alike, for "did you
// mean".
func (db *DB) FindActor(ctx context.Context, name string) (found, near []ActorMatch, err error) {
	name = spaced(name)
	for _, by := range []string{"id", "name", "form"} {
		found, err = db.matches(ctx, "find-actor-"+by, by, map[string]any{"text": name, "phrase": phrase(name)})
		if err != nil || len(found) > 0 {
			return found, nil, err
		}
	}
	near, err = db.matches(ctx, "find-actor-near", "near", map[string]any{"text": name, "query": fuzzy(name)})
	return nil, near, err
}

// matches runs one way of looking up.
func (db *DB) matches(ctx context.Context, file, by string, params map[string]any) ([]ActorMatch, error) {
	if q, ok := params["query"]; ok && q == "" {
		return nil, nil
	}
	recs, err := db.collect(ctx, db.texts[file], params)
	if err != nil {
		return nil, fmt.Errorf("look for actor %q: %w", params["text"], err)
	}
	out := make([]ActorMatch, len(recs))
	for i, r := range recs {
		n, _ := r.Get("mentions")
		count, _ := n.(int64)
		out[i] = ActorMatch{ID: text(r, "id"), Name: text(r, "name"), Kind: text(r, "kind"), Code: text(r, "code"),
			Sector: text(r, "sector"), Mentions: count, By: by, Form: text(r, "form")}
	}
	return out, nil
}

// phrase makes a full-text query for the words of a name in their order.
func phrase(name string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(name) + `"`
}

// fuzzy makes a full-text query that allows two wrong letters a word and words
// that are only begun.
func fuzzy(name string) string {
	var parts []string
	for w := range strings.FieldsSeq(name) {
		w = strings.Map(func(r rune) rune {
			if strings.ContainsRune(`+-&|!(){}[]^"~*?:\/.,;'<>=`, r) {
				return -1
			}
			return r
		}, strings.ToLower(w))
		if w == "" {
			continue
		}
		edits := 1
		if len([]rune(w)) > 5 {
			edits = 2
		}
		parts = append(parts, fmt.Sprintf("%s~%d OR %s*", w, edits, w))
	}
	return strings.Join(parts, " OR ")
}

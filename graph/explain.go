package graph

import (
	"context"
	"errors"
	"fmt"
)

// ErrNoID is an id that no event, statement, stance, actor or issue of the
// graph has.
var ErrNoID = errors.New("the graph has nothing with this id")

// Explanation is why something is in the graph: what is known of it and the
// sentences or articles behind it. Maps hold plain values as in [Table].
type Explanation struct {
	ID string `json:"id"`
	// Kind is event, statement, stance, actor or issue.
	Kind       string         `json:"kind"`
	Properties map[string]any `json:"properties"`

	// Of events, statements and stances: who acts, speaks or holds it, whom
	// and what it is about.
	Sources []map[string]any `json:"sources,omitempty"`
	Targets []map[string]any `json:"targets,omitempty"`
	Issues  []map[string]any `json:"issues,omitempty"`
	// Of statements: whom the speaker spoke to, and the news medium through
	// which it is known.
	Addressees []map[string]any `json:"addressees,omitempty"`
	Carriers   []map[string]any `json:"carriers,omitempty"`
	// Evidence is the reports behind an event, statement or stance.
	Evidence []Report `json:"evidence,omitempty"`

	// Of actors and issues: offices, possible doubles, and the articles that
	// mention it, at most 20.
	Roles    []map[string]any `json:"roles,omitempty"`
	Same     []map[string]any `json:"possibly_same_as,omitempty"`
	Articles []map[string]any `json:"articles,omitempty"`
}

// Report is one EVIDENCED_BY edge with its sentence and article. How holds the
// properties of the edge; its start and end count code points of the article.
type Report struct {
	Sentence      string         `json:"sentence"`
	SentenceStart int64          `json:"sentence_start"`
	How           map[string]any `json:"how"`
	Article       string         `json:"article"`
	Title         string         `json:"title"`
	URL           string         `json:"url"`
	Published     string         `json:"published"`
	Outlet        string         `json:"outlet"`
}

// Explain returns what the graph knows of an id, or an error that is ErrNoID.
func (db *DB) Explain(ctx context.Context, id string) (*Explanation, error) {
	params := map[string]any{"id": id}
	fact, err := db.Run(ctx, db.texts["explain-fact"], params)
	if err != nil {
		return nil, fmt.Errorf("explain %s: %w", id, err)
	}
	if len(fact.Rows) > 0 {
		r := fact.Rows[0]
		x := &Explanation{ID: id, Kind: r[0].(string), Properties: asMap(r[1]), Sources: asMaps(r[2]), Targets: asMaps(r[3]), Issues: asMaps(r[4]),
			Addressees: asMaps(r[5]), Carriers: asMaps(r[6])}
		x.Evidence, err = db.reports(ctx, params)
		return x, err
	}
	actor, err := db.Run(ctx, db.texts["explain-actor"], params)
	if err != nil {
		return nil, fmt.Errorf("explain %s: %w", id, err)
	}
	if len(actor.Rows) == 0 {
		return nil, fmt.Errorf("explain %s: %w", id, ErrNoID)
	}
	r := actor.Rows[0]
	return &Explanation{ID: id, Kind: r[0].(string), Properties: asMap(r[1]), Roles: asMaps(r[2]), Same: asMaps(r[3]), Articles: asMaps(r[4])}, nil
}

// reports reads the evidence of a fact.
func (db *DB) reports(ctx context.Context, params map[string]any) ([]Report, error) {
	t, err := db.Run(ctx, db.texts["explain-evidence"], params)
	if err != nil {
		return nil, fmt.Errorf("explain %s: %w", params["id"], err)
	}
	out := make([]Report, len(t.Rows))
	for i, r := range t.Rows {
		start, _ := r[1].(int64)
		out[i] = Report{Sentence: asText(r[0]), SentenceStart: start, How: asMap(r[2]), Article: asText(r[3]), Title: asText(r[4]),
			URL: asText(r[5]), Published: asText(r[6]), Outlet: asText(r[7])}
	}
	return out, nil
}

func asText(v any) string {
	s, _ := v.(string)
	return s
}

func asMap(v any) map[string]any {
	m, _ := v.(map[string]any)
	return m
}

func asMaps(v any) []map[string]any {
	list, _ := v.([]any)
	out := make([]map[string]any, 0, len(list))
	for _, x := range list {
		out = append(out, asMap(x))
	}
	return out
}

package actor

import (
	"cmp"
	"slices"
	"strings"

	"dyad/schema"
)

// Unresolved is a name that articles use and that no table or user's file has.
type Unresolved struct {
	Name     string `json:"name"`
	Kind     string `json:"kind"`
	Code     string `json:"code"` // what the text tells, "" if nothing or several
	Mentions int    `json:"mentions"`
	Articles int    `json:"articles"`
	Why      string `json:"why"`
	// Input and Start say where the first mention is: the article's input and
	// the code point of its text. Sentence is the sentence around it.
	Input    string `json:"input"`
	Start    int    `json:"start"`
	Sentence string `json:"sentence"`
}

// Worklist gathers the names that could not be resolved, over many articles.
type Worklist struct {
	r     *Resolver
	items map[string]*Unresolved
}

// NewWorklist returns an empty list; what the resolver knows is not on it.
func (r *Resolver) NewWorklist() *Worklist {
	return &Worklist{r, map[string]*Unresolved{}}
}

// Add takes the names of a finished document in, whose offsets count code
// points. Groups without a name are left out.
func (w *Worklist) Add(doc *schema.Document) {
	var text []rune
	seen := map[string]bool{}
	for i := range doc.Actors {
		a := &doc.Actors[i]
		why := w.why(a)
		if why == "" || len(a.Mentions) == 0 {
			continue
		}
		k := a.Kind + " " + foldedKey(a.Name)
		item := w.items[k]
		if item == nil {
			if text == nil {
				text = []rune(doc.Article.Text)
			}
			at := a.Mentions[0]
			item = &Unresolved{
				Name: a.Name, Kind: a.Kind, Code: a.Code, Why: why,
				Input: cmp.Or(doc.Article.Input, doc.Article.ID), Start: at.Start, Sentence: around(text, at.Span),
			}
			w.items[k] = item
		}
		if item.Code != a.Code {
			item.Code, item.Why = "", "different states in different articles"
		}
		item.Mentions += len(a.Mentions)
		if !seen[k] {
			seen[k] = true
			item.Articles++
		}
	}
}

// why says why an actor is on the list, "" if it is not.
func (w *Worklist) why(a *schema.Actor) string {
	if a.Generic || a.Kind != schema.KindPerson && a.Kind != schema.KindOrganization {
		return ""
	}
	if a.Given {
		if a.ResolvesTo != "" {
			return ""
		}
		return "a given id that resolves to nobody"
	}
	if _, ok := w.r.ByID(a.ID); ok {
		return ""
	}
	words := strings.Fields(a.Name)
	switch {
	case len(a.PossiblySameAs) > 0:
		return "may be " + a.PossiblySameAs[0].ID + ": " + a.PossiblySameAs[0].Why
	case a.Kind == schema.KindPerson && len(words) == 1:
		return "a single name that nobody of the article has in full"
	case a.Code == "":
		return "in no table, and nothing in the text ties it to a state"
	}
	return "in no table; the state is told by the text"
}

// Items returns the list, the names with most mentions first.
func (w *Worklist) Items() []Unresolved {
	out := make([]Unresolved, 0, len(w.items))
	for _, item := range w.items {
		out = append(out, *item)
	}
	slices.SortFunc(out, func(a, b Unresolved) int {
		return cmp.Or(b.Mentions-a.Mentions, b.Articles-a.Articles, strings.Compare(a.Name, b.Name), strings.Compare(a.Kind, b.Kind))
	})
	return out
}

// maxAround bounds how much text is shown on each side of a mention.
const maxAround = 160

// around returns the sentence of a mention, as far as marks tell: it ends at a
// line end, or at a full stop before a blank and a capital.
func around(text []rune, at schema.Span) string {
	if at.Start < 0 || at.End > len(text) || at.Start > at.End {
		return ""
	}
	first, last := at.Start, at.End
	for first > 0 && at.Start-first < maxAround && !endsAt(text, first) {
		first--
	}
	for last < len(text) && last-at.End < maxAround && !endsAt(text, last) {
		last++
	}
	return spaced(string(text[first:last]))
}

// endsAt reports whether a sentence ends before the rune.
func endsAt(text []rune, i int) bool {
	if text[i-1] == '\n' {
		return true
	}
	return i >= 2 && i < len(text) && text[i-1] == ' ' && strings.ContainsRune(".!?”\"", text[i-2]) && text[i] >= 'A' && text[i] <= 'Z'
}

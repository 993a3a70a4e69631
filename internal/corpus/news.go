package corpus

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode"

	"dyad/schema"
)

// News is an annotated article: its stances between actors and towards issues.
type News struct {
	ID      string
	Stances []NewsStance
}

// NewsStance is an annotated stance. Sure is from 1 to 3, Sentences are the
// numbers of those that it is annotated in.
type NewsStance struct {
	Holder, Target Who
	Polarity       string
	Sure           int
	Sentences      []int
}

// Who is an actor by code and the words of its names, or an issue by its words.
type Who struct {
	Issue bool
	Code  string
	Words map[string]bool
}

// News takes the stances of an article. Those of unknown actors are left out,
// those annotated in several sentences come once.
func (f *Annotation) News() (News, error) {
	actors := map[string]Who{}
	for _, a := range f.Actors {
		actors[a.Key] = NewActor(a.Code, append([]string{a.Name}, a.Aliases...)...)
	}
	out, at := News{ID: f.ID}, map[string]int{}
	for _, s := range f.Stances {
		stance := NewsStance{Polarity: s.Polarity, Sure: 3, Sentences: []int{s.Sentence}}
		if s.Sure != nil {
			stance.Sure = *s.Sure
		}
		var key string
		var issue struct{ Issue string }
		known := true
		if json.Unmarshal(s.Target, &key) == nil {
			stance.Target, known = actors[key]
		} else if err := json.Unmarshal(s.Target, &issue); err != nil {
			return News{}, fmt.Errorf("read stances of %s: target: %w", f.ID, err)
		} else {
			stance.Target = NewIssue(issue.Issue)
		}
		var held bool
		if stance.Holder, held = actors[s.Holder]; !held || !known {
			continue
		}
		id := s.Holder + "\x1f" + string(s.Target) + "\x1f" + s.Polarity
		if k, again := at[id]; again {
			out.Stances[k].Sure = max(out.Stances[k].Sure, stance.Sure)
			out.Stances[k].Sentences = append(out.Stances[k].Sentences, s.Sentence)
			continue
		}
		at[id] = len(out.Stances)
		out.Stances = append(out.Stances, stance)
	}
	return out, nil
}

// NewActor is an actor with its names.
func NewActor(code string, names ...string) Who {
	w := Who{Code: code, Words: map[string]bool{}}
	for _, n := range names {
		w.add(n)
	}
	return w
}

// NewIssue is an issue with its name and mentions.
func NewIssue(names ...string) Who {
	w := NewActor("", names...)
	w.Issue = true
	return w
}

// add adds the words of a name but the commonest; all of them if there are no
// others.
func (w Who) add(name string) {
	fields := strings.FieldsFunc(strings.ToLower(strings.ReplaceAll(name, ".", "")), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	said := false
	for _, f := range fields {
		if len(f) > 1 && !strings.Contains(common, " "+f+" ") {
			w.Words[f], said = true, true
		}
	}
	if !said {
		for _, f := range fields {
			w.Words[f] = true
		}
	}
}

// common are words that two names may share by chance.
const common = " the of and or for in to at on by from with its his her their mr mrs ms miss dr sir president vice prime minister ministers ministry foreign interior government govt chief leader leaders head general secretary spokesman spokeswoman spokesperson official officials former senior deputy chairman chairwoman director member members party national state authorities "

// Shares reports whether two have a word in common.
func (w Who) Shares(o Who) bool {
	for x := range w.Words {
		if o.Words[x] {
			return true
		}
	}
	return false
}

// Same reports whether two may be the same: actors by code or by a word of
// their names, where one is an issue by a word.
func (w Who) Same(o Who) bool {
	return !w.Issue && !o.Issue && w.Code != "" && w.Code == o.Code || w.Shares(o)
}

// Parties returns the actors and issues of a document by id.
func Parties(doc *schema.Document) map[string]Who {
	out := map[string]Who{}
	for _, a := range doc.Actors {
		w := NewActor(a.Code, a.Name)
		for _, m := range a.Mentions {
			w.add(m.Text)
		}
		out[a.ID] = w
	}
	for _, i := range doc.Issues {
		w := NewIssue(i.Name)
		for _, m := range i.Mentions {
			w.add(m.Text)
		}
		out[i.ID] = w
	}
	return out
}

package actor

import (
	"strings"

	"dyad/extract/nlp"
	"dyad/internal/loglinear"
	"dyad/schema"
)

// parts judges which actors of an article take part in what it tells, after all
// stages have read it: a log-linear model asks how often and where somebody is
// named, as what of which words, and what else the article tells.
type parts struct {
	r      *Resolver
	doc    *schema.Document
	ling   *nlp.Doc
	at     map[string][]*schema.Mention
	needed map[string]bool // by what is coded
	// represented are the states of which one that is needed has an office by the
	// words of the text ("British Maj. Gen. Simon Porter").
	represented map[string]bool
	// named are those with a mention that could be an actor by itself, owner those
	// whose office somebody has by the words of the text, about those that a
	// statement is about.
	named, owner, about map[string]bool
	codes               map[string]int // needed actors, by code
	home                string         // the code of most mentions
	dense, share        string         // events in ten sentences, needed actors in ten
}

func newParts(r *Resolver, doc *schema.Document, ling *nlp.Doc) *parts {
	p := &parts{r: r, doc: doc, ling: ling, represented: map[string]bool{}, at: map[string][]*schema.Mention{}, needed: needed(doc),
		named: map[string]bool{}, owner: map[string]bool{}, about: map[string]bool{}, codes: map[string]int{}}
	code, taking := map[string]string{}, 0
	for i := range doc.Actors {
		a := &doc.Actors[i]
		code[a.ID] = a.Code
		if p.needed[a.ID] {
			p.codes[a.Code]++
			taking++
		}
		for _, r := range a.Roles {
			if r.Source == "text" {
				p.owner[r.Of] = true
				if p.needed[a.ID] && r.Of == "country:"+a.Code {
					p.represented[r.Of] = true
				}
			}
		}
	}
	weight := map[string]int{}
	for i := range doc.Mentions {
		m := &doc.Mentions[i]
		for _, id := range m.Actors {
			p.at[id] = append(p.at[id], m)
			if !m.Locative && m.Confidence > weak && m.Form != schema.FormPronoun && m.Rule != "take-up" {
				p.named[id] = true
			}
			if c := code[id]; c != "" {
				if weight[c]++; p.home == "" || weight[c] > weight[p.home] {
					p.home = c
				}
			}
		}
	}
	for i := range doc.Attributions {
		for _, id := range doc.Attributions[i].About {
			p.about[id] = true
		}
	}
	p.dense = count(10 * len(doc.Events) / max(len(ling.Sentences), 1))
	p.share = count(10 * taking / max(len(doc.Actors), 1))
	return p
}

// chance is the probability that the actor takes part.
func (p *parts) chance(a *schema.Actor) float64 {
	b := loglinear.NewBag(featureForm, false)
	p.describe(b, a)
	return loglinear.Sigmoid(p.r.parts.score(b))
}

// describe puts the features of an actor into a bag.
func (p *parts) describe(b *loglinear.Bag, a *schema.Actor) {
	kind := a.Kind
	if a.Generic {
		kind = "generic"
	}
	sector := a.Sector
	if sector == "" {
		sector = "none"
	}
	b.Add("any")
	b.Add("kind", kind)
	b.Add("sector", sector)
	b.Add("sector", sector, kind)
	b.Add("dense", p.dense)
	b.Add("share", p.share)
	b.Add("share", p.share, kind)
	b.Add("code", count(p.codes[a.Code]), kind)
	for _, f := range []struct {
		name string
		is   bool
	}{{"known", p.r.byID[a.ID] != nil}, {"named", p.named[a.ID]}, {"owner", p.owner[a.ID]}, {"about", p.about[a.ID]}, {"role", a.Role != ""}} {
		if f.is {
			b.Add(f.name, kind)
		}
	}
	switch {
	case a.Code == "":
		b.Add("code none")
	case p.r.tables.countries[a.Code] == nil:
		b.Add("code", a.Code)
	}
	switch a.Code {
	case "":
	case p.home:
		b.Add("home", kind)
		b.Add("home", sector)
	default:
		b.Add("foreign", kind)
		b.Add("foreign", sector)
	}
	if a.Role != "" {
		b.Add("is role", strings.ToLower(a.Role))
	}
	if a.Kind == schema.KindOrganization || a.Kind == schema.KindGroup {
		words := strings.Fields(strings.ToLower(a.Name))
		for i, w := range words {
			b.Add("word", w)
			if i == len(words)-1 {
				b.Add("last", w)
			}
		}
	}
	p.describePlaces(b, a, kind)
}

// describePlaces puts into a bag where the actor is named, and as what; what
// several mentions have in common counts once.
func (p *parts) describePlaces(b *loglinear.Bag, a *schema.Actor, kind string) {
	names, sentences, last := 0, 0, -1
	best := 0.0
	seen := map[string]bool{}
	add := func(parts ...string) {
		if k := strings.Join(parts, " "); !seen[k] {
			seen[k] = true
			b.Add(parts...)
		}
	}
	for _, m := range p.at[a.ID] {
		if m.Sentence != last {
			sentences, last = sentences+1, m.Sentence
		}
		if m.Form == schema.FormPronoun {
			add("pronoun")
			continue
		}
		names++
		best = max(best, m.Confidence)
		p.describeMention(add, m, kind)
	}
	b.Add("names", count(names), kind)
	b.Add("sentences", count(sentences), kind)
	b.Add("mentions", count(len(p.at[a.ID])), kind)
	if names > 0 {
		first := p.at[a.ID][0].Sentence
		b.Add("first", count(first), kind)
		b.Add("late", count(10*first/max(len(p.ling.Sentences), 1)))
		b.Add("sure", count(int(10*best)-4), kind)
	}
}

// describeMention adds the features of one mention by a name or noun.
func (p *parts) describeMention(add func(...string), m *schema.Mention, kind string) {
	s := &p.ling.Sentences[m.Sentence]
	if s.Headline {
		add("headline", kind)
	}
	top := m.Head
	for s.Rel(top) == "conj" || s.Rel(top) == "appos" {
		add("below", s.Rel(top), kind)
		top = s.Tokens[top].Head
	}
	add("rule", m.Rule, kind)
	add("is", s.Tokens[top].DepRel, kind)
	if m.Modifier {
		add("modifier", kind)
	}
	if m.Locative {
		add("locative", kind)
	}
	if len(m.Actors) > 1 {
		add("one of many", kind)
	}
	if c := s.Child(top, "case"); c >= 0 {
		add("after", strings.ToLower(s.Tokens[c].Form), kind)
	}
	if g := s.Tokens[top].Head; g >= 0 {
		lemma := strings.ToLower(s.Tokens[g].Lemma)
		if s.Tokens[g].UPOS == "PROPN" {
			lemma = "name"
		}
		add("of", lemma)
		add("of", s.Rel(top), lemma)
		add("of", s.Rel(top), s.Tokens[g].UPOS, kind)
	}
}

package main

import (
	"slices"
	"strings"

	"dyad/extract/actor"
	"dyad/extract/nlp"
	"dyad/internal/corpus"
	"dyad/schema"
)

// speakerExample learns from an annotated article whom pronouns mean: those
// that are the subject of the words around an act or of its verb, and those
// that speak in a sentence in which only one does.
func speakerExample(t *coded, r *actor.Resolver, p *nlp.Pipeline) actor.PronounExample {
	gold := t.gold
	doc, ling := &schema.Document{Article: t.art}, corpus.Parse(p, t.art)
	r.Resolve(doc, ling)
	speakers := speakersOf(gold)
	return actor.PronounExample{
		Article: t.art, Ling: ling, Actors: keysOf(doc, gold),
		Chain: func(si, ti int) string {
			s := &ling.Sentences[si]
			h := s.Tokens[ti].Head
			if h < 0 {
				return ""
			}
			n, _ := slices.BinarySearch(t.starts, s.Tokens[ti].Start+1)
			if list := speakers[n-1]; s.Rel(ti) == "nsubj" && len(list) == 1 && r.Speaks(s.Tokens[h].Lemma) {
				return list[0]
			}
			return t.partyOf(s, ti, h)
		},
	}
}

// speakersOf lists the speakers by sentence, each once.
func speakersOf(gold *corpus.Annotation) map[int][]string {
	out := map[int][]string{}
	for _, s := range gold.Statements {
		if !slices.Contains(out[s.Sentence], s.Speaker) {
			out[s.Sentence] = append(out[s.Sentence], s.Speaker)
		}
	}
	return out
}

// partyOf returns the only source of the act that token h tells where token i
// is its subject, the only target where it is its object.
func (t *coded) partyOf(s *nlp.Sentence, i, h int) string {
	for k, e := range t.events {
		at := s.Tokens[h]
		if at.Start < e.Trigger.Start || at.End > e.Trigger.End {
			continue
		}
		side := t.gold.Events[k].Sources
		switch s.Tokens[i].DepRel {
		case "nsubj":
		case "obj", "nsubj:pass":
			side = t.gold.Events[k].Targets
		default:
			continue
		}
		if len(side) == 1 {
			return side[0]
		}
	}
	return ""
}

// keysOf pairs the actors of a document with those of the gold by name.
func keysOf(doc *schema.Document, gold *corpus.Annotation) map[string]string {
	key := map[string]string{}
	for _, a := range gold.Actors {
		for _, n := range append([]string{a.Name}, a.Aliases...) {
			if n = plain(n); key[n] == "" {
				key[n] = a.Key
			}
		}
	}
	out := map[string]string{}
	for _, a := range doc.Actors {
		for _, n := range append([]string{a.Name}, a.Aliases...) {
			if k := key[plain(n)]; k != "" {
				out[a.ID] = k
				break
			}
		}
	}
	return out
}

// plain is a name without article and genitive, in small letters.
func plain(name string) string {
	return strings.TrimPrefix(schema.Slug(strings.TrimSuffix(strings.TrimSuffix(name, "'s"), "’s")), "the-")
}

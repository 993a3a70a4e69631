package stance

import (
	"slices"

	"dyad/extract/nlp"
	"dyad/internal/loglinear"
	"dyad/schema"
)

// finding is one piece of evidence for a stance.
type finding struct {
	holder, target         string
	sign                   int
	holderSpan, targetSpan schema.Span
	evidence               schema.Span
	sentence               int
	rule                   string
	// guessed says that no rule knows the trigger of the event behind it.
	guessed bool
	// avowed says that the words show a stance on an issue by themselves.
	avowed bool
	// confidence is first that of the piece of evidence, then that of the
	// stance by all evidence; weight keeps the first.
	confidence, weight float64
}

// party is an actor or an issue at its place in a sentence.
type party struct {
	id    string
	span  schema.Span
	issue bool
	// weight is lower where the party only owns or modifies what is meant.
	weight float64
	// turned says that an attitude towards what the words name is the opposite one
	// towards the issue: "the end of the blockade".
	turned bool
	// aside says that the issue only stands where something else is meant: "any attempt
	// in the disputed sea".
	aside bool
}

// reader collects the findings of one document.
type reader struct {
	lex      *lexicon
	models   models
	doc      *schema.Document
	ling     *nlp.Doc
	mentions [][]*schema.Mention // by sentence
	issues   [][]*schema.IssueMention
	views    []*view
	found    []finding
	// bare are the pairs that the pair model is asked about last.
	bare []question
	// given are the ids between whose mentions the pair model decides alone.
	given map[string]bool
	// open are the issues that are named by their own words, by id.
	open map[string]openIssue
	// named says that bags of features keep their names.
	named bool
	rooms *rooms
	// politics is 1 in a report of politics, -1 in others, 0 before it is asked.
	politics int
}

func newReader(lex *lexicon, m models, doc *schema.Document, ling *nlp.Doc) *reader {
	r := &reader{rooms: &rooms{}, lex: lex, models: m, doc: doc, ling: ling, given: map[string]bool{}, mentions: make([][]*schema.Mention, len(ling.Sentences)), issues: make([][]*schema.IssueMention, len(ling.Sentences)), views: make([]*view, len(ling.Sentences))}
	for i := range doc.Mentions {
		m := &doc.Mentions[i]
		if len(m.Actors) > 0 && m.Sentence >= 0 && m.Sentence < len(r.mentions) {
			r.mentions[m.Sentence] = append(r.mentions[m.Sentence], m)
		}
	}
	for i := range doc.IssueMentions {
		m := &doc.IssueMentions[i]
		if m.Sentence >= 0 && m.Sentence < len(r.issues) {
			r.issues[m.Sentence] = append(r.issues[m.Sentence], m)
		}
	}
	return r
}

// view is one sentence with its parties.
type view struct {
	*nlp.Sentence
	outline *nlp.Outline
	main    []string // the relations without their subtypes
	r       *reader
	index   int
	kids    [][]int
	facts   []facts
	// left and right are what the words up to a token and from a token on add to
	// the scores of the treatment model, see sides.
	left, right []total
	// means are the products of the vectors of words by place, everywhere what words
	// add to the scores wherever a mention stands; see meaningScores.
	means      []weightPair
	everywhere [2]float64
	// nameParts and plainParts are what namePart and plainPart return.
	nameParts, plainParts []loglinear.Part
	// wordRows are what wordRow returns.
	wordRows []*wordWeights
}

// facts are what is asked of a token most, beside its outline: the entry of the
// word, nil without, and how good or bad it is, see toneOf.
type facts struct {
	word    *word
	tone    float32
	meaning bool // see hasMeaning
	// negated caches negated, 1 for yes and -1 for no; slot, clause and treatment
	// cache what their methods return, clause that of the head of a clause.
	negated   int8
	slot      string
	clause    []int
	treated   bool
	treatment [2]float64
}

// view returns the view of a sentence, the same one every time.
func (r *reader) view(i int) *view {
	if r.views[i] != nil {
		return r.views[i]
	}
	sent := &r.ling.Sentences[i]
	o := sent.Outline()
	v := &view{Sentence: sent, outline: o, main: o.Main, r: r, index: i, kids: o.Kids, facts: r.rooms.facts.Take(len(sent.Tokens))}
	for k := range v.Tokens {
		v.facts[k].meaning = hasMeaning(v.Tokens[k].UPOS)
	}
	for k := range v.Tokens {
		v.facts[k].word = v.lookUp(k)
		v.facts[k].tone = v.toneOf(k)
	}
	r.views[i] = v
	return v
}

// sentence looks for what the sentence itself says of holder and target.
func (r *reader) sentence(i int) {
	if len(r.mentions[i]) == 0 {
		return
	}
	v := r.view(i)
	for t := range v.Tokens {
		switch v.Tokens[t].UPOS {
		case "VERB":
			v.act(t)
			v.participle(t)
			v.naming(t)
			v.demand(t)
		case "ADJ":
			v.adjective(t)
		case "NOUN":
			v.noun(t)
		}
		v.phrase(t)
		if v.nominal(t) {
			v.against(t)
		}
	}
}

// rel reports whether token i has one of the relations, subtypes included.
func (v *view) rel(i int, rels ...string) bool {
	return nlp.IsRel(v.main[i], v.Tokens[i].DepRel, rels)
}

// kid returns the first child of token i with one of the relations, or -1.
func (v *view) kid(i int, rels ...string) int {
	for _, k := range v.kids[i] {
		if v.rel(k, rels...) {
			return k
		}
	}
	return -1
}

func (v *view) lower(i int) string { return v.outline.Lower[i] }
func (v *view) lemma(i int) string { return v.outline.Lemma[i] }

// caseOf returns the preposition of a nominal, "" if it has none.
func (v *view) caseOf(i int) string {
	if k := v.kid(i, "case"); k >= 0 {
		return v.lower(k)
	}
	return ""
}

// holders returns the actors that a nominal means, with those coordinated
// with it.
func (v *view) holders(head int) []party {
	if head < 0 {
		return nil
	}
	out := v.actorsAt(head, 1)
	if len(out) == 0 {
		if k := v.kid(head, "appos", "flat"); k >= 0 {
			out = v.actorsAt(k, 1)
		}
	}
	if len(out) == 0 && v.Tokens[head].UPOS == "PRON" {
		out = v.actorsAt(v.antecedent(head), 1)
	}
	for _, k := range v.kids[head] {
		if v.rel(k, "conj") && !v.setApart(k) {
			out = append(out, v.actorsAt(k, 1)...)
		}
	}
	return out
}

// suffers reports whether a word only says to whom that is done which a noun means: "the
// arrest of Lund", "Lund's ousting", but not "Peru's killing of farmers" or "the arrest by Peru".
func (v *view) suffers(head, k int) bool {
	if !v.r.lex.is("fate", v.lemma(head)) {
		return false
	}
	of := func(k int) bool { return v.rel(k, "nmod") && v.caseOf(k) == "of" }
	return of(k) || v.rel(k, "nmod:poss") && !slices.ContainsFunc(v.kids[head], of)
}

// setApart reports whether a word is joined to the one above it only to be left out:
// "Idris, and not Lund".
func (v *view) setApart(k int) bool {
	return v.rel(k, "conj") && slices.ContainsFunc(v.kids[k], func(n int) bool { return v.rel(n, "advmod") && v.lower(n) == "not" })
}

// actorsAt returns the actors of the widest mention whose head is token i.
func (v *view) actorsAt(i int, weight float64) []party {
	var best *schema.Mention
	for _, m := range v.r.mentions[v.index] {
		if m.Head == i && !m.Locative && (best == nil || m.End-m.Start > best.End-best.Start || m.Form == schema.FormGiven && best.Form != schema.FormGiven) {
			best = m
		}
	}
	if best == nil {
		return nil
	}
	var out []party
	for _, id := range best.Actors {
		out = append(out, party{id: id, span: best.Span, weight: weight})
	}
	return out
}

// issuesAt returns the issues whose mention covers token i.
func (v *view) issuesAt(i int, weight float64) []party {
	var out []party
	for _, m := range v.r.issues[v.index] {
		if m.Head == i || m.First <= i && i < m.Last {
			out = append(out, party{id: m.Issue, span: m.Span, issue: true, weight: weight})
		}
	}
	return out
}

// antecedent returns the noun that a relative pronoun stands for, or -1.
func (v *view) antecedent(i int) int {
	for h, n := v.Tokens[i].Head, 0; h >= 0 && n < 4; h, n = v.Tokens[h].Head, n+1 {
		if v.rel(h, "acl:relcl") {
			return v.Tokens[h].Head
		}
	}
	return -1
}

// targets returns what an argument is about: the actor or issue at its head,
// the issues inside its noun phrase, or the owner of what it names
// ("criticised Russia's invasion" is about Russia).
func (v *view) targets(head int) []party {
	out := v.actorsAt(head, 1)
	direct := len(out) > 0
	out = append(out, v.issuesAt(head, 1)...)
	if len(out) == 0 && v.Tokens[head].UPOS == "PRON" {
		if a := v.antecedent(head); a >= 0 {
			out = append(v.actorsAt(a, 1), v.issuesAt(a, 1)...)
		}
	}
	if !direct && len(out) == 0 {
		out = v.topic(head)
	}
	if slices.ContainsFunc(out, func(p party) bool { return p.turned }) {
		return out
	}
	for _, k := range v.kids[head] {
		switch {
		case v.setApart(k), v.suffers(head, k):
		case v.rel(k, "conj"):
			more := append(v.actorsAt(k, .95), v.issuesAt(k, .95)...)
			if len(more) == 0 {
				more = v.openAt(k, .85)
			}
			out = append(out, more...)
		case v.rel(k, "appos", "flat") && !direct:
			out = append(out, v.actorsAt(k, .95)...)
		case v.rel(k, "nmod:poss", "compound", "amod") || v.rel(k, "nmod") && v.r.lex.is("owner", v.caseOf(k)):
			out = append(out, v.issuesAt(k, .9)...)
			if weight := v.ownerWeight(k); !direct && weight > 0 {
				out = append(out, v.actorsAt(k, weight)...)
			}
		}
		if v.rel(k, "nmod", "acl") {
			for _, g := range v.kids[k] {
				for _, p := range v.issuesAt(g, .8) {
					p.aside = v.r.lex.is("beside", v.caseOf(k))
					out = append(out, p)
				}
			}
		}
	}
	return out
}

// ownerWeight is how far an attitude towards a thing is one towards who owns
// or does it: "Russia's invasion" more than "Russian gas".
func (v *view) ownerWeight(k int) float64 {
	switch {
	case v.rel(k, "nmod"):
		return .8
	case v.rel(k, "amod"):
		return .55
	}
	return .45
}

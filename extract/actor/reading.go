package actor

import (
	"slices"
	"strings"

	"dyad/extract/nlp"
	"dyad/schema"
)

// mentionKind says how a mention was found.
type mentionKind int

const (
	mCountry     mentionKind = iota // name of a state, demonym, capital or seat
	mOrg                            // name of an organisation
	mPerson                         // name of a person with its titles
	mInstitution                    // "the Turkish army"
	mNominal                        // "senior officials", "the minister"
	mTakeUp                         // "the alliance", "the two sides"
	mPronoun
	mRegion
	mPlace // a place that is no actor
	mGiven
)

// mention is an occurrence of an actor while it is being resolved.
type mention struct {
	kind                    mentionKind
	sent, first, last, head int
	nameFirst, nameLast     int // the name without titles
	e                       *entry
	readings                []*entry // all that the tables give for the name, where several
	noun                    *agentNoun
	inst                    *institution
	phrase                  string // the noun phrase that tells the role, lower case
	tie                     tie
	person                  *person
	same                    *mention // another mention of the same actor
	org                     *org
	joint                   []*mention // demonyms that share the noun with that of the tie
	ids                     []string
	modifier, locative      bool
	hidden                  bool // inside another name: it ties, but is no mention
	rule                    string
	confidence              float64
	span                    schema.Span // of a given mention, else the tokens'
}

// tie is what the words around a name or noun say about whose it is.
type tie struct {
	code    string // country slot
	country string
	org     string // actor id of the organisation it belongs to
	sector  string
	office  string
	inherit bool   // the sector is that of the organisation, if there is one
	yields  bool   // the sector is of a rank, an honour or a word for anybody
	origin  string // code of where the text says that somebody comes from
	born    string // code of where he was born
	there   string // code of where those are who belong to a pronoun
	former  bool
	foreign bool
	// movement says that a group is of a faith across states: "Muslim hackers".
	movement bool
	female   bool
	male     bool
	by       *mention // the mention that ties
}

// sentence is a sentence with the forms that names are looked up by.
type sentence struct {
	*nlp.Sentence
	folded, lower []string
	mentions      []*mention // in text order, innermost last
	taken         []*mention // by token: the name or noun phrase that covers it
	phrases       []phrase   // by token: what phraseAt has found
}

// reading resolves the actors of one article.
type reading struct {
	r      *Resolver
	doc    *schema.Document
	ling   *nlp.Doc
	date   string // of the article, "" if unknown
	floor  string // a day before which the article was not written, where it has no date; "" if unknown
	home   string // code of the state that the article is mostly about
	sents  []*sentence
	people []*person
	orgs   []*org
	actors map[string]*schema.Actor
	places []schema.PlaceMention
	named  map[string]bool // states that the article names
	// settled are the states that the article, its title or its publisher names other than
	// as where one person or those who travel are from: nouns that nothing ties to a state
	// are of no other.
	settled map[string]bool
	// weight says how much the article names every state, of total; ranked are the
	// states by it, publisher that of who published the article.
	weight    map[string]float64
	total     float64
	ranked    []string
	publisher string
	signs     [][]sign // by sentence, filled when asked for
	// sexes counts by actor by which pronouns for people it is taken up.
	sexes map[string]map[string]int
	// inQuote says of every token whether it stands inside quotation marks.
	inQuote [][]bool
	// asked, if there is one, answers pronouns in place of the model, to train it.
	asked func(*question)
	// askedPerson answers what definite nouns take up while the model is trained.
	askedPerson func(*personQuestion) *person
	// askedNoun, if there is one, sees the questions about agent nouns, to train
	// the model that answers them.
	askedNoun func(*nounQuestion)
	// askedState answers which state people are of while the model is trained.
	askedState func(*stateQuestion) string
}

func newReading(r *Resolver, doc *schema.Document, ling *nlp.Doc) *reading {
	rd := &reading{r: r, doc: doc, ling: ling, actors: map[string]*schema.Actor{}}
	if len(doc.Article.Published) >= 10 {
		rd.date = doc.Article.Published[:10]
	}
	for i := range ling.Sentences {
		s := &sentence{Sentence: &ling.Sentences[i]}
		n := len(s.Tokens)
		s.folded, s.lower, s.taken = make([]string, n), make([]string, n), make([]*mention, n)
		for j := range s.Tokens {
			s.folded[j] = r.calm(fold(s.Tokens[j].Form))
			s.lower[j] = strings.ToLower(s.folded[j])
		}
		rd.sents = append(rd.sents, s)
	}
	return rd
}

// text returns the text of tokens first to last of a sentence.
func (rd *reading) text(s *sentence, first, last int) string {
	return strings.Join(strings.Fields(rd.ling.TokenText(s.Sentence, first, last)), " ")
}

// headOf returns the token of the span whose head lies outside it, the last
// such token if the parse is broken.
func (s *sentence) headOf(first, last int) int {
	for i := first; i < last; i++ {
		h := s.Tokens[i].Head
		if (h < first || h >= last) && s.Tokens[i].UPOS != "PUNCT" && s.Rel(i) != "case" && s.Rel(i) != "det" {
			return i
		}
	}
	return last - 1
}

// firstConjunct returns the first member of the list that token h belongs to.
func (s *sentence) firstConjunct(h int) int {
	for n := 0; s.Rel(h) == "conj" && s.Tokens[h].Head >= 0 && n < len(s.Tokens); n++ {
		h = s.Tokens[h].Head
	}
	return h
}

// add takes a mention in and marks its tokens.
func (s *sentence) add(m *mention) *mention {
	s.mentions = append(s.mentions, m)
	for i := m.first; i < m.last; i++ {
		s.taken[i] = m
	}
	return m
}

func (s *sentence) isAny(i int, upos ...string) bool {
	if i < 0 || i >= len(s.Tokens) {
		return false
	}
	return slices.Contains(upos, s.Tokens[i].UPOS)
}

// word returns the lower-case form of token i, "" outside the sentence.
func (s *sentence) word(i int) string {
	if i < 0 || i >= len(s.lower) {
		return ""
	}
	return s.lower[i]
}

// takenAt returns what covers token i, nil outside the sentence.
func (s *sentence) takenAt(i int) *mention {
	if i < 0 || i >= len(s.taken) {
		return nil
	}
	return s.taken[i]
}

// capital reports whether token i begins with a capital letter.
func (s *sentence) capital(i int) bool {
	if i < 0 || i >= len(s.folded) || s.folded[i] == "" {
		return false
	}
	c := s.folded[i][0]
	return c >= 'A' && c <= 'Z' || c >= 0x80 || strings.HasPrefix(s.folded[i], "al-") || strings.HasPrefix(s.folded[i], "el-")
}

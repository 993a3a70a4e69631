// Package nlp analyses English text: sentences, tokens, tags, lemmas,
// dependency trees (Universal Dependencies v2) and named entities.
//
// Reads: a text and its regions (paragraphs, headlines). Writes: a [Doc],
// which no later stage changes.
package nlp

// Region is a part of a text to analyse, in bytes: one paragraph or one
// headline. Sentences never cross the edge of a region.
type Region struct {
	Start, End int
	Headline   bool
}

// Doc is the linguistic view of one text.
type Doc struct {
	Text      string
	Sentences []Sentence
	// Vectors are the vectors of words that the language model has.
	Vectors *Vectors
}

// Sentence is one sentence. Start and End are bytes of Doc.Text.
type Sentence struct {
	Start, End int
	// Region indexes the regions that the text was analysed in.
	Region   int
	Headline bool
	// Comments are the comment lines of CoNLL-U input, without line ends.
	Comments []string
	Tokens   []Token
	Entities []Entity
	// Multiwords are the multiword-token lines of CoNLL-U input or of the
	// tokeniser ("don't" = do + n't).
	Multiwords []Multiword
	outline    *Outline
}

// Token is one syntactic word. Text[Start:End] is its Form as long as the
// token was read from text.
type Token struct {
	Start, End int
	Form       string
	Lemma      string
	// UPOS is the universal part of speech, XPOS the Penn tag.
	UPOS, XPOS string
	// Feats and Misc are columns of CoNLL-U, "" if empty; Misc is without the
	// NER and SpaceAfter that the writer adds.
	Feats, Misc string
	// Head indexes the sentence's tokens, -1 for the root.
	Head int
	// Class is the distributional class of the form in the language model, 0
	// for a form that it has none for.
	Class uint16
	// Vector tells the row of Doc.Vectors, see [Doc.Vector]; 0 for none.
	Vector uint16
	// DepRel is the UD v2 relation with its subtype, as "nsubj:pass".
	DepRel string
}

// Entity is a named entity: tokens First to Last (exclusive) of its sentence.
type Entity struct {
	First, Last int
	// Type is PER, ORG, LOC or NORP (nationality, religion, political group).
	Type string
}

// Multiword is a surface token of several words: First to Last (exclusive).
type Multiword struct {
	First, Last int
	Form        string
}

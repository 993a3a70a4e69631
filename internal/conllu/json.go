package conllu

import (
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf8"

	"dyad/extract/nlp"
)

// jsonDoc is a document in JSON: offsets are code points of the text.
type jsonDoc struct {
	Input     string         `json:"input"`
	Text      string         `json:"text"`
	Sentences []jsonSentence `json:"sentences"`
}

type jsonSentence struct {
	Start    int          `json:"start"`
	End      int          `json:"end"`
	Tokens   []jsonToken  `json:"tokens"`
	Entities []jsonEntity `json:"entities"`
}

// jsonToken counts tokens from 1, so that the head 0 is the root.
type jsonToken struct {
	ID     int    `json:"id"`
	Form   string `json:"form"`
	Lemma  string `json:"lemma"`
	UPOS   string `json:"upos"`
	XPOS   string `json:"xpos"`
	Head   int    `json:"head"`
	DepRel string `json:"deprel"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
}

type jsonEntity struct {
	Type  string `json:"type"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// WriteJSON writes a document as one line of JSON.
func WriteJSON(out io.Writer, input string, doc *nlp.Doc) error {
	points := pointCounter{text: doc.Text}
	d := jsonDoc{Input: input, Text: doc.Text, Sentences: []jsonSentence{}}
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		js := jsonSentence{Tokens: []jsonToken{}, Entities: []jsonEntity{}}
		for k, t := range s.Tokens {
			js.Tokens = append(js.Tokens, jsonToken{k + 1, t.Form, t.Lemma, t.UPOS, t.XPOS, t.Head + 1, t.DepRel, points.at(t.Start), points.at(t.End)})
		}
		for _, e := range s.Entities {
			js.Entities = append(js.Entities, jsonEntity{e.Type, js.Tokens[e.First].Start, js.Tokens[e.Last-1].End, doc.TokenText(s, e.First, e.Last)})
		}
		if n := len(js.Tokens); n > 0 {
			js.Start, js.End = js.Tokens[0].Start, js.Tokens[n-1].End
		}
		d.Sentences = append(d.Sentences, js)
	}
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(d); err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	return nil
}

// pointCounter turns rising byte offsets into code points.
type pointCounter struct {
	text         string
	byte, points int
}

func (p *pointCounter) at(offset int) int {
	if offset < p.byte {
		p.byte, p.points = 0, 0
	}
	p.points += utf8.RuneCountInString(p.text[p.byte:offset])
	p.byte = offset
	return p.points
}

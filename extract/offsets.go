package extract

import (
	"sort"
	"unicode/utf8"

	"dyad/schema"
)

// offsets translates between byte and code point offsets of one text. It
// keeps one sample every 64 bytes, so that long texts cost little memory and
// a look-up scans 64 bytes at most.
type offsets struct {
	text    string
	samples []int // code points before byte 64*i
	ascii   bool
}

const sampleEvery = 64

func newOffsets(text string) *offsets {
	o := &offsets{text: text, ascii: true}
	runes := 0
	for i := 0; i < len(text); i++ {
		if i%sampleEvery == 0 {
			o.samples = append(o.samples, runes)
		}
		if text[i] >= utf8.RuneSelf {
			o.ascii = false
		}
		if utf8.RuneStart(text[i]) {
			runes++
		}
	}
	return o
}

// rune returns the number of code points before byte b.
func (o *offsets) rune(b int) int {
	b = min(max(b, 0), len(o.text))
	if o.ascii || b == 0 {
		return b
	}
	at := min(b/sampleEvery, len(o.samples)-1)
	n := o.samples[at]
	for i := at * sampleEvery; i < b; i++ {
		if utf8.RuneStart(o.text[i]) {
			n++
		}
	}
	return n
}

// byte returns the byte offset of code point r, the length of the text if
// there are not so many.
func (o *offsets) byte(r int) int {
	if o.ascii || r <= 0 {
		return min(max(r, 0), len(o.text))
	}
	at := max(0, sort.SearchInts(o.samples, r+1)-1)
	n := o.samples[at]
	for i := at * sampleEvery; i < len(o.text); i++ {
		if utf8.RuneStart(o.text[i]) {
			if n == r {
				return i
			}
			n++
		}
	}
	return len(o.text)
}

func (o *offsets) span(s *schema.Span) {
	s.Start, s.End = o.rune(s.Start), o.rune(s.End)
}

func (o *offsets) spans(list []schema.TextSpan) {
	for i := range list {
		o.span(&list[i].Span)
	}
}

// givenToBytes converts the given mentions, which count code points, to the
// bytes that the stages count. Spans outside the text are cut.
func givenToBytes(doc *schema.Document) {
	if len(doc.Article.Given) == 0 {
		return
	}
	o := newOffsets(doc.Article.Text)
	given := make([]schema.GivenMention, len(doc.Article.Given))
	for i, g := range doc.Article.Given {
		g.Start, g.End = o.byte(g.Start), o.byte(g.End)
		given[i] = g
	}
	doc.Article.Given = given
}

// toCodePoints converts every span that is printed. It is the only place
// where offsets change their unit.
func toCodePoints(doc *schema.Document) {
	o := newOffsets(doc.Article.Text)
	dropped := make([]schema.Dropped, len(doc.Article.Dropped))
	for i, d := range doc.Article.Dropped {
		o.span(&d.Span)
		dropped[i] = d
	}
	doc.Article.Dropped = dropped
	for i := range doc.Actors {
		o.spans(doc.Actors[i].Mentions)
	}
	for i := range doc.Issues {
		o.spans(doc.Issues[i].Mentions)
	}
	for i := range doc.Events {
		o.span(&doc.Events[i].Trigger.Span)
		o.span(&doc.Events[i].Sentence)
	}
	for i := range doc.Attributions {
		a := &doc.Attributions[i]
		o.spans(a.Source)
		o.spans(a.Cue)
		o.spans(a.Content)
		for k := range a.Addressee {
			o.span(&a.Addressee[k].Span)
		}
		o.span(&a.Sentence)
	}
	for i := range doc.Stances {
		s := &doc.Stances[i]
		o.span(&s.HolderMention.Span)
		o.span(&s.TargetMention.Span)
		o.span(&s.Evidence.Span)
		o.span(&s.Sentence)
	}
}

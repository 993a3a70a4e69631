package attribution

import (
	"bytes"
	"embed"
	"fmt"
	"slices"
	"strings"

	table "dyad/internal/lexicon"
	"dyad/internal/loglinear"
	"dyad/schema"
)

//go:embed data
var data embed.FS

// Frames: how the content hangs on the cue.
const (
	frameClause = "c"
	frameQuote  = "q"
	frameInf    = "i"
	frameObject = "o"
)

// cue is one line of data/cues.tsv.
type cue struct {
	lemma, pos, kind string
	frames, preps    []string
	// lex and loose are the lexType of a cue in its frames and in others.
	lex, loose string
	line       int
	example    string
}

func (c *cue) takes(frame string) bool { return c != nil && slices.Contains(c.frames, frame) }
func (c *cue) takesPrep(p string) bool { return c != nil && slices.Contains(c.preps, p) }

// lexicon holds the cues by lemma and part of speech, and the word classes.
type lexicon struct {
	verbs, nouns, adjs map[string]*cue
	// phrases are split into words, by their first one, in the order of the
	// table.
	phrases map[string][]phrase
	// classes are those of a word, by its hash: most words have none, which one
	// look tells. named are the classes that have words.
	classes loglinear.Table[[]string]
	named   []string
}

// phrase is a cue of several words that stands before its source.
type phrase struct {
	words []string
	cue   *cue
}

func (l *lexicon) is(class, word string) bool {
	of, _ := l.classes.At(loglinear.Hash(loglinear.HashStart, word))
	return slices.Contains(of, class)
}

// isMark reports whether a token is a quotation mark.
func (l *lexicon) isMark(form string) bool {
	return !startsWord(form) && len(form) <= maxMark && (l.is("mark-open", form) || l.is("mark-close", form) || l.is("mark-both", form))
}

// startsWord reports whether a token begins with an ASCII letter or digit, as
// most do.
func startsWord(form string) bool {
	return form != "" && ('a' <= form[0]|' ' && form[0]|' ' <= 'z' || '0' <= form[0] && form[0] <= '9')
}

// maxMark is the length of the longest quotation mark in bytes.
const maxMark = 6

func loadLexicon() (*lexicon, string, error) {
	l := &lexicon{verbs: map[string]*cue{}, nouns: map[string]*cue{}, adjs: map[string]*cue{}, phrases: map[string][]phrase{}}
	cues, err := data.ReadFile("data/cues.tsv")
	if err != nil {
		return nil, "", fmt.Errorf("read cues: %w", err)
	}
	if err := l.readCues(cues); err != nil {
		return nil, "", err
	}
	words, err := data.ReadFile("data/words.tsv")
	if err != nil {
		return nil, "", fmt.Errorf("read word classes: %w", err)
	}
	if err := l.readClasses(words); err != nil {
		return nil, "", err
	}
	return l, schema.TextDigest(string(cues) + "\x00" + string(words)), nil
}

func (l *lexicon) readCues(raw []byte) error {
	t, err := table.Read("cues.tsv", bytes.NewReader(raw))
	if err != nil {
		return err
	}
	for _, row := range t.Rows {
		c := &cue{lemma: row.Get("lemma"), pos: row.Get("pos"), kind: row.Get("kind"), frames: row.List("frames"), preps: row.List("prep"), line: row.Line, example: row.Get("example")}
		if !slices.Contains([]string{schema.KindSpeech, schema.KindBelief, schema.KindIntention, schema.KindOther}, c.kind) {
			return fmt.Errorf("read cues.tsv:%d: unknown kind %q", row.Line, c.kind)
		}
		c.lex = c.pos + "-" + c.kind
		c.loose = c.lex + "-loose"
		switch c.pos {
		case "verb":
			l.verbs[c.lemma] = c
		case "noun":
			l.nouns[c.lemma] = c
		case "adj":
			l.adjs[c.lemma] = c
		case "phrase":
			words := strings.Fields(c.lemma)
			l.phrases[words[0]] = append(l.phrases[words[0]], phrase{words, c})
		default:
			return fmt.Errorf("read cues.tsv:%d: unknown pos %q", row.Line, c.pos)
		}
	}
	return nil
}

func (l *lexicon) readClasses(raw []byte) error {
	t, err := table.Read("words.tsv", bytes.NewReader(raw))
	if err != nil {
		return err
	}
	for _, row := range t.Rows {
		for _, w := range row.List("words") {
			key := loglinear.Hash(loglinear.HashStart, w)
			of, _ := l.classes.At(key)
			l.classes.Set(key, append(of, row.Get("class")))
		}
		if len(row.List("words")) > 0 {
			l.named = append(l.named, row.Get("class"))
		}
	}
	return nil
}

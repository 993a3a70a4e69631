package stance

import (
	"bytes"
	"embed"
	"fmt"
	"slices"
	"strconv"
	"strings"

	table "dyad/internal/lexicon"
	"dyad/internal/loglinear"
	"dyad/schema"
)

//go:embed data
var data embed.FS

// word is one line of data/polarity.tsv.
type word struct {
	// to is the attitude of the holder towards the target, val what the word
	// says about its subject: -1, 0 or 1.
	to, val int
	preps   []string
	shift   bool
	// issue is the attitude of a verb's subject towards an issue that the verb
	// governs by itself or by one of issuePreps.
	issue      int
	issuePreps []string
	// object says that the object of a verb is a target.
	object bool
}

// effect is what a type of event says of its source's attitude.
type effect struct {
	sign  int
	share float64
}

// lexicon holds the words by part of speech and lemma.
type lexicon struct {
	verbs    words
	nouns    words
	adjs     words
	phrases  map[string][]phrase // by their first word
	events   map[string]effect
	negators map[string]bool
	// classes are those of a word, by its hash: most words have none, which one
	// look tells. named are the classes that have words.
	classes loglinear.Table[[]string]
	named   []string
	// valence is by the hashes of words, which tells soonest that most have none.
	valence loglinear.Table[float32]
}

// is reports whether a word belongs to a class of data/words.tsv.
func (l *lexicon) is(class, w string) bool {
	of, _ := l.classes.At(loglinear.Hash(loglinear.HashStart, w))
	return slices.Contains(of, class)
}

// same reports whether two nouns are names for one thing.
func (l *lexicon) same(a, b string) bool {
	if a == b {
		return true
	}
	of, _ := l.classes.At(loglinear.Hash(loglinear.HashStart, a))
	return slices.ContainsFunc(of, func(class string) bool { return strings.HasPrefix(class, "same-") && l.is(class, b) })
}

// phrase is a fixed expression before a target: "at odds with".
type phrase struct {
	words []string
	sign  int
}

// words are entries by the hash of their lemma.
type words struct{ entries loglinear.Table[*word] }

// of returns the entry of a lemma in lower case, which may come in parts, nil if there
// is none.
func (w *words) of(parts ...string) *word {
	h := loglinear.HashStart
	for _, p := range parts {
		h = loglinear.Hash(h, p)
	}
	found, _ := w.entries.At(h)
	return found
}

// takes reports whether a preposition introduces the target of a word.
func (w *word) takes(prep string) bool { return slices.Contains(w.preps, prep) }

func loadLexicon() (*lexicon, string, error) {
	l := &lexicon{phrases: map[string][]phrase{}, events: map[string]effect{}, negators: map[string]bool{}}
	polarity, err := data.ReadFile("data/polarity.tsv")
	if err != nil {
		return nil, "", fmt.Errorf("read polarity: %w", err)
	}
	if err := l.readPolarity(polarity); err != nil {
		return nil, "", err
	}
	events, err := data.ReadFile("data/events.tsv")
	if err != nil {
		return nil, "", fmt.Errorf("read event stances: %w", err)
	}
	if err := l.readEvents(events); err != nil {
		return nil, "", err
	}
	words, err := data.ReadFile("data/words.tsv")
	if err != nil {
		return nil, "", fmt.Errorf("read word classes: %w", err)
	}
	if err := l.readClasses(words); err != nil {
		return nil, "", err
	}
	valence, err := data.ReadFile("data/valence.tsv")
	if err != nil {
		return nil, "", fmt.Errorf("read valences: %w", err)
	}
	if err := l.readValence(valence); err != nil {
		return nil, "", err
	}
	return l, schema.TextDigest(string(polarity) + "\x00" + string(events) + "\x00" + string(words) + "\x00" + string(valence)), nil
}

func (l *lexicon) readPolarity(raw []byte) error {
	t, err := table.Read("polarity.tsv", bytes.NewReader(raw))
	if err != nil {
		return err
	}
	byClass := map[string]*words{"verb": &l.verbs, "noun": &l.nouns, "adj": &l.adjs}
	for _, row := range t.Rows {
		lemma, pos := row.Get("lemma"), row.Get("pos")
		to, err := sign(row.Get("to"))
		if err != nil {
			return fmt.Errorf("read polarity.tsv:%d: to: %w", row.Line, err)
		}
		val, err := sign(row.Get("val"))
		if err != nil {
			return fmt.Errorf("read polarity.tsv:%d: val: %w", row.Line, err)
		}
		issue, err := sign(row.Get("issue"))
		if err != nil {
			return fmt.Errorf("read polarity.tsv:%d: issue: %w", row.Line, err)
		}
		switch pos {
		case "negator":
			l.negators[lemma] = true
		case "phrase":
			words := strings.Fields(lemma)
			l.phrases[words[0]] = append(l.phrases[words[0]], phrase{words, to})
		default:
			of := byClass[pos]
			if of == nil {
				return fmt.Errorf("read polarity.tsv:%d: unknown class %q", row.Line, pos)
			}
			of.entries.Set(loglinear.Hash(loglinear.HashStart, lemma), &word{to: to, val: val, preps: row.List("prep"), shift: row.Get("shift") == "yes",
				object: row.Get("obj") != "no", issue: issue, issuePreps: row.List("issueprep")})
		}
	}
	return nil
}

func (l *lexicon) readEvents(raw []byte) error {
	t, err := table.Read("events.tsv", bytes.NewReader(raw))
	if err != nil {
		return err
	}
	for _, row := range t.Rows {
		share, err := strconv.ParseFloat(row.Get("share"), 64)
		if err != nil {
			return fmt.Errorf("read events.tsv:%d: share: %w", row.Line, err)
		}
		e := effect{1, share}
		if row.Get("polarity") == schema.Negative {
			e.sign = -1
		}
		l.events[row.Get("type")] = e
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

// sign reads "+", "-" or "".
func sign(s string) (int, error) {
	switch s {
	case "":
		return 0, nil
	case "+":
		return 1, nil
	case "-":
		return -1, nil
	}
	return 0, fmt.Errorf("bad sign %q", s)
}

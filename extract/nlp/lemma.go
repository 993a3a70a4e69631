package nlp

import (
	"encoding/binary"
	"errors"
	"strings"
)

// lemmatizer maps forms to lemmas: the irregular ones of the training data
// first, then rules.
type lemmatizer struct {
	// exceptions maps the hash of lower-cased form and tag to a slice of text.
	exceptions table
	// known has the hashes of the regular lemmas seen, by part of speech.
	known table
	text  string
}

var errShortLemmas = errors.New("open lemmas: cut off")

// lemmaKey is the key of a known lemma.
func lemmaKey(lower uint32, upos string) uint32 {
	return (lower^hashString(upos))*0x9e3779b1 + 7
}

// lemmaKey2 is the key of an exception: it has both tags.
func lemmaKey2(lower uint32, upos, xpos string) uint32 {
	return lemmaKey(lower, upos)*31 + hashString(xpos)
}

// openLemmas opens the section: the sizes of the two tables, the tables, the
// text.
func openLemmas(data []byte) (*lemmatizer, error) {
	l := &lemmatizer{}
	if len(data) < 8 {
		return l, errShortLemmas
	}
	a, b := int(binary.LittleEndian.Uint32(data)), int(binary.LittleEndian.Uint32(data[4:]))
	data = data[8:]
	if a+b > len(data) {
		return l, errShortLemmas
	}
	var err error
	if l.exceptions, err = openTable(data[:a]); err != nil {
		return l, err
	}
	if l.known, err = openTable(data[a : a+b]); err != nil {
		return l, err
	}
	l.text = string(data[a+b:])
	return l, nil
}

// lemma returns the lemma of a form with its tags.
func (l *lemmatizer) lemma(form string, lower uint32, upos, xpos string) string {
	if p := l.exceptions.find(lemmaKey2(lower, upos, xpos)); p != nil {
		from, n := binary.LittleEndian.Uint32(p), binary.LittleEndian.Uint16(p[4:])
		return l.text[from : from+uint32(n)]
	}
	return l.regular(form, upos, xpos)
}

// regular applies the rules of English inflection.
func (l *lemmatizer) regular(form, upos, xpos string) string {
	if upos == "PROPN" {
		if xpos == "NNPS" {
			return singular(form)
		}
		return form
	}
	low := strings.ToLower(form)
	switch {
	case xpos == "NNS":
		return l.choose(low, "NOUN", nounCandidates)
	case xpos == "VBZ":
		return l.choose(low, "VERB", nounCandidates)
	case (xpos == "VBD" || xpos == "VBN") && (upos == "VERB" || upos == "AUX"):
		return l.choose(low, "VERB", pastCandidates)
	case xpos == "VBG" && (upos == "VERB" || upos == "AUX"):
		return l.choose(low, "VERB", gerundCandidates)
	case xpos == "JJR" || xpos == "RBR":
		return l.choose(low, upos, comparativeCandidates)
	case xpos == "JJS" || xpos == "RBS":
		return l.choose(low, upos, superlativeCandidates)
	}
	return low
}

// choose returns the first candidate that is a known lemma, else the last,
// which is the best guess.
func (l *lemmatizer) choose(low, upos string, candidates func(string, *[4]string) int) string {
	var c [4]string
	n := candidates(low, &c)
	if n == 0 {
		return low
	}
	for _, s := range c[:n] {
		if l.known.slots > 0 && l.known.find(lemmaKey(hashString(s), upos)) != nil {
			return s
		}
	}
	return c[n-1]
}

// singular takes the plural ending off a name.
func singular(form string) string {
	switch {
	case strings.HasSuffix(form, "ies") && len(form) > 4:
		return form[:len(form)-3] + "y"
	case strings.HasSuffix(form, "ches"), strings.HasSuffix(form, "shes"), strings.HasSuffix(form, "sses"), strings.HasSuffix(form, "xes"):
		return form[:len(form)-2]
	case strings.HasSuffix(form, "s") && !strings.HasSuffix(form, "ss"):
		return form[:len(form)-1]
	}
	return form
}

// nounCandidates undoes the ending -s of nouns and verbs.
func nounCandidates(low string, c *[4]string) int {
	switch {
	case !strings.HasSuffix(low, "s") || strings.HasSuffix(low, "ss") || len(low) < 3:
		return 0
	case strings.HasSuffix(low, "ies") && len(low) > 4:
		c[0], c[1] = low[:len(low)-1], low[:len(low)-3]+"y"
		return 2
	case strings.HasSuffix(low, "es") && hasAnySuffix(low[:len(low)-2], "s", "x", "z", "ch", "sh", "o"):
		c[0], c[1] = low[:len(low)-1], low[:len(low)-2]
		return 2
	}
	c[0] = low[:len(low)-1]
	return 1
}

// pastCandidates undoes the ending -ed.
func pastCandidates(low string, c *[4]string) int {
	if !strings.HasSuffix(low, "ed") || len(low) < 4 {
		return 0
	}
	if strings.HasSuffix(low, "ied") {
		c[0], c[1] = low[:len(low)-1], low[:len(low)-3]+"y"
		return 2
	}
	return stemCandidates(low[:len(low)-2], c)
}

// gerundCandidates undoes the ending -ing.
func gerundCandidates(low string, c *[4]string) int {
	if !strings.HasSuffix(low, "ing") || len(low) < 5 {
		return 0
	}
	return stemCandidates(low[:len(low)-3], c)
}

// stemCandidates restores the verb of a stem: "stopp" is stop, "us" is use,
// "visit" is visit. The last one is the guess for unknown verbs.
func stemCandidates(stem string, c *[4]string) int {
	n := len(stem)
	if n > 2 && stem[n-1] == stem[n-2] && !hasAnySuffix(stem, "ss", "ll", "ff", "zz", "ee") {
		c[0], c[1] = stem, stem[:n-1]
		return 2
	}
	c[0], c[1] = stem+"e", stem
	if n > 2 && stem[n-1] == stem[n-2] {
		c[0], c[1] = stem[:n-1], stem
	}
	if needsE(stem) {
		c[0], c[1] = stem, stem+"e"
	}
	return 2
}

// needsE guesses whether an unknown stem lost its e: after a single vowel and
// one of the consonants that rarely end a verb.
func needsE(stem string) bool {
	if hasAnySuffix(stem, "at", "iz", "is", "ac", "uc", "rg", "dg", "ng", "nc", "rc", "ut", "iv", "lv", "rv", "av", "ov", "us", "as", "os", "ur", "ir", "dl", "bl", "tl", "gl", "pl", "ak", "ok", "ag", "ug", "id", "ud", "u", "in") {
		return !hasAnySuffix(stem, "eat", "oat", "ing", "ain", "oin", "aid", "eak", "ook", "oak", "oud", "our", "air", "eas")
	}
	return false
}

// comparativeCandidates undoes the ending -er.
func comparativeCandidates(low string, c *[4]string) int {
	return degreeCandidates(low, "er", "ier", c)
}

// superlativeCandidates undoes the ending -est.
func superlativeCandidates(low string, c *[4]string) int {
	return degreeCandidates(low, "est", "iest", c)
}

func degreeCandidates(low, end, yEnd string, c *[4]string) int {
	if stem, ok := strings.CutSuffix(low, yEnd); ok && len(stem) > 1 {
		c[0] = stem + "y"
		return 1
	}
	stem, ok := strings.CutSuffix(low, end)
	if !ok || len(stem) < 2 {
		return 0
	}
	if n := len(stem); stem[n-1] == stem[n-2] {
		c[0], c[1] = stem, stem[:n-1]
		return 2
	}
	c[0], c[1] = stem+"e", stem
	return 2
}

func hasAnySuffix(s string, ends ...string) bool {
	for _, e := range ends {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

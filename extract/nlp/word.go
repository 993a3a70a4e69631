package nlp

import (
	"unicode"
	"unicode/utf8"
)

// word is what the classifiers see of a token. It is made once a token; the
// templates only combine its numbers.
type word struct {
	form, lower    uint32
	prefix         [3]uint32
	suffix         [4]uint32
	shape          uint32
	coarse, fine   uint32
	kind, sense    uint32
	set            uint32 // number of the tag set plus 1, 0 if unknown
	closed         bool
	tag, upos      uint32
	names          uint32 // kinds of names that the form is a word of
	titled         uint32 // 1 in a sentence with capitals like a headline
	run            run
	context, memo  uint32 // what the text tells about the form
	upper, dash    bool   // dash is a hyphen as a word
	digit, allCaps bool
}

// outside is the word before the first and behind the last one.
var outside = word{form: 1, lower: 1, shape: 1, tag: 250, upos: 50, set: 1 << 20}

// fill computes everything but the tags.
func (w *word) fill(form string, lex *wordLexicon) {
	*w = word{}
	var buf [64]byte
	low := lowerInto(buf[:0], form)
	w.form = hashString(form)
	w.lower = hashBytes(low)
	w.affixes(low)
	w.fillShape(form)
	w.names = lex.names[w.form]
	set, closed := lex.tagSet(w.form)
	if set < 0 && w.upper {
		set, _ = lex.tagSet(w.lower)
	}
	w.set, w.closed = uint32(set+1), closed
	w.kind, w.sense = lex.senseOf(w.lower)
	if w.digit {
		w.coarse, w.fine = lex.classOf(lex.number)
	} else {
		w.coarse, w.fine = lex.classOf(w.lower)
	}
}

// affixes hashes the first three and the last four bytes.
func (w *word) affixes(low []byte) {
	h := uint32(fnvStart)
	for i := range min(len(low), len(w.prefix)) {
		h = (h ^ uint32(low[i])) * fnvPrime
		w.prefix[i] = h
	}
	h = fnvStart
	for i := range min(len(low), len(w.suffix)) {
		h = (h ^ uint32(low[len(low)-1-i])) * fnvPrime
		w.suffix[i] = h
	}
}

// Classes of characters in a shape.
const (
	shapeUpper = iota + 1
	shapeLower
	shapeDigit
	shapeDash
	shapeOther
)

// fillShape hashes the classes of the characters, runs shortened to two.
func (w *word) fillShape(form string) {
	h, last, run := uint32(fnvStart), 0, 0
	letters, uppers := 0, 0
	for i, r := range form {
		c := charClass(r)
		switch c {
		case shapeUpper:
			uppers++
			letters++
			if i == 0 {
				w.upper = true
			}
		case shapeLower:
			letters++
		case shapeDigit:
			w.digit = true
		}
		if c == last {
			run++
		} else {
			last, run = c, 1
		}
		if run <= 2 {
			k := uint32(c)
			if c == shapeOther {
				k += uint32(r) << 3
			}
			h = (h ^ k) * fnvPrime
		}
	}
	w.allCaps = letters > 1 && uppers == letters
	w.dash = form == "-" || form == "–"
	w.shape = h
}

func charClass(r rune) int {
	switch {
	case 'a' <= r && r <= 'z':
		return shapeLower
	case 'A' <= r && r <= 'Z':
		return shapeUpper
	case '0' <= r && r <= '9':
		return shapeDigit
	case r == '-' || r == '–' || r == '—':
		return shapeDash
	case r < utf8.RuneSelf:
		return shapeOther
	case unicode.IsUpper(r):
		return shapeUpper
	case unicode.IsLetter(r):
		return shapeLower
	case unicode.IsDigit(r):
		return shapeDigit
	}
	return shapeOther
}

// lowerInto appends the lower-cased form to buf. Typographic apostrophes
// become plain ones.
func lowerInto(buf []byte, form string) []byte {
	for i := 0; i < len(form); {
		c := form[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			buf = append(buf, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(form[i:])
		if r == '’' {
			buf = append(buf, '\'')
		} else if r == utf8.RuneError && n == 1 {
			buf = append(buf, c)
		} else {
			buf = utf8.AppendRune(buf, unicode.ToLower(r))
		}
		i += n
	}
	return buf
}

// hashBytes is hashString over bytes.
func hashBytes(b []byte) uint32 {
	h := uint32(fnvStart)
	for _, c := range b {
		h = (h ^ uint32(c)) * fnvPrime
	}
	return h
}

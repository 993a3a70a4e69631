package nlp

// What the whole text tells about a capitalised form, a bit each (after
// Chieu and Ng 2003): how it is used elsewhere says what it is here.
const (
	seenAfterPlace = 1 << iota // "in Kisumu"
	seenBeforeVerb             // "Porter said"
	seenAfterTitle             // "Minister Porter"
	seenPossessive             // "Porter's"
	seenAfterThe               // "the Meridian"
	seenAfterName              // behind a capitalised word
	seenBeforeName             // in front of one
	seenBeforeOrg              // "Meridian Party"
	seenAfterFirst             // "John Porter"
	seenInside                 // capitalised inside a sentence
	seenLower                  // written small somewhere
	seenAfterOf                // "of Meridian"
	seenBeforeMark             // in front of a bracket
	contextBits    = 13
)

// memory is what a text has shown about a form so far.
type memory struct {
	seen uint32
	// types counts the entity types that the form had in earlier sentences.
	types [8]uint8
}

// docMemory keeps a memory of every capitalised form of a text.
type docMemory struct {
	forms map[uint32]*memory
	slab  []memory
}

// clear forgets everything.
func (d *docMemory) clear() {
	if d.forms == nil {
		d.forms = map[uint32]*memory{}
	}
	clear(d.forms)
	d.slab = d.slab[:0]
}

// of returns the memory of a form, making it if asked to.
func (d *docMemory) of(form uint32, create bool) *memory {
	m := d.forms[form]
	if m == nil && create {
		if len(d.slab) == cap(d.slab) {
			d.slab = make([]memory, 0, 256)
		}
		d.slab = append(d.slab, memory{})
		m = &d.slab[len(d.slab)-1]
		d.forms[form] = m
	}
	return m
}

// Bits of a word list that the contexts ask for.
const (
	bitFirst   = 1 << 5
	bitTitle   = 1 << 6
	bitOrgWord = 1 << 7
)

// keyWords are the words around names that the contexts know, by hash.
type keyWords struct{ in, at, from, near, into, the, of, bracket uint32 }

func newKeyWords() keyWords {
	return keyWords{hashString("in"), hashString("at"), hashString("from"), hashString("near"), hashString("into"),
		hashString("the"), hashString("of"), hashString("(")}
}

// observe notes how the words of a sentence are used, and finds its runs.
func (d *docMemory) observe(ws []word, tags *tagset, k *keyWords) {
	findRuns(ws)
	for i := range ws {
		w := &ws[i]
		if !w.upper {
			if m := d.of(w.lower, false); m != nil {
				m.seen |= seenLower
			}
			continue
		}
		m := d.of(w.form, true)
		p, n := at(ws, i-1), at(ws, i+1)
		if i > 0 {
			m.seen |= seenInside
			m.seen |= before(p, k)
		}
		if n.upper {
			m.seen |= seenBeforeName
		}
		if n.names&bitOrgWord != 0 {
			m.seen |= seenBeforeOrg
		}
		if n.lower == k.bracket {
			m.seen |= seenBeforeMark
		}
		if int(n.tag) < len(tags.xpos) {
			switch tags.xpos[n.tag] {
			case "VBD", "VBZ", "MD":
				m.seen |= seenBeforeVerb
			case "POS":
				m.seen |= seenPossessive
			}
		}
	}
}

// before says what the word in front of a capitalised one tells.
func before(p *word, k *keyWords) uint32 {
	switch p.lower {
	case k.in, k.at, k.from, k.near, k.into:
		return seenAfterPlace
	case k.the:
		return seenAfterThe
	case k.of:
		return seenAfterOf
	}
	seen := uint32(0)
	if p.names&bitTitle != 0 {
		seen |= seenAfterTitle
	}
	if p.names&bitFirst != 0 {
		seen |= seenAfterFirst
	}
	if p.upper {
		seen |= seenAfterName
	}
	return seen
}

// recall gives the words of a sentence what the text tells about them: the
// contexts, and the type that most of their mentions so far had.
func (d *docMemory) recall(ws []word) {
	for i := range ws {
		w := &ws[i]
		w.context, w.memo = 0, 0
		if !w.upper {
			continue
		}
		m := d.of(w.form, false)
		if m == nil {
			continue
		}
		w.context = m.seen
		best, sum := 0, 0
		for t, n := range m.types {
			sum += int(n)
			if n > m.types[best] {
				best = t
			}
		}
		if n := int(m.types[best]); n > 0 {
			w.memo = uint32(best+1) << 1
			if n == sum {
				w.memo |= 1
			}
		}
	}
}

// remember notes the types of the entities found in a sentence; classes are
// the entity classes of its words.
func (d *docMemory) remember(ws []word, classes []uint8, typeOf []uint8) {
	for i := range ws {
		if !ws[i].upper {
			continue
		}
		if m := d.of(ws[i].form, true); m.types[typeOf[classes[i]]] < 255 {
			m.types[typeOf[classes[i]]]++
		}
	}
}

package nlp

import (
	"encoding/binary"
	"fmt"
)

// table is an open-addressing hash table in the bytes of the model file: a
// key of 32 bits and a fixed payload a slot; the key 0 marks an empty slot.
type table struct {
	data  []byte
	width int
	slots uint32
}

// openTable reads the payload width from the first four bytes.
func openTable(data []byte) (table, error) {
	if len(data) < 4 {
		return table{}, fmt.Errorf("open table: %d bytes", len(data))
	}
	w := int(binary.LittleEndian.Uint32(data)) + 4
	t := table{data: data[4:], width: w, slots: uint32((len(data) - 4) / w)}
	if t.slots == 0 || int(t.slots)*w != len(t.data) {
		return table{}, fmt.Errorf("open table: %d bytes are no rows of %d", len(t.data), w)
	}
	return t, nil
}

// find returns the payload of a key, nil if the table does not have it.
func (t *table) find(key uint32) []byte {
	if key == 0 {
		key = 1
	}
	for i := key % t.slots; ; i++ {
		if i == t.slots {
			i = 0
		}
		slot := t.data[int(i)*t.width : int(i+1)*t.width]
		switch binary.LittleEndian.Uint32(slot) {
		case key:
			return slot[4:]
		case 0:
			return nil
		}
	}
}

// tableEntry is a line of a table being built.
type tableEntry struct {
	key     uint32
	payload []byte
}

// packTable lays out entries; the first of equal keys wins.
func packTable(width int, entries []tableEntry) []byte {
	slots := len(entries)*8/5 + 3
	out := binary.LittleEndian.AppendUint32(nil, uint32(width))
	body := make([]byte, slots*(width+4))
	for _, e := range entries {
		key := max(e.key, 1)
		for i := int(key % uint32(slots)); ; i = (i + 1) % slots {
			slot := body[i*(width+4) : (i+1)*(width+4)]
			if k := binary.LittleEndian.Uint32(slot); k == key {
				break
			} else if k == 0 {
				binary.LittleEndian.PutUint32(slot, key)
				copy(slot[4:], e.payload)
				break
			}
		}
	}
	return append(out, body...)
}

// wordLexicon is what the model knows about single words.
type wordLexicon struct {
	// forms maps the hash of a form to the number of its tag set.
	forms table
	// sets are the tag sets that forms were seen with.
	sets [][]uint8
	// classes maps the hash of a lower-cased form to its distributional
	// classes, one coarse and one fine.
	classes table
	// senses maps the hash of a lower-cased form to its cluster of word
	// vectors.
	senses table
	// number is the key of all words with digits in classes.
	number uint32
	// names has the kinds of names of single words.
	names map[uint32]uint32
}

const (
	formWidth  = 2
	classWidth = 4
	senseWidth = 2
)

func openLexicon(f File) (wordLexicon, error) {
	l := wordLexicon{number: hashString(numberWord)}
	var err error
	if l.names, err = loadNames(); err != nil {
		return l, err
	}
	if l.forms, err = openTable(f[sectionForms]); err != nil {
		return l, fmt.Errorf("forms: %w", err)
	}
	if l.classes, err = openTable(f[sectionClasses]); err != nil {
		return l, fmt.Errorf("classes: %w", err)
	}
	if f[sectionSenses] != nil {
		if l.senses, err = openTable(f[sectionSenses]); err != nil {
			return l, fmt.Errorf("senses: %w", err)
		}
	}
	if l.forms.width != formWidth+4 || l.classes.width != classWidth+4 {
		return l, fmt.Errorf("open lexicon: unknown layout")
	}
	for data := f[sectionSets]; len(data) > 0; {
		n := int(data[0])
		if len(data) < n+1 {
			return l, fmt.Errorf("open lexicon: tag sets cut off")
		}
		l.sets = append(l.sets, data[1:n+1])
		data = data[n+1:]
	}
	return l, nil
}

// closedSet marks a form that is frequent enough to have shown all its tags.
const closedSet = 1 << 15

// tagSet returns the number of the tag set of a form, -1 if it is unknown,
// and whether the form has no other tags.
func (l *wordLexicon) tagSet(form uint32) (set int, closed bool) {
	p := l.forms.find(form)
	if p == nil {
		return -1, false
	}
	n := int(binary.LittleEndian.Uint16(p))
	if n&^closedSet >= len(l.sets) {
		return -1, false
	}
	return n &^ closedSet, n&closedSet != 0
}

// classOf returns the coarse and the fine class of a lower-cased form, 0 for
// unknown words.
func (l *wordLexicon) classOf(lower uint32) (coarse, fine uint32) {
	p := l.classes.find(lower)
	if p == nil {
		return 0, 0
	}
	return uint32(binary.LittleEndian.Uint16(p)), uint32(binary.LittleEndian.Uint16(p[2:]))
}

// senseOf returns the kind and the sense of a lower-cased form, 0 for unknown
// words.
func (l *wordLexicon) senseOf(lower uint32) (kind, sense uint32) {
	if l.senses.slots == 0 {
		return 0, 0
	}
	p := l.senses.find(lower)
	if p == nil {
		return 0, 0
	}
	sense = uint32(binary.LittleEndian.Uint16(p))
	return (sense-1)>>senseBits + 1, sense
}

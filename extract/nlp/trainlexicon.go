package nlp

import (
	"encoding/binary"
	"sort"
	"strings"
)

// A form is in the lexicon if it was seen knownCount times, and has no other
// tags than those seen if it was seen closedCount times.
const (
	knownCount  = 3
	closedCount = 50
)

// trainLexicon writes the tag sets of all trees and the lemmas.
func (t *trainer) trainLexicon() error {
	if err := t.lexiconOf(t.trees, t.file); err != nil {
		return err
	}
	var err error
	if t.m.lexicon, err = openLexicon(t.file); err != nil {
		return err
	}
	t.file[sectionLemmas] = t.lemmaSection()
	t.m.lemmas, err = openLemmas(t.file[sectionLemmas])
	return err
}

// lexiconOf writes the sections of forms and tag sets seen in the examples.
func (t *trainer) lexiconOf(examples []example, f File) error {
	counts := map[string]map[int]int{}
	for _, e := range examples {
		for i, tok := range e.sent.Tokens {
			if counts[tok.Form] == nil {
				counts[tok.Form] = map[int]int{}
			}
			counts[tok.Form][e.tags[i]]++
		}
	}
	forms := make([]string, 0, len(counts))
	for form := range counts {
		forms = append(forms, form)
	}
	sort.Strings(forms)
	var entries []tableEntry
	var sets []byte
	numbers := map[string]int{}
	for _, form := range forms {
		var tags []byte
		total := 0
		for tag := range t.m.tags.names {
			if n := counts[form][tag]; n > 0 {
				tags = append(tags, byte(tag))
				total += n
			}
		}
		if total < knownCount {
			continue
		}
		if _, ok := numbers[string(tags)]; !ok {
			numbers[string(tags)] = len(numbers)
			sets = append(append(sets, byte(len(tags))), tags...)
		}
		n := numbers[string(tags)]
		if total >= closedCount {
			n |= closedSet
		}
		entries = append(entries, tableEntry{hashString(form), binary.LittleEndian.AppendUint16(nil, uint16(n))})
	}
	f[sectionForms], f[sectionSets] = packTable(formWidth, entries), sets
	return nil
}

// lemmaSection collects the regular lemmas, and then the forms whose lemma
// the rules get wrong.
func (t *trainer) lemmaSection() []byte {
	type key struct{ low, upos, xpos string }
	counts := map[key]map[string]int{}
	known := map[string]bool{}
	var knownEntries []tableEntry
	for _, e := range t.trees {
		for _, tok := range e.sent.Tokens {
			if tok.Lemma == "" || tok.DepRel == "goeswith" || strings.ContainsAny(tok.Lemma, "\t ") {
				continue
			}
			if tok.UPOS != "PROPN" {
				if id := tok.UPOS + tok.Lemma; !known[id] {
					known[id] = true
					knownEntries = append(knownEntries, tableEntry{lemmaKey(hashString(tok.Lemma), tok.UPOS), nil})
				}
			} else if tok.XPOS != "NNPS" {
				continue
			}
			k := key{strings.ToLower(tok.Form), tok.UPOS, tok.XPOS}
			if counts[k] == nil {
				counts[k] = map[string]int{}
			}
			counts[k][tok.Lemma]++
		}
	}
	keys := make([]key, 0, len(counts))
	for k := range counts {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool {
		a, b := keys[i], keys[j]
		return a.low+"\t"+a.upos+"\t"+a.xpos < b.low+"\t"+b.upos+"\t"+b.xpos
	})
	l := &lemmatizer{}
	l.exceptions, _ = openTable(packTable(6, nil))
	knownTable := packTable(0, knownEntries)
	l.known, _ = openTable(knownTable)
	var text strings.Builder
	var exceptions []tableEntry
	for _, k := range keys {
		best := mostFrequent(counts[k])
		if k.upos == "PROPN" || l.regular(k.low, k.upos, k.xpos) == best {
			continue
		}
		p := binary.LittleEndian.AppendUint32(nil, uint32(text.Len()))
		p = binary.LittleEndian.AppendUint16(p, uint16(len(best)))
		text.WriteString(best)
		exceptions = append(exceptions, tableEntry{lemmaKey2(hashString(k.low), k.upos, k.xpos), p})
	}
	exc := packTable(6, exceptions)
	out := binary.LittleEndian.AppendUint32(nil, uint32(len(exc)))
	out = binary.LittleEndian.AppendUint32(out, uint32(len(knownTable)))
	out = append(append(out, exc...), knownTable...)
	return append(out, text.String()...)
}

// mostFrequent returns the key with the highest count, the first in the
// alphabet of equals.
func mostFrequent(counts map[string]int) string {
	best := ""
	for s, n := range counts {
		if best == "" || n > counts[best] || n == counts[best] && s < best {
			best = s
		}
	}
	return best
}

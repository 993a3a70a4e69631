package nlp

import "strings"

// noEntity is the class of words outside of entities.
const noEntity = 0

// entityRows collects the features of token i; one and two are the classes of
// the two tokens before it.
func entityRows(r *rows, ws []word, i int, one, two uint32) {
	w, p, q, n, m := &ws[i], at(ws, i-1), at(ws, i-2), at(ws, i+1), at(ws, i+2)
	first := uint32(0)
	if i == 0 {
		first = 1
	}
	r.add(400, w.lower)
	r.add(401, w.form)
	r.add(402, p.lower)
	r.add(403, n.lower)
	r.add(404, q.lower)
	r.add(405, m.lower)
	r.add2(406, p.lower, w.lower)
	r.add2(407, w.lower, n.lower)
	r.add2(408, p.lower, n.lower)
	r.add2(409, w.shape, first)
	r.add(410, p.shape)
	r.add(411, n.shape)
	r.add2(412, p.shape, w.shape)
	r.add2(413, w.shape, n.shape)
	r.add3(414, p.shape, w.shape, n.shape)
	r.add(415, w.tag)
	r.add(416, p.tag)
	r.add(417, n.tag)
	r.add2(418, p.tag, w.tag)
	r.add2(419, w.tag, n.tag)
	for k, s := range w.suffix {
		r.add(420+uint64(k), s)
	}
	for k, s := range w.prefix {
		r.add(424+uint64(k), s)
	}
	r.add(427, one)
	r.add2(428, two, one)
	r.add2(429, one, w.lower)
	r.add2(430, one, w.shape)
	r.add2(431, one, p.lower)
	r.add3(432, one, w.tag, n.tag)
	r.add(433, w.fine)
	r.add(434, p.fine)
	r.add(435, n.fine)
	r.add(436, q.fine)
	r.add(437, m.fine)
	r.add(438, w.coarse)
	r.add2(439, p.fine, w.fine)
	r.add2(440, w.fine, n.fine)
	r.add2(441, one, w.fine)
	r.add3(442, one, w.shape, n.fine)
	r.add3(443, one, w.shape, n.lower)
	r.add3(444, p.coarse, w.coarse, n.coarse)
	r.add3(445, p.lower, w.shape, n.lower)
	r.add2(446, w.shape, n.lower)
	r.add2(447, p.lower, w.shape)
	r.add2(448, w.lower, w.set)
	r.add3(449, one, p.lower, w.lower)
	r.add3(450, q.lower, p.lower, w.shape)
	r.add3(451, w.shape, n.lower, m.lower)
	r.add3(452, one, w.suffix[2], w.shape)
	r.add3(453, one, w.lower, n.lower)
	r.add2(454, w.suffix[3], n.suffix[3])
	r.add(455, 0)
	r.add2(456, one, w.names)
	r.add2(457, p.names, w.names)
	r.add2(458, w.names, n.names)
	r.add2(459, w.names, w.shape)
	r.add3(460, p.names, w.names, n.names)
	r.add2(461, w.names, p.lower)
	r.add2(462, q.names, p.names)
	r.add(532, w.sense)
	r.add(533, p.sense)
	r.add(534, n.sense)
	r.add(535, q.sense)
	r.add(536, m.sense)
	r.add(537, w.kind)
	r.add2(538, p.sense, w.sense)
	r.add2(539, w.sense, n.sense)
	r.add2(540, one, w.sense)
	r.add3(541, one, w.shape, n.sense)
	r.add3(542, p.kind, w.kind, n.kind)
	r.add3(543, p.kind, w.shape, n.kind)
	r.add3(544, one, w.kind, w.shape)
	if !w.upper {
		return
	}
	runRows(r, w, one)
	for b := range contextBits {
		if w.context&(1<<b) != 0 {
			r.add2(463, uint32(b), one)
		}
	}
	r.add2(464, w.context, one)
	r.add2(465, w.memo, one)
	r.add2(466, w.memo, p.memo)
	r.add3(467, p.memo, w.memo, n.memo)
	r.add2(468, w.memo, w.shape)
	r.add3(469, w.memo, p.lower, one)
	r.add3(470, w.memo, w.names, one)
}

// entityClasses numbers the classes: O, then B and I of every type.
type entityClasses struct {
	names []string
	types []string // the type of a class, "" for O
	begin []bool   // the first word of an entity
	// typeOf numbers the types, 0 for none.
	typeOf []uint8
}

func newEntityClasses(names []string) entityClasses {
	c := entityClasses{names: names}
	number := map[string]uint8{}
	for _, n := range names {
		prefix, typ, _ := strings.Cut(n, "-")
		if number[typ] == 0 && typ != "" {
			number[typ] = uint8(len(number) + 1)
		}
		c.typeOf = append(c.typeOf, number[typ])
		c.types = append(c.types, typ)
		c.begin = append(c.begin, prefix == "B")
	}
	return c
}

// follows reports whether class c may stand behind class one.
func (e *entityClasses) follows(one, c int) bool {
	return c == noEntity || e.begin[c] || e.types[one] == e.types[c]
}

// plain reports whether a word begins no entity: a frequent form without
// capitals that is never a name.
func (l *wordLexicon) plain(w *word, tags *tagset) bool {
	if !w.closed || w.upper {
		return false
	}
	for _, t := range l.sets[w.set-1] {
		if tags.proper[t] {
			return false
		}
	}
	return true
}

// recognize fills a.entity with the class of every word.
func (a *analyzer) recognize() {
	a.entity = a.entity[:0]
	one, two := noEntity, noEntity
	for i := range a.words {
		if one == noEntity && a.m.lexicon.plain(&a.words[i], &a.m.tags) {
			a.entity = append(a.entity, noEntity)
			two = one
			continue
		}
		a.rows.reset(a.m.entity.Bits())
		entityRows(&a.rows, a.words, i, uint32(one), uint32(two))
		a.m.entity.Score(a.rows.list, &a.scores)
		best := -1
		for c := range a.m.classes.names {
			if a.m.classes.follows(one, c) && (best < 0 || a.scores[c] > a.scores[best]) {
				best = c
			}
		}
		a.entity = append(a.entity, uint8(best))
		one, two = best, one
	}
}

// entities turns the classes of a sentence into spans of the types that the
// pipeline promises.
func (a *analyzer) entities(dst []Entity) []Entity {
	open := false
	c := &a.m.classes
	for i, class := range a.entity {
		typ := c.types[class]
		switch {
		case typ == "" || typ == "MISC":
			open = false
		case open && !c.begin[class]:
			dst[len(dst)-1].Last = i + 1
		default:
			dst = append(dst, Entity{First: i, Last: i + 1, Type: typ})
			open = true
		}
	}
	return dst
}

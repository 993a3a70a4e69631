package nlp

// run is a chain of capitalised words, hyphens between them included: what
// kind of name it is often shows in its last word ("… National Park") or in
// the words around it.
type run struct {
	place, length uint32 // where the word stands in it, and how long it is
	first, last   uint32
	lastNames     uint32
	lastFine      uint32
	lastSense     uint32
	before, after uint32
	afterFine     uint32
	// prevLast is the last word of the run before, prevNames its kinds.
	prevLast, prevNames uint32
}

// findRuns tells every word of a sentence the run it is in.
func findRuns(ws []word) {
	var prev *word
	for i := 0; i < len(ws); {
		if !ws[i].upper {
			i++
			continue
		}
		end := i + 1
		for end < len(ws) && (ws[end].upper || ws[end].dash && end+1 < len(ws) && ws[end+1].upper) {
			end++
		}
		last, after := &ws[end-1], at(ws, end)
		r := run{length: uint32(min(end-i, 6)), first: ws[i].lower, last: last.lower, lastNames: last.names, lastFine: last.fine, lastSense: last.sense,
			before: at(ws, i-1).lower, after: after.lower, afterFine: after.fine}
		if prev != nil {
			r.prevLast, r.prevNames = prev.lower, prev.names
		}
		prev = last
		for k := i; k < end; k++ {
			r.place = uint32(min(k-i, 4))
			ws[k].run = r
		}
		i = end
	}
}

// runRows adds the features of the run that a capitalised word is in.
func runRows(r *rows, w *word, one uint32) {
	n := &w.run
	r.add2(480, n.place, n.length)
	r.add2(481, n.last, one)
	r.add2(482, n.lastNames, one)
	r.add2(483, n.lastFine, one)
	r.add2(496, n.lastSense, one)
	r.add3(497, n.lastSense, w.sense, one)
	r.add2(484, n.before, n.length)
	r.add2(485, n.after, n.length)
	r.add2(486, n.before, n.after)
	r.add3(487, n.lastNames, w.names, n.place)
	r.add3(488, n.last, n.before, one)
	r.add2(489, n.first, n.last)
	r.add3(490, n.afterFine, n.length, n.place)
	r.add3(491, n.lastFine, w.fine, one)
	r.add3(492, n.length-n.place, one, n.before)
	r.add3(494, n.prevLast, n.before, one)
	r.add3(495, n.prevNames, n.before, one)
	r.add3(493, n.length-n.place, n.last, one)
}

package nlp

// markPairs are the brackets and quotation marks that come in pairs, by hash.
var markPairs = [][2]uint32{
	{hashString("("), hashString(")")},
	{hashString("["), hashString("]")},
	{hashString("\""), hashString("\"")},
	{hashString("“"), hashString("”")},
}

// pairMarks gives the two marks of a pair one head: of the two heads that the
// parser chose, the one that stands between the marks. UD hangs both on the
// head of what they enclose.
func (a *analyzer) pairMarks() {
	p := &a.parser
	a.open = a.open[:0]
	for i := range a.words {
		w := &a.words[i]
		if !a.m.tags.punct[w.tag] {
			continue
		}
		for _, pair := range markPairs {
			if n := len(a.open); n > 0 && w.form == pair[1] && a.words[a.open[n-1]].form == pair[0] {
				p.pairUp(a.open[n-1], int32(i))
				a.open = a.open[:n-1]
				break
			}
			if w.form == pair[0] {
				a.open = append(a.open, int32(i))
				break
			}
		}
	}
}

// pairUp moves one of two marks to the head of the other. A mark that has
// dependents, or is the root, stays where it is.
func (p *parser) pairUp(first, last int32) {
	h, k := p.nodes[first].head, p.nodes[last].head
	switch {
	case h == k:
	case first < h && h < last:
		p.rehang(last, h)
	case first < k && k < last:
		p.rehang(first, k)
	}
}

// rehang gives a token without dependents another head.
func (p *parser) rehang(i, head int32) {
	n := &p.nodes[i]
	if n.leftN == 0 && n.rightN == 0 && int(n.head) < p.n {
		n.head = head
	}
}

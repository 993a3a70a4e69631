package nlp

// distance puts the distance between two tokens in classes.
func distance(a, b int32) uint32 {
	d := uint32(max(b-a, a-b))
	switch {
	case d < 5:
		return d
	case d < 8:
		return 5
	case d < 12:
		return 6
	}
	return 7
}

// between says how much punctuation and how many verbs stand between two
// tokens, up to three of each.
func (p *parser) between(a, b int32) uint32 {
	if a > b {
		a, b = b, a
	}
	last := int32(p.n + 1)
	if b >= last {
		return 99
	}
	from := a + 1
	return uint32(min(p.commas[b]-p.commas[from], 3))<<2 | uint32(min(p.verbs[b]-p.verbs[from], 3))
}

// actionRows collects the features of a parser state, after Zhang and Nivre
// (2011): words, tags and classes of the top of the stack and the front of
// the buffer, their dependents and relations, valency and distance.
func actionRows(r *rows, p *parser) {
	i0, i1, i2, i3 := p.top(0), p.top(1), p.top(2), p.buffer(0)
	i4, i5 := p.buffer(1), p.buffer(2)
	s0, s1, s2 := &p.words[i0], &p.words[i1], &p.words[i2]
	b0, b1, b2, b3 := &p.words[i3], &p.words[i4], &p.words[i5], &p.words[p.buffer(3)]
	n0, n1, n3 := &p.nodes[i0], &p.nodes[i1], &p.nodes[i3]
	n2 := &p.nodes[i2]

	for k, w := range [...]*word{s0, s1, b0, b1} {
		id := uint64(k * 3)
		r.add(100+id, w.lower)
		r.add(101+id, w.tag)
		r.add2(102+id, w.lower, w.tag)
	}
	r.add(112, s2.tag)
	r.add2(113, s2.lower, s2.tag)
	r.add(114, b2.tag)
	r.add2(115, b2.lower, b2.tag)
	r.add(116, b3.tag)
	r.add(117, s0.fine)
	r.add(118, s1.fine)
	r.add(119, b0.fine)
	r.add(120, b1.fine)

	wt := func(w *word) uint32 { return w.lower*31 + w.tag }
	s0wt, s1wt, b0wt := wt(s0), wt(s1), wt(b0)
	r.add2(121, s0wt, b0wt)
	r.add2(122, s0wt, b0.lower)
	r.add2(123, s0.lower, b0wt)
	r.add2(124, s0wt, b0.tag)
	r.add2(125, s0.tag, b0wt)
	r.add2(126, s0.lower, b0.lower)
	r.add2(127, s0.tag, b0.tag)
	r.add2(128, b0.tag, b1.tag)
	r.add2(129, s0.tag, s1.tag)
	r.add2(130, s1.lower, s0.lower)
	r.add2(131, s1wt, s0.tag)
	r.add2(132, s1.tag, s0wt)
	r.add2(133, s1.tag, b0.tag)
	r.add2(134, s1.lower, b0.lower)
	r.add2(135, s1.lower, b0.tag)
	r.add2(136, s1.tag, b0.lower)
	r.add2(137, s0.fine, b0.fine)
	r.add2(138, s0.fine, s1.fine)
	r.add2(139, s1.fine, b0.fine)
	r.add2(140, s0.tag, b0.fine)
	r.add2(141, s0.fine, b0.tag)
	r.add2(142, s1.tag, s0.fine)
	r.add2(143, s1.fine, s0.tag)

	r.add3(150, b0.tag, b1.tag, b2.tag)
	r.add3(151, s0.tag, b0.tag, b1.tag)
	r.add3(152, s1.tag, s0.tag, b0.tag)
	r.add3(153, s2.tag, s1.tag, s0.tag)
	r.add4(154, s1.tag, s0.tag, b0.tag, b1.tag)
	r.add3(155, s0.lower, b0.tag, b1.tag)
	r.add3(156, s1.tag, s0.lower, b0.tag)
	r.add3(157, s1.lower, s0.tag, b0.tag)
	r.add3(158, s1.tag, s0.tag, b0.lower)
	r.add4(159, s0.tag, b0.tag, b1.tag, b2.tag)
	r.add4(160, s2.upos, s1.tag, s0.tag, b0.tag)
	r.add3(161, s1.lower, s0.lower, b0.tag)
	r.add3(162, s0.lower, b0.lower, b1.tag)
	r.add3(163, s0.lower, b0.tag, b1.lower)
	r.add3(164, s1.fine, s0.fine, b0.fine)
	r.add3(165, s1.upos, s0.lower, b0.lower)

	actionChildRows(r, p, s0, s1, b0, n0, n1, n2, n3)

	d0, d1 := distance(i0, i3), distance(i1, i0)
	r.add2(210, s0.lower, d0)
	r.add2(211, s0.tag, d0)
	r.add3(212, s0.tag, b0.tag, d0)
	r.add3(213, s1.tag, s0.tag, d1)
	r.add2(214, b0.lower, d0)
	if len(p.stack) > 0 {
		m0 := p.between(i0, i3)
		r.add3(215, s0.tag, b0.tag, m0)
		r.add2(216, m0, d0)
		if len(p.stack) > 1 {
			m1 := p.between(i1, i0)
			r.add3(217, s1.tag, s0.tag, m1)
			r.add3(218, s1.tag, b0.tag, p.between(i1, i3))
		}
	}
	r.add3(219, uint32(min(len(p.stack), 4)), s0.upos, b0.upos)
	if p.guide != nil {
		guideRows(r, p, i0, i1, i3)
	}
}

// guideRows adds what the guide says about the top of the stack and the front
// of the buffer: where their heads and remaining dependents are.
func guideRows(r *rows, p *parser, i0, i1, i3 int32) {
	g0, g1, g3 := &p.guide[i0], &p.guide[i1], &p.guide[i3]
	s0, s1, b0, b1 := &p.words[i0], &p.words[i1], &p.words[i3], &p.words[p.buffer(1)]
	a, b, c := place(g0.head, i1, i3), place(g3.head, i0, i3+1), place(g1.head, i0, i3)
	wants, wants1, takes := uint32(0), uint32(0), uint32(0)
	if g0.rightmost >= i3 {
		wants = 1
	}
	if g1.rightmost >= i3 {
		wants1 = 1
	}
	if g3.leftmost <= i0 {
		takes = 1
		if g3.leftmost <= i1 && len(p.stack) > 1 {
			takes = 2
		}
	}
	ar := a<<2 | wants<<1 | wants1
	rel0, rel3, rel1 := uint32(g0.rel+2), uint32(g3.rel+2), uint32(g1.rel+2)
	r.add(220, ar)
	r.add2(221, ar, b)
	r.add4(222, ar, b, c, takes)
	r.add3(223, ar, s0.tag, b0.tag)
	r.add2(224, ar, rel0)
	r.add3(225, ar, rel0, s0.tag)
	r.add3(226, b, rel3, b0.tag)
	r.add3(227, ar, rel0, rel3)
	r.add3(228, ar, s0.tag, s1.tag)
	r.add2(229, ar, s0.lower)
	r.add3(230, ar, b0.tag, b1.tag)
	r.add4(231, ar, b, takes, s0.tag)
	r.add2(232, ar, b0.lower)
	r.add4(233, ar, rel0, rel1, c)
	r.add3(234, ar, rel0, s1.lower)
	r.add4(235, ar, b, s0.upos, s1.upos<<6|b0.upos)
}

// place says where a head is, seen from two tokens of which a stands first.
func place(head, a, b int32) uint32 {
	switch {
	case head == a:
		return 1
	case head == b:
		return 2
	case head > b:
		return 3
	case head > a:
		return 4
	}
	return 5
}

// actionChildRows adds the features of dependents, relation sets and valency.
func actionChildRows(r *rows, p *parser, s0, s1, b0 *word, n0, n1, n2, n3 *node) {
	s0l, s0r, s1l, s1r, b0l := &p.words[n0.left], &p.words[n0.right], &p.words[n1.left], &p.words[n1.right], &p.words[n3.left]
	r.add3(170, s0.tag, s0l.tag, b0.tag)
	r.add3(171, s0.tag, s0r.tag, b0.tag)
	r.add3(172, s0.tag, b0.tag, b0l.tag)
	r.add3(173, s1.tag, s1r.tag, s0.tag)
	r.add3(174, s1.tag, s1l.tag, s0.tag)
	r.add3(175, s1.tag, s0.tag, s0l.tag)
	r.add3(176, s1.tag, s0.tag, s0r.tag)
	r.add3(177, s1.tag, s1r.tag, b0.tag)
	rel := func(i int32) uint32 { return uint32(p.nodes[i].rel + 2) }
	r.add2(178, s0.tag, rel(n0.left))
	r.add2(179, s0.tag, rel(n0.right))
	r.add2(180, s1.tag, rel(n1.right))
	r.add2(181, s1.tag, rel(n1.left))
	r.add2(182, b0.tag, rel(n3.left))
	r.add3(183, s0.tag, rel(n0.right), rel(n0.righ2))
	r.add3(184, s1.tag, rel(n1.right), rel(n1.righ2))
	r.add3(185, s0.tag, rel(n0.left), rel(n0.left2))
	r.add3(186, b0.tag, rel(n3.left), rel(n3.left2))
	r.add2(187, s0.lower, s0l.lower)
	r.add2(188, s0.lower, s0r.lower)
	r.add2(189, s1.lower, s1r.lower)
	r.add2(190, b0.lower, b0l.lower)
	r.add2(191, s0.tag, n0.leftSet)
	r.add2(192, s0.tag, n0.rightSet)
	r.add2(193, s1.tag, n1.rightSet)
	r.add2(194, s1.tag, n1.leftSet)
	r.add2(195, b0.tag, n3.leftSet)
	r.add2(196, s0.lower, n0.rightSet)
	r.add2(197, s1.lower, n1.rightSet)
	r.add2(198, s0.lower, n0.leftSet)
	r.add3(199, s0.tag, uint32(n0.rightN), b0.tag)
	r.add3(200, s0.tag, uint32(n0.leftN), b0.tag)
	r.add3(201, s1.tag, uint32(n1.rightN), s0.tag)
	r.add3(202, b0.tag, uint32(n3.leftN), s0.tag)
	r.add3(203, s0.tag, n0.leftSet, b0.tag)
	r.add3(204, s1.tag, n1.leftSet, s0.tag)
	r.add3(205, s1.tag, n1.rightSet, s0.tag)
	r.add3(206, s0.lower, s0l.lower, b0.tag)
	r.add3(207, s1.lower, s0.tag, s0l.lower)
	r.add2(208, n2.rightSet, n1.rightSet)
	r.add3(209, s0.tag, n0.rightSet, b0.tag)
}

// labelRows collects the features of the arc from h to d, whose own
// dependents are complete.
func labelRows(r *rows, p *parser, h, d int32) {
	hw, dw := &p.words[h], &p.words[d]
	hn, dn := &p.nodes[h], &p.nodes[d]
	none := int32(p.n + 1)
	near := func(i, by int32) *word {
		if i+by < 0 || i+by > none {
			return &p.words[none]
		}
		return &p.words[i+by]
	}
	side := uint32(0)
	if h > d {
		side = 1
	}
	dist := distance(h, d)<<1 | side
	mid := p.between(h, d)<<1 | side
	l1, l2, r1 := &p.words[dn.left], &p.words[dn.left2], &p.words[dn.right]
	l1rel, r1rel := uint32(p.nodes[dn.left].rel+2), uint32(p.nodes[dn.right].rel+2)
	r.add2(300, hw.lower, side)
	r.add2(301, hw.tag, side)
	r.add2(302, dw.lower, side)
	r.add2(303, dw.tag, side)
	r.add3(304, hw.lower, hw.tag, side)
	r.add3(305, dw.lower, dw.tag, side)
	r.add3(306, hw.lower, dw.lower, side)
	r.add3(307, hw.tag, dw.tag, dist)
	r.add3(308, hw.lower, dw.tag, side)
	r.add3(309, hw.tag, dw.lower, side)
	r.add3(310, hw.tag, dw.tag, mid)
	r.add3(311, hw.fine, dw.fine, side)
	r.add3(312, hw.fine, dw.tag, side)
	r.add3(313, hw.tag, dw.fine, side)
	r.add3(314, hw.tag, dw.tag, near(d, -1).tag)
	r.add3(315, hw.tag, dw.tag, near(d, 1).tag)
	r.add3(316, hw.tag, dw.tag, near(h, -1).tag)
	r.add3(317, hw.tag, dw.tag, near(h, 1).tag)
	r.add3(318, dw.tag, l1.lower, side)
	r.add3(319, dw.tag, l1rel, side)
	r.add4(320, hw.tag, dw.tag, l1.lower, side)
	r.add4(321, hw.lower, dw.tag, l1.lower, side)
	r.add3(322, dw.lower, l1.lower, side)
	r.add4(323, hw.tag, dw.tag, dn.leftSet, side)
	r.add4(324, hw.tag, dw.tag, dn.rightSet, side)
	r.add3(325, dw.tag, dn.leftSet, dn.rightSet)
	r.add4(326, hw.tag, dw.tag, hn.leftSet, side)
	r.add4(327, hw.tag, dw.tag, hn.rightSet, side)
	if p.guide == nil {
		return
	}
	r.add3(328, hw.tag, hn.leftSet, side)
	r.add3(329, hw.lower, hn.rightSet, side)
	r.add3(330, dw.suffix[2], hw.tag, side)
	r.add3(331, dw.suffix[1], hw.suffix[1], side)
	r.add3(332, dw.tag, l2.lower, side)
	r.add3(333, dw.tag, r1rel, side)
	r.add4(334, dw.tag, r1.lower, r1rel, side)
	r.add3(335, near(d, -1).lower, dw.tag, hw.tag)
	r.add3(336, near(d, 1).lower, dw.tag, hw.tag)
	r.add2(337, hw.upos, dw.upos)
	r.add4(338, hw.lower, dw.lower, l1.lower, side)
	r.add3(339, dw.fine, l1.lower, hw.tag)
	r.add3(340, dw.fine, l1.lower, hw.lower)
	r.add3(341, dw.shape, hw.shape, side)
	r.add3(342, dw.tag, near(d, 1).tag, near(d, -1).tag)
	g, gh := &p.guide[d], &p.guide[h]
	rel := uint32(g.rel+2) << 1
	if g.head == h {
		rel |= 1
	}
	r.add(350, rel)
	r.add3(351, rel, hw.tag, dw.tag)
	r.add2(352, rel, dw.lower)
	r.add2(353, rel, hw.lower)
	r.add3(354, rel, uint32(gh.rel+2), dw.tag)
	r.add3(355, rel, side, mid)
}

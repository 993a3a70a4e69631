package event

// joinAll gives an act that the lexicon sees several do with each other all of
// those as sources and no target, where the model has one of them on either side:
// "the government and the rebels signed a truce in Chad" leaves Chad out.
func (c *choice) joinAll() {
	a := c.reading.actAt(c.tok)
	if a == nil || a.typ != c.typ || len(a.tgt) > 0 || len(a.src) < 2 {
		return
	}
	if overlap(a.src, c.src.refs) || overlap(a.src, c.tgt.refs) {
		c.src, c.tgt = c.reading.partyOf(a.src), c.reading.partyOf(nil)
	}
}

// partyOf returns the candidate that some actors are, one of its own if none is;
// nobody for no actors.
func (r *reading) partyOf(refs []ref) *party {
	for k := range r.parties {
		if p := &r.parties[k]; len(p.refs) == len(refs) && allAmong(refs, p.refs) {
			return p
		}
	}
	p := &party{refs: refs, tok: -1, how: partyNone}
	if len(refs) > 0 {
		p.tok, p.how, p.code = refs[0].tok, partyGroup, r.scene.codes(refs)
	}
	return p
}

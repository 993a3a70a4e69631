package event

// joinAll gives an act that the lexicon sees several do with each other all of
// those as sources and no target, where the model has one of them on either side:
// "the government and the rebels signed a truce in Chad" leaves Chad out. So do those who
// do it to each other, whoever stands behind: "accused each other of arming the rebels".
func (c *choice) joinAll() {
	if c.reading.eachOther(c.tok) && len(c.src.refs) > 1 {
		c.tgt = c.reading.partyOf(nil)
		return
	}
	a := c.reading.actAt(c.tok)
	if a == nil || a.typ != c.typ || len(a.tgt) > 0 || len(a.src) < 2 {
		return
	}
	if overlap(a.src, c.src.refs) || overlap(a.src, c.tgt.refs) {
		c.src, c.tgt = c.reading.partyOf(a.src), c.reading.partyOf(nil)
	}
}

// eachOther reports whether the object of a verb is its subject: "each other", "one another".
func (v *view) eachOther(verb int) bool {
	for _, k := range v.kids[verb] {
		if rel := v.main[k]; rel != "obj" && rel != "iobj" && rel != "obl" {
			continue
		}
		for i := max(k-1, 0); i < min(k+1, len(v.lower)-1); i++ {
			if v.lower[i] == "each" && v.lower[i+1] == "other" || v.lower[i] == "one" && v.lower[i+1] == "another" {
				return true
			}
		}
	}
	return false
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

package event

import "slices"

// partyFeatures describe a candidate for one side of an event. other is who
// has been chosen for the other side before, nil if nobody has been yet.
func (r *reading) partyFeatures(fr *frame, side string, p *party, other *party) []string {
	var f feats
	r.describeParty(fr, side, p, &f)
	r.compareParties(fr, side, p, other, &f)
	return f.list
}

// describeParty names the features that do not depend on the other side.
func (r *reading) describeParty(fr *frame, side string, p *party, f *feats) {
	l, t := r.lemma[fr.tok], side+fr.typ
	f.add(side, "how=", p.how)
	f.add(t, "|how=", p.how)
	if p.how == partyNone {
		r.noneFeatures(fr, side, f)
		return
	}
	slot, voice := fr.slot(r, p), r.voice(fr)
	f.add(side, "slot=", slot, "|", voice)
	f.add(t, "|slot=", slot, "|", voice)
	f.add(side, l, "|slot=", slot)
	for _, x := range r.hints[l] {
		f.add(side, "h=", x, "|slot=", slot)
	}
	r.whoFeatures(fr, side, p, slot, f)
	r.whereFeatures(fr, side, p, voice, f)
	r.ruleFeatures(fr, side, p, f)
	r.articleFeatures(fr, side, p, f)
}

// voice is that of the trigger.
func (r *reading) voice(fr *frame) string {
	if !r.verbal(fr.tok) {
		return "noun"
	}
	return passiveMark(r.passive(fr.tok))
}

// compareParties names the features that a candidate has beside the one chosen
// for the other side.
func (r *reading) compareParties(fr *frame, side string, p, other *party, f *feats) {
	if other == nil {
		return
	}
	if p.how == partyNone {
		r.pairFeatures(fr, side+"none|", p, other, f)
		r.noneBeside(fr, side, other, f)
		return
	}
	r.pairFeatures(fr, side, p, other, f)
	r.otherFeatures(fr, side, p, other, f)
}

// whoFeatures describe who the party is.
func (r *reading) whoFeatures(fr *frame, side string, p *party, slot string, f *feats) {
	t := side + fr.typ
	kind, sector, origin := r.scene.describe(p.refs)
	f.add(side, "kind=", kind)
	f.add(side, "sec=", sector)
	f.add(side, "orig=", origin)
	f.add(t, "|sec=", sector)
	f.add(t, "|orig=", origin)
	f.add(t, "|kind=", kind)
	f.add(side, "slot|kind=", slot, "|", kind)
	f.add(side, "how|orig=", p.how, "|", origin)
	f.add(side, "how|sec=", p.how, "|", sector)
	n := r.scene.counts[p.refs[0].id]
	f.add(side, "count=", bucket(n))
	if p.mention != nil {
		m := p.mention
		f.add(side, "form=", m.Form)
		f.add(t, "|form=", m.Form)
		if m.Modifier {
			f.add(side, "mod|slot=", slot)
			f.add(t, "|mod")
		}
		if m.Locative {
			f.add(side, "loc|slot=", slot)
			f.add(t, "|loc")
		}
		f.add(side, "mconf=", bucket(int(m.Confidence*10)))
		if r.upos(m.Head) != "PROPN" {
			f.add(side, "head=", r.lemma[m.Head])
		}
	}
}

// whereFeatures describe where the party stands.
func (r *reading) whereFeatures(fr *frame, side string, p *party, voice string, f *feats) {
	speaks := slices.ContainsFunc(fr.reps, func(x ref) bool { return x.id == p.refs[0].id })
	if speaks {
		f.add(side, "speaks")
		f.add(side, fr.typ, "|speaks")
		f.add(side, "speaks|how=", p.how)
	}
	if p.tok < 0 {
		return
	}
	path := r.path(fr.tok, p.tok)
	f.add(side, "path=", path)
	f.add(side, "path|v=", path, "|", voice)
	f.add(side, "rel=", r.full(p.tok))
	dir := "right"
	if p.tok < fr.tok {
		dir = "left"
	}
	f.add(side, "dir=", dir, "|", voice)
	f.add(side, fr.typ, "|dir=", dir, "|", voice)
	f.add(side, "dist=", dir, bucket(distance(p.tok, fr.tok)))
	between := 0
	for k := range r.parties {
		o := &r.parties[k]
		if o.how == partyMention && o.tok != p.tok && (o.tok-p.tok)*(o.tok-fr.tok) < 0 && !o.mention.Modifier {
			between++
		}
	}
	f.add(side, "between=", dir, bucket(between))
	if c := r.child(p.tok, "case"); c >= 0 {
		f.add(side, "case=", r.lemma[c], "|", dir)
		f.add(side, fr.typ, "|case=", r.lemma[c])
		f.add(side, r.lemma[fr.tok], "|case=", r.lemma[c])
	}
	if g := r.governor(p.tok); g == fr.tok || g >= 0 && g == r.governor(fr.tok) {
		f.add(side, "clause=same")
	} else if g >= 0 {
		f.add(side, "clause=other|", r.rel(p.tok))
	}
}

// ruleFeatures say what the rules made of the party.
func (r *reading) ruleFeatures(fr *frame, side string, p *party, f *feats) {
	a := fr.rule
	if a == nil {
		return
	}
	same := "other"
	if a.typ == fr.typ {
		same = "same"
	}
	src, tgt := allAmong(p.refs, a.src), allAmong(p.refs, a.tgt)
	role := "no"
	switch {
	case src:
		role = "src"
	case tgt:
		role = "tgt"
	}
	f.add(side, "rule=", role, "|", same)
	f.add(side, fr.typ, "|rule=", role, "|", same)
	for _, x := range slices.Concat(a.src, a.tgt) {
		if x.id == p.refs[0].id {
			f.add(side, "rhow=", role, "|", x.how)
			break
		}
	}
	exact := src && len(p.refs) == len(a.src) || tgt && len(p.refs) == len(a.tgt)
	if exact {
		f.add(side, "rexact=", role)
	}
}

// articleFeatures say what part the party has in what the rules find in the
// other sentences of the article.
func (r *reading) articleFeatures(fr *frame, side string, p *party, f *feats) {
	f.add(side, "asrc=", bucket(r.elsewhere("src ", p.code)), "|atgt=", bucket(r.elsewhere("tgt ", p.code)))
	if p.code != "" {
		f.add(side, "share=", r.scene.share(p.code))
		f.add(side, fr.typ, "|share=", r.scene.share(p.code))
	}
}

// pairFeatures say how often the rules find the pair in the other sentences.
func (r *reading) pairFeatures(fr *frame, side string, p, other *party, f *feats) {
	a, b := other.code, p.code
	f.add(side, "apair=", bucket(r.elsewhere("pair ", a, ">", b)))
	f.add(side, "rpair=", bucket(r.elsewhere("pair ", b, ">", a)))
	f.add(side, fr.typ, "|tpair=", bucket(r.elsewhere("pair ", fr.typ, a, ">", b)))
}

// elsewhere counts what the rules found in the other sentences.
func (r *reading) elsewhere(name ...string) int {
	key := countKey(name...)
	return r.scene.rules[key] - r.here[key]
}

// otherFeatures compare the party with the one on the other side.
func (r *reading) otherFeatures(fr *frame, side string, p, other *party, f *feats) {
	slot := fr.slot(r, p)
	_, sector, origin := r.scene.describe(p.refs)
	_, osector, oorigin := r.scene.describe(other.refs)
	f.add(side, "pair=", osector, ">", sector)
	f.add(side, fr.typ, "|origs=", oorigin, ">", origin)
	f.add(side, "origs=", oorigin, ">", origin)
	same := "code-differs"
	if p.code == other.code && p.code != "" {
		same = "code-same"
	}
	f.add(side, same)
	f.add(side, fr.typ, "|", same)
	f.add(side, same, "|how=", p.how)
	f.add(side, "slots=", fr.slot(r, other), ">", slot)
	if other.tok >= 0 && other.tok == p.tok {
		f.add(side, "tok=same")
	}
	if other.how == partyNone {
		f.add(side, "othernone|how=", p.how)
	}
}

// noneFeatures speak for or against an empty side.
func (r *reading) noneFeatures(fr *frame, side string, f *feats) {
	t, l, voice := side+fr.typ, r.lemma[fr.tok], r.voice(fr)
	f.add(t, "|none|dom=", r.scene.domestic)
	f.add(t, "|none|", voice)
	f.add(side, l, "|none")
	f.add(side, "none|", voice, "|", r.rel(fr.tok))
	for _, x := range r.hints[l] {
		f.add(side, "none|h=", x)
	}
	n := 0
	for k := range r.parties {
		if r.parties[k].how == partyMention {
			n++
		}
	}
	f.add(side, "none|n=", bucket(n))
	f.add(t, "|none|n=", bucket(n))
	if a := fr.rule; a != nil {
		f.add(side, "none|rule=", bucket(len(a.src)), bucket(len(a.tgt)))
		f.add(t, "|none|rule=", bucket(len(a.src)), bucket(len(a.tgt)))
	} else {
		f.add(side, "none|norule")
	}
	f.add(side, "none|asrc=", bucket(r.elsewhere("src ")), "|atgt=", bucket(r.elsewhere("tgt ")))
	r.frameFeatures(fr, side, f)
}

// frameFeatures name the arguments that a trigger has whoever they are.
func (r *reading) frameFeatures(fr *frame, side string, f *feats) {
	for _, k := range r.kids[fr.tok] {
		switch r.rel(k) {
		case "obj":
			f.add(side, "none|obj=", r.word(k))
			if r.mentionAt(k) != nil {
				f.add(side, "none|objactor")
			}
		case "nsubj", "xcomp", "ccomp":
		default:
			continue
		}
		f.add(side, "none|k=", r.full(k))
		f.add(side, fr.typ, "|none|k=", r.full(k))
	}
}

// noneBeside speaks for or against an empty side beside the other one.
func (r *reading) noneBeside(fr *frame, side string, other *party, f *feats) {
	_, osector, oorigin := r.scene.describe(other.refs)
	f.add(side, "none|other=", other.how)
	f.add(side, "none|osec=", osector)
	f.add(side, fr.typ, "|none|oorig=", oorigin)
	if other.how == partyGroup || len(other.refs) > 1 {
		f.add(side, fr.typ, "|none|many")
	}
}

package actor

import (
	"cmp"
	"slices"
	"strings"

	"dyad/schema"
)

// person is one person of an article: all the mentions by name.
type person struct {
	name     string
	tokens   []string // folded words of the longest name
	e        *entry
	tie      tie
	mentions []*mention
	id       string
}

// nameTokens returns the folded words of a name without suffixes.
func (rd *reading) nameTokens(s *sentence, first, last int) []string {
	var out []string
	for i := first; i < last; i++ {
		w := s.folded[i]
		if s.isAny(i, "PUNCT") || rd.r.words[s.lower[i]] == "suffix" || w == "." || w == "-" {
			continue
		}
		if s.word(i+1) == "-" && i+2 < last && rd.r.words[s.lower[i]] == "nameprefix" {
			continue // "Al-Sisi" and "Sisi" are one surname
		}
		if s.word(i+1) == "-" && i+2 < last && len(rd.r.surnames[w+"-"+s.folded[i+2]]) > 0 {
			out = append(out, w+"-"+s.folded[i+2]) // "Díaz-Canel"
			i += 2
			continue
		}
		out = append(out, rd.r.bare(w))
	}
	return out
}

// bare takes the article off an Arabic surname.
func (r *Resolver) bare(w string) string {
	if prefix, rest, ok := strings.Cut(w, "-"); ok && r.words[strings.ToLower(prefix)] == "nameprefix" && rest != "" {
		return rest
	}
	return w
}

// gatherPeople makes people of the mentions by name: full names first, then
// the short forms that belong to them.
func (rd *reading) gatherPeople() {
	var short []*mention
	list := rd.all(mPerson)
	called := rd.nicknames(list)
	for _, m := range list {
		if len(called) > 0 && rd.isNickname(m, called) {
			continue
		}
		s := rd.sents[m.sent]
		toks := rd.nameTokens(s, m.nameFirst, m.nameLast)
		if len(toks) == 0 {
			continue
		}
		rd.settlePerson(m)
		if len(toks) == 1 && m.e == nil {
			short = append(short, m)
			continue
		}
		p := rd.sameFullName(toks, m.e)
		if p == nil {
			p = &person{e: m.e, tokens: toks, name: rd.text(s, m.nameFirst, m.nameLast)}
			rd.people = append(rd.people, p)
		} else if len(toks) > len(p.tokens) {
			p.tokens, p.name = toks, rd.text(s, m.nameFirst, m.nameLast)
		}
		p.join(m)
	}
	for _, m := range append(short, rd.bareSurnames()...) {
		rd.placeShort(m)
	}
	if len(called) > 0 { // as in few articles: every name is held against every other
		rd.takeNicknames(list, called)
	}
	for _, p := range rd.people {
		rd.recognise(p)
	}
	rd.introduceAll()
	for _, p := range rd.people {
		rd.identify(p)
	}
}

// codeSoFar returns the state of a person before it is identified.
func (rd *reading) codeSoFar(p *person) string {
	switch {
	case p.e != nil:
		return p.e.code
	case p.tie.code != "":
		return p.tie.code
	}
	return rd.home
}

// bareSurnames makes mentions of words that the recogniser missed but that are
// the surname of somebody named in full in the article.
func (rd *reading) bareSurnames() []*mention {
	last := map[string]bool{}
	for _, p := range rd.people {
		if n := len(p.tokens); n > 1 {
			last[p.tokens[n-1]] = true
			if code := rd.codeSoFar(p); rd.r.classes[code+"/surname-first"] != "" {
				last[p.tokens[0]] = true
			}
		}
	}
	var out []*mention
	for si, s := range rd.sents {
		for i := range s.Tokens {
			if s.taken[i] != nil || !last[s.folded[i]] || !s.capital(i) || !s.isAny(i, "PROPN") || s.isAny(i+1, "PROPN") || s.isAny(i-1, "PROPN") {
				continue
			}
			m := &mention{kind: mPerson, sent: si, first: i, last: i + 1, nameFirst: i, nameLast: i + 1, head: i, rule: "bare-surname", confidence: 0.75}
			m.modifier = s.word(i+1) == "'s"
			out = append(out, s.add(m))
		}
	}
	return out
}

func (p *person) join(m *mention) {
	m.person = p
	p.mentions = append(p.mentions, m)
	p.tie.merge(m.tie)
	if p.e == nil {
		p.e = m.e
	}
}

// sameFullName finds the person of the article with this name: the same table
// entry, the same words, or a longer or shorter form of it ("Joaquim Lemos").
func (rd *reading) sameFullName(toks []string, e *entry) *person {
	for _, p := range rd.people {
		if e != nil && p.e == e || slices.Equal(p.tokens, toks) {
			return p
		}
		if e != nil && p.e != nil {
			continue
		}
		a, b := p.tokens, toks
		if len(a) > len(b) {
			a, b = b, a
		}
		shared := 0
		for _, w := range a {
			if slices.ContainsFunc(b, func(x string) bool { return sameWord(w, x) }) {
				shared++
			}
		}
		if len(a) >= 2 && shared == len(a) {
			return p
		}
	}
	return nil
}

// sameWord reports whether two words of names may be the same: equal, an
// initial, or of at least six letters with one slip ("Gerado", "Gerardo").
func sameWord(w, x string) bool {
	if strings.EqualFold(w, x) || len(w) == 2 && w[1] == '.' && x[0] == w[0] {
		return true
	}
	return min(len(w), len(x)) >= 6 && w[0] == x[0] && w[len(w)-1] == x[len(x)-1] && distance(w, x) == 1
}

// placeShort finds whom a single name means: somebody of the article, else
// somebody of the tables, else a person of whom no more is known.
func (rd *reading) placeShort(m *mention) {
	s := rd.sents[m.sent]
	toks := rd.nameTokens(s, m.nameFirst, m.nameLast)
	var best *person
	for _, p := range rd.people {
		if !p.mayBe(toks[0]) || rd.otherHolder(p, toks[0], m) {
			continue
		}
		if best == nil || rd.nearer(p, best, m) {
			best = p
		}
	}
	if e := rd.reigning(toks[0], m); e != nil {
		m.e = e
		if best = rd.sameFullName(toks, e); best == nil || best.e != e {
			best = &person{e: e, tokens: toks, name: e.name}
			rd.people = append(rd.people, best)
		}
	}
	if best == nil {
		if e := rd.knownSurname(toks[0], m); e != nil {
			m.e, m.rule, m.confidence = e, "surname", 0.7
			if best = rd.sameFullName(toks, e); best == nil {
				best = &person{e: e, tokens: toks, name: e.name}
				rd.people = append(rd.people, best)
			}
		}
	}
	if best == nil {
		rd.codeOfNamesakes(toks[0], m)
		best = &person{tokens: toks, name: rd.text(s, m.nameFirst, m.nameLast)}
		rd.people = append(rd.people, best)
	}
	best.join(m)
}

// otherHolder reports whether a single name with an office means somebody of the
// tables who holds it rather than a person of the article with another office:
// "President Obama" in an article that names the first lady in full.
func (rd *reading) otherHolder(p *person, surname string, m *mention) bool {
	a, b := p.tie.office, m.tie.office
	if p.e != nil || a == "" || b == "" || sameOffice(a, b) || sameOffice(b, a) {
		return false
	}
	e := rd.knownSurname(surname, m)
	return e != nil && (rd.date == "" || len(rd.active(e.id)) > 0)
}

// nearer reports whether a single name means p rather than o: somebody whom all
// the world knows rather than one of his family, else the one that the
// article has called by the single name before (it names a father in full once
// and goes on about the son), else one who is more than somebody's family ("the son of the
// banker Otto Lind"), else the one named last before it.
func (rd *reading) nearer(p, o *person, m *mention) bool {
	if a, b := p.e != nil && p.e.external != "", o.e != nil && o.e.external != ""; a != b && (p.e == nil || o.e == nil) {
		return a
	}
	a, b := p.calledShort(m), o.calledShort(m)
	if a != b {
		return a
	}
	if a, b := rd.onlyKin(p, m), rd.onlyKin(o, m); a != b {
		return b
	}
	return p.before(m) && (!o.before(m) || p.lastBefore(m).after(o.lastBefore(m)))
}

// onlyKin reports whether all mentions of a person before m only say whose family somebody
// else is, or are names of such family: "the son of the banker Otto Lind", "her son Otto Lind".
func (rd *reading) onlyKin(p *person, m *mention) bool {
	found := false
	for _, o := range p.mentions {
		if !m.after(o) {
			continue
		}
		s := rd.sents[o.sent]
		k := o.first - 1
		if s.word(k) == "," {
			k-- // "her son, Otto Lind"
		}
		if h := s.Tokens[o.head].Head; !rd.kinAt(s, k) && (h < 0 || s.Rel(o.head) != "nmod" || !rd.kinAt(s, h)) {
			return false
		}
		found = true
	}
	return found
}

// calledShort reports whether a mention before m is a single name, too.
func (p *person) calledShort(m *mention) bool {
	return slices.ContainsFunc(p.mentions, func(o *mention) bool { return o.nameLast-o.nameFirst == 1 && m.after(o) })
}

// mayBe reports whether a single name can mean the person: the last word of
// the name, or its first, spelled alike.
func (p *person) mayBe(w string) bool {
	return slices.ContainsFunc(p.tokens, func(x string) bool { return sameWord(w, x) })
}

func (p *person) before(m *mention) bool { return p.lastBefore(m) != nil }

// lastBefore returns the last mention of the person before m, nil if none.
func (p *person) lastBefore(m *mention) *mention {
	var out *mention
	for _, o := range p.mentions {
		if m.after(o) && (out == nil || o.after(out)) {
			out = o
		}
	}
	return out
}

// after reports whether m stands after o in the text; nothing stands before nil.
func (m *mention) after(o *mention) bool {
	if o == nil {
		return m != nil
	}
	if m == nil {
		return false
	}
	return m.sent > o.sent || m.sent == o.sent && m.first > o.first
}

// heldOffice reports whether the person held an office like the title.
func (rd *reading) heldOffice(e *entry, t tie) bool {
	if t.office == "" {
		return false
	}
	for _, ten := range rd.r.tables.tenures[e.id] {
		if (ten.office == t.office || strings.HasPrefix(ten.office, t.office+" ")) && (rd.date == "" || ten.from <= rd.date) {
			return true
		}
		if t.office == "leader" || t.office == "pm" && ten.office == "prime minister" {
			return true
		}
	}
	return false
}

// active returns the offices that a person held on the date of the article.
func (rd *reading) active(id string) []tenure {
	if rd.date == "" {
		return nil
	}
	return rd.r.tables.heldOn(id, rd.date)
}

// heldOn returns the offices that a person held on a day; those of a user's
// file win.
func (t *tables) heldOn(id, day string) []tenure {
	var out []tenure
	for _, ten := range t.tenures[id] {
		if ten.on(day) {
			out = append(out, ten)
		}
	}
	return ownOnly(out)
}

// recognise looks the full name of a person up in the tables, and reads the state
// off whom it is tied to.
func (rd *reading) recognise(p *person) {
	if p.e == nil && len(p.tokens) > 1 {
		if es := rd.r.names.names[strings.Join(p.tokens, "")]; len(es) == 1 && es[0].kind == kindPerson {
			p.e = es[0]
		} else if len(es) == 0 {
			if p.e = rd.r.spelledLike(p.tokens); p.e == nil {
				p.e = rd.r.middleNames(p.tokens, rd.codeSoFar(p))
			}
		}
	}
	if p.e != nil && p.tie.code != "" && p.tie.code != p.e.code && p.tie.org == "" && len(p.tie.code) == 3 && p.tie.sector != "" && len(rd.active(p.e.id)) == 0 {
		if rd.r.tables.countries[p.tie.code] != nil && !p.tie.former {
			p.e = nil // a namesake: another state's official
		}
	}
	if p.tie.by != nil {
		rd.tieLate(&p.tie)
	}
}

// identify gives a person its id: that of the table, else one made of the
// name and the state or organisation it is tied to.
func (rd *reading) identify(p *person) {
	if p.e != nil {
		p.id = p.e.id
		return
	}
	rd.placePerson(p)
	p.id = newPersonID(p.name, p.tie.code, p.tie.sector)
}

// placePerson finds the state of somebody whom no table knows: that of whom the words
// of the text tie him to, else the likeliest one. A body of which no more is known
// either is of the state of who works there.
func (rd *reading) placePerson(p *person) {
	if p.tie.by != nil {
		rd.tieLate(&p.tie)
	}
	rd.abroad(&p.tie)
	if p.tie.code == "" {
		p.tie.code = cmp.Or(rd.kinCode(p), p.tie.born)
	}
	if p.tie.code != "" {
		return
	}
	p.tie.code = rd.stateOf(p)
	if p.tie.by == nil || p.tie.by.org == nil {
		return
	}
	if o := p.tie.by.org; o.assumed {
		if p.tie.code != o.code {
			o.code, o.id = p.tie.code, schema.OrgID(o.name, p.tie.code)
		}
		o.assumed = false
		p.tie.country, p.tie.org = "", o.id
	}
}

// tieLate reads the state off the person or organisation that a name is tied
// to, which is known only after all names are.
func (rd *reading) tieLate(t *tie) {
	if o := t.by.org; o != nil {
		if t.inherit && (o.sector != "" || t.sector != "BUS" && !trade(t.sector)) {
			t.sector = o.sector // "the president of the union"
		}
		if t.code == "" && !o.assumed {
			t.code, t.country = o.code, o.country
		}
		if t.org == "" && !o.assumed {
			t.org = o.id
		}
		if t.sector == "" {
			t.sector = o.sector
		}
	}
	if p := t.by.person; p != nil && p.e != nil && t.code == "" {
		t.code = p.e.code
	}
}

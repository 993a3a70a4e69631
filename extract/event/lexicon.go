package event

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dyad/internal/lexicon"
	"dyad/internal/loglinear"
	"dyad/schema"
)

//go:embed data/*.tsv
var dataFiles embed.FS

// lexicons are the tables of data/. The head of each file says what its
// columns mean.
type lexicons struct {
	verbs     map[string][]*entry
	nouns     map[string][]*entry
	operators map[string][]*entry
	light     map[string][]*entry
	classes   map[string]map[string]bool
	members   loglinear.Table[struct{}] // the words of all classes, see memberKey
	roles     map[string]roleSet
	modality  map[string]code
	known     map[string]bool
	irregular map[string]string         // past forms and their lemmas
	calendar  map[string]map[string]int // kind, word
	contexts  []string
	contextOf map[string][]int // the rows of contexts that a lemma stands in
	entries   []*entry
	digest    string
}

// code is what an act is coded as.
type code struct{ typ, mode, cameo string }

// entry is one row of a lexicon: its lemmas, the conditions of its frame, what
// it is coded as and where its arguments are.
type entry struct {
	table, name string
	line        int
	lemmas      []string
	adjective   bool
	particles   []string
	object      []string
	preps       []string
	op          string
	comps       []string
	code
	src, tgt         []spec
	flags            []string
	example, counter string
}

// special is 1 for an entry with a condition on the words around.
func (e *entry) special() int {
	about := func(f string) bool { return strings.HasPrefix(f, "about@") }
	if len(e.object) > 0 || e.has("labour") || slices.ContainsFunc(e.flags, about) {
		return 1
	}
	return 0
}

// specific reports whether a verb entry has a condition on its frame.
func (e *entry) specific() bool {
	by := func(f string) bool { return f == "clause" || f == "body" || strings.HasPrefix(f, "by@") }
	return len(e.object)+len(e.particles)+len(e.preps) > 0 || slices.ContainsFunc(e.flags, by)
}

func (e *entry) has(flag string) bool { return slices.Contains(e.flags, flag) }

// asks reports whether an entry has a flag for one of its lemmas: for all of them,
// or as "lemma:flag" for this one.
func (e *entry) asks(flag, lemma string) bool { return e.has(flag) || e.has(lemma+":"+flag) }

// named returns the classes that the flags of an entry with a prefix name for one
// of its lemmas: "no@market" for all of them, "call:no@deciding" for one.
func (e *entry) named(prefix, lemma string) []string {
	var out []string
	for _, f := range e.flags {
		if rest, ok := strings.CutPrefix(f, lemma+":"); ok {
			f = rest
		}
		if class, ok := strings.CutPrefix(f, prefix); ok {
			out = append(out, class)
		}
	}
	return out
}

// roleSet is where the arguments of a type stand unless an entry says else.
type roleSet struct {
	verbSrc, verbTgt, nounSrc, nounTgt []spec
	implied                            []string // sides that a domestic act may leave unsaid
}

// loadLexicons reads all tables and checks every code against the ontology.
func loadLexicons(ont *schema.Ontology) (*lexicons, error) {
	l := &lexicons{
		verbs: map[string][]*entry{}, nouns: map[string][]*entry{}, operators: map[string][]*entry{},
		light: map[string][]*entry{}, known: map[string]bool{}, irregular: map[string]string{}, contextOf: map[string][]int{}, classes: map[string]map[string]bool{}, roles: map[string]roleSet{},
		modality: map[string]code{}, calendar: map[string]map[string]int{},
	}
	hash := sha256.New()
	for _, t := range []struct {
		name string
		add  func(lexicon.Row) error
	}{
		{"classes", l.addClass}, {"roles", l.addRoles}, {"calendar", l.addCalendar}, {"contexts", l.addContext},
		{"irregular", l.addIrregular},
		{"modality", l.addModality(ont)},
		{"verbs", l.addEntry("verb", l.verbs, ont)}, {"nouns", l.addEntry("noun", l.nouns, ont)},
		{"operators", l.addEntry("op", l.operators, ont)}, {"light", l.addEntry("light", l.light, ont)},
	} {
		data, err := dataFiles.ReadFile("data/" + t.name + ".tsv")
		if err != nil {
			return nil, fmt.Errorf("read event lexicon: %w", err)
		}
		hash.Write(data)
		table, err := lexicon.Read(t.name+".tsv", strings.NewReader(string(data)))
		if err != nil {
			return nil, err
		}
		for _, row := range table.Rows {
			if err := t.add(row); err != nil {
				return nil, fmt.Errorf("read %s.tsv:%d: %w", t.name, row.Line, err)
			}
		}
	}
	for _, rows := range l.nouns {
		slices.SortStableFunc(rows, func(a, b *entry) int { return b.special() - a.special() })
	}
	l.digest = hex.EncodeToString(hash.Sum(nil)[:8])
	return l, nil
}

func (l *lexicons) addClass(r lexicon.Row) error {
	set := l.classes[r.Get("class")]
	if set == nil {
		set = map[string]bool{}
		l.classes[r.Get("class")] = set
	}
	for _, w := range r.List("lemmas") {
		set[w] = true
		l.members.Set(memberKey(r.Get("class"), w), struct{}{})
	}
	l.learn(r.List("lemmas"))
	return nil
}

func (l *lexicons) addRoles(r lexicon.Row) error {
	var s roleSet
	for _, c := range []struct {
		column string
		to     *[]spec
	}{{"verb_src", &s.verbSrc}, {"verb_tgt", &s.verbTgt}, {"noun_src", &s.nounSrc}, {"noun_tgt", &s.nounTgt}} {
		var err error
		if *c.to, err = parseSpecs(r.List(c.column)); err != nil {
			return fmt.Errorf("%s: %w", c.column, err)
		}
	}
	s.implied = r.List("implied")
	l.roles[r.Get("type")] = s
	return nil
}

func (l *lexicons) addCalendar(r lexicon.Row) error {
	n, err := strconv.Atoi(r.Get("number"))
	if err != nil {
		return fmt.Errorf("number: %w", err)
	}
	kind := r.Get("kind")
	if l.calendar[kind] == nil {
		l.calendar[kind] = map[string]int{}
	}
	for _, w := range r.List("words") {
		l.calendar[kind][w] = n
	}
	return nil
}

func (l *lexicons) addContext(r lexicon.Row) error {
	for _, w := range r.List("lemmas") {
		l.contextOf[w] = append(l.contextOf[w], len(l.contexts))
	}
	l.contexts = append(l.contexts, r.Get("context"))
	return nil
}

func (l *lexicons) addIrregular(r lexicon.Row) error {
	for _, form := range r.List("forms") {
		l.irregular[form] = r.Get("lemma")
	}
	return nil
}

// addModality reads what an operator makes of an act: the row with the type
// of the act holds before the row with "*".
func (l *lexicons) addModality(ont *schema.Ontology) func(lexicon.Row) error {
	return func(r lexicon.Row) error {
		c := code{r.Get("type"), r.Get("mode"), r.Get("cameo")}
		for _, in := range r.List("inner") {
			l.modality[r.Get("op")+" "+in] = c
		}
		if c.typ == "=" || c.typ == "-" {
			return nil
		}
		return checkCode(ont, c)
	}
}

// addEntry returns the reader of a lexicon of triggers.
func (l *lexicons) addEntry(table string, to map[string][]*entry, ont *schema.Ontology) func(lexicon.Row) error {
	return func(r lexicon.Row) error {
		e := &entry{table: table, line: r.Line, lemmas: r.List("lemma"), flags: r.List("flags"), example: r.Get("example"), counter: r.Get("counter")}
		e.object = r.List("obj")
		switch table {
		case "verb":
			e.particles, e.preps = r.List("prt"), words(r.Get("prep"))
		case "op":
			e.particles, e.op, e.comps = r.List("prt"), r.Get("op"), r.List("comp")
		}
		e.adjective = e.has("adj")
		if table != "light" {
			e.code = code{r.Get("type"), r.Get("mode"), r.Get("cameo")}
			if e.typ != "" {
				if err := checkCode(ont, e.code); err != nil {
					return err
				}
			}
		}
		if err := e.addSpecs(r, l.roles[e.typ]); err != nil {
			return err
		}
		e.name = table + ":" + strings.Join(slices.Concat(e.lemmas[:1], e.particles[:min(1, len(e.particles))], e.object[:min(1, len(e.object))], e.preps[:min(1, len(e.preps))]), "_")
		for slices.ContainsFunc(l.entries, func(o *entry) bool { return o.name == e.name }) {
			e.name += "_" + strings.ToLower(e.typ)
		}
		l.learn(e.lemmas)
		for _, lemma := range e.lemmas {
			to[lemma] = append(to[lemma], e)
		}
		l.entries = append(l.entries, e)
		return nil
	}
}

// words splits a list at commas.
func words(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == ',' })
}

// addSpecs reads where the arguments are, from the row or from the type.
func (e *entry) addSpecs(r lexicon.Row, roles roleSet) (err error) {
	if e.src, err = parseSpecs(r.List("src")); err != nil {
		return fmt.Errorf("src: %w", err)
	}
	if e.tgt, err = parseSpecs(r.List("tgt")); err != nil {
		return fmt.Errorf("tgt: %w", err)
	}
	src, tgt := roles.verbSrc, roles.verbTgt
	if e.table == "noun" {
		src, tgt = roles.nounSrc, roles.nounTgt
	}
	if e.src == nil {
		e.src = src
		if e.table == "op" && src == nil {
			e.src = []spec{{base: "subj"}}
		}
	}
	if e.tgt == nil {
		e.tgt = tgt
	}
	return nil
}

func checkCode(ont *schema.Ontology, c code) error {
	if _, ok := ont.Type(c.typ); !ok {
		return fmt.Errorf("unknown type %q", c.typ)
	}
	if _, ok := ont.Mode(c.typ, c.mode); c.mode != "" && !ok {
		return fmt.Errorf("%s has no mode %q", c.typ, c.mode)
	}
	if _, ok := ont.CAMEO(c.cameo); !ok {
		return fmt.Errorf("unknown CAMEO code %q", c.cameo)
	}
	return nil
}

// lemma returns the lemma of a word, corrected where the lemmatiser does not
// know the word but a lexicon does: "troops", "patroll", "boycot", "forbidden".
func (l *lexicons) lemma(lemma, form, xpos string) string {
	if lemma == "" || lemma == "_" {
		lemma = form
	}
	ends := inflections[xpos]
	if strings.HasPrefix(xpos, "VB") && lemma == form && l.irregular[form] != "" {
		return l.irregular[form]
	}
	if l.known[lemma] || ends == nil {
		return lemma
	}
	for _, end := range ends {
		stem, ok := strings.CutSuffix(form, end)
		if !ok || len(stem) < 3 {
			continue
		}
		if l.known[stem] {
			return stem
		}
		if end != "s" && l.known[stem+"e"] {
			return stem + "e"
		}
		if n := len(stem); stem[n-1] == stem[n-2] && l.known[stem[:n-1]] { // "patrolled"
			return stem[:n-1]
		}
	}
	return lemma
}

// inflections are the endings that a tag can have.
var inflections = map[string][]string{
	"NNS": {"s", "es"}, "NNPS": {"s", "es"}, "VBZ": {"s", "es"}, "VBG": {"ing"},
	"VBD": {"ed", "d"}, "VBN": {"ed", "d"},
}

// learn notes the words of a lexicon as known.
func (l *lexicons) learn(words []string) {
	for _, w := range words {
		l.known[w] = true
	}
}

// matches reports whether a lemma is one of the words, of which "@name" means
// a class.
func (l *lexicons) matches(words []string, lemma string) bool {
	for _, w := range words {
		if class, ok := strings.CutPrefix(w, "@"); ok && l.is(class, lemma) || w == lemma {
			return true
		}
	}
	return false
}

// is reports whether a lemma belongs to a class.
func (l *lexicons) is(class, lemma string) bool {
	_, ok := l.members.At(memberKey(class, lemma))
	return ok
}

// memberKey is the hash of a word as a member of a class.
func memberKey(class, word string) uint64 {
	return loglinear.Hash(loglinear.Hash(loglinear.Hash(loglinear.HashStart, class), "|"), word)
}

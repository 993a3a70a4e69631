package event

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strings"

	"dyad/extract/nlp"
	"dyad/internal/lexicon"
	"dyad/internal/loglinear"
	"dyad/schema"
)

// Weights are the tables of the learned coder: data/trigger-weights.tsv,
// data/party-weights.tsv and data/matter-weights.tsv.
type Weights struct{ Triggers, Parties, Matters []byte }

// Train learns the weights of the model from annotated articles. The operating
// point and the calibration of the confidence come from cross-validation, whose
// figures go to log.
func (c *Coder) Train(examples []Example, log io.Writer) *Weights {
	var list []*prepared
	for i := range examples {
		list = append(list, c.prepare(&examples[i]))
	}
	pred := c.validate(list)
	var news, extra trial
	for i, p := range list {
		if p.Extra {
			extra.add(p, pred[i])
		} else {
			news.add(p, pred[i])
		}
	}
	m := c.learn(list)
	fmt.Fprintf(log, "%d articles, %d-fold cross-validation\n", len(news.gold), folds)
	sets := []*trial{&news}
	if len(extra.gold) > 0 {
		sets = append(sets, &extra)
	}
	one := m.bestThreshold(log, sets...)
	m.set.threshold = m.uniform(one)
	refine(m.set.threshold, sets...)
	fmt.Fprintf(log, "by type: %s\n", score(news.gold, over(news.pred, m.set.threshold)))
	if len(extra.gold) > 0 {
		fmt.Fprintf(log, "%d more articles: %s\n", len(extra.gold), score(extra.gold, over(extra.pred, m.set.threshold)))
	}
	pred = over(slices.Concat(news.pred, extra.pred), m.set.threshold)
	m.set.calibration = calibrate(slices.Concat(news.gold, extra.gold), pred, log)
	return m.tables()
}

// learned is the part of a coder beside the rules.
type learned struct {
	hints   map[string][]string
	general map[string]code
	classes map[string][]string // the word classes of a lemma
	model   *model              // nil: the rules decide
	digest  string
}

// addTables loads the tables that the features and codes of the model need.
func (c *Coder) addTables() error {
	var err error
	var hints, general []byte
	c.classes = map[string][]string{}
	for _, class := range slices.Sorted(maps.Keys(c.lex.classes)) {
		for l := range c.lex.classes[class] {
			c.classes[l] = append(c.classes[l], class)
		}
	}
	if c.hints, hints, err = loadHints(); err != nil {
		return err
	}
	if c.general, general, err = loadGeneral(c.ont); err != nil {
		return err
	}
	c.learned.digest = schema.ID("learned", string(hints), string(general))
	return nil
}

// addModel loads the weights.
func (c *Coder) addModel() error {
	m, raw, err := loadModel()
	if err != nil {
		return err
	}
	c.model, c.learned.digest = m, schema.ID("learned", c.learned.digest, string(raw))
	return nil
}

// loadGeneral reads the codes of acts of which only the type is known.
func loadGeneral(ont *schema.Ontology) (map[string]code, []byte, error) {
	raw, err := dataFiles.ReadFile("data/general.tsv")
	if err != nil {
		return nil, nil, fmt.Errorf("read general codes: %w", err)
	}
	table, err := lexicon.Read("general.tsv", bytes.NewReader(raw))
	if err != nil {
		return nil, nil, err
	}
	out := map[string]code{}
	for _, row := range table.Rows {
		k := code{row.Get("type"), row.Get("mode"), row.Get("cameo")}
		if err := checkCode(ont, k); err != nil {
			return nil, nil, fmt.Errorf("read general.tsv:%d: %w", row.Line, err)
		}
		out[k.typ] = k
	}
	return out, raw, nil
}

// tables writes the models as tables.
func (m *model) tables() *Weights {
	var a, b, c bytes.Buffer
	m.trigger.Write(&a, "Weights of the trigger model: a multinomial logistic regression over the features of a token; see NOTICE.md.")
	a.WriteString("=threshold\t")
	for i, typ := range slices.Sorted(maps.Keys(m.set.threshold)) {
		if i > 0 {
			a.WriteByte(' ')
		}
		fmt.Fprintf(&a, "%s:%.2f", typ, m.set.threshold[typ])
	}
	a.WriteByte('\n')
	for i, x := range m.set.calibration {
		fmt.Fprintf(&a, "=calibration%d\tset:%.4f\n", i, x)
	}
	m.party.Write(&b, "Weights of the party model: a log-linear ranking of the candidates for a side; see NOTICE.md.")
	m.matter.Write(&c, "Weights of the matter model: a logistic regression over the words of an article; see NOTICE.md.")
	return &Weights{a.Bytes(), b.Bytes(), c.Bytes()}
}

// readModel reads the tables that [Coder.Train] makes.
func readModel(w *Weights) (*model, error) {
	m := &model{}
	var err error
	if m.trigger, err = loglinear.ReadLinear("trigger-weights.tsv", w.Triggers); err != nil {
		return nil, err
	}
	if m.party, err = loglinear.ReadLinear("party-weights.tsv", w.Parties); err != nil {
		return nil, err
	}
	if m.matter, err = loglinear.ReadLinear("matter-weights.tsv", w.Matters); err != nil {
		return nil, err
	}
	one := func(name string) float64 {
		if w := m.trigger.Of(name); len(w) == 1 {
			return w[0].Value
		}
		return 0
	}
	m.set.threshold = map[string]float64{}
	for _, w := range m.trigger.Of("=threshold") {
		m.set.threshold[m.trigger.Classes[w.Class]] = w.Value
	}
	for i := range m.set.calibration {
		m.set.calibration[i] = one(fmt.Sprintf("=calibration%d", i))
	}
	m.trigger.Classes = slices.DeleteFunc(m.trigger.Classes, func(s string) bool { return s == "set" })
	return m, nil
}

// loadModel reads the model that comes with the package, and returns the bytes
// of its tables too.
func loadModel() (*model, []byte, error) {
	w := &Weights{}
	var all []byte
	for _, t := range []struct {
		name string
		to   *[]byte
	}{{"trigger", &w.Triggers}, {"party", &w.Parties}, {"matter", &w.Matters}} {
		raw, err := dataFiles.ReadFile("data/" + t.name + "-weights.tsv")
		if err != nil {
			return nil, nil, fmt.Errorf("read weights: %w", err)
		}
		*t.to, all = raw, append(all, raw...)
	}
	m, err := readModel(w)
	return m, all, err
}

// loadHints reads the table of hints: the rows that a lemma stands in.
func loadHints() (map[string][]string, []byte, error) {
	raw, err := dataFiles.ReadFile("data/hints.tsv")
	if err != nil {
		return nil, nil, fmt.Errorf("read hints: %w", err)
	}
	table, err := lexicon.Read("hints.tsv", bytes.NewReader(raw))
	if err != nil {
		return nil, nil, err
	}
	out := map[string][]string{}
	for _, row := range table.Rows {
		for _, l := range row.List("lemmas") {
			if !slices.Contains(out[l], row.Get("hint")) {
				out[l] = append(out[l], row.Get("hint"))
			}
		}
	}
	return out, raw, nil
}

// readings reads all sentences of an article with the rules.
func (c *Coder) readings(doc *schema.Document, ling *nlp.Doc) []*reading {
	sc, past, who := newScene(doc), &memory{}, newCast(doc, ling)
	var out []*reading
	var last *reading
	for n := range ling.Sentences {
		v := newView(c.lex, who, n)
		last = c.read(v, sc, c.acts(v, past), last)
		out = append(out, last)
		if v.mentionsAny("crime") || v.mentionsAny("crimestory") {
			sc.crimes++
		}
		for _, a := range last.acts {
			sc.note(a, sc.rules)
			sc.note(a, last.here)
		}
	}
	return out
}

// sides returns the actors on both sides of a choice; one on both is a source.
func (c *choice) sides() (src, tgt []ref) {
	return c.src.refs, without(c.tgt.refs, c.src.refs)
}

// learnedActs turns what the model sees in the sentences of an article into
// acts, nil without a model.
func (c *Coder) learnedActs(list []*reading) [][]*act {
	if c.model == nil {
		return nil
	}
	out := make([][]*act, len(list))
	for n, choices := range c.model.chooseAll(list) {
		for _, x := range choices {
			out[n] = append(out[n], c.learnedAct(list[n], x))
		}
		out[n] = distinct(out[n])
	}
	return out
}

// learnedAct makes the act of a choice. Where the rules have the same type at
// the trigger, code and flags are theirs.
func (c *Coder) learnedAct(r *reading, x *choice) *act {
	a := &act{tok: x.tok, steps: []string{"learned"}, noun: !r.verbal(x.tok)}
	rule := r.ruled[x.tok]
	switch {
	case rule != nil && rule.typ == x.typ:
		a.code, a.span, a.tok, a.noun = rule.code, rule.span, rule.tok, rule.noun
		a.negated, a.future, a.hypothetical, a.historical = rule.negated, rule.future, rule.hypothetical, rule.historical
		a.steps = append(a.steps, rule.steps...)
	default:
		a.code = c.codeOf(r, x)
		a.steps = append(a.steps, strings.ToLower(x.typ))
		r.flag(a)
	}
	a.src, a.tgt = x.sides()
	for _, p := range []*party{x.src, x.tgt} {
		if p.tok < 0 && p.how != partyNone {
			a.steps = append(a.steps, p.how)
		}
	}
	p := math.Round(c.model.confidence(x)*100) / 100
	a.fixed = &p
	return a
}

// flag notes what the clause says about an act.
func (r *reading) flag(a *act) {
	switch op := r.clauseOperator(a); op {
	case "not":
		a.negated = a.typ != "REJECT" && a.typ != "ACCUSE"
	case "will", "wont", "announce":
		a.future = a.typ != "AGREE" && a.typ != "THREATEN"
	case "may", "if":
		a.hypothetical = a.typ != "AGREE" && a.typ != "THREATEN"
	}
}

// codeOf gives a type its mode and CAMEO code: those of the first lexicon
// entry that has the word for this type, else the most general ones.
func (c *Coder) codeOf(r *reading, x *choice) code {
	for _, e := range slices.Concat(c.lex.verbs[r.lemma[x.tok]], c.lex.nouns[r.lemma[x.tok]], c.lex.operators[r.lemma[x.tok]]) {
		if e.typ == x.typ {
			return e.code
		}
	}
	return c.general[x.typ]
}

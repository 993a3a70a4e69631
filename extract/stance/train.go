package stance

import (
	"cmp"
	"io"
	"slices"

	"dyad/extract/nlp"
	"dyad/internal/loglinear"
	"dyad/schema"
)

// Example is an analysed text with the stances between its given mentions.
type Example struct {
	Doc  *schema.Document // with Mentions and Attributions
	Ling *nlp.Doc
	// Sign is -1, 0 or 1 for every holder and target, 0 if missing.
	Sign map[[2]string]int
}

// Treated is an analysed text with how it speaks of mentions.
type Treated struct {
	Doc  *schema.Document // with Mentions
	Ling *nlp.Doc
	// Sign is -1, 0 or 1 for every mention of Doc.
	Sign []int
}

// Article is an analysed article with its right stances.
type Article struct {
	Doc  *schema.Document // with all that Classify reads
	Ling *nlp.Doc
	// Match lists the right stances that one of that holder, target and sign may
	// be, by number, the likeliest first; issue is the name of a target that is
	// an issue.
	Match func(holder, target, issue string, sign int) []int
	// Sign is -1, 0 or 1 for what the sentence at a span shows of a holder and a
	// target, both actors, if that is known; nil: nothing is.
	Sign func(at schema.Span, holder, target string) (sign int, known bool)
	// Weight is how much the article counts in training.
	Weight float64
	// Fold is the number of the fold that the article is left out with.
	Fold int

	pairs *linear // learned without the article, nil: that of the classifier
}

// Folds is how many folds articles are dealt out to.
const Folds = 5

// Settings are those of the trainers.
type Settings struct {
	// Shift is the operating point, see linear.shift; weights below Least are
	// left out.
	Shift, Penalty, Least float64
	Rounds                int
}

// TrainPairs learns the weights of the pair model from sentences with given
// mentions, and from the sentences of articles. Each article keeps a model that
// was learned without its fold: what is learned from the articles later sees
// pairs as uncertain as they are in new text.
func (c *Classifier) TrainPairs(examples []Example, list []Article, s Settings) {
	t, fold := newFitting(), []int{}
	for _, ex := range examples {
		c.addPairs(t, ex)
	}
	for range t.list {
		fold = append(fold, -1)
	}
	for i := range list {
		for range c.addArticle(t, &list[i]) {
			fold = append(fold, list[i].Fold)
		}
	}
	if len(list) > 0 {
		without := make([]linear, Folds)
		loglinear.Each(Folds, func(k int) {
			part := t.part(func(i int) bool { return fold[i] != k })
			without[k] = part.model(part.descend(s.Penalty, s.Rounds), s)
		})
		for i := range list {
			list[i].pairs = &without[list[i].Fold]
		}
	}
	c.models.pairs = t.model(t.descend(s.Penalty, s.Rounds), s)
}

// ownWeight is what a pair of an article weighs, as part of one of a sentence
// with given mentions: with more those are judged worse, with none the articles.
const ownWeight = .5

// addArticle adds the pairs of the sentences of an article to a fitting and
// returns how many.
func (c *Classifier) addArticle(t *fitting, a *Article) int {
	n := 0
	r := newReader(c.lex, c.models, a.Doc, a.Ling)
	r.named = true
	r.rules()
	for i := range a.Ling.Sentences {
		pairs := r.pairs(i)
		if len(pairs) == 0 {
			continue
		}
		v, ruled, sign := r.view(i), r.ruled(i), map[[2]string]int{}
		for _, p := range pairs {
			known := true
			for _, k := range [][2]string{p.actors(), p.back().actors()} {
				s, ok := a.Sign(schema.Span{Start: v.Start, End: v.End}, k[0], k[1])
				sign[k], known = s, known && ok
			}
			if !known {
				continue
			}
			one, two := v.bothWays(p, ruled)
			t.add(goldOf(sign, p), ownWeight, one.Names, two.Names)
			r.done(one)
			r.done(two)
			n++
		}
	}
	return n
}

// addPairs adds the pairs of an example to a fitting and returns how many.
func (c *Classifier) addPairs(t *fitting, ex Example) int {
	n := 0
	r := newReader(c.lex, c.models, ex.Doc, ex.Ling)
	r.named = true
	r.rules()
	for i := range ex.Ling.Sentences {
		v, ruled := r.view(i), r.ruled(i)
		for _, p := range r.pairs(i) {
			if !p.given() {
				continue
			}
			one, two := v.bothWays(p, ruled)
			t.add(goldOf(ex.Sign, p), 1, one.Names, two.Names)
			n++
		}
	}
	return n
}

// goldOf is the right outcome of a pair as [instance] counts it.
func goldOf(sign map[[2]string]int, p pair) int {
	a, b := p.holder.Actors[0], p.target.Actors[0]
	for k, s := range []int{sign[[2]string{a, b}], sign[[2]string{b, a}]} {
		switch {
		case s > 0:
			return 2*k + rowFor
		case s < 0:
			return 2*k + rowAgainst
		}
	}
	return -1
}

// WritePairs writes the weights of the pair model.
func (c *Classifier) WritePairs(out io.Writer) error {
	return c.models.pairs.write(out, "Weights of the pair model: who is for (for) or against (against) whom")
}

// TrainTreatment learns the weights of the model of how a text speaks of
// somebody.
func (c *Classifier) TrainTreatment(examples []Treated, s Settings) {
	t := newFitting()
	for _, ex := range examples {
		r := newReader(c.lex, c.models, ex.Doc, ex.Ling)
		r.named = true
		for i, m := range ex.Doc.Mentions {
			gold := -1
			switch {
			case ex.Sign[i] > 0:
				gold = rowFor
			case ex.Sign[i] < 0:
				gold = rowAgainst
			}
			v := r.view(m.Sentence)
			t.addWith(gold, 1, v.treats(m.Head).Names, v.meanings(m.Head))
		}
	}
	c.models.treatment = t.model(t.descend(s.Penalty, s.Rounds), s)
}

// WriteTreatment writes the weights of the treatment model.
func (c *Classifier) WriteTreatment(out io.Writer) error {
	return c.models.treatment.write(out, "Weights of the treatment model: how a sentence speaks of somebody, well (for) or badly (against)")
}

// Treatment returns the probabilities that the text speaks well and badly of a
// mention.
func (c *Classifier) Treatment(doc *schema.Document, ling *nlp.Doc, m schema.Mention) (good, bad float64) {
	return newReader(c.lex, c.models, doc, ling).view(m.Sentence).treatment(m.Head)
}

// PairSettings are those that the weights of the pair model were made with. Six
// in ten weights are below the least, and nothing is lost without them.
func PairSettings() Settings { return Settings{Shift: .15, Penalty: 7, Least: .3, Rounds: 150} }

// TreatmentSettings are those that the weights of the treatment model were
// made with.
func TreatmentSettings() Settings { return Settings{Penalty: 5, Rounds: 150} }

// ArticleSettings are those that the weights of the article model were made
// with.
func ArticleSettings() Settings { return Settings{Penalty: 3, Rounds: 150} }

// TrainArticles learns the weights of the article model.
func (c *Classifier) TrainArticles(list []Article, s Settings) {
	t := newFitting()
	for _, a := range list {
		r := newReader(c.lex, a.models(c.models), a.Doc, a.Ling)
		r.named = true
		r.collect()
		names := map[string]string{}
		for _, i := range a.Doc.Issues {
			names[i.ID] = i.Name
		}
		for id, o := range r.open {
			names[id] = o.name
		}
		b := r.books()
		for i, gold := range b.golds(a, names) {
			t.add(gold, a.Weight, b.entries(&b.list[i]).Names)
		}
	}
	c.models.article = t.model(t.descend(s.Penalty, s.Rounds), s)
}

// golds returns the right row of every account, -1 for no stance. Each right
// stance goes to one account, the one with most evidence first, as in scoring:
// what only repeats it by other words is wrong.
func (b *books) golds(a Article, names map[string]string) []int {
	type claim struct {
		account, row, rank, stance int
		size                       float64
	}
	var claims []claim
	out := make([]int, len(b.list))
	for i, x := range b.list {
		out[i] = -1
		t := x.totals()
		for row, sign := range []int{1, -1} {
			for rank, s := range a.Match(x.holder, x.target, names[x.target], sign) {
				claims = append(claims, claim{i, row, rank, s, t[row]})
			}
		}
	}
	slices.SortStableFunc(claims, func(x, y claim) int { return cmp.Or(cmp.Compare(x.rank, y.rank), cmp.Compare(y.size, x.size)) })
	taken := map[int]bool{}
	for _, x := range claims {
		if x.size > 0 && !taken[x.stance] && out[x.account] < 0 {
			taken[x.stance], out[x.account] = true, x.row
		}
	}
	return out
}

// WriteArticles writes the weights of the article model.
func (c *Classifier) WriteArticles(out io.Writer) error {
	return c.models.article.write(out, "Weights of the article model: how probable a stance is by all that an article shows")
}

// models are those to read an article with that is learned from.
func (a *Article) models(m models) models {
	if a.pairs != nil {
		m.pairs = *a.pairs
	}
	return m
}

// CrossArticles finds the stances of every article with models that were
// trained without its fold.
func (c *Classifier) CrossArticles(list []Article, s Settings) {
	loglinear.Each(Folds, func(fold int) {
		var train []Article
		for _, a := range list {
			if a.Fold != fold {
				train = append(train, a)
			}
		}
		other := *c
		other.TrainArticles(train, s)
		for _, a := range list {
			if a.Fold == fold {
				one := other
				one.models = a.models(other.models)
				one.Classify(a.Doc, a.Ling)
			}
		}
	})
}

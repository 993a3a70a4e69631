package stance

import (
	"cmp"
	"slices"
	"strings"

	"dyad/internal/loglinear"
	"dyad/schema"
)

// The ledger of an article: for every holder and target all that speaks for and
// against a stance, from all sentences. A model over it, learned from annotated
// news, says how probable a stance is: that is the confidence of its evidence.

// account is what an article shows of a holder's stance on a target.
type account struct {
	holder, target string
	findings       []finding
	// own are the totals, codes those of both sides; books work them out.
	own   [2]float64
	codes [2]string
}

// accounts groups the findings by holder and target, in the order of their
// first finding, and tells where they stand in that list.
func (r *reader) accounts() ([]account, map[[2]string]int) {
	out, at := make([]account, 0, len(r.found)), make(map[[2]string]int, len(r.found))
	sizes, of := make([]int, 0, len(r.found)), make([]int, len(r.found))
	for i := range r.found {
		f := &r.found[i]
		of[i] = -1
		if f.holder == f.target || f.holder == "" || f.target == "" {
			continue
		}
		k := [2]string{f.holder, f.target}
		n, ok := at[k]
		if !ok {
			n = len(out)
			at[k] = n
			out, sizes = append(out, account{holder: f.holder, target: f.target}), append(sizes, 0)
		}
		of[i] = n
		sizes[n]++
	}
	room := make([]finding, len(r.found))
	for n, size := range sizes {
		out[n].findings, room = room[:0:size], room[size:]
	}
	for i, n := range of {
		if n >= 0 {
			out[n].findings = append(out[n].findings, r.found[i])
		}
	}
	return out, at
}

// weigh replaces the confidence of the findings by what the whole article
// makes of them. Stances between mentions that the input gave stay as they are.
func (r *reader) weigh() {
	if len(r.models.article.names) == 0 {
		return
	}
	b := r.books()
	probs := make([][2]float64, len(b.list))
	for i := range b.list {
		a := &b.list[i]
		if r.given[a.holder] && r.given[a.target] {
			continue
		}
		entries := b.entries(a)
		m := &r.models.article
		probs[i] = m.chances(m.scores(m.total(entries)))
		r.done(entries)
		for _, f := range a.findings {
			if row := rowOf(f.sign); f.avowed {
				probs[i][row] = max(probs[i][row], f.confidence*b.trust(a.target))
			}
		}
	}
	b.single(probs)
	out := make([]finding, 0, len(r.found))
	for i, a := range b.list {
		for _, f := range a.findings {
			if !r.given[a.holder] || !r.given[a.target] {
				f.weight, f.confidence = f.confidence, probs[i][rowOf(f.sign)]
				if f.confidence >= thinkable && (b.kindOf(a.target) == "issue" && f.weight >= plain || agreed(a.findings, &f)) {
					f.confidence = max(f.confidence, MinConfidence)
				}
			}
			out = append(out, f)
		}
	}
	r.found = out
}

// plain is how sure a rule must be to show a stance on an issue of the table by
// itself: annotators name issues in their own words, so that the article model
// thinks too little of them. It must still hold them for thinkable.
const plain, thinkable = .4, .2

// trust is how much of its confidence a rule keeps whose words show a stance on an issue
// by themselves, whatever the article model makes of it: less where the issue is named
// only by its own words.
func (b *books) trust(target string) float64 {
	if b.kindOf(target) == "open" {
		return .8
	}
	return .9
}

// agreed reports whether an act and the pair model say the same of a sentence, both
// plainly: two of them are enough, whatever the rest of the article lacks.
func agreed(list []finding, f *finding) bool {
	plainly := func(kind string) bool {
		return slices.ContainsFunc(list, func(x finding) bool {
			return x.sentence == f.sentence && x.sign == f.sign && strings.HasPrefix(x.rule, kind) && !x.guessed && x.confidence >= agreeing
		})
	}
	return plainly("event:") && plainly("model:")
}

// agreeing is how sure both of them must be.
const agreeing = .6

// single leaves a holder one of the issues that share a word and that he takes
// the same side on, the surest: "the new toll" and "the toll on salt" are one.
func (b *books) single(probs [][2]float64) {
	for row := range 2 {
		var order []int
		for i, a := range b.list {
			if strings.HasPrefix(a.target, "issue:") && probs[i][row] > 0 {
				order = append(order, i)
			}
		}
		slices.SortStableFunc(order, func(i, k int) int { return cmp.Compare(probs[k][row], probs[i][row]) })
		taken := map[[2]string]bool{}
		for _, i := range order {
			a := b.list[i]
			var keys [][2]string
			dup := false
			for w := range strings.SplitSeq(strings.TrimPrefix(a.target, "issue:"), "-") {
				if len(w) < 4 {
					continue
				}
				k := [2]string{a.holder, w}
				keys = append(keys, k)
				dup = dup || taken[k]
			}
			if dup && b.kindOf(a.target) == "open" {
				probs[i][row] = 0
				continue
			}
			for _, k := range keys {
				taken[k] = true
			}
		}
	}
}

// books are the accounts of an article with what its actors are.
type books struct {
	r      *reader
	list   []account
	at     map[[2]string]int // where in the list an account stands
	actors map[string]*schema.Actor
	// kin sums the signs between the codes of holder and target.
	kin map[[2]string][2]float64
	// held and met sum the signs that a holder shows at all, and a target gets.
	held, met map[string][2]float64
	// times is how often the article has the words that its issues are named by.
	times map[string]int
}

func (r *reader) books() *books {
	list, at := r.accounts()
	b := &books{r: r, list: list, at: at, actors: make(map[string]*schema.Actor, len(r.doc.Actors)), kin: make(map[[2]string][2]float64, len(list)),
		held: make(map[string][2]float64, len(list)), met: make(map[string][2]float64, len(list)), times: map[string]int{}}
	for i := range r.doc.Actors {
		b.actors[r.doc.Actors[i].ID] = &r.doc.Actors[i]
	}
	for i := range b.list {
		a := &b.list[i]
		a.own, a.codes = a.totals(), b.codesOf(a)
		t := a.own
		b.kin[a.codes] = plus(b.kin[a.codes], t)
		b.held[a.holder] = plus(b.held[a.holder], t)
		b.met[a.target] = plus(b.met[a.target], t)
		if b.actors[a.target] == nil {
			for _, w := range issueWords(a.target) {
				b.times[w] = 0
			}
		}
	}
	b.count()
	return b
}

// issueWords are the words that the id of an issue is made of.
func issueWords(id string) []string { return strings.Split(strings.TrimPrefix(id, "issue:"), "-") }

// count counts the words of the issues, by form.
func (b *books) count() {
	if len(b.times) == 0 {
		return
	}
	for i := range b.r.ling.Sentences {
		for _, w := range b.r.ling.Sentences[i].Outline().Lower {
			if n, ok := b.times[w]; ok {
				b.times[w] = n + 1
			}
		}
	}
}

func plus(a, b [2]float64) [2]float64  { return [2]float64{a[0] + b[0], a[1] + b[1]} }
func minus(a, b [2]float64) [2]float64 { return [2]float64{a[0] - b[0], a[1] - b[1]} }

// codesOf are the codes of both sides, the id where there is none.
func (b *books) codesOf(a *account) [2]string {
	var out [2]string
	for i, id := range []string{a.holder, a.target} {
		out[i] = id
		if x := b.actors[id]; x != nil && x.Code != "" {
			out[i] = x.Code
		}
	}
	return out
}

// totals sums the confidences for and against.
func (a *account) totals() [2]float64 {
	var t [2]float64
	for _, f := range a.findings {
		t[rowOf(f.sign)] += f.confidence
	}
	return t
}

// entries describes an account for the model.
func (b *books) entries(a *account) *loglinear.Bag {
	holder, target := b.kindOf(a.holder), b.kindOf(a.target)
	setting := "|other"
	if b.r.political() {
		setting = "|politics"
	}
	f := b.r.newBag()
	f.Add("bias").Add("holder=", holder).Add("target=", target).Add("kinds=", holder, ">", target).Add("kinds=", holder, ">", target, setting)
	var kinds [2][]string // of the evidence, by row
	var sentences []int
	best := [2]float64{}
	odds := [2]float64{1, 1}
	for i := range a.findings {
		x := &a.findings[i]
		row := rowOf(x.sign)
		best[row] = max(best[row], x.confidence)
		odds[row] *= 1 - min(x.confidence, .95)
		kind, word, _ := strings.Cut(x.rule, ":")
		sign := mark(x.sign)
		if times(kinds[row], kind) == 1 {
			f.Add("again=", kind, sign)
		}
		kinds[row] = append(kinds[row], kind)
		clear := b.clarity(*x, kind)
		f.Add("kind=", kind, setting).Add("kind=", kind, ">", target, setting).Add("kind=", kind, clear).Add("kind=", kind, clear, setting)
		f.Add("kind=", kind, sign).Add("kind=", kind, sign, tenth(x.confidence))
		if kind == "event" {
			f.Add("event=", word).Add("event=", word, ">", target)
		} else if kind != "model" {
			f.Add("word=", word, sign)
		}
		if times(sentences, x.sentence) == 0 {
			sentences = append(sentences, x.sentence)
		}
	}
	for row, sign := range []string{"+", "-"} {
		f.Add("best", sign, tenth(best[row])).Add("all", sign, tenth(1-odds[row])).Add("best", sign, tenth(best[row]), ">", target)
	}
	f.Add("sentences=", bucket(len(sentences))).Add("both=", tenth(best[0]), tenth(best[1]))
	if target == "open" || target == "issue" {
		f = b.topic(f, a)
	}
	return b.kinship(f, a)
}

// times is how often a list has a value.
func times[T comparable](list []T, value T) int {
	n := 0
	for _, x := range list {
		if x == value {
			n++
		}
	}
	return n
}

// clarity says how plainly the sentence of a finding shows it: with a word of
// attitude to the target or between the two, only by what it is about, or not.
func (b *books) clarity(f finding, kind string) string {
	v := b.r.view(f.sentence)
	f.weight = f.confidence // as it will be once the account is weighed
	switch {
	case !b.r.shown(f):
		return "|hidden"
	case kind == "talks":
		if h := v.headOf(f.targetSpan); h >= 0 && v.spokenOf(h) {
			return "|worded"
		}
	case v.attitudeBetween(f):
		return "|worded"
	}
	return "|bare"
}

// topic adds how much the article speaks of an issue.
func (b *books) topic(f *loglinear.Bag, a *account) *loglinear.Bag {
	best, words := 0, issueWords(a.target)
	for _, w := range words {
		if len(w) > 3 {
			best = max(best, b.times[w])
		}
	}
	n := bucket(best)
	long := bucket(len(words))
	f.Add("topic=", n).Add("long=", long).Add("topic+long=", n, long)
	for _, x := range a.findings {
		kind, _, _ := strings.Cut(x.rule, ":")
		f.Add("topic=", n, "|", kind, mark(x.sign))
	}
	return f
}

// kinship adds what the article shows of the other side of a pair and of
// actors of the same states.
func (b *books) kinship(f *loglinear.Bag, a *account) *loglinear.Bag {
	if back, ok := b.at[[2]string{a.target, a.holder}]; ok {
		f.Add("back=", lean(b.list[back].own))
	}
	own, c := a.own, a.codes
	f.Add("kin=", lean(minus(b.kin[c], own))).Add("kin-back=", lean(b.kin[[2]string{c[1], c[0]}])).
		Add("held=", lean(minus(b.held[a.holder], own))).Add("met=", lean(minus(b.met[a.target], own)))
	if c[0] == c[1] {
		f.Add("domestic").Add("domestic=", lean(own))
	}
	return f
}

// lean says to which side sums lean, and how much.
func lean(t [2]float64) string {
	switch d := t[0] - t[1]; {
	case t[0]+t[1] < .1:
		return "none"
	case d > 1:
		return "++"
	case d > .2:
		return "+"
	case d < -1:
		return "--"
	case d < -.2:
		return "-"
	}
	return "mixed"
}

// kindOf is what a party is: kind and sector of an actor, or issue.
func (b *books) kindOf(id string) string {
	a := b.actors[id]
	switch {
	case a != nil && a.Generic:
		return "generic"
	case a != nil:
		return a.Kind
	}
	if b.r.isOpen(id) {
		return "open"
	}
	return "issue"
}

// tenth coarsens a confidence.
func tenth(x float64) string {
	for i, edge := range []float64{0, .1, .2, .3, .4, .5, .6, .75, .9} {
		if x <= edge {
			return digit(i)
		}
	}
	return "9"
}

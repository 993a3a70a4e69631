package event

import (
	"maps"
	"slices"

	"dyad/internal/loglinear"
)

// News of sport, ordinary crime, business and culture is full of verbs that are
// acts of politics elsewhere: a coach resigns, a court sentences, a team attacks.
// Which matters an article is about is told by its words as a whole.

// The two classes of articles: those that tell of several political acts, and
// others.
const publicMatter, otherMatter = "public", "other"

// publicActs is how many annotated events make an article one of public matters.
const publicActs = 3

// fitMatter says how the weights of articles are fitted, found by cross-validation.
var fitMatter = loglinear.Fitting{Rounds: 20, Rate: .03, Penalty: 10, Count: 12, Least: .02}

// inNames says which tokens are part of a name: "Russian" tells nothing of what an
// article is about.
func (v *view) inNames() []bool {
	out := make([]bool, len(v.kids))
	for _, e := range v.sent.Entities {
		for i := e.First; i < e.Last; i++ {
			out[i] = true
		}
	}
	return out
}

// describeMatter names the features of an article: its nouns, verbs and
// adjectives outside names, how dense the acts of the rules are, and how many of the mentions
// are political.
func describeMatter(list []*reading, f *feats) {
	if len(list) == 0 {
		return
	}
	seen := map[string]bool{}
	for _, r := range list {
		named := r.inNames()
		for i, l := range r.lemma {
			switch r.upos(i) {
			case "NOUN", "VERB", "ADJ":
				seen[l] = seen[l] || !named[i]
			}
		}
	}
	maps.DeleteFunc(seen, func(_ string, plain bool) bool { return !plain })
	for _, l := range slices.Sorted(maps.Keys(seen)) {
		f.add("w=", l)
	}
	sc := list[0].scene
	dense := bucket(10 * sc.rules["acts"] / len(list))
	f.add("bias")
	f.add("acts=", dense)
	f.add("politics=", sc.politics)
	f.add("acts|politics=", dense, "|", sc.politics)
}

// remote reports whether an article is about other than public matters.
func (m *model) remote(list []*reading) bool {
	if m.matter == nil {
		return false
	}
	sum := scorer(m.matter)
	describeMatter(list, sum)
	return sum.scores[slices.Index(m.matter.Classes, otherMatter)] > sum.scores[slices.Index(m.matter.Classes, publicMatter)]
}

// matterSample is an article of which it is known what it is about.
func (p *prepared) matterSample() ([]string, string) {
	var f feats
	describeMatter(p.readings, &f)
	if len(p.Events) >= publicActs {
		return f.list, publicMatter
	}
	return f.list, otherMatter
}

// learnMatter fits the model of articles.
func learnMatter(list []*prepared) *loglinear.Linear {
	classes := []string{otherMatter, publicMatter}
	voc, samples := loglinear.NewVocabulary(), []loglinear.Sample{}
	for _, p := range list {
		features, class := p.matterSample()
		s := loglinear.Sample{Options: [][]int32{voc.Add(features)}, Right: make([]bool, len(classes)), Weight: 1}
		s.Right[slices.Index(classes, class)] = true
		samples = append(samples, s)
	}
	return fitMatter.Fit(voc, samples, classes)
}

package event

import (
	"slices"
	"testing"

	"dyad/extract/nlp"
	"dyad/internal/loglinear"
)

// TestRemote: the words of an article tell whether it is about public matters;
// names are no words.
func TestRemote(t *testing.T) {
	r := newRig(t)
	defer r.save()
	matter, err := loglinear.ReadLinear("matter", []byte("feature\tweights\n=classes\tother:0 public:0\nw=painting\tother:1\nw=diplomat\tpublic:1\nw=malta\tother:9\n"))
	if err != nil {
		t.Fatal(err)
	}
	m := &model{matter: matter}
	for text, want := range map[string]bool{
		"[Malta] attacked the painting of [Cyprus].":        true,
		"[Malta] expelled a diplomat on Sunday.":            false,
		"[Malta] stole a painting and expelled a diplomat.": false,
	} {
		if got := m.remote([]*reading{r.read(text)}); got != want {
			t.Errorf("%s: on other matters: %v", text, got)
		}
	}
	if (&model{}).remote([]*reading{r.read("[Malta] stole a painting and expelled a diplomat.")}) || m.remote(nil) {
		t.Error("without weights, or without text, an article is on other matters")
	}
}

// TestMatterSample: an article of three annotated acts is on public matters.
func TestMatterSample(t *testing.T) {
	r := newRig(t)
	defer r.save()
	p := &prepared{Example: &Example{Events: make([]GoldEvent, publicActs-1)}, readings: []*reading{r.read("[Malta] expelled a diplomat on Sunday.")}}
	features, class := p.matterSample()
	if class != otherMatter || !slices.Contains(features, "w=diplomat") || slices.Contains(features, "w=malta") || slices.Contains(features, "w=Malta") {
		t.Errorf("two acts: %s by %q", class, features)
	}
	k := slices.Index(p.readings[0].lemma, "diplomat")
	p.readings[0].sent.Entities = []nlp.Entity{{First: k, Last: k + 1, Type: "ORG"}}
	if features, _ := p.matterSample(); slices.Contains(features, "w=diplomat") || !slices.Contains(features, "w=expel") {
		t.Errorf("a word in a name tells of the matter: %q", features)
	}
	p.Events = make([]GoldEvent, publicActs)
	if _, class := p.matterSample(); class != publicMatter {
		t.Errorf("three acts: %s", class)
	}
}

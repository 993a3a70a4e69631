package stance

import (
	"testing"

	"dyad/schema"
)

// TestSpared checks that an attitude towards a restriction is none towards its
// victim, and that a clause about another side is left out.
func TestSpared(t *testing.T) {
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	sanctions := func(verb string) string {
		return "Mali Mali PROPN 2 nsubj @mli\n" + verb + " VERB 0 root\n" +
			"sanctions sanction NOUN 2 obj\non on ADP 5 case\nTogo Togo PROPN 3 nmod @tgo\n. . PUNCT 2 punct"
	}
	contrast := func(mark string) string {
		return "Mali Mali PROPN 2 nsubj @mli\nbacked back VERB 0 root\nplans plan NOUN 2 obj\n" +
			mark + " " + mark + " SCONJ 6 mark\nTogo Togo PROPN 6 nsubj @tgo\nrefused refuse VERB 2 advcl\n. . PUNCT 2 punct"
	}
	for _, x := range []struct {
		name, tree, rule string
		sign             int
		want             bool
	}{
		{"against the sanctions on it", sanctions("criticised criticise"), "model:criticise", -1, true},
		{"for the sanctions on it", sanctions("backed back"), "model:back", -1, false},
		{"friendly by sanctions", sanctions("backed back"), "model:back", 1, true},
		{"sanctions imposed", sanctions("imposed impose"), "event:SANCTION", -1, false},
		{"sanctions lifted", sanctions("lifted lift"), "event:SANCTION", -1, true},
		{"the other side", contrast("while"), "event:SUPPORT", 1, true},
		{"the reason", contrast("because"), "event:SUPPORT", 1, false},
	} {
		t.Run(x.name, func(t *testing.T) {
			doc, ling := parse(t, x.tree)
			r := newReader(c.lex, c.models, doc, ling)
			verb := ling.Sentences[0].Tokens[1]
			f := finding{holder: "mli", target: "tgo", sign: x.sign, rule: x.rule, holderSpan: doc.Mentions[0].Span, targetSpan: doc.Mentions[1].Span,
				evidence: schema.Span{Start: verb.Start, End: verb.End}}
			if got := r.spared(f); got != x.want {
				t.Errorf("got %v, want %v", got, x.want)
			}
		})
	}
}

package schema

import (
	"fmt"
	"slices"
	"unicode/utf8"
)

// Validate returns what is wrong with a finished document, nil if nothing is,
// each as "path: what": spans that lie outside the text or do not cover the text they state, ids
// that are empty, repeated or refer to nothing, unknown codes and bad dates.
// Neo4j Community checks nothing but uniqueness, so what passes here is what
// the graph will hold.
func Validate(doc *Document) []string {
	v := &validator{
		doc: doc, actors: map[string]bool{}, issues: map[string]bool{}, mentions: map[string]bool{},
	}
	v.text = []rune(doc.Article.Text)
	for _, a := range doc.Actors {
		v.actors[a.ID] = true
	}
	for _, s := range doc.Issues {
		v.issues[s.ID] = true
	}
	v.article()
	v.eachActor()
	v.eachIssue()
	v.eachEvent()
	v.eachAttribution()
	v.eachStance()
	return v.problems
}

// validator collects problems.
type validator struct {
	doc                      *Document
	text                     []rune
	actors, issues, mentions map[string]bool
	problems                 []string
}

func (v *validator) addf(path, format string, args ...any) {
	v.problems = append(v.problems, path+": "+fmt.Sprintf(format, args...))
}

// maxKey is how many bytes an id or a name may have: Neo4j refuses to index
// more than about 8,000.
const maxKey = 4000

// need reports an id or name that is empty or too long for an index.
func (v *validator) need(path, value string) {
	switch {
	case value == "":
		v.addf(path, "is empty")
	case len(value) > maxKey:
		v.addf(path, "has %d bytes, more than %d", len(value), maxKey)
	}
}

// may is need for a value that may be missing.
func (v *validator) may(path, value string) {
	if value != "" {
		v.need(path, value)
	}
}

// oneOf reports a value outside a list.
func (v *validator) oneOf(path, value string, allowed ...string) {
	if !slices.Contains(allowed, value) {
		v.addf(path, "unknown value %q, want one of %q", value, allowed)
	}
}

// span reports a span outside the text, or an empty one.
func (v *validator) span(path string, s Span) bool {
	if s.Start < 0 || s.End <= s.Start || s.End > len(v.text) {
		v.addf(path, "span %d to %d does not lie in the text of %d characters", s.Start, s.End, len(v.text))
		return false
	}
	return true
}

// textSpan reports a span whose text is another one than it states.
func (v *validator) textSpan(path string, s TextSpan) {
	if v.span(path, s.Span) {
		if got := string(v.text[s.Start:s.End]); got != s.Text {
			v.addf(path, "text at %d to %d is %q, not %q", s.Start, s.End, short(got), short(s.Text))
		}
	}
}

func (v *validator) textSpans(path string, spans []TextSpan) {
	for i, s := range spans {
		v.textSpan(fmt.Sprintf("%s[%d]", path, i), s)
	}
}

// sentence reports a bad sentence span; a missing one is allowed.
func (v *validator) sentence(path string, s Span) {
	if s != (Span{}) {
		v.span(path, s)
	}
}

// refs reports ids that the document does not list.
func (v *validator) refs(path string, ids []string, known ...map[string]bool) {
	for i, id := range ids {
		if !slices.ContainsFunc(known, func(m map[string]bool) bool { return m[id] }) {
			v.addf(fmt.Sprintf("%s[%d]", path, i), "refers to %q, which the document does not list", id)
		}
	}
}

func (v *validator) confidence(path string, c float64) {
	if !(c >= 0 && c <= 1) {
		v.addf(path, "confidence %v is not between 0 and 1", c)
	}
}

// mention reports an id of a mention that is empty or used before.
func (v *validator) mention(path, id string) {
	v.need(path, id)
	if id != "" && v.mentions[id] {
		v.addf(path, "%q is used twice", id)
	}
	v.mentions[id] = true
}

// article checks the article itself.
func (v *validator) article() {
	a := v.doc.Article
	v.need("article.id", a.ID)
	v.may("run.id", v.doc.Run.ID)
	switch {
	case a.Text == "":
		v.addf("article.text", "is empty")
	case !utf8.ValidString(a.Text):
		v.addf("article.text", "is not UTF-8")
	}
	if a.SHA256 != "" && a.SHA256 != TextDigest(a.Text) {
		v.addf("article.sha256", "is not the digest of article.text")
	}
	if a.Published != "" {
		if _, _, err := ParsePublished(a.Published); err != nil {
			v.addf("article.published", "%v", err)
		}
	}
	for i, d := range a.Dropped {
		v.span(fmt.Sprintf("article.dropped[%d]", i), d.Span)
	}
}

// eachActor checks the actors.
func (v *validator) eachActor() {
	seen := map[string]bool{}
	for i, a := range v.doc.Actors {
		path := fmt.Sprintf("actors[%d]", i)
		v.need(path+".id", a.ID)
		if seen[a.ID] {
			v.addf(path+".id", "%q is used twice", a.ID)
		}
		seen[a.ID] = true
		v.need(path+".name", a.Name)
		v.may(path+".resolves_to", a.ResolvesTo)
		v.oneOf(path+".kind", a.Kind, KindCountry, KindOrganization, KindPerson, KindGroup)
		v.textSpans(path+".mentions", a.Mentions)
		for j, r := range a.Roles {
			v.role(fmt.Sprintf("%s.roles[%d]", path, j), r)
		}
		for j, s := range a.PossiblySameAs {
			v.need(fmt.Sprintf("%s.possibly_same_as[%d].id", path, j), s.ID)
		}
	}
}

// role checks an office.
func (v *validator) role(path string, r Role) {
	v.need(path+".office", r.Office)
	v.may(path+".of", r.Of)
	for _, d := range []struct{ name, date string }{{".from", r.From}, {".to", r.To}} {
		if d.date == "" {
			continue
		}
		if _, _, err := ParsePeriod(d.date); err != nil {
			v.addf(path+d.name, "%v", err)
		}
	}
}

// eachIssue checks the issues.
func (v *validator) eachIssue() {
	seen := map[string]bool{}
	for i, s := range v.doc.Issues {
		path := fmt.Sprintf("issues[%d]", i)
		v.need(path+".id", s.ID)
		v.need(path+".name", s.Name)
		if seen[s.ID] || v.actors[s.ID] {
			v.addf(path+".id", "%q is used twice", s.ID)
		}
		seen[s.ID] = true
		v.textSpans(path+".mentions", s.Mentions)
	}
}

// short cuts a text for a message.
func short(s string) string {
	const most = 60
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}

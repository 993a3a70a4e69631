package article

import (
	"strings"
	"unicode/utf8"

	"dyad/schema"
)

// finish cleans a draft, checks it against the run and yields it.
func (n *run) finish(d *draft) bool {
	art := &d.art
	n.fill(art)
	if strings.TrimSpace(art.Text) == "" {
		return n.skip(art.Input, "", "the text is empty")
	}
	clean(art, n.tab, n.opts.KeepAll)
	if reason := checkLanguage(d, n.tab); reason != "" && d.page {
		unread(art)
	} else if reason != "" {
		return n.skip(art.Input, `dyad reads English; a line of JSON that states its "language" is not tested`, "%s", reason)
	}
	identify(art)
	if old, known := n.seen[art.ID]; known && old != art.SHA256 {
		return n.skip(art.Input, "give every article an id of its own", "duplicate id %q: an earlier article has it with another text", art.ID)
	}
	n.seen[art.ID] = art.SHA256
	art.DuplicateOf = n.dups.Mark(art)
	if art.Authors == nil {
		art.Authors = []string{}
	}
	return n.yield(*art, nil)
}

// fill adds what the user says that the input lacks.
func (n *run) fill(art *schema.Article) {
	for _, f := range []struct {
		field *string
		value string
	}{{&art.Published, n.opts.Published}, {&art.Title, n.opts.Title}, {&art.Outlet, n.opts.Outlet}, {&art.URL, n.opts.URL}} {
		if *f.field == "" {
			*f.field = f.value
		}
		*f.field = strings.TrimSpace(*f.field)
	}
}

// identify gives the article its id and digest: the id of the input, else a
// hash of the canonical URL, else of the text.
func identify(art *schema.Article) {
	art.SHA256 = schema.TextDigest(art.Text)
	switch {
	case art.ID != "":
	case art.URL != "":
		art.ID = schema.ID("article", canonicalURL(art.URL))
	default:
		art.ID = schema.ID("article", art.Text)
	}
}

// untestedLength is the length in characters under which a text is not
// tested for its language: a headline has too few function words.
const untestedLength = 300

// englishShare is the share of function words that English text reaches;
// English news has .35 to .45, the Germanic neighbours stay under .1.
const englishShare = .17

// unread keeps a page in another language with its text and metadata, but
// leaves nothing of it to analyse: crawled folders hold pages of all kinds, and
// their text is asked for too. A page that wrongly says English is "und".
func unread(art *schema.Article) {
	art.Blocks = []schema.Block{}
	if art.Language == "" || art.Language == "en" {
		art.Language = "und"
	}
}

// checkLanguage fills Language, or says why the article cannot be read.
func checkLanguage(d *draft, tab *tables) string {
	if d.stated || utf8.RuneCountInString(d.art.Text) < untestedLength {
		return ""
	}
	words, hits := 0, 0
	for w := range strings.FieldsSeq(d.art.Text) {
		w = strings.ToLower(trimPunct(w))
		if w == "" {
			continue
		}
		words++
		if tab.functionWords[w] {
			hits++
		}
	}
	if words >= 20 && float64(hits) < englishShare*float64(words) || words < 20 && utf8.RuneCountInString(d.art.Text) > 4*untestedLength {
		if lang := d.art.Language; lang != "" && !strings.HasPrefix(lang, "en") {
			return "the text is not English (the page says " + lang + ")"
		}
		return "the text is not English"
	}
	d.art.Language = "en"
	return ""
}

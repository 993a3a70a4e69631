package article

import (
	"fmt"
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"dyad/schema"
)

// html reads a page that is decoded to UTF-8.
func (n *run) html(d *draft, page string) bool {
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return n.skip(d.art.Input, "save it as text", "the page cannot be read: %v", strings.TrimPrefix(err.Error(), "html: "))
	}
	address := d.art.URL
	if address == "" {
		address = n.opts.URL
	}
	text, found, err := extractPage(doc, address)
	if err != nil {
		return n.skip(d.art.Input, "save it as text", "%v", err)
	}
	if strings.TrimSpace(text) == "" {
		return n.skip(d.art.Input, "the page may be an index, or be filled by a script: save the article itself", "no article text in the page")
	}
	d.art.Text, d.page = text, true
	n.metadata(&d.art, doc, found)
	return n.finish(d)
}

// extractPage finds the text of a page. A panic of a library on a broken page
// is an error of that page only.
func extractPage(doc *html.Node, address string) (text string, found libraryMeta, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("the page cannot be read: %v", cause)
		}
	}()
	base, err := url.Parse(address)
	if err != nil || !base.IsAbs() {
		base = nil
	}
	text, found = body(doc, base)
	return text, found, nil
}

// metadata fills what the page says about itself. What the input said already
// stays.
func (n *run) metadata(art *schema.Article, doc *html.Node, lib libraryMeta) {
	m := readMeta(doc, lib, art.URL, n.opts)
	for _, f := range []struct {
		field *string
		value string
	}{{&art.Title, m.title}, {&art.Published, m.published}, {&art.Outlet, m.outlet}, {&art.URL, m.url}, {&art.Language, m.language}} {
		if *f.field == "" {
			*f.field = f.value
		}
	}
	if isURL(art.Input) && m.url != "" {
		art.URL = m.url
	}
	art.Agency = m.agency
	if name, known := agencyOf(n.tab, m.agency); known {
		art.Agency = name
	}
	for _, a := range m.authors {
		if name, known := agencyOf(n.tab, a); known {
			if art.Agency == "" {
				art.Agency = name
			}
			continue
		}
		art.Authors = append(art.Authors, a)
	}
}

package article

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/PuerkitoBio/goquery"
	"github.com/markusmobius/go-htmldate"
	"golang.org/x/net/html"
)

// pageMeta is what a page says about itself.
type pageMeta struct {
	title, published, outlet, url, language, agency string
	authors                                         []string
}

// readMeta reads the metadata of a page: what it says for machines (JSON-LD,
// meta elements) first, then what the libraries find.
func readMeta(doc *html.Node, lib libraryMeta, address string, opts Options) pageMeta {
	page := goquery.NewDocumentFromNode(doc)
	ld := readLinked(page)
	m := pageMeta{url: pageURL(page, address), language: pageLanguage(page, ld, lib)}
	m.outlet = firstOf(metaOf(page, "og:site_name"), ld.publisher, lib.site)
	if strings.Contains(m.outlet, "://") {
		m.outlet = ""
	}
	m.title = stripSite(firstOf(ld.headline, metaOf(page, "og:title"), lib.title, page.Find("title").First().Text()), m.outlet)
	for _, desk := range ld.desks {
		if !strings.EqualFold(desk, m.outlet) && m.agency == "" {
			m.agency = desk
		}
	}
	m.authors = pageAuthors(page, ld, lib, m.outlet)
	m.published = pageDate(page, doc, ld, firstOf(m.url, address), opts)
	return m
}

func firstOf(values ...string) string {
	for _, v := range values {
		// Pages escape the characters of their metadata once too often.
		if v = strings.Join(strings.Fields(html.UnescapeString(v)), " "); v != "" {
			return v
		}
	}
	return ""
}

// metaOf returns the content of the first meta element of one of the names.
func metaOf(page *goquery.Document, names ...string) string {
	for _, name := range names {
		for _, attr := range []string{"property", "name", "itemprop"} {
			sel := page.Find(`meta[` + attr + `="` + name + `"]`)
			if v := strings.TrimSpace(sel.AttrOr("content", "")); v != "" {
				return v
			}
		}
	}
	return ""
}

// stripSite takes " - Outlet" and " | Outlet" off the end of a title.
func stripSite(title, outlet string) string {
	for _, dash := range []string{" | ", " - ", " – ", " — ", " :: ", " · "} {
		k := strings.LastIndex(title, dash)
		if k <= 0 {
			continue
		}
		tail := strings.TrimSpace(title[k+len(dash):])
		a, b := strings.Join(plainWords(tail), ""), strings.Join(plainWords(outlet), "")
		if a != "" && b != "" && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a) || strings.Contains(b, a)) {
			return strings.TrimSpace(title[:k])
		}
	}
	return title
}

// pageURL returns the canonical address of a page.
func pageURL(page *goquery.Document, address string) string {
	canonical := firstOf(page.Find(`link[rel="canonical"]`).AttrOr("href", ""), metaOf(page, "og:url"))
	u, err := url.Parse(canonical)
	if err != nil || canonical == "" {
		return address
	}
	if base, err := url.Parse(address); err == nil && base.IsAbs() {
		u = base.ResolveReference(u)
	}
	if !isURL(u.String()) || u.Host == "" || (u.Path == "" || u.Path == "/") && u.RawQuery == "" {
		return address // a site that calls its front page canonical everywhere
	}
	return u.String()
}

// pageLanguage returns the language that a page states, without the country.
func pageLanguage(page *goquery.Document, ld linked, lib libraryMeta) string {
	lang := firstOf(page.Find("html").AttrOr("lang", ""), page.Find("html").AttrOr("xml:lang", ""), ld.language, metaOf(page, "og:locale"), lib.language)
	lang, _, _ = strings.Cut(strings.ToLower(strings.ReplaceAll(lang, "_", "-")), "-")
	if len(lang) < 2 || len(lang) > 3 {
		return ""
	}
	return lang
}

// pageAuthors returns the names of the authors.
func pageAuthors(page *goquery.Document, ld linked, lib libraryMeta, outlet string) []string {
	names := ld.authors
	if len(names) == 0 && len(ld.desks) > 0 {
		return nil
	}
	if len(names) == 0 {
		names = []string{firstOf(metaOf(page, "author", "article:author", "parsely-author", "byl", "dc.creator"), lib.author)}
	}
	var out []string
	for _, n := range names {
		if strings.Contains(n, "://") {
			continue // a profile, not a name
		}
		for _, name := range splitNames(html.UnescapeString(n)) {
			name = strings.TrimSpace(byPrefix.ReplaceAllString(name, ""))
			if name == "" || name == "admin" || strings.EqualFold(name, outlet) || len(strings.Fields(name)) > 5 || slices.Contains(out, name) {
				continue
			}
			out = append(out, name)
		}
	}
	return out
}

var byPrefix = regexp.MustCompile(`(?i)^by\s+`)

// pageDate returns when a page was published. The order is by trust: JSON-LD,
// meta elements, the address, then the search of a library over the page.
func pageDate(page *goquery.Document, doc *html.Node, ld linked, address string, opts Options) string {
	candidates := append(slices.Clone(ld.published),
		metaOf(page, "article:published_time", "datePublished", "og:article:published_time", "parsely-pub-date", "pubdate", "dc.date.issued", "date"),
		page.Find(`time[itemprop="datePublished"]`).AttrOr("datetime", ""),
		urlDate(address))
	for _, c := range candidates {
		if d := checkedDate(c, opts); d != "" {
			return d
		}
	}
	res, err := htmldate.FromDocument(doc, htmldate.Options{UseOriginalDate: true, SkipExtensiveSearch: true, URL: address, MaxDate: latest(opts)})
	if err != nil || res.DateTime.IsZero() {
		return ""
	}
	return checkedDate(res.DateTime.Format(time.DateOnly), opts)
}

// latest is the latest date that is believed: tomorrow, for zones ahead.
func latest(opts Options) time.Time {
	if opts.Now == nil {
		return time.Date(2999, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return opts.Now().Add(24 * time.Hour)
}

// dateLayouts are the ways in which pages write instants for machines.
var dateLayouts = []string{
	time.RFC3339, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04Z0700", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 -0700",
}

// dayLayouts have no zone, so only the day is kept.
var dayLayouts = []string{
	time.DateOnly, "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04", "2006/01/02", "20060102",
	"January 2, 2006", "Jan 2, 2006", "2 January 2006", "2 Jan 2006", "02-Jan-2006",
}

// checkedDate returns a date as RFC 3339 with its zone or as YYYY-MM-DD, ""
// if it cannot be read, is before 1990 or in the future.
func checkedDate(s string, opts Options) string {
	s = strings.TrimSpace(s)
	for _, layout := range dateLayouts {
		if t, err := time.Parse(layout, s); err == nil {
			return believed(t, t.Format(time.RFC3339), opts)
		}
	}
	for _, layout := range dayLayouts {
		if t, err := time.Parse(layout, s); err == nil {
			return believed(t, t.Format(time.DateOnly), opts)
		}
	}
	return ""
}

func believed(t time.Time, written string, opts Options) string {
	if t.Year() < 1990 || t.After(latest(opts)) {
		return ""
	}
	return written
}

// urlDatePattern is a date in an address: /2011/10/25/, /2011/oct/25/,
// /2011-10-25 or /20111025.
var urlDatePattern = regexp.MustCompile(`[/_-]((?:19|20)\d\d)[/_-]?(\d{2}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[/_-]?(\d{2})(?:\D|$)`)

// urlDate returns the date in an address, "" if there is none.
func urlDate(address string) string {
	m := urlDatePattern.FindStringSubmatch(strings.ToLower(address))
	if m == nil {
		return ""
	}
	for _, layout := range []string{"2006-01-02", "2006-Jan-02"} {
		if t, err := time.Parse(layout, m[1]+"-"+m[2]+"-"+m[3]); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	return ""
}

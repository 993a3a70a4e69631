package article

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/PuerkitoBio/goquery"
)

// linked is what the JSON-LD of a page says about its article.
type linked struct {
	headline, publisher, language string
	published                     []string
	// authors are persons and unnamed kinds, desks are organisations.
	authors, desks []string
}

// readLinked reads the first article among the JSON-LD blocks of a page.
// Broken blocks are passed over. The text in them is never used: one page in
// four that has it cuts it short.
func readLinked(page *goquery.Document) linked {
	var out linked
	page.Find(`script[type="application/ld+json"]`).EachWithBreak(func(_ int, s *goquery.Selection) bool {
		var v any
		if json.Unmarshal([]byte(strings.TrimSpace(s.Text())), &v) != nil {
			return true
		}
		if art := findArticle(v, 0); art != nil {
			out = linked{
				headline: stringOf(art["headline"]), publisher: nameOf(art["publisher"]), language: stringOf(art["inLanguage"]),
				published: []string{stringOf(art["datePublished"])},
			}
			out.authors, out.desks = authorsOf(art["author"])
			return false
		}
		return true
	})
	return out
}

// maxLinkedDepth bounds the search in JSON-LD.
const maxLinkedDepth = 6

// findArticle returns the first object whose type is a kind of article.
func findArticle(v any, depth int) map[string]any {
	if depth > maxLinkedDepth {
		return nil
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			if art := findArticle(e, depth+1); art != nil {
				return art
			}
		}
	case map[string]any:
		if isArticleType(v["@type"]) {
			return v
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			if art := findArticle(v[key], depth+1); art != nil {
				return art
			}
		}
	}
	return nil
}

// isArticleType says whether a JSON-LD type is an article of some kind.
func isArticleType(v any) bool {
	switch v := v.(type) {
	case string:
		return strings.HasSuffix(v, "Article") || strings.HasSuffix(v, "BlogPosting") || v == "Report"
	case []any:
		if slices.ContainsFunc(v, isArticleType) {
			return true
		}
	}
	return false
}

func stringOf(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case []any:
		if len(v) > 0 {
			return stringOf(v[0])
		}
	}
	return ""
}

// authorsOf tells authors that are persons from organisations.
func authorsOf(v any) (persons, desks []string) {
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	for _, e := range list {
		if m, ok := e.(map[string]any); ok && strings.HasSuffix(stringOf(m["@type"]), "Organization") {
			desks = append(desks, namesOf(e)...)
		} else {
			persons = append(persons, namesOf(e)...)
		}
	}
	return persons, desks
}

// nameOf returns the name of a person or organisation.
func nameOf(v any) string {
	if names := namesOf(v); len(names) > 0 {
		return names[0]
	}
	return ""
}

// namesOf returns the names in a string, an object or a list of them.
func namesOf(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case map[string]any:
		return namesOf(v["name"])
	case []any:
		var out []string
		for _, e := range v {
			out = append(out, namesOf(e)...)
		}
		return out
	}
	return nil
}

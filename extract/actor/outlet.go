package actor

import (
	"strings"

	"golang.org/x/text/language"

	"dyad/internal/lexicon"
)

// readOutlets reads the states of papers and news sites by their domains.
func (t *tables) readOutlets(table *lexicon.Table) error {
	t.outlets = make(map[string]string, len(table.Rows))
	for _, row := range table.Rows {
		t.outlets[row.Get("domain")] = row.Get("state")
	}
	return nil
}

// outletCountry returns the state of the paper whose domain a host ends with, ""
// if the table has none.
func (t *tables) outletCountry(host string) string {
	for host != "" {
		if c := t.outlets[host]; c != "" {
			return c
		}
		_, host, _ = strings.Cut(host, ".")
	}
	return ""
}

// publisherCountry reads a state off the outlet and the host of the address:
// that of the table for its domain, a name or capital in it ("Kuwait Times",
// buenosairestimes.com), else the end of the domain (example.co.nz).
func (rd *reading) publisherCountry() string {
	host := rd.doc.Article.URL
	if _, rest, ok := strings.Cut(host, "://"); ok {
		host = rest
	}
	host, _, _ = strings.Cut(strings.ToLower(host), "/")
	if c := rd.r.tables.outletCountry(host); c != "" {
		return c
	}
	text := strings.ToLower(key(rd.doc.Article.Outlet)) + " " + strings.NewReplacer("-", "", "www.", "").Replace(host)
	best, length := rd.r.domainCountry(host), 3
	if len(text) < 4 {
		return best
	}
	for _, n := range rd.r.stateNames {
		if len(n.key) > length && rd.r.classes[n.key+"/language"] == "" && strings.Contains(text, n.key) {
			best, length = n.code, len(n.key)
		}
	}
	return best
}

// domainCountry returns the state of a country-code domain, "" for others and
// for those that are sold to all the world.
func (r *Resolver) domainCountry(host string) string {
	end := host[strings.LastIndexByte(host, '.')+1:]
	if len(end) != 2 || len(end) == len(host) || r.classes[end+"/worldwide-domain"] != "" {
		return ""
	}
	region, err := language.ParseRegion(strings.ToUpper(end))
	if err != nil {
		return ""
	}
	if code := region.Canonicalize().ISO3(); r.tables.countries[code] != nil {
		return code
	}
	return ""
}

// stateName is a name, demonym or capital of a state in the form that it may
// have inside the address of a publisher.
type stateName struct{ key, code string }

func stateNames(t *tables) []stateName {
	var out []stateName
	for _, e := range t.entries {
		if e.kind > kindCapital {
			continue
		}
		for _, a := range e.aliases {
			if k := strings.ToLower(key(a)); len(k) > 3 {
				out = append(out, stateName{k, e.code})
			}
		}
	}
	return out
}

package actor

import (
	"regexp"
	"slices"
	"strings"

	"dyad/internal/lexicon"
)

// countries checks countries.tsv.
func (c *checker) countries(table *lexicon.Table) error {
	seen := map[string]bool{}
	for _, row := range table.Rows {
		at, code := originOf(row), row.Get("code")
		c.filled(row, "name")
		c.external(row)
		if !isISO(code) {
			c.addf(at, "", "%q is no ISO 3166-1 alpha-3 code", code)
		}
		if seen[code] {
			c.addf(at, "put both in one line", "%s stands there twice", code)
		}
		seen[code] = true
		c.once(at, append(row.List("aliases"), row.Get("name"))...)
		for _, column := range []string{"demonyms", "capitals", "seats"} {
			c.once(at, row.List(column)...)
		}
	}
	return nil
}

// slug is the shape of the key of an organisation.
var slug = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// orgs checks a table of organisations, or of disputed entities.
func (c *checker) orgs(table *lexicon.Table) error {
	for _, row := range table.Rows {
		at, key := originOf(row), row.Get("key")
		c.filled(row, "name")
		c.external(row)
		if !slug.MatchString(key) {
			c.addf(at, "want small letters and digits, joined by hyphens", "key %q is no slug", key)
		}
		if old, ok := c.keys[key]; ok {
			c.addf(at, "choose another one", "key %q is taken at %s:%d", key, old.table, old.line)
		}
		c.keys[key] = at
		c.code(at, row.Get("code"))
		c.country(at, row.Optional("country"))
		c.country(at, row.Optional("seat"))
		c.sector(at, row.Optional("sector"))
		c.body(at, key, row.Get("code"), row.Optional("sector"))
		c.once(at, append(row.List("aliases"), row.Get("name"))...)
		c.period(at, row.Optional("from"), row.Optional("to"), "")
		c.members(at, row.OptionalList("members"))
	}
	return nil
}

// body checks a key that gives a body of institutions.tsv a name of its own,
// such as isr-parliament: state and sector are those of the body.
func (c *checker) body(at origin, key, code, sector string) {
	state, name, _ := strings.Cut(key, "-")
	state = strings.ToUpper(state)
	in := c.t.bodies[name]
	if in != nil && c.t.countries[state] != nil && (code != state || sector != in.sector) {
		c.addf(at, "give it those, or choose another key", "key %q is that of a body with code %s and sector %s", key, state, in.sector)
	}
}

// member is a state in the list of an organisation's members, with dates or
// without: FRA, or FRA:1995-01-01..2003.
var member = regexp.MustCompile(`^([A-Z]{3})(?::([0-9-]*)\.\.([0-9-]*))?$`)

// members checks the members of an organisation. A state that left and came
// back stands there twice, with dates.
func (c *checker) members(at origin, list []string) {
	seen := map[string]bool{}
	for _, m := range list {
		p := member.FindStringSubmatch(m)
		if p == nil || c.t.countries[p[1]] == nil {
			c.addf(at, "want STATE or STATE:FROM..TO, as FRA:1995..2003-05", "member %q", m)
			continue
		}
		c.period(at, p[2], p[3], "")
		if seen[p[1]] && p[2] == "" {
			c.addf(at, "take one out, or give dates", "%s is a member twice", p[1])
		}
		seen[p[1]] = true
	}
}

// spellings checks spellings.tsv. A spelling of two given names would make
// their bearers one.
func (c *checker) spellings(table *lexicon.Table) error {
	seen := map[string]origin{}
	for _, row := range table.Rows {
		at := originOf(row)
		c.filled(row, "name", "spellings")
		for _, s := range append(row.List("spellings"), row.Get("name")) {
			c.unique(seen, at, s)
		}
	}
	return nil
}

// outlets checks outlets.tsv.
func (c *checker) outlets(table *lexicon.Table) error {
	seen := map[string]origin{}
	for _, row := range table.Rows {
		at := originOf(row)
		c.filled(row, "domain", "state")
		c.unique(seen, at, row.Get("domain"))
		c.lower(at, row.Get("domain"))
		c.country(at, row.Get("state"))
	}
	return nil
}

// synonyms checks synonyms.tsv.
func (c *checker) synonyms(table *lexicon.Table) error {
	for _, row := range table.Rows {
		at := originOf(row)
		c.filled(row, "nouns")
		c.once(at, row.List("nouns")...)
		for _, noun := range row.List("nouns") {
			c.lower(at, noun)
		}
	}
	return nil
}

// places checks places.tsv.
func (c *checker) places(table *lexicon.Table) error {
	for _, row := range table.Rows {
		at := originOf(row)
		c.filled(row, "code", "names")
		c.country(at, row.Get("code"))
		c.once(at, row.List("names")...)
		c.once(at, row.List("demonyms")...)
	}
	return nil
}

// regions checks regions.tsv.
func (c *checker) regions(table *lexicon.Table) error {
	for _, row := range table.Rows {
		at := originOf(row)
		c.filled(row, "name")
		c.code(at, row.Get("code"))
		c.once(at, append(row.List("aliases"), row.Get("name"))...)
		c.once(at, row.List("adjectives")...)
	}
	return nil
}

// agentFlags are the flags that readAgents knows.
var agentFlags = strings.Fields("title office weak group collective inherit courtesy many stateless female male follows mutual label kin rank")

// agents checks agents.tsv.
func (c *checker) agents(table *lexicon.Table) error {
	seen := map[string]origin{}
	for _, row := range table.Rows {
		at := originOf(row)
		c.unique(seen, at, row.Get("noun"))
		c.lower(at, row.Get("noun"))
		c.sector(at, row.Get("sector"))
		c.code(at, row.Get("code"))
		for f := range strings.SplitSeq(row.Get("flags"), ",") {
			if f != "" && !slices.Contains(agentFlags, f) {
				c.addf(at, "flags: "+strings.Join(agentFlags, ", "), "unknown flag %q", f)
			}
		}
	}
	return nil
}

// unique reports a name that stood in the table before.
func (c *checker) unique(seen map[string]origin, at origin, name string) {
	if old, ok := seen[name]; ok {
		c.addf(at, "take one out", "%q stands at line %d already", name, old.line)
	}
	seen[name] = at
}

// lower reports a word with capitals: these tables are looked up in lower case.
func (c *checker) lower(at origin, word string) {
	if word != strings.ToLower(word) {
		c.addf(at, "write it in lower case", "%q has capitals", word)
	}
}

// institutions checks institutions.tsv.
func (c *checker) institutions(table *lexicon.Table) error {
	nouns, keys := map[string]origin{}, map[string]origin{}
	for _, row := range table.Rows {
		at := originOf(row)
		c.unique(keys, at, row.Get("key"))
		c.sector(at, row.Get("sector"))
		if strings.Count(row.Get("name"), "%s") != 1 || strings.Count(row.Get("name"), "%") != 1 {
			c.addf(at, "as \"%s parliament\"", "the name %q has no place for the demonym", row.Get("name"))
		}
		for _, noun := range row.List("nouns") {
			c.lower(at, noun)
			c.unique(nouns, at, noun)
		}
	}
	return nil
}

// orgWords checks orgwords.tsv.
func (c *checker) orgWords(table *lexicon.Table) error {
	seen := map[string]origin{}
	for _, row := range table.Rows {
		at := originOf(row)
		c.unique(seen, at, row.Get("word"))
		c.lower(at, row.Get("word"))
		c.sector(at, row.Get("sector"))
	}
	return nil
}

// takeUps are what a noun of nominals.tsv may take up.
var takeUps = strings.Fields("country org armed igo name both people")

// nominals checks nominals.tsv.
func (c *checker) nominals(table *lexicon.Table) error {
	seen := map[string]origin{}
	for _, row := range table.Rows {
		at, noun, takes := originOf(row), row.Get("noun"), row.Get("takes")
		c.lower(at, noun)
		if !slices.Contains(takeUps, takes) {
			c.addf(at, "want one of "+strings.Join(takeUps, ", "), "%q takes up %q", noun, takes)
		}
		if takes == "both" || takes == "people" {
			noun += " (two)"
		}
		c.unique(seen, at, noun)
	}
	return nil
}

// words checks words.tsv. A word may have several classes.
func (c *checker) words(table *lexicon.Table) error {
	seen := map[string]origin{}
	for _, row := range table.Rows {
		c.filled(row, "word", "class")
		c.unique(seen, originOf(row), row.Get("word")+" "+row.Get("class"))
	}
	return nil
}

// cameoCodes checks cameo.tsv.
func (c *checker) cameoCodes(table *lexicon.Table) error {
	seen := map[string]origin{}
	for _, row := range table.Rows {
		at := originOf(row)
		c.filled(row, "place", "cameo", "meaning")
		c.unique(seen, at, row.Get("place")+" "+row.Get("cameo"))
		switch row.Get("place") {
		case "slot":
			c.code(at, row.Get("ours"))
		case "sector":
			c.filled(row, "ours")
			c.sector(at, row.Get("ours"))
		default:
			c.addf(at, "want slot or sector", "place %q", row.Get("place"))
		}
	}
	return nil
}

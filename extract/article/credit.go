package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dyad/schema"
)

// creditLines is how many lines at either end of an article may be credits.
const creditLines = 3

// dropCredits drops lines that only say who wrote, edited or photographed, in
// the first and last lines of the article, and keeps what they say.
func (c *cleaner) dropCredits() {
	last := 0
	tail := len(c.parts)
	for ; tail > 0 && last < creditLines; tail-- {
		if p := c.parts[tail-1]; p.drop == "" && !p.headline {
			last++
		}
	}
	for i := range c.parts {
		p := &c.parts[i]
		if p.drop != "" || p.headline {
			continue
		}
		head := i <= c.title+creditLines
		switch {
		case (head || i >= tail) && c.isCredit(*p, head):
			p.drop = schema.DropCredit
			c.readCredit(p.text, head)
		case head && c.isDateLine(p.text):
			p.drop = schema.DropDateline
			c.setPublished(p.text)
		}
	}
}

// isCredit says whether a line is a credit: an opener such as "By" or
// "Reporting by" with nothing but names after it, an agency alone, or the
// outlet that the input names. A plain "By" is one only near the head.
func (c *cleaner) isCredit(p part, head bool) bool {
	if p.words > maxTitle {
		return false
	}
	text := strings.TrimSpace(p.text)
	if _, known := c.agency(strings.TrimSuffix(strings.TrimSuffix(text, "."), " reports")); known || c.art.Outlet != "" && text == c.art.Outlet {
		return true
	}
	bracket := strings.HasPrefix(text, "(") || strings.HasPrefix(text, "[") || strings.HasPrefix(text, "—") || strings.HasPrefix(text, "-")
	opener, rest := c.opener(text)
	switch {
	case opener == "" || opener == "by" && !head && !bracket:
		return false
	case bracket && strings.HasSuffix(opener, "by"):
		return true // (Reporting by A in Moscow; Editing by B)
	case strings.HasPrefix(rest, ":") || strings.HasSuffix(opener, " by"):
		return c.tab.onlyNames(rest) && (p.words <= 15 || !isSentenceEnd(text))
	case opener == "by" || strings.HasPrefix(opener, "with "):
		return c.tab.onlyNames(rest)
	}
	return false
}

// opener returns the longest opener of a credit at the start of a line, in
// lower case, and what follows it.
func (c *cleaner) opener(text string) (opener, rest string) {
	text = strings.TrimLeft(text, "([*—–- ")
	for _, o := range c.tab.creditOpeners {
		if len(o) <= len(opener) || len(text) < len(o) || !strings.EqualFold(text[:len(o)], o) {
			continue
		}
		after := text[len(o):]
		if after == "" || after[0] == ' ' || after[0] == ':' {
			opener, rest = o, strings.TrimSpace(after)
		}
	}
	return opener, rest
}

// onlyNames says whether a text is nothing but names, numbers and the small
// words between them.
func (t *tables) onlyNames(s string) bool {
	names := 0
	for w := range strings.FieldsSeq(s) {
		bare := trimPunct(w)
		r, _ := utf8.DecodeRuneInString(bare)
		switch {
		case bare == "" || t.nameJoiners[bare] || strings.ContainsAny(w, "@/"):
		case unicode.IsDigit(r):
		case unicode.IsUpper(r):
			names++
		default:
			return false
		}
	}
	return names > 0
}

// readCredit takes agency, outlet and authors out of a credit line.
func (c *cleaner) readCredit(text string, head bool) {
	opener, rest := c.opener(text)
	byline := head && c.tab.bylines[opener]
	if opener == "" {
		rest = strings.TrimSuffix(strings.TrimSuffix(text, "."), " reports")
	}
	var authors []string
	for _, piece := range splitNames(strings.Trim(rest, ":()[] ")) {
		words := strings.Fields(piece)
		agency, known := c.agency(piece)
		switch {
		case known:
			c.setAgency(agency)
		case len(words) > 1 && c.tab.outletWords[words[len(words)-1]]:
			if c.art.Outlet == "" {
				c.art.Outlet = piece
			}
		case byline && len(words) >= 2 && len(words) <= 4 && c.tab.onlyNames(piece) && !strings.ContainsAny(piece, "0123456789") && !slices.ContainsFunc(words, func(w string) bool { return c.tab.offices[strings.ToLower(w)] }):
			authors = append(authors, piece)
		}
	}
	if len(c.art.Authors) == 0 && byline {
		c.art.Authors = authors
	}
}

// splitNames splits a list of names.
func splitNames(s string) []string {
	for _, sep := range []string{" and ", " & ", ";", "|", "/"} {
		s = strings.ReplaceAll(s, sep, ",")
	}
	var out []string
	for piece := range strings.SplitSeq(s, ",") {
		if piece = strings.Trim(piece, " .()"); piece != "" {
			out = append(out, piece)
		}
	}
	return out
}

func (c *cleaner) agency(text string) (string, bool) {
	name, known := agencyOf(c.tab, text)
	if own := c.art.Agency; !known && own != "" && strings.EqualFold(strings.Trim(text, " .,()[]/"), own) {
		return own, true
	}
	return name, known
}

// agencyOf returns the name of the news agency that a text is.
func agencyOf(tab *tables, text string) (string, bool) {
	text = strings.ToLower(strings.Trim(text, " .,()[]/"))
	for _, form := range []string{text, strings.TrimPrefix(text, "the "), strings.TrimSuffix(strings.TrimSuffix(text, " agency"), " news")} {
		if name, ok := tab.agencies[form]; ok {
			return name, true
		}
	}
	return "", false
}

func (c *cleaner) setAgency(name string) {
	if c.art.Agency == "" {
		c.art.Agency = name
	}
}

// cutAgencyCredits cuts ", AP reports." at the end of a sentence in the first
// lines: the credit of an outlet that retells an agency. A quotation before
// it is what the agency was told, and stays.
func (c *cleaner) cutAgencyCredits() {
	for _, i := range c.lead(creditLines) {
		p := &c.parts[i]
		at := 0
		for {
			k := strings.Index(p.text[at:], " reports")
			if k < 0 {
				break
			}
			k += at
			at = k + len(" reports")
			end := at
			if strings.HasPrefix(p.text[end:], ".") {
				end++
			} else if end < len(p.text) {
				continue
			}
			comma := strings.LastIndexByte(p.text[:k], ',')
			if comma <= 0 || k-comma > 60 || p.cut(comma) || strings.ContainsAny(lastRune(p.text[:comma]), `"'”’»`) {
				continue
			}
			name, known := c.agency(p.text[comma:k])
			if !known && (c.art.Outlet == "" || strings.TrimSpace(p.text[comma+1:k]) != c.art.Outlet) {
				continue
			}
			if known {
				c.setAgency(name)
			}
			p.cuts = append(p.cuts, schema.Dropped{Span: schema.Span{Start: p.Start + comma, End: p.Start + end}, Reason: schema.DropCredit})
		}
	}
}

// cut says whether the byte at offset i of the part is cut already.
func (p *part) cut(i int) bool {
	return slices.ContainsFunc(p.cuts, func(d schema.Dropped) bool { return d.Start <= p.Start+i && p.Start+i < d.End })
}

func lastRune(s string) string {
	_, n := utf8.DecodeLastRuneInString(s)
	return s[len(s)-n:]
}

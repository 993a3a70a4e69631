package article

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"dyad/schema"
)

// dateline is what stands before the first sentence of an article: place,
// date, agency or outlet.
type dateline struct {
	end                   int // bytes of the text that it takes
	place, agency, outlet string
	date                  string // YYYY-MM-DD if the year is said
	dated                 bool
}

// maxDateline is the most bytes that a dateline has before its dash.
const maxDateline = 110

// datelineDash is what may close a dateline: a dash, which may be unspaced if
// it is a long one; or the slashes of TASS.
var datelineDash = regexp.MustCompile(`\s*(?:—|–|―|--+)\s*|\s+-\s*|-\s+|:\s+`)

// slashAgency is the agency style of TASS and Xinhua: MOSCOW, July 12. /TASS/.
var slashAgency = regexp.MustCompile(`^([^/]{0,60})/([^/]{2,20})/\.?\s*(?:--|—|–|-)?\s*`)

// bracketAgency is an agency in brackets at the end of a dateline.
var bracketAgency = regexp.MustCompile(`\s*[(\[]([^()\[\]]{2,40})[)\]]\s*$`)

// site is the name of an outlet that is a domain.
var site = regexp.MustCompile(`^[\pL\pN][\pL\pN-]*\.(?:[Nn]et|[Cc]om|[Oo]rg|[Ii]nfo|[Tt]v|[a-z]{2})$`)

// cutDatelines cuts the dateline of the first lines that have one.
func (c *cleaner) cutDatelines() {
	for _, i := range c.lead(3) {
		p := &c.parts[i]
		d := c.readDateline(p.text)
		if d.end == 0 {
			continue
		}
		c.setAgency(d.agency)
		if c.art.Outlet == "" {
			c.art.Outlet = d.outlet
		}
		if c.art.Published == "" {
			c.art.Published = d.date
		}
		span := trim(c.art.Text, schema.Span{Start: p.Start, End: p.Start + d.end})
		p.cuts = append(p.cuts, schema.Dropped{Span: span, Reason: schema.DropDateline})
		return
	}
}

// datelineEnd returns where the text after a dateline begins, 0 without one.
func (c *cleaner) datelineEnd(text string) int { return c.readDateline(text).end }

// readDateline reads the dateline at the start of a line. The line must go on
// with a sentence after it.
func (c *cleaner) readDateline(text string) dateline {
	head := text[:min(len(text), maxDateline)]
	for !utf8.ValidString(head) && len(head) > 0 {
		head = head[:len(head)-1]
	}
	if m := slashAgency.FindStringSubmatchIndex(head); m != nil {
		if name, known := c.agency(head[m[4]:m[5]]); known {
			d := c.readPlace(strings.Trim(head[m[2]:m[3]], " .,"))
			d.agency, d.end = name, m[1]
			return d
		}
	}
	for _, m := range datelineDash.FindAllStringIndex(head, 4) {
		d := c.readPlace(head[:m[0]])
		colon := head[m[0]] == ':'
		if !c.accepts(d, text[m[1]:]) || colon && !d.dated && d.agency == "" || colon && d.place == "" {
			continue
		}
		d.end = m[1]
		return c.dateAfter(d, text)
	}
	return dateline{}
}

// dateAfter takes in a date that stands after the dash: CAIRO - 25 July 2022:
func (c *cleaner) dateAfter(d dateline, text string) dateline {
	rest := text[d.end:]
	if k := strings.IndexByte(rest[:min(len(rest), 30)], ':'); k > 0 && c.isDate(rest[:k]) {
		d.end += k + 1 + len(rest[k+1:]) - len(strings.TrimLeft(rest[k+1:], " "))
		d.dated, d.date = true, c.fullDate(rest[:k])
	}
	return d
}

// readPlace reads what stands before the dash. The result says nothing if it
// is no dateline.
func (c *cleaner) readPlace(prefix string) dateline {
	var d dateline
	prefix = strings.TrimSpace(prefix)
	if m := bracketAgency.FindStringSubmatchIndex(prefix); m != nil {
		if !c.readBracket(&d, prefix[m[2]:m[3]], prefix[:m[0]]) {
			return dateline{}
		}
		prefix = strings.TrimSpace(prefix[:m[0]])
	}
	if prefix == "" {
		return d
	}
	pieces := strings.Split(prefix, ",")
	for i, piece := range pieces {
		piece = strings.TrimSpace(piece)
		name, known := c.agency(piece)
		switch {
		case c.isDate(piece):
			d.dated = true
		case known && (d.place == "" || i == len(pieces)-1):
			d.agency = name
		case i == 0 && (site.MatchString(piece) || c.art.Outlet != "" && strings.EqualFold(piece, c.art.Outlet) || c.endsInOutlet(piece)):
			d.outlet = piece
		case i == 0 && isPlaceName(piece):
			d.place = piece
		case i > 0 && isPlaceName(piece) && (len(strings.Fields(piece)) <= 2 || !isCapitals(piece)):
		default:
			return dateline{}
		}
	}
	d.date = c.fullDate(prefix)
	return d
}

// readBracket reads what stands in brackets before the dash: an agency, an
// outlet or a date. A name that no list knows counts only after a place in
// capitals.
func (c *cleaner) readBracket(d *dateline, inside, before string) bool {
	name, known := c.agency(inside)
	place, _, _ := strings.Cut(before, ",")
	switch {
	case known:
		d.agency = name
	case c.isDate(inside):
		d.dated = true
	case c.endsInOutlet(inside) || strings.EqualFold(inside, c.art.Outlet):
		d.outlet = inside
	case isCapitals(inside) || isCapitals(place) && isPlaceName(inside):
		d.agency = inside
	default:
		return false
	}
	return true
}

// accepts says whether what was read before a dash is a dateline. A place in
// capitals is enough where a sentence follows; one in small letters needs an
// agency or a date beside it.
func (c *cleaner) accepts(d dateline, rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	if rest == "" || unicode.IsLower(r) && d.agency == "" && !d.dated {
		return false
	}
	capitals := d.place != "" && isCapitals(d.place)
	if capitals && c.tab.notPlaces[d.place] {
		return false
	}
	switch {
	case capitals:
		if len(strings.Fields(d.place)) > 3 && d.agency == "" && !d.dated {
			return false
		}
		return len(strings.Fields(rest)) >= 4
	case d.place != "":
		return d.agency != "" || d.dated
	}
	return (d.outlet != "" || d.agency != "") && len(strings.Fields(rest)) >= 4
}

// isCapitals says whether a name is written in capitals, three letters at
// least.
func isCapitals(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters >= 3
}

// isPlaceName says whether a piece of a dateline may be a place: up to five
// words that all begin with a capital.
func isPlaceName(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 5 || len(words) > 3 && isCapitals(s) && strings.ContainsAny(s, "'’") || len(s) > 40 || strings.ContainsAny(s, `"“”?!:;`) {
		return false
	}
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) && w != "of" && w != "the" && w != "de" && w != "al" {
			return false
		}
	}
	return true
}

// endsInOutlet says whether a name is that of a paper or site by its last word.
func (c *cleaner) endsInOutlet(s string) bool {
	words := strings.Fields(s)
	return len(words) > 1 && len(words) <= 5 && c.tab.outletWords[words[len(words)-1]]
}

// isDate says whether a piece of text is only a date: a month with a day or a
// year, a year, a weekday.
func (c *cleaner) isDate(s string) bool {
	found := false
	for w := range strings.FieldsSeq(s) {
		w = strings.ToLower(strings.Trim(w, ".,()"))
		day := strings.TrimRight(w, "stndrh")
		_, number := strconv.Atoi(day)
		_, month := c.tab.months[w]
		switch {
		case number == nil || month:
			found = true
		case isWeekday(w) || strings.Trim(w, "/-:.0123456789") == "" && w != "":
			found = true
		default:
			return false
		}
	}
	return found
}

func isWeekday(w string) bool {
	for d := time.Sunday; d <= time.Saturday; d++ {
		name := strings.ToLower(d.String())
		if w == name || w == name[:3] {
			return true
		}
	}
	return false
}

// fullDate returns the date in a text as YYYY-MM-DD, "" unless it says day,
// month by name and year.
func (c *cleaner) fullDate(s string) string {
	var day, month, year int
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		n, err := strconv.Atoi(strings.TrimRight(w, "stndrh"))
		switch m := c.tab.months[w]; {
		case m > 0 && month == 0:
			month = m
		case err == nil && n >= 1900 && n < 2100 && year == 0:
			year = n
		case err == nil && n >= 1 && n <= 31 && day == 0:
			day = n
		}
	}
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if year == 0 || month == 0 || day == 0 || t.Day() != day {
		return ""
	}
	return t.Format(time.DateOnly)
}

// dateWords are the words that stand beside a date in a line of its own.
var dateWords = regexp.MustCompile(`(?i)\b(?:published|posted|updated|created|last|first|on|at|date|am|pm|gmt|utc|est|edt|pst|pdt|cet|cest|bst|ist|hrs|\d{1,2}[:.]\d{2}(?:am|pm)?)\b|[|:•·]`)

// isDateLine says whether a whole line is only a date of publication.
func (c *cleaner) isDateLine(text string) bool {
	return len(text) < 80 && c.fullDate(text) != "" && c.isDate(dateWords.ReplaceAllString(text, " "))
}

// setPublished takes the date of a line where the input gives none.
func (c *cleaner) setPublished(text string) {
	if c.art.Published == "" {
		c.art.Published = c.fullDate(text)
	}
}

package actor

import (
	"regexp"
	"strings"
	"time"
)

// readDictionary reads an actor dictionary of PETRARCH and TABARI:
//
//	JANE_EXAMPLE_  ; comment
//	+J._EXAMPLE_
//		[EXAELI <990131]
//		[EXAGOV 990201-20040131]
//		[EXAOPP >040201]
//
// A name stands in the first column, with its plural in {} and codes in []
// behind it or on indented lines; "+" adds a name. Years of two digits up to
// 30 are of this century. A code that a later line restricts less is the one
// for all other times. See the chapter on actor dictionaries in the manual of
// PETRARCH; its rule that blanks match other words in between is not kept.
func (o *Own) readDictionary(lines []string) {
	d := dictReader{Own: o}
	comment := false
	for i, line := range lines {
		line, comment = uncommented(line, comment)
		if text := strings.TrimSpace(line); text != "" {
			d.line(i, text)
		}
	}
	d.done()
}

// dictReader reads a dictionary line by line; cur is the record under way.
type dictReader struct {
	*Own
	cur *ownActor
}

// line takes a line in: a name, a further name, or codes of the name before.
func (d *dictReader) line(i int, text string) {
	names, codes, ok := strings.Cut(text, "[")
	if ok {
		codes = "[" + codes
	}
	names = strings.TrimSpace(names)
	switch {
	case strings.Count(names, "!") > 1 || strings.HasPrefix(names, "&") || strings.HasPrefix(names, "-") || strings.Contains(codes, "~"):
		d.done()
		d.addf(i, "name only actor dictionaries in --actors", "a line of an agent or verb dictionary")
		return
	case strings.HasPrefix(names, "+") && d.cur == nil:
		d.addf(i, "put the name it belongs to before it", "%q adds to no name", names)
		return
	case strings.HasPrefix(names, "+"):
		d.cur.aliases = append(d.cur.aliases, dictNames(names[1:])...)
	case names != "":
		d.done()
		if list := dictNames(names); len(list) > 0 {
			d.cur = &ownActor{at: d.at(i), name: list[0], aliases: list[1:]}
		}
	}
	if d.cur == nil {
		d.addf(i, "put the name it belongs to before it", "a code without a name")
		return
	}
	d.codes(i, codes)
}

// done ends the record under way. One whose only code says "nobody" is left
// out without a word.
func (d *dictReader) done() {
	cur := d.cur
	d.cur = nil
	switch {
	case cur == nil:
	case len(cur.stays) > 0 || cur.code != "" && cur.code != nullCode:
		d.actors = append(d.actors, *cur)
	case cur.code == "":
		d.addf(cur.at.line-1, "add one, as [FRAGOV]", "\"%s\" has no code", cur.name)
	}
}

// nullCode stands for the code that says "this is nobody": [---].
const nullCode = "---"

// uncommented takes comments off a line: what follows # or ;, and what stands
// between <!-- and -->, over several lines too.
func uncommented(line string, inside bool) (string, bool) {
	var b strings.Builder
	for {
		if inside {
			_, rest, ok := strings.Cut(line, "-->")
			if !ok {
				return b.String(), true
			}
			line, inside = rest, false
		}
		text, rest, ok := strings.Cut(line, "<!--")
		if i := strings.IndexAny(text, "#;"); i >= 0 {
			return b.String() + text[:i], false
		}
		b.WriteString(text)
		if !ok {
			return b.String(), false
		}
		line, inside = rest, true
	}
}

// dictNames returns the names of a phrase with its plurals: "AFGHAN_
// {AFGHANS_}".
func dictNames(phrase string) []string {
	phrase, rest, _ := strings.Cut(phrase, "{")
	rest, _, _ = strings.Cut(rest, "}")
	var out []string
	for _, p := range append([]string{phrase}, strings.Fields(rest)...) {
		if n := strings.Join(strings.FieldsFunc(p, func(r rune) bool { return r == '_' || r == ' ' || r == '\t' }), " "); n != "" {
			out = append(out, n)
		}
	}
	return out
}

// codeShape is one code with its dates.
var codeShape = regexp.MustCompile(`\[\s*([^\s\]<>]+)\s*([^\]]*)\]`)

// dateShape is a restriction: before, from, or between days.
var dateShape = regexp.MustCompile(`^(?:([<>])\s*(\d+)|(\d+)\s*-\s*(\d+))$`)

// codes reads the codes of a line.
func (d *dictReader) codes(line int, codes string) {
	rest := codes
	for _, m := range codeShape.FindAllStringSubmatch(codes, -1) {
		rest = strings.Replace(rest, m[0], "", 1)
		code, when := strings.ToUpper(m[1]), strings.TrimSpace(m[2])
		if strings.Trim(code, "-+#") == "" {
			code = nullCode
		}
		from, to, ok := dictDates(when)
		switch {
		case when == "" && (d.cur.code == "" || d.cur.code == nullCode):
			d.cur.code = code
		case when == "":
		case !ok:
			d.addf(line, "want <YYMMDD, >YYMMDD or YYMMDD-YYMMDD, years of four digits too", "bad date in %s", m[0])
		case code != nullCode:
			d.cur.stays = append(d.cur.stays, ownStay{at: d.at(line), code: code, from: from, to: to})
		}
	}
	if rest = strings.TrimSpace(rest); rest != "" {
		d.addf(line, "codes stand in brackets, as [FRAGOV >170514]", "%q is no code", rest)
	}
}

// dictDates reads a restriction.
func dictDates(when string) (from, to string, ok bool) {
	m := dateShape.FindStringSubmatch(when)
	switch {
	case m == nil:
		return "", "", false
	case m[1] == "<":
		to, ok = dictDate(m[2])
		return "", to, ok
	case m[1] == ">":
		from, ok = dictDate(m[2])
		return from, "", ok
	}
	from, ok = dictDate(m[3])
	to, ok2 := dictDate(m[4])
	return from, to, ok && ok2
}

// dictDate reads YYMMDD or YYYYMMDD.
func dictDate(s string) (string, bool) {
	if len(s) == 6 {
		century := "19"
		if s[:2] <= "30" {
			century = "20"
		}
		s = century + s
	}
	t, err := time.Parse("20060102", s)
	if err != nil {
		return "", false
	}
	return t.Format(dayForm), true
}

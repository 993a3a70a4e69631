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
	var cur *ownActor
	done := func() {
		if cur == nil {
			return
		}
		if cur.code == "" && len(cur.stays) == 0 {
			o.problems = append(o.problems, Problem{cur.at.table, cur.at.line, "\"" + cur.name + "\" has no code", "add one, as [FRAGOV]"})
		} else if cur.code != nullCode || len(cur.stays) > 0 {
			o.actors = append(o.actors, *cur)
		}
		cur = nil
	}
	comment := false
	for i, line := range lines {
		line, comment = uncommented(line, comment)
		text := strings.TrimSpace(line)
		if text == "" {
			continue
		}
		names, codes, ok := strings.Cut(text, "[")
		if ok {
			codes = "[" + codes
		}
		names = strings.TrimSpace(names)
		switch {
		case strings.Count(names, "!") > 1 || strings.HasPrefix(names, "&") || strings.HasPrefix(names, "-") || strings.Contains(codes, "~"):
			done()
			o.addf(i, "name only actor dictionaries in --actors", "a line of an agent or verb dictionary")
			continue
		case strings.HasPrefix(names, "+"):
			if cur == nil {
				o.addf(i, "put the name it belongs to before it", "%q adds to no name", names)
				continue
			}
			cur.aliases = append(cur.aliases, dictNames(names[1:])...)
		case names != "":
			done()
			if list := dictNames(names); len(list) > 0 {
				cur = &ownActor{at: o.at(i), name: list[0], aliases: list[1:]}
			}
		}
		if cur == nil {
			o.addf(i, "put the name it belongs to before it", "a code without a name")
			continue
		}
		o.dictCodes(i, cur, codes)
	}
	done()
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

// dictCodes reads the codes of a line.
func (o *Own) dictCodes(line int, a *ownActor, codes string) {
	if codes == "" {
		return
	}
	rest := codes
	for _, m := range codeShape.FindAllStringSubmatch(codes, -1) {
		rest = strings.Replace(rest, m[0], "", 1)
		code, when := strings.ToUpper(m[1]), strings.TrimSpace(m[2])
		if strings.Trim(code, "-+#") == "" {
			code = nullCode
		}
		if when == "" {
			if a.code == "" || a.code == nullCode {
				a.code = code
			}
			continue
		}
		s := ownStay{at: o.at(line), code: code}
		d := dateShape.FindStringSubmatch(when)
		ok := d != nil
		if ok && d[1] == "<" {
			s.to, ok = dictDate(d[2])
		} else if ok && d[1] == ">" {
			s.from, ok = dictDate(d[2])
		} else if ok {
			var ok2 bool
			s.from, ok = dictDate(d[3])
			s.to, ok2 = dictDate(d[4])
			ok = ok && ok2
		}
		switch {
		case !ok:
			o.addf(line, "want <YYMMDD, >YYMMDD or YYMMDD-YYMMDD, years of four digits too", "bad date in %s", m[0])
		case code != nullCode:
			a.stays = append(a.stays, s)
		}
	}
	if strings.TrimSpace(rest) != "" {
		o.addf(line, "codes stand in brackets, as [FRAGOV >170514]", "%q is no code", strings.TrimSpace(rest))
	}
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

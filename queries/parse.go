package queries

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// The lines of a header that are no description.
var (
	nameRE     = regexp.MustCompile(`^[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*$`)
	paramRE    = regexp.MustCompile(`^param ([A-Za-z][A-Za-z0-9_]*) ([a-z]+): (\S.*)$`)
	paramSetRE = regexp.MustCompile(`^:param ([A-Za-z][A-Za-z0-9_]*) => (.*)$`)
	columnRE   = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_]*$`)
)

// Parse reads a saved report. The file is named NAME.cypher, in lower case,
// and holds:
//
//	// Title
//	// Description: one or more lines; an empty comment line parts paragraphs.
//	//
//	// param a actor: what the parameter means
//	// :param a => 'RUS'
//	// view: table
//	// shape: date, type, sentence
//	MATCH … RETURN … ORDER BY … LIMIT …;
//
// Every `param NAME TYPE: meaning` line is followed by the `:param` line that
// sets the default, ready to be copied; the value is a string in single
// quotes, a number, true, false or null. One statement follows, which must
// only read; all its parameters must be declared and used.
//
// Errors name the file and the line: "parse timeline.cypher:7: …".
func Parse(name, text string) (Query, error) {
	p := &parser{file: name, q: Query{Name: baseName(name), Text: text}}
	if !nameRE.MatchString(p.q.Name) {
		return Query{}, p.errorf(1, "bad name %q: want lower-case words joined by - or .", p.q.Name)
	}
	if !utf8.ValidString(text) {
		return Query{}, p.errorf(1, "the text is not UTF-8")
	}
	if err := p.header(); err != nil {
		return Query{}, err
	}
	if err := p.statement(); err != nil {
		return Query{}, err
	}
	return p.q, nil
}

// parser holds what is known of a file while it is read.
type parser struct {
	file string
	q    Query
	// body is the text after the header, bodyLine its first line's number.
	body     string
	bodyLine int
	// declared is the parameter whose default has not been read yet.
	declared string
}

func (p *parser) errorf(line int, format string, args ...any) error {
	return fmt.Errorf("parse %s:%d: %s", p.file, line, fmt.Sprintf(format, args...))
}

// header reads the comment lines at the top.
func (p *parser) header() error {
	rest := strings.TrimPrefix(p.q.Text, "\ufeff")
	var desc []string
	n := 0
	for {
		line, after, more := strings.Cut(rest, "\n")
		n++
		comment, ok := strings.CutPrefix(strings.TrimRight(line, " \t\r"), "//")
		if !ok {
			break
		}
		text := strings.TrimSpace(comment)
		if n == 1 {
			p.q.Title = text
		} else if isDesc, err := p.headerLine(n, text); err != nil {
			return err
		} else if isDesc {
			desc = append(desc, text)
		}
		rest = after
		if !more {
			n++
			break
		}
	}
	p.body, p.bodyLine = rest, n
	p.q.Description = strings.TrimSpace(strings.Join(desc, "\n"))
	return p.complete(n)
}

// headerLine reads one comment line after the title and reports whether it
// belongs to the description.
func (p *parser) headerLine(n int, text string) (bool, error) {
	if p.declared != "" && !strings.HasPrefix(text, ":param ") {
		return false, p.errorf(n, "param %s: its line \":param %s => …\" must follow", p.declared, p.declared)
	}
	key, value, _ := strings.Cut(text, ":")
	value = strings.TrimSpace(value)
	switch {
	case strings.HasPrefix(text, "param "):
		return false, p.param(n, text)
	case strings.HasPrefix(text, ":param "):
		return false, p.paramDefault(n, text)
	case key == "view":
		if p.q.View != "" {
			return false, p.errorf(n, "view: given twice")
		}
		if value != ViewTable && value != ViewGraph {
			return false, p.errorf(n, "view: %q is neither %q nor %q", value, ViewTable, ViewGraph)
		}
		p.q.View = value
		return false, nil
	case key == "shape":
		return false, p.shape(n, value)
	}
	return true, nil
}

// param reads the line that declares a parameter.
func (p *parser) param(n int, text string) error {
	m := paramRE.FindStringSubmatch(text)
	if m == nil {
		return p.errorf(n, "param: want \"param NAME TYPE: meaning\", got %q", text)
	}
	if !slices.Contains(types, m[2]) {
		return p.errorf(n, "param %s: there is no type %q; types: %s", m[1], m[2], strings.Join(types, ", "))
	}
	if _, ok := p.q.Param(m[1]); ok {
		return p.errorf(n, "param %s: declared twice", m[1])
	}
	p.q.Params = append(p.q.Params, Param{Name: m[1], Type: m[2], Doc: m[3]})
	p.declared = m[1]
	return nil
}

// paramDefault reads the `:param` line of the parameter declared before it.
func (p *parser) paramDefault(n int, text string) error {
	m := paramSetRE.FindStringSubmatch(text)
	if m == nil {
		return p.errorf(n, "want \":param NAME => value\", got %q", text)
	}
	if m[1] != p.declared {
		return p.errorf(n, ":param %s: no line \"param %s TYPE: meaning\" stands before it", m[1], m[1])
	}
	last := &p.q.Params[len(p.q.Params)-1]
	v, err := parseLiteral(m[2])
	if err == nil {
		v, err = checkType(last.Type, v)
	}
	if err != nil {
		return p.errorf(n, "param %s: default %s: %v", m[1], m[2], err)
	}
	last.Default, p.declared = v, ""
	return nil
}

// shape reads the list of columns.
func (p *parser) shape(n int, value string) error {
	if p.q.Shape != nil {
		return p.errorf(n, "shape: given twice")
	}
	for col := range strings.SplitSeq(value, ",") {
		col = strings.TrimSpace(col)
		if !columnRE.MatchString(col) {
			return p.errorf(n, "shape: bad column %q", col)
		}
		if slices.Contains(p.q.Shape, col) {
			return p.errorf(n, "shape: column %s twice", col)
		}
		p.q.Shape = append(p.q.Shape, col)
	}
	return nil
}

// complete checks that the header said all it must; n is the line after it.
func (p *parser) complete(n int) error {
	switch {
	case p.q.Title == "":
		return p.errorf(1, "the first line must be \"// Title\"")
	case p.declared != "":
		return p.errorf(n, "param %s: its line \":param %s => …\" must follow", p.declared, p.declared)
	case p.q.Description == "":
		return p.errorf(n, "no description before this line")
	case p.q.View == "":
		return p.errorf(n, "no line \"// view: table\" or \"// view: graph\" before this line")
	case p.q.Shape == nil:
		return p.errorf(n, "no line \"// shape: column, column\" before this line")
	}
	return nil
}

// statement checks what follows the header: one statement that only reads and
// whose parameters are those declared.
func (p *parser) statement() error {
	used := map[string]bool{}
	end := -1
	words := 0
	for tok := range scan(p.body) {
		line := p.bodyLine + strings.Count(p.body[:tok.start], "\n")
		if tok.bad != "" {
			return p.errorf(line, "%s", tok.bad)
		}
		if end >= 0 {
			return p.errorf(line, "text after the semicolon: one statement a file")
		}
		switch {
		case tok.text == ";":
			end = tok.start
		case tok.param:
			if _, ok := p.q.Param(tok.text); !ok {
				return p.errorf(line, "$%s is used but not declared", tok.text)
			}
			used[tok.text] = true
		case tok.writes():
			return p.errorf(line, "%s: a report must only read", strings.ToUpper(tok.text))
		}
		words++
	}
	if end < 0 {
		end = len(p.body)
	}
	p.q.Statement = strings.TrimSpace(p.body[:end])
	if words == 0 || p.q.Statement == "" {
		return p.errorf(p.bodyLine, "no statement")
	}
	for _, param := range p.q.Params {
		if !used[param.Name] {
			return p.errorf(p.bodyLine, "param %s is declared but not used", param.Name)
		}
	}
	return nil
}

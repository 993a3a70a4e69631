package queries

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// ParamError says what is wrong with a value for a parameter.
type ParamError struct {
	// Query and Param are names.
	Query, Param string
	// Unknown says that the query has no such parameter.
	Unknown bool
	// Reason says what is wrong with the value.
	Reason string
}

// Error implements error.
func (e *ParamError) Error() string {
	if e.Unknown {
		return fmt.Sprintf("report %s has no parameter %q", e.Query, e.Param)
	}
	return fmt.Sprintf("report %s: parameter %s: %s", e.Query, e.Param, e.Reason)
}

// Fill returns the parameters of a run: the values given as text, checked and
// converted to the parameters' types, and the defaults of the others. The
// text "null" or "" stands for no value. Errors are of type *ParamError, the
// first in the order of q.Params; unknown names come first.
func Fill(q Query, values map[string]string) (map[string]any, error) {
	unknown := ""
	for name := range values {
		if _, ok := q.Param(name); !ok && (unknown == "" || name < unknown) {
			unknown = name
		}
	}
	if unknown != "" {
		return nil, &ParamError{Query: q.Name, Param: unknown, Unknown: true}
	}
	out := make(map[string]any, len(q.Params))
	for _, p := range q.Params {
		text, ok := values[p.Name]
		if !ok {
			out[p.Name] = p.Default
			continue
		}
		v, err := p.value(text)
		if err != nil {
			return nil, &ParamError{Query: q.Name, Param: p.Name, Reason: err.Error()}
		}
		out[p.Name] = v
	}
	return out, nil
}

// value converts the text of a value.
func (p Param) value(text string) (any, error) {
	text = strings.TrimSpace(text)
	if text == "" || text == "null" {
		if p.required() {
			return nil, fmt.Errorf("needs a value, %s", typeHelp[p.Type])
		}
		return nil, nil
	}
	var v any = text
	switch p.Type {
	case TypeInt:
		n, err := strconv.ParseInt(text, 10, 64)
		if err != nil {
			return nil, fmt.Errorf("bad value %q, want %s", text, typeHelp[p.Type])
		}
		v = n
	case TypeFloat:
		f, err := strconv.ParseFloat(text, 64)
		if err != nil {
			return nil, fmt.Errorf("bad value %q, want %s", text, typeHelp[p.Type])
		}
		v = f
	case TypeBool:
		b, err := strconv.ParseBool(strings.ToLower(text))
		if err != nil {
			return nil, fmt.Errorf("bad value %q, want %s", text, typeHelp[p.Type])
		}
		v = b
	}
	return checkType(p.Type, v)
}

// required reports whether a run cannot do without a value: a number or a
// truth value is always needed, other types if their default is a value.
func (p Param) required() bool { return p.Default != nil }

// typeHelp says in words what a value of each type looks like.
var typeHelp = map[string]string{
	TypeString: "a text",
	TypeInt:    "a whole number",
	TypeFloat:  "a number",
	TypeBool:   "true or false",
	TypeDate:   "a date as 2011-10-25",
	TypeActor:  "an actor",
	TypeIssue:  "an issue",
	TypeEvent:  "an event id",
}

// checkType checks that a value is nil or fits the type, and returns it as the
// type wants it: a whole number is fine for a float, and a date may be a year
// or a month, which stands for its first day.
func checkType(typ string, v any) (any, error) {
	if v == nil {
		return nil, nil
	}
	bad := fmt.Errorf("bad value %v, want %s", v, typeHelp[typ])
	switch typ {
	case TypeInt:
		if n, ok := v.(int64); ok && n >= 0 {
			return n, nil
		}
		return nil, bad
	case TypeFloat:
		if n, ok := v.(int64); ok {
			v = float64(n)
		}
		if f, ok := v.(float64); ok && !math.IsNaN(f) && !math.IsInf(f, 0) {
			return f, nil
		}
		return nil, bad
	case TypeBool:
		if b, ok := v.(bool); ok {
			return b, nil
		}
		return nil, bad
	}
	s, ok := v.(string)
	if !ok {
		return nil, bad
	}
	if typ == TypeDate {
		return checkDate(s)
	}
	return s, nil
}

// checkDate completes a year or a month to its first day.
func checkDate(s string) (any, error) {
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format(time.DateOnly), nil
		}
	}
	return nil, fmt.Errorf("bad date %q, want %s", s, typeHelp[TypeDate])
}

// Cypher returns the query ready to paste in Neo4j Browser or cypher-shell:
// one `:param` line a parameter, an empty line, then the text of the file.
// Parameters that values lacks get their defaults.
func Cypher(q Query, values map[string]any) string {
	var b strings.Builder
	for _, p := range q.Params {
		v, ok := values[p.Name]
		if !ok {
			v = p.Default
		}
		fmt.Fprintf(&b, ":param %s => %s;\n", p.Name, Literal(v))
	}
	if len(q.Params) > 0 {
		b.WriteString("\n")
	}
	b.WriteString(strings.TrimRight(q.Text, " \t\r\n;"))
	b.WriteString(";\n")
	return b.String()
}

// Literal returns a value as Cypher writes it.
func Literal(v any) string {
	switch v := v.(type) {
	case nil:
		return "null"
	case bool:
		return strconv.FormatBool(v)
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		s := strconv.FormatFloat(v, 'f', -1, 64)
		if !strings.Contains(s, ".") {
			s += ".0"
		}
		return s
	}
	return "'" + quote.Replace(fmt.Sprint(v)) + "'"
}

// quote escapes a text for single quotes. A line break must not end the
// `:param` line.
var quote = strings.NewReplacer(`\`, `\\`, `'`, `\'`, "\n", `\n`, "\r", `\r`, "\t", `\t`)

var numberRE = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?$`)

// parseLiteral reads what [Literal] writes.
func parseLiteral(s string) (any, error) {
	switch s = strings.TrimSpace(s); s {
	case "null":
		return nil, nil
	case "true", "false":
		return s == "true", nil
	}
	if numberRE.MatchString(s) {
		if n, err := strconv.ParseInt(s, 10, 64); err == nil {
			return n, nil
		}
		return strconv.ParseFloat(s, 64)
	}
	if len(s) < 2 || s[0] != '\'' || s[len(s)-1] != '\'' {
		return nil, fmt.Errorf("want 'text', a number, true, false or null")
	}
	return unquote(s[1 : len(s)-1])
}

// unquote takes the escapes out of the inside of a quoted text.
func unquote(s string) (string, error) {
	escapes := map[byte]byte{'\\': '\\', '\'': '\'', 'n': '\n', 'r': '\r', 't': '\t'}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\'' {
			return "", fmt.Errorf("quote inside a text: write \\'")
		}
		if s[i] != '\\' {
			b.WriteByte(s[i])
			continue
		}
		i++
		if i == len(s) || escapes[s[i]] == 0 {
			return "", fmt.Errorf("bad escape in a text: \\\\, \\', \\n, \\r and \\t are known")
		}
		b.WriteByte(escapes[s[i]])
	}
	return b.String(), nil
}

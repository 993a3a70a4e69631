package actor

import (
	"encoding/csv"
	"slices"
	"strings"
)

// ownColumns are the columns of a user's CSV file; only name must be there.
var ownColumns = strings.Fields("name aliases kind code country sector office of from to gender external id")

// isCSV reports whether the first line names columns.
func isCSV(lines []string, head int) bool {
	if head >= len(lines) {
		return false
	}
	columns, err := csvFields(lines[head], separator(lines[head]))
	return err == nil && slices.ContainsFunc(columns, func(c string) bool { return strings.EqualFold(c, "name") })
}

// separator is what parts the fields: a tab or semicolon where the line of
// columns has one, else a comma.
func separator(head string) rune {
	switch {
	case strings.Contains(head, "\t"):
		return '\t'
	case strings.Contains(head, ";"):
		return ';'
	}
	return ','
}

// csvFields splits one line. A record never reaches over several lines, so
// that a stray quotation mark spoils one line and not the rest of the file.
func csvFields(line string, sep rune) ([]string, error) {
	r := csv.NewReader(strings.NewReader(line))
	r.Comma, r.FieldsPerRecord, r.TrimLeadingSpace = sep, -1, sep != '\t'
	fields, err := r.Read()
	for i := range fields {
		fields[i] = strings.TrimSpace(fields[i])
	}
	return fields, err
}

// readCSV reads the lines after the one of columns: one actor each, or one
// more stay in office of the person named in a line before.
func (o *Own) readCSV(lines []string, head int) {
	sep := separator(lines[head])
	columns, _ := csvFields(lines[head], sep)
	for i, c := range columns {
		columns[i] = strings.ToLower(c)
		if !slices.Contains(ownColumns, columns[i]) {
			o.addf(head, "columns: "+strings.Join(ownColumns, ", "), "there is no column %q, it is not read", c)
		} else if slices.Contains(columns[:i], columns[i]) {
			o.addf(head, "take one out", "column %q stands there twice, the first one is read", c)
		}
	}
	for i := head + 1; i < len(lines); i++ {
		if strings.TrimSpace(lines[i]) == "" || strings.HasPrefix(lines[i], "#") {
			continue
		}
		fields, err := csvFields(lines[i], sep)
		switch {
		case err != nil:
			o.addf(i, "put quotation marks around a field, and two for one inside it", "the line cannot be split into fields")
		case len(fields) > len(columns):
			o.addf(i, "put quotation marks around a field with the separator in it", "%d fields, but only %d columns", len(fields), len(columns))
		default:
			o.csvActor(i, columns, fields)
		}
	}
}

// csvActor takes the fields of a line in.
func (o *Own) csvActor(line int, columns, fields []string) {
	get := func(column string) string {
		if i := slices.Index(columns, column); i >= 0 && i < len(fields) {
			return fields[i]
		}
		return ""
	}
	a := ownActor{
		at: o.at(line), id: get("id"), name: get("name"), kind: strings.ToLower(get("kind")), code: strings.ToUpper(get("code")),
		country: strings.ToUpper(get("country")), sector: strings.ToUpper(get("sector")), gender: strings.ToLower(get("gender")), extern: get("external"),
	}
	for alias := range strings.SplitSeq(get("aliases"), "|") {
		if alias = strings.TrimSpace(alias); alias != "" {
			a.aliases = append(a.aliases, alias)
		}
	}
	s := ownStay{at: a.at, office: get("office"), of: get("of"), code: a.code, sector: a.sector, from: get("from"), to: get("to")}
	if s.office != "" || s.from != "" || s.to != "" {
		a.stays = []ownStay{s}
		a.sector = "" // it is that of the office
	}
	o.actors = append(o.actors, a)
}

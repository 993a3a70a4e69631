package article

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"dyad/schema"
)

// record is a line of JSON as the input has it. Keys beyond these are
// allowed and not read.
type record struct {
	ID        string                `json:"id"`
	Text      *string               `json:"text"`
	Title     string                `json:"title"`
	Published string                `json:"published"`
	URL       string                `json:"url"`
	Outlet    string                `json:"outlet"`
	Language  string                `json:"language"`
	Mentions  []schema.GivenMention `json:"mentions"`
	Article   json.RawMessage       `json:"article"`
}

// lines reads one article a line. A bad line is reported with its number and
// the next one goes on; a line beyond the limit is passed over without being
// held in memory.
func (n *run) lines(item string, in io.Reader) bool {
	r := bufio.NewReaderSize(transform.NewReader(in, unicode.BOMOverride(transform.Nop)), 1<<16)
	for number := 1; ; number++ {
		line, err := readLine(r, n.opts.MaxBytes)
		at := fmt.Sprintf("%s:%d", item, number)
		if n.stopped() {
			return false
		}
		switch {
		case errors.Is(err, errTooLarge):
			if !n.skip(at, "", "the line is larger than %s, the most that one article may have", size(n.opts.MaxBytes)) {
				return false
			}
		case err != nil && err != io.EOF:
			return n.skip(at, "the lines before it were read", "%s", readReason(err))
		case len(bytes.TrimSpace(line)) > 0:
			if !n.line(at, line) {
				return false
			}
		}
		if err == io.EOF {
			return true
		}
	}
}

// readLine returns the next line. A line of more than limit bytes is read to
// its end and gives errTooLarge; io.EOF comes with the last line.
func readLine(r *bufio.Reader, limit int) ([]byte, error) {
	var line []byte
	large := false
	for {
		part, err := r.ReadSlice('\n')
		if large = large || len(line)+len(part) > limit; large {
			line = nil
		} else {
			line = append(line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case large && (err == nil || err == io.EOF):
			// Where it was the last line, the next call tells the end.
			return nil, errTooLarge
		}
		return line, err
	}
}

// line reads one line of JSON.
func (n *run) line(at string, line []byte) bool {
	rec, reason, hint := parseRecord(line)
	if reason != "" {
		return n.skip(at, hint, "%s", reason)
	}
	return n.finish(&draft{
		art: schema.Article{
			ID: rec.ID, Input: at, URL: rec.URL, Title: rec.Title, Published: rec.Published,
			Outlet: rec.Outlet, Language: rec.Language, Text: *rec.Text, Given: rec.Mentions,
		},
		stated: rec.Language != "",
	})
}

// parseRecord reads and checks one line. A reason says why it is bad.
func parseRecord(line []byte) (rec record, reason, hint string) {
	if !utf8.Valid(line) {
		return rec, "not UTF-8", "convert the file to UTF-8"
	}
	if err := json.Unmarshal(line, &rec); err != nil {
		return rec, jsonReason(err), ""
	}
	switch {
	case rec.Text == nil && rec.Article != nil:
		return rec, "no text: this is a document, not an article", "dyad load reads the output of dyad extract, extract does not"
	case rec.Text == nil:
		return rec, "no text", `an article is {"text": "…"}, with id, title, published, url, outlet, language if known`
	case strings.TrimSpace(*rec.Text) == "":
		return rec, "the text is empty", ""
	}
	if rec.Published != "" {
		if err := CheckDate(rec.Published); err != nil {
			return rec, "published: " + err.Error(), "dates are 2011-10-25 or 2011-10-25T09:30:00Z"
		}
	}
	length := utf8.RuneCountInString(*rec.Text)
	for i, m := range rec.Mentions {
		switch {
		case m.ID == "":
			return rec, fmt.Sprintf("mentions[%d]: no id", i), ""
		case m.Start < 0 || m.End > length || m.Start >= m.End:
			return rec, fmt.Sprintf("mentions[%d]: %d to %d is no span of a text of %d characters", i, m.Start, m.End, length),
				"start and end count characters (Unicode code points), end exclusive"
		}
	}
	return rec, "", ""
}

// jsonReason says in the words of the user what is wrong with a line.
func jsonReason(err error) string {
	var typ *json.UnmarshalTypeError
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &typ) && typ.Field == "":
		return fmt.Sprintf("a JSON object is expected, not %s", typ.Value)
	case errors.As(err, &typ):
		field := strings.ReplaceAll(typ.Field, ".Span.", ".") // an embedded struct of ours
		return fmt.Sprintf("%s: %s is expected, not %s", field, wanted(typ.Type.Kind().String()), typ.Value)
	case errors.As(err, &syntax):
		return fmt.Sprintf("bad JSON at byte %d: %s", syntax.Offset, strings.TrimPrefix(err.Error(), "json: "))
	}
	return "bad JSON: " + err.Error()
}

// wanted names a kind of Go in the words of JSON.
func wanted(kind string) string {
	switch kind {
	case "slice":
		return "a list"
	case "struct":
		return "an object"
	case "int":
		return "a whole number"
	}
	return "a " + kind
}

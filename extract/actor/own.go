package actor

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// Own is what a user knows of actors: the content of one file, read but not
// yet checked against the tables. Its entries win over those of the tables.
type Own struct {
	file     string
	digest   string
	known    string // the day until which open ends hold, "" for ever
	actors   []ownActor
	problems []Problem
}

// ownActor is a line or record of a user's file.
type ownActor struct {
	at                                    origin
	id, name, kind                        string
	code, country, sector, gender, extern string
	aliases                               []string
	stays                                 []ownStay
}

// ownStay is a stay in an office as a user writes it; of is an id or a name.
type ownStay struct {
	at                                 origin
	office, of, code, sector, from, to string
}

// maxOwn bounds a file of a user.
const maxOwn = 64 << 20

// ReadOwn reads a file of actors: CSV whose first line names the columns, or
// a PETRARCH actor dictionary. Lines that cannot be read are left out, and
// [Resolver.Problems] names them. An error means that nothing can be read.
func ReadOwn(file string, in io.Reader) (*Own, error) {
	text, err := io.ReadAll(io.LimitReader(in, maxOwn+1))
	if err != nil {
		return nil, fmt.Errorf("read actors of %s: %w", file, err)
	}
	if len(text) > maxOwn {
		return nil, fmt.Errorf("read actors of %s: more than %d MB", file, maxOwn>>20)
	}
	sum := sha256.Sum256(text)
	o := &Own{file: file, digest: hex.EncodeToString(sum[:8])}
	lines := strings.Split(string(bytes.TrimPrefix(text, []byte("\ufeff"))), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, "\r")
		if !utf8.ValidString(line) {
			o.addf(i, "save the file as UTF-8", "the line is not UTF-8")
			lines[i] = ""
		}
		if date, ok := knownLine(line); ok {
			o.known = date
			if !isDay(date) {
				o.addf(i, "as 2024-06-30", "known until %q", date)
				o.known = ""
			}
		}
	}
	if head := firstLine(lines); isCSV(lines, head) {
		o.readCSV(lines, head)
	} else {
		o.readDictionary(lines)
	}
	if len(o.actors) == 0 && len(o.problems) == 0 {
		return nil, fmt.Errorf("read actors of %s: there are none: want CSV with a column \"name\", or a PETRARCH actor dictionary", file)
	}
	return o, nil
}

// addf notes a problem of a line, which is counted from 0.
func (o *Own) addf(line int, mend, format string, args ...any) {
	o.problems = append(o.problems, Problem{o.file, line + 1, fmt.Sprintf(format, args...), mend})
}

func (o *Own) at(line int) origin { return origin{o.file, line + 1} }

// knownLine reads the comment that says until when a file is known.
func knownLine(line string) (string, bool) {
	if !strings.HasPrefix(line, "#") {
		return "", false
	}
	_, date, ok := strings.Cut(line, "known until:")
	return strings.TrimSpace(date), ok
}

// firstLine returns the first line that is neither empty nor a comment.
func firstLine(lines []string) int {
	for i, line := range lines {
		if strings.TrimSpace(line) != "" && !strings.HasPrefix(line, "#") {
			return i
		}
	}
	return len(lines)
}

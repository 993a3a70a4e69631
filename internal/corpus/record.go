package corpus

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"dyad/schema"
)

// Record is a gold record of PLOVER: a sentence with one event. Several may
// have the same sentence. A side without actors is a text or null, see [Side].
type Record struct {
	Text           string
	Source, Target json.RawMessage
}

// ReadRecords reads a file of gold records, a JSON array.
func ReadRecords(name string, in io.Reader) ([]Record, error) {
	data, err := io.ReadAll(in)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	var list []Record
	if err := json.Unmarshal(data, &list); err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	return list, nil
}

// RecordLines returns the sentences of records as input of dyad: a line of JSON
// each, once.
func RecordLines(list []Record) ([]byte, error) {
	var out []byte
	seen := map[string]bool{}
	for i := range list {
		id := list[i].ID()
		if seen[id] {
			continue
		}
		seen[id] = true
		line, err := json.Marshal(map[string]string{"id": id, "text": list[i].plain(), "language": "en"})
		if err != nil {
			return nil, err
		}
		out = append(append(out, line...), '\n')
	}
	return out, nil
}

// ID names the sentence of a record.
func (r *Record) ID() string { return schema.ID("record", strings.Join(strings.Fields(r.Text), " ")) }

// plain is the sentence without what the source has of LaTeX.
func (r *Record) plain() string {
	s := strings.Join(strings.Fields(r.Text), " ")
	if strings.HasPrefix(s, "{") && strings.HasSuffix(s, "}") {
		s = s[1:max(1, len(s)-1)]
	}
	return strings.TrimSpace(strings.NewReplacer("``", `"`, "''", `"`, `\$`, "$").Replace(s))
}

// RecordActor is an actor of a record.
type RecordActor struct{ ActorText, Code, Sector string }

// Side reads the actors of a side of a record.
func Side(raw json.RawMessage) []RecordActor {
	var list []RecordActor
	if json.Unmarshal(raw, &list) != nil {
		return nil
	}
	return list
}

// slips are codes of states that gold records have wrong.
var slips = map[string]string{"JAP": "JPN", "ITL": "ITA", "VTN": "VNM"}

// SlotOf is the country slot of a code of CAMEO, slips of the records mended.
func SlotOf(code string) string {
	code = code[:min(3, len(code))]
	if right := slips[code]; right != "" {
		return right
	}
	return code
}

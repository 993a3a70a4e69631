package nlp

import "fmt"

// nameKinds are the kinds of data/names.tsv; a word has a bit for each.
var nameKinds = []string{"country", "city", "region", "placeword", "demonym", "first", "title", "orgword", "org"}

// loadNames reads the hints of names: bits by the hash of the form.
func loadNames() (map[uint32]uint32, error) {
	t, err := readTable("names")
	if err != nil {
		return nil, err
	}
	bits := map[string]uint32{}
	for i, k := range nameKinds {
		bits[k] = 1 << i
	}
	out := make(map[uint32]uint32, 2048)
	for _, row := range t.Rows {
		bit, ok := bits[row.Get("kind")]
		if !ok {
			return nil, fmt.Errorf("read %s:%d: unknown kind %q", t.Name, row.Line, row.Get("kind"))
		}
		for _, w := range row.List("words") {
			out[hashString(w)] |= bit
		}
	}
	return out, nil
}

package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"dyad/schema"
)

// levelled makes gold and output comparable, where the gold is not consistent:
// old codes of states, all bodies of states and non-governmental ones as IGO,
// and sectors under the names they have now.
func levelled(code, sector string) coded {
	if len(code) > 3 {
		code = code[:3]
	}
	if len(sector) > 3 {
		sector = sector[:3]
	}
	code, sector = strings.ToUpper(code), strings.ToUpper(sector)
	switch code {
	case "JAP":
		code = "JPN"
	case "ITL":
		code = "ITA"
	case "VTN":
		code = "VNM"
	case "KOS":
		code = "XKX"
	case "UNO", "EUR", "NGO", "NGM", "INT", "UN", "EU":
		code = "IGO"
	}
	switch sector {
	case "CIV":
		sector = "CVL"
	case "INS", "SEP":
		sector = "REB"
	case "IGO", "NGO", "NGM", "INT", "***":
		sector = ""
	}
	return coded{code, sector}
}

// record is a gold record of PLOVER; a side without actors is a text or null.
type record struct {
	Text   string          `json:"text"`
	Source json.RawMessage `json:"source"`
	Target json.RawMessage `json:"target"`
}

// readRecords reads a file of gold records: the actors of each sentence by its
// id, and the sentences as lines of input.
func readRecords(name string) (gold map[string][]coded, input string, err error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, "", err
	}
	var records []record
	if err := json.Unmarshal(data, &records); err != nil {
		return nil, "", fmt.Errorf("read %s: %w", name, err)
	}
	gold = map[string][]coded{}
	var b strings.Builder
	for _, r := range records {
		id, text := sentenceOf(r.Text)
		if _, ok := gold[id]; !ok {
			line, err := json.Marshal(map[string]string{"id": id, "text": text, "language": "en"})
			if err != nil {
				return nil, "", err
			}
			b.Write(append(line, '\n'))
		}
		gold[id] = append(gold[id], append(sideOf(r.Source), sideOf(r.Target)...)...)
	}
	return gold, b.String(), nil
}

// sideOf reads the actors of one side.
func sideOf(raw json.RawMessage) []coded {
	var list []struct{ Code, Sector string }
	if json.Unmarshal(raw, &list) != nil {
		return nil
	}
	var out []coded
	for _, a := range list {
		if a.Code != "" {
			out = append(out, levelled(a.Code, a.Sector))
		}
	}
	return out
}

// sentenceOf returns the id of a sentence and its text without remains of
// LaTeX.
func sentenceOf(text string) (id, clean string) {
	text = strings.Join(strings.Fields(text), " ")
	sum := sha256.Sum256([]byte(text))
	if strings.HasPrefix(text, "{") && strings.HasSuffix(text, "}") {
		text = text[1 : len(text)-1]
	}
	return "gsr-" + hex.EncodeToString(sum[:])[:12], strings.TrimSpace(strings.NewReplacer("``", `"`, "''", `"`, `\$`, "$").Replace(text))
}

// goldActor is an actor of annotated news.
type goldActor struct {
	coded
	names map[string]bool
}

// called reports whether an actor has one of the names.
func (g goldActor) called(a schema.Actor) bool {
	if g.names[plainName(a.Name)] {
		return true
	}
	for _, n := range a.Aliases {
		if g.names[plainName(n)] {
			return true
		}
	}
	return false
}

// plainName is a name in small letters without article, accents and marks.
func plainName(name string) string {
	return strings.TrimPrefix(schema.Slug(strings.TrimSuffix(strings.TrimSuffix(name, "'s"), "’s")), "the-")
}

// readNews reads a folder of annotated articles: their actors by id.
func readNews(folder string) (map[string][]goldActor, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.json"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("read %s: no annotated articles (%v)", folder, err)
	}
	out := map[string][]goldActor{}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		var art struct {
			ID     string
			Actors []struct {
				Name, Code, Sector string
				Aliases            []string
			}
		}
		if err := json.Unmarshal(data, &art); err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
		for _, a := range art.Actors {
			g := goldActor{levelled(a.Code, a.Sector), map[string]bool{plainName(a.Name): true}}
			for _, n := range a.Aliases {
				g.names[plainName(n)] = true
			}
			out[art.ID] = append(out[art.ID], g)
		}
	}
	return out, nil
}

// readIDs reads a file of ids; nil for no file.
func readIDs(name string) (map[string]bool, error) {
	if name == "" {
		return nil, nil
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	out := map[string]bool{}
	for id := range strings.FieldsSeq(string(data)) {
		out[id] = true
	}
	return out, nil
}

package corpus

import (
	"io"
	"os"
	"strings"
)

// ReadFile opens a file and reads it.
func ReadFile[T any](name string, reader func(string, io.Reader) ([]T, error)) ([]T, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return reader(name, f)
}

// ReadIDs reads a file of ids with white space between them; nil for "".
func ReadIDs(name string) (map[string]bool, error) {
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

package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dyad/internal/corpus"
)

// trainAnnotation turns annotations by offsets, which hold no text, into a
// folder of annotated news that the other tasks read, or with --pack the other
// way round.
func trainAnnotation(args []string, log io.Writer) error {
	c, err := readConversion("annotation", "news.jsonl", "news", "`folder` of annotated news: gold, sentences", args, log)
	if err != nil {
		return err
	}
	if c.pack {
		return packAnnotations(c.file, c.words, c.texts)
	}
	n, err := unpackAnnotations(c.file, c.words, c.texts)
	fmt.Fprintf(log, "%d articles\n", n)
	return err
}

// conversion is a task that turns annotations by offsets, a file, into ones with words,
// or with pack the other way round; texts are those of the articles by id.
type conversion struct {
	file, words string
	pack        bool
	texts       map[string]string
}

// readConversion reads the flags of a conversion: that of the words has a name and a
// usage of its own. The file is by default one of the folder of annotations.
func readConversion(task, file, words, usage string, args []string, log io.Writer) (*conversion, error) {
	c := &conversion{}
	fs := flag.NewFlagSet("dyad-train "+task, flag.ContinueOnError)
	fs.SetOutput(log)
	fs.StringVar(&c.file, "file", "cmd/dyad-train/annotation/"+file, "`file` of annotations by offsets")
	articles := fs.String("articles", "", "JSON lines `file` with the annotated articles")
	fs.StringVar(&c.words, words, "", usage)
	fs.BoolVar(&c.pack, "pack", false, "write the file by offsets, not the one with words")
	err := fs.Parse(args)
	if err == nil {
		c.texts, err = readTexts(*articles)
	}
	return c, err
}

// readLines reads a value of every line of JSON; name is that of the input, for errors. It
// returns how many lines it has read.
func readLines[T any](name string, r io.Reader, use func(*T) error) (int, error) {
	in := bufio.NewScanner(r)
	in.Buffer(nil, 1<<24)
	n := 0
	for in.Scan() {
		n++
		var x T
		err := json.Unmarshal(in.Bytes(), &x)
		if err == nil {
			err = use(&x)
		}
		if err != nil {
			return n, fmt.Errorf("read %s:%d: %w", name, n, err)
		}
	}
	if err := in.Err(); err != nil {
		return n, fmt.Errorf("read %s:%d: %w", name, n+1, err)
	}
	return n, nil
}

// packAnnotations writes the annotations of a folder by offsets, one article a
// line, in the order of their ids.
func packAnnotations(file, news string, texts map[string]string) error {
	list, err := corpus.ReadAnnotations(filepath.Join(news, "gold"))
	if err != nil {
		return err
	}
	return writeTrained(file, func(w io.Writer) error {
		e := json.NewEncoder(w)
		for i := range list {
			a := &list[i]
			lines, err := os.ReadFile(filepath.Join(news, "sentences", a.ID+".txt"))
			if err != nil {
				return err
			}
			p, err := corpus.Pack(a, texts[a.ID], sentencesOf(string(lines)))
			if err != nil {
				return fmt.Errorf("pack %s: %w", a.ID, err)
			}
			if err := e.Encode(p); err != nil {
				return err
			}
		}
		return nil
	})
}

// sentencesOf returns the numbered sentences of a file.
func sentencesOf(lines string) []string {
	var out []string
	for _, m := range numbered.FindAllStringSubmatch(lines, -1) {
		out = append(out, m[1])
	}
	return out
}

// unpackAnnotations writes gold/ID.json and sentences/ID.txt for every line of
// a file and returns how many.
func unpackAnnotations(file, news string, texts map[string]string) (int, error) {
	f, err := os.Open(file)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	for _, dir := range []string{"gold", "sentences"} {
		if err := os.MkdirAll(filepath.Join(news, dir), 0o755); err != nil {
			return 0, err
		}
	}
	return readLines(file, f, func(p *corpus.Packed) error {
		a, sentences, err := p.Unpack(texts[p.ID])
		if err != nil {
			return fmt.Errorf("%s: %w", p.ID, err)
		}
		var b strings.Builder
		fmt.Fprintf(&b, "ID %s\n", p.ID)
		for i, s := range sentences {
			fmt.Fprintf(&b, "[%d] %s\n", i, s)
		}
		raw, err := json.Marshal(a)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(news, "sentences", p.ID+".txt"), []byte(b.String()), 0o644); err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(news, "gold", p.ID+".json"), slices.Concat(raw, []byte("\n")), 0o644)
	})
}

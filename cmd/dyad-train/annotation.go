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
	fs := flag.NewFlagSet("dyad-train annotation", flag.ContinueOnError)
	fs.SetOutput(log)
	file := fs.String("file", "cmd/dyad-train/annotation/news.jsonl", "`file` of annotations by offsets")
	articles := fs.String("articles", "", "JSON lines `file` with the annotated articles")
	news := fs.String("news", "", "`folder` of annotated news: gold, sentences")
	pack := fs.Bool("pack", false, "write the file from the folder, not the folder from the file")
	if err := fs.Parse(args); err != nil {
		return err
	}
	texts, err := readTexts(*articles)
	if err != nil {
		return err
	}
	if *pack {
		return packAnnotations(*file, *news, texts)
	}
	n, err := unpackAnnotations(*file, *news, texts)
	fmt.Fprintf(log, "%d articles\n", n)
	return err
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
	n := 0
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<24)
	for in.Scan() {
		n++
		var p corpus.Packed
		if err := json.Unmarshal(in.Bytes(), &p); err != nil {
			return n, fmt.Errorf("read %s:%d: %w", file, n, err)
		}
		a, sentences, err := p.Unpack(texts[p.ID])
		if err != nil {
			return n, fmt.Errorf("read %s:%d: %s: %w", file, n, p.ID, err)
		}
		var b strings.Builder
		fmt.Fprintf(&b, "ID %s\n", p.ID)
		for i, s := range sentences {
			fmt.Fprintf(&b, "[%d] %s\n", i, s)
		}
		raw, err := json.Marshal(a)
		if err != nil {
			return n, err
		}
		if err := os.WriteFile(filepath.Join(news, "sentences", p.ID+".txt"), []byte(b.String()), 0o644); err != nil {
			return n, err
		}
		if err := os.WriteFile(filepath.Join(news, "gold", p.ID+".json"), slices.Concat(raw, []byte("\n")), 0o644); err != nil {
			return n, err
		}
	}
	return n, in.Err()
}

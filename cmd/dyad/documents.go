package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"os"
	"strings"

	"dyad/extract/article"
	"dyad/schema"
)

// documentMark opens every line that "dyad extract" prints.
const documentMark = `{"article":{`

// maxDocumentLine bounds a line of extracted JSON.
const maxDocumentLine = 512 << 20

// splitDocuments parts the inputs into those that hold lines of "dyad
// extract" and all others. Standard input is looked into without losing what
// was read; the reader to go on with is put in e.in.
func (e *env) splitDocuments(inputs []string) (documents, others []string) {
	for _, in := range inputs {
		if e.holdsDocuments(in) {
			documents = append(documents, in)
		} else {
			others = append(others, in)
		}
	}
	return documents, others
}

func (e *env) holdsDocuments(input string) bool {
	if input == "-" {
		r := bufio.NewReaderSize(e.in, 1<<16)
		e.in = r
		return opensDocument(r)
	}
	f, err := os.Open(input)
	if err != nil {
		return false // the article reader says what is wrong with it
	}
	defer f.Close()
	return opensDocument(bufio.NewReader(f))
}

// opensDocument reports whether the text, zipped or not, starts as a document.
func opensDocument(r *bufio.Reader) bool {
	head, _ := r.Peek(2048)
	if bytes.HasPrefix(head, []byte{0x1f, 0x8b}) {
		z, err := gzip.NewReader(bytes.NewReader(head))
		if err != nil {
			return false
		}
		head = make([]byte, 256)
		n, _ := io.ReadFull(z, head)
		head = head[:n]
	}
	return bytes.HasPrefix(bytes.TrimLeft(head, "\ufeff \t\r\n"), []byte(documentMark))
}

// readDocuments yields the documents of the inputs. A bad line is an
// *article.InputError and ends nothing.
func (e *env) readDocuments(inputs []string) iter.Seq2[*schema.Document, error] {
	return func(yield func(*schema.Document, error) bool) {
		for _, input := range inputs {
			if !e.readDocumentFile(input, yield) {
				return
			}
		}
	}
}

func (e *env) readDocumentFile(input string, yield func(*schema.Document, error) bool) bool {
	in := e.in
	if input != "-" {
		f, err := os.Open(input)
		if err != nil {
			return yield(nil, &article.InputError{Item: input, Reason: err.Error()})
		}
		defer f.Close()
		in = f
	}
	r := bufio.NewReaderSize(in, 1<<16)
	if head, _ := r.Peek(2); bytes.Equal(head, []byte{0x1f, 0x8b}) {
		z, err := gzip.NewReader(r)
		if err != nil {
			return yield(nil, &article.InputError{Item: input, Reason: fmt.Sprintf("bad gzip: %v", err)})
		}
		r = bufio.NewReaderSize(z, 1<<16)
	}
	for n := 1; ; n++ {
		line, err := r.ReadBytes('\n')
		if text := bytes.TrimSpace(line); len(text) > 0 {
			doc, bad := parseDocument(fmt.Sprintf("%s:%d", input, n), text)
			if bad != nil {
				if !yield(nil, bad) {
					return false
				}
			} else if !yield(doc, nil) {
				return false
			}
		}
		if err == io.EOF {
			return true
		}
		if err != nil {
			return yield(nil, &article.InputError{Item: fmt.Sprintf("%s:%d", input, n), Reason: err.Error()})
		}
	}
}

// parseDocument reads one line of "dyad extract".
func parseDocument(item string, line []byte) (*schema.Document, error) {
	if len(line) > maxDocumentLine {
		return nil, &article.InputError{Item: item, Reason: "the line is too long"}
	}
	doc := &schema.Document{}
	if err := json.Unmarshal(line, doc); err != nil {
		return nil, &article.InputError{Item: item, Reason: fmt.Sprintf("no document: %v", err), Hint: "one line of: dyad extract --format jsonl"}
	}
	if problems := schema.Validate(doc); len(problems) > 0 {
		return nil, &article.InputError{Item: item, Reason: strings.Join(problems, "; "), Hint: "extract the article again with this version"}
	}
	return doc, nil
}

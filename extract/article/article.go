// Package article finds the articles in files, folders, web pages, lines of
// JSON and standard input, and marks in each text what is no article: repeats
// of the title, credits, datelines, teasers, boilerplate.
//
// Reads: the inputs that the user names. Writes: [schema.Article], with
// Dropped, Blocks and Given in bytes as all stages count (Given as the input
// has it, in code points, until package extract converts it).
//
// The way of an input: input.go finds the files, decode.go their encoding,
// reader.go the format; jsonl.go, page.go and the plain text meet in finish.go,
// which cleans (clean.go and the files it names), checks the language, gives
// the id and marks near copies (duplicate.go).
package article

import (
	"fmt"
	"io"
	"time"

	"dyad/schema"
)

// Formats of an input.
const (
	FormatAuto  = "auto"
	FormatText  = "text"
	FormatHTML  = "html"
	FormatJSONL = "jsonl"
)

// DefaultMaxBytes is the most that one article may have: a text file, a page
// or a line of JSON. It holds any newspaper article and most books; a larger
// one is skipped with a reason, so that memory stays bounded.
const DefaultMaxBytes = 16 << 20

// maxPageBytes is the limit of a web page, which takes the libraries several
// seconds; the largest article pages seen have 1.5 MB.
const maxPageBytes = 4 << 20

// Options say what to read and how.
type Options struct {
	// InputFormat is one of the Format constants, "" for auto.
	InputFormat string
	// Published, Title, Outlet and URL are for texts that lack them.
	Published, Title, Outlet, URL string
	// Stdin is what the input "-" reads.
	Stdin io.Reader
	// KeepAll drops nothing: teasers, credits and repeats are analysed too.
	KeepAll bool
	// MaxBytes is the limit of one article, 0 for DefaultMaxBytes.
	MaxBytes int
	// Now is the clock: a page that claims to be published after it is not
	// believed. Nil means that any date is believed.
	Now func() time.Time
}

// Reader reads articles. It keeps nothing between two calls of Read.
type Reader struct {
	opts Options
	tab  *tables
}

// NewReader returns a reader with its word lists loaded.
func NewReader(opts Options) *Reader {
	if opts.InputFormat == "" {
		opts.InputFormat = FormatAuto
	}
	if opts.MaxBytes <= 0 {
		opts.MaxBytes = DefaultMaxBytes
	}
	return &Reader{opts: opts, tab: loadTables()}
}

// InputError says that one item of the input was left out. The run goes on.
type InputError struct {
	Item   string // path, URL or file:line
	Reason string
	Hint   string // what to do about it, "" if that is plain
}

// Error names the item and the reason.
func (e *InputError) Error() string { return fmt.Sprintf("read %s: %s", e.Item, e.Reason) }

// draft is an article under way, before cleaning.
type draft struct {
	art schema.Article
	// stated says that the input names the language, so it is not tested.
	stated bool
	// page says that the text comes from a web page.
	page bool
}

package article

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dyad/schema"
)

// yieldFunc hands on one article or one error; false means stop.
type yieldFunc = func(schema.Article, error) bool

// kinds are the endings of files that are read from a directory, each also
// with .gz. A file that is named itself may have any name.
var kinds = []string{".txt", ".text", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson"}

// run is one call of Read: what must be remembered from article to article.
type run struct {
	*Reader
	ctx   context.Context
	yield yieldFunc
	// seen maps an id to the digest of its text.
	seen map[string]string
	dups *Duplicates
}

// Read yields the articles of the inputs in order: files, directories
// (recursive, in the order of their names), globs, http and https pages, "-"
// for standard input. An error is an [*InputError] for one item that is left
// out, or the error of the context.
func (r *Reader) Read(ctx context.Context, inputs []string) iter.Seq2[schema.Article, error] {
	return func(yield func(schema.Article, error) bool) {
		n := &run{Reader: r, ctx: ctx, yield: yield, seen: map[string]string{}, dups: NewDuplicates()}
		for _, input := range inputs {
			if !n.input(input) {
				return
			}
		}
	}
}

// skip reports an item that is left out.
func (n *run) skip(item, hint, format string, args ...any) bool {
	return n.yield(schema.Article{}, &InputError{Item: item, Reason: fmt.Sprintf(format, args...), Hint: hint})
}

// stopped passes the error of a cancelled context on.
func (n *run) stopped() bool {
	err := n.ctx.Err()
	if err != nil {
		n.yield(schema.Article{}, err)
	}
	return err != nil
}

// input reads one input of the command line.
func (n *run) input(input string) bool {
	if n.stopped() {
		return false
	}
	switch {
	case input == "-":
		return n.stdin()
	case isURL(input):
		return n.page(input)
	}
	info, err := os.Stat(input)
	switch {
	case err == nil && info.IsDir():
		return n.directory(input)
	case err == nil:
		return n.file(input)
	case strings.ContainsAny(input, "*?["):
		return n.glob(input)
	}
	return n.skip(input, hintFor(err), "%s", reasonOf(err))
}

// stdin reads the articles of standard input.
func (n *run) stdin() bool {
	if n.opts.Stdin == nil {
		return n.skip("-", "", "there is no standard input")
	}
	return n.stream("-", n.opts.Stdin, "")
}

// glob reads what a pattern names that the shell has not replaced.
func (n *run) glob(pattern string) bool {
	names, err := filepath.Glob(pattern)
	if err != nil {
		return n.skip(pattern, "close the bracket, or escape it with a backslash", "bad pattern")
	}
	if len(names) == 0 {
		return n.skip(pattern, "check the pattern; ** is not known, name the directory instead", "no file matches")
	}
	slices.Sort(names)
	for _, name := range names {
		if !n.input(name) {
			return false
		}
	}
	return true
}

// directory reads all files of known kinds under a directory. Hidden files
// and files of other kinds are passed over.
func (n *run) directory(root string) bool {
	goOn, found := true, 0
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			found++ // the error is the answer, not "no articles"
			goOn = n.skip(path, hintFor(err), "%s", reasonOf(err))
			if goOn && d != nil && d.IsDir() {
				return fs.SkipDir
			}
		case path != root && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
		case !d.IsDir() && knownKind(d.Name()) && isFile(path):
			found++
			goOn = !n.stopped() && n.file(path)
		}
		if !goOn {
			return fs.SkipAll
		}
		return nil
	})
	if err != nil && goOn {
		return n.skip(root, hintFor(err), "%s", reasonOf(err))
	}
	if goOn && found == 0 {
		return n.skip(root, "articles are files that end in "+strings.Join(kinds, ", ")+", each also with .gz", "no article in this directory")
	}
	return goOn
}

// file reads the articles of one file.
func (n *run) file(path string) bool {
	if !isFile(path) {
		return n.skip(path, "", "not a regular file")
	}
	f, err := os.Open(path)
	if err != nil {
		return n.skip(path, hintFor(err), "%s", reasonOf(err))
	}
	defer f.Close()
	return n.stream(path, f, kindOf(path))
}

// isFile says whether a path leads to a regular file or a pipe, through
// symbolic links too.
func isFile(path string) bool {
	info, err := os.Stat(path)
	if err != nil {
		return true // opening it gives the better error
	}
	return info.Mode().IsRegular() || info.Mode()&fs.ModeNamedPipe != 0
}

// kindOf returns the ending of a file name, without .gz, in lower case.
func kindOf(path string) string {
	name := strings.TrimSuffix(strings.ToLower(filepath.Base(path)), ".gz")
	return filepath.Ext(name)
}

func knownKind(path string) bool { return slices.Contains(kinds, kindOf(path)) }

// reasonOf says in few words why a file cannot be read.
func reasonOf(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "no such file or directory"
	case errors.Is(err, fs.ErrPermission):
		return "permission denied"
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err.Error()
	}
	return err.Error()
}

// hintFor says what to do about an error of the file system.
func hintFor(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "check the path"
	case errors.Is(err, fs.ErrPermission):
		return "allow reading it, for example with chmod +r"
	}
	return ""
}

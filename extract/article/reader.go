package article

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"golang.org/x/net/html/charset"

	"dyad/schema"
)

// sniffSize is how much of an input is looked at to tell its format.
const sniffSize = 1 << 14

// errTooLarge says that an input has more bytes than allowed.
var errTooLarge = errors.New("too large")

// stream reads the articles of an open input. The kind is the ending of its
// name, "" if it has none.
func (n *run) stream(item string, in io.Reader, kind string) bool {
	r := bufio.NewReaderSize(in, sniffSize)
	if head, _ := r.Peek(2); bytes.Equal(head, []byte{0x1f, 0x8b}) {
		z, err := gzip.NewReader(r)
		if err != nil {
			return n.skip(item, "the file is damaged: make it again with gzip", "bad gzip: %v", err)
		}
		defer z.Close()
		r = bufio.NewReaderSize(z, sniffSize)
	}
	head, err := r.Peek(sniffSize)
	if err != nil && err != io.EOF && len(head) == 0 {
		return n.skip(item, hintFor(err), "%s", readReason(err))
	}
	if len(bytes.TrimSpace(bytes.TrimPrefix(head, utf8BOM))) == 0 && err != nil {
		if item == "-" {
			return n.skip(item, "pipe a text into it", "standard input is empty")
		}
		return n.skip(item, "", "the file is empty")
	}
	if what := binaryKind(head); what != "" {
		return n.skip(item, "convert it to text or HTML first", "%s, not text", what)
	}
	switch format, why, hint := detect(n.opts.InputFormat, kind, head); {
	case why != "":
		return n.skip(item, hint, "%s", why)
	case format == FormatJSONL:
		return n.lines(item, r)
	default:
		return n.whole(item, r, format, "")
	}
}

// whole reads an input that is one article.
func (n *run) whole(item string, in io.Reader, format, contentType string) bool {
	limit := n.opts.MaxBytes
	if format == FormatHTML {
		limit = min(limit, maxPageBytes)
	}
	data, err := readAll(in, limit)
	if errors.Is(err, errTooLarge) {
		return n.skip(item, "split it into articles, for example one JSON object a line", "larger than %s, the most that one article may have", size(limit))
	}
	if err != nil {
		return n.skip(item, hintFor(err), "%s", readReason(err))
	}
	if what := binaryKind(data); what != "" {
		return n.skip(item, "convert it to text or HTML first", "%s, not text", what)
	}
	d := draft{art: schema.Article{Input: item}}
	if isURL(item) {
		d.art.URL = item
	}
	if format == FormatHTML {
		return n.html(&d, decodePage(data, contentType))
	}
	d.art.Text = decodeText(data)
	return n.finish(&d)
}

// readAll reads up to limit bytes; more are errTooLarge.
func readAll(in io.Reader, limit int) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(in, int64(limit)+1))
	if err == nil && len(data) > limit {
		return nil, errTooLarge
	}
	return data, err
}

// readReason says why reading broke off.
func readReason(err error) string {
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, gzip.ErrChecksum) || errors.Is(err, gzip.ErrHeader) {
		return "the compressed file is cut off or damaged"
	}
	return reasonOf(err)
}

// detect decides the format of an input by what the user said, its name and
// its first bytes. A reason means that it cannot be read.
func detect(asked, kind string, head []byte) (format, reason, hint string) {
	if asked != FormatAuto {
		return asked, "", ""
	}
	switch kind {
	case ".jsonl", ".ndjson":
		return FormatJSONL, "", ""
	case ".html", ".htm", ".xhtml":
		return FormatHTML, "", ""
	}
	text := strings.TrimSpace(peekText(head))
	lower := strings.ToLower(text)
	switch {
	case strings.HasPrefix(text, "{") && looksLikeJSON(text):
		return FormatJSONL, "", ""
	case strings.HasPrefix(text, "[") && kind == ".json":
		return "", "one JSON array; one JSON object a line is expected", "jq -c '.[]' FILE > FILE.jsonl"
	case strings.HasPrefix(text, `{\rtf`):
		return "", "a rich text document, not plain text", "save it as text or HTML first"
	case isOtherXML(lower):
		return "", "XML that is no web page; feeds and sitemaps are not read yet", "give the addresses or files of its articles"
	case strings.HasPrefix(text, "<") && looksLikeHTML(lower):
		return FormatHTML, "", ""
	}
	return FormatText, "", ""
}

// looksLikeJSON says whether the first line, as far as it is seen, is an
// object with a string key.
func looksLikeJSON(text string) bool {
	dec := json.NewDecoder(strings.NewReader(text))
	if tok, err := dec.Token(); err != nil || tok != json.Delim('{') {
		return false
	}
	tok, err := dec.Token()
	_, isKey := tok.(string)
	return err == nil && (isKey || tok == json.Delim('}'))
}

// isOtherXML says whether lower-case text is XML that is no page.
func isOtherXML(lower string) bool {
	for _, root := range []string{"<rss", "<feed", "<urlset", "<sitemapindex", "<rdf:rdf"} {
		if strings.HasPrefix(lower, root) {
			return true
		}
	}
	return strings.HasPrefix(lower, "<?xml") && !strings.Contains(lower, "<html")
}

// looksLikeHTML says whether lower-case text that begins with "<" is a page or
// a piece of one.
func looksLikeHTML(lower string) bool {
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<!--", "<article", "<main", "<div", "<p>", "<p ", "<h1", "<section", "<title", "<meta", "<table", "<pre"} {
		if strings.HasPrefix(lower, tag) {
			return true
		}
	}
	return strings.Contains(lower, "<html") || strings.Contains(lower, "</p>")
}

// peekText decodes the first bytes of an input as well as a look needs it.
func peekText(head []byte) string {
	if e, _, certain := charset.DetermineEncoding(head, ""); certain && hasWideBOM(head) {
		if out, err := e.NewDecoder().Bytes(head); err == nil {
			return string(bytes.TrimPrefix(out, utf8BOM))
		}
	}
	return string(bytes.TrimPrefix(head, utf8BOM))
}

package article

import (
	"bytes"
	"fmt"
	"net/http"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

var utf8BOM = []byte("\ufeff")

// hasWideBOM says whether data begins with the mark of UTF-16.
func hasWideBOM(data []byte) bool {
	return bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff})
}

// decodeText turns a text of unknown encoding into UTF-8: by its mark, else as
// UTF-8 if it is that, else by guess.
func decodeText(data []byte) string {
	if wide := wideEncoding(data); wide != nil {
		return convert(data, wide)
	}
	data = bytes.TrimPrefix(data, utf8BOM)
	if mostlyUTF8(data) {
		return strings.ToValidUTF8(string(data), "\ufffd")
	}
	return convert(data, guess(data))
}

// decodePage turns a page into UTF-8. What the server or the page declares
// counts, unless the bytes are UTF-8 with letters beyond ASCII: no other
// encoding looks like that by chance, and pages saved by tools often keep a
// declaration that is no longer true.
func decodePage(data []byte, contentType string) string {
	if wideEncoding(data) != nil || mostlyUTF8(data) && !isASCII(data) {
		return decodeText(data)
	}
	head := data[:min(len(data), 1024)]
	e, name, certain := charset.DetermineEncoding(head, contentType)
	// Windows-1252 is also the answer where nothing is declared.
	declared := certain || name != "windows-1252" || bytes.Contains(bytes.ToLower(head), []byte("charset="))
	if declared && name != "utf-8" {
		return convert(data, e)
	}
	return decodeText(data)
}

// wideEncoding recognises UTF-16 by its mark, or without one by the zero
// bytes of its Latin letters.
func wideEncoding(data []byte) encoding.Encoding {
	if hasWideBOM(data) {
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	}
	head := data[:min(len(data), 512)]
	if len(head) < 8 {
		return nil
	}
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i%2]++
		}
	}
	switch enough := len(head) / 3; {
	case zeros[1] > enough && zeros[0] == 0:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case zeros[0] > enough && zeros[1] == 0:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// mostlyUTF8 says whether data is UTF-8, give or take a few broken bytes.
func mostlyUTF8(data []byte) bool {
	if utf8.Valid(data) {
		return true
	}
	good, bad := 0, 0
	for rest := data; len(rest) > 0; {
		r, n := utf8.DecodeRune(rest)
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case r >= utf8.RuneSelf:
			good++
		}
		rest = rest[n:]
	}
	return good >= 10*bad
}

func isASCII(data []byte) bool {
	for _, c := range data {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// guess returns the encoding that the bytes look like most. Windows-1252 is
// meant where Latin-1 is said, as in browsers.
func guess(data []byte) encoding.Encoding {
	best, err := chardet.NewTextDetector().DetectBest(data[:min(len(data), 1<<16)])
	if err == nil {
		if e, _ := charset.Lookup(best.Charset); e != nil {
			return e
		}
	}
	return charmap.Windows1252
}

// convert decodes data; bytes that the encoding does not know become U+FFFD.
func convert(data []byte, e encoding.Encoding) string {
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		out = data
	}
	return strings.ToValidUTF8(string(bytes.TrimPrefix(out, utf8BOM)), "\ufffd")
}

// binaryKind names the kind of data that is no text, "" for text.
func binaryKind(data []byte) string {
	if wideEncoding(data) != nil {
		return ""
	}
	head := data[:min(len(data), 1<<14)]
	switch mime := http.DetectContentType(head); {
	case bytes.HasPrefix(head, []byte("%PDF-")):
		return "a PDF document"
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return "a ZIP archive or office document"
	case strings.HasPrefix(mime, "text/"):
		if bytes.IndexByte(head, 0) < 0 {
			return ""
		}
	case mime != "application/octet-stream":
		return "binary data (" + mime + ")"
	case bytes.IndexByte(head, 0) < 0 && !manyControls(head):
		return ""
	}
	return "binary data"
}

// manyControls says whether more than one byte in twenty is a control
// character that texts do not have.
func manyControls(head []byte) bool {
	n := 0
	for _, c := range head {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1b {
			n++
		}
	}
	return n*20 > len(head)
}

// size writes a number of bytes for people.
func size(n int) string {
	if n >= 1<<20 {
		return fmt.Sprintf("%d MB", n>>20)
	}
	if n >= 1<<10 {
		return fmt.Sprintf("%d kB", n>>10)
	}
	return fmt.Sprintf("%d bytes", n)
}

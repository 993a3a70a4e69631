package article

import (
	"errors"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// fetchTimeout is the most that one page may take.
const fetchTimeout = 30 * time.Second

// isURL says whether an input is the address of a page.
func isURL(s string) bool {
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")
}

// canonicalURL makes addresses of one page equal: lower-case scheme and host,
// no default port, no fragment, no tracking parameters, no final slash.
func canonicalURL(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Host == "" {
		return strings.TrimSpace(address)
	}
	u.Scheme, u.Host, u.Fragment = strings.ToLower(u.Scheme), strings.ToLower(u.Host), ""
	u.Host = strings.TrimSuffix(strings.TrimSuffix(u.Host, ":80"), ":443")
	q := u.Query()
	for key := range q {
		if strings.HasPrefix(key, "utm_") || key == "fbclid" || key == "gclid" {
			q.Del(key)
		}
	}
	u.RawQuery = q.Encode() // sorted by key
	u.Path = strings.TrimSuffix(u.Path, "/")
	return u.String()
}

// page fetches one page and reads it. Feeds, sitemaps and archives are not
// read; robots.txt is not asked for a single page that the user names.
func (n *run) page(address string) bool {
	req, err := http.NewRequestWithContext(n.ctx, http.MethodGet, address, nil)
	if err != nil {
		return n.skip(address, "check the address", "bad address: %v", err)
	}
	req.Header.Set("User-Agent", "dyad (news reader)")
	req.Header.Set("Accept", "text/html, text/plain;q=0.8, */*;q=0.1")
	client := &http.Client{Timeout: fetchTimeout}
	resp, err := client.Do(req)
	if n.stopped() {
		return false
	}
	if err != nil {
		return n.skip(address, "check the address and the network", "fetch: %s", fetchReason(err))
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return n.skip(address, "open it in a browser and save the page", "the server answers %s", resp.Status)
	}
	contentType := resp.Header.Get("Content-Type")
	mime, _, _ := strings.Cut(strings.ToLower(contentType), ";")
	switch mime = strings.TrimSpace(mime); mime {
	case "text/html", "application/xhtml+xml":
		return n.whole(address, resp.Body, FormatHTML, contentType)
	case "text/plain", "":
		return n.stream(address, resp.Body, "")
	case "application/json", "application/x-ndjson", "application/jsonl":
		return n.lines(address, resp.Body)
	case "application/gzip", "application/x-gzip":
		return n.stream(address, resp.Body, kindOf(address))
	}
	return n.skip(address, "feeds, sitemaps and documents are not read yet", "the server sends %s, not a page", mime)
}

// fetchReason drops the method and address that the error repeats.
func fetchReason(err error) string {
	var e *url.Error
	if errors.As(err, &e) {
		if e.Timeout() {
			return "no answer within " + fetchTimeout.String()
		}
		return e.Err.Error()
	}
	return err.Error()
}

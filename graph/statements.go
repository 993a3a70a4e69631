package graph

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strings"
)

//go:embed cypher/*.cypher
var cypherFS embed.FS

// statements are the texts of cypher/ by name without ending.
type statements map[string]string

// readStatements reads the embedded statements.
func readStatements() (statements, error) {
	out := statements{}
	files, err := fs.Glob(cypherFS, "cypher/*.cypher")
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		text, err := fs.ReadFile(cypherFS, f)
		if err != nil {
			return nil, err
		}
		out[strings.TrimSuffix(path.Base(f), ".cypher")] = string(text)
	}
	for _, u := range upserts() {
		if out[u.file] == "" {
			return nil, fmt.Errorf("read statements: there is no cypher/%s.cypher", u.file)
		}
	}
	return out, nil
}

// upsert is a statement that writes one kind of node, or of edge where from is
// set.
type upsert struct {
	// file is its name in cypher/; rows are collected under it.
	file string
	// counts is the label or type that it writes.
	counts string
	// from and to are the labels at the ends of an edge, key is the property
	// that tells the edges of a pair apart.
	from, to, key string
}

// upserts are the statements of a load in the order in which they run: nodes
// before the edges that need them.
func upserts() []upsert {
	return []upsert{
		{file: "node-run", counts: "Run"},
		{file: "node-outlet", counts: "Outlet"},
		{file: "node-article", counts: "Article"},
		{file: "node-actor", counts: "Actor"},
		{file: "node-issue", counts: "Issue"},
		{file: "node-place", counts: "Place"},
		{file: "node-role", counts: "Role"},
		{file: "node-sentence", counts: "Sentence"},
		{file: "node-event", counts: "Event"},
		{file: "node-statement", counts: "Statement"},
		{file: "node-stance", counts: "Stance"},
		{"edge-extracted-by", "EXTRACTED_BY", "Article", "Run", ""},
		{"edge-published-by", "PUBLISHED_BY", "Article", "Outlet", ""},
		{"edge-credited-to", "CREDITED_TO", "Article", "Outlet", ""},
		{"edge-mentions-actor", "MENTIONS", "Article", "Actor", ""},
		{"edge-mentions-issue", "MENTIONS", "Article", "Issue", ""},
		{"edge-held", "HELD", "Actor", "Role", ""},
		{"edge-of", "OF", "Role", "Actor", ""},
		{"edge-possibly-same-as", "POSSIBLY_SAME_AS", "Actor", "Actor", "why"},
		{"edge-part-of", "PART_OF", "Sentence", "Article", ""},
		{"edge-initiated", "INITIATED", "Actor", "Event", ""},
		{"edge-directed-at", "DIRECTED_AT", "Event", "Actor", ""},
		{"edge-located-in", "LOCATED_IN", "Event", "Place", ""},
		{"edge-event-about-issue", "ABOUT", "Event", "Issue", ""},
		{"edge-event-evidence", "EVIDENCED_BY", "Event", "Sentence", "mentionId"},
		{"edge-made", "MADE", "Actor", "Statement", ""},
		{"edge-statement-addressed-to", "ADDRESSED_TO", "Statement", "Actor", ""},
		{"edge-statement-credited-to", "CREDITED_TO", "Statement", "Actor", ""},
		{"edge-statement-about-actor", "ABOUT", "Statement", "Actor", ""},
		{"edge-statement-about-issue", "ABOUT", "Statement", "Issue", ""},
		{"edge-statement-evidence", "EVIDENCED_BY", "Statement", "Sentence", "mentionId"},
		{"edge-holds", "HOLDS", "Actor", "Stance", ""},
		{"edge-towards-actor", "TOWARDS", "Stance", "Actor", ""},
		{"edge-towards-issue", "TOWARDS", "Stance", "Issue", ""},
		{"edge-stance-evidence", "EVIDENCED_BY", "Stance", "Sentence", "mentionId"},
	}
}

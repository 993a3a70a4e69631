package main

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"dyad/deploy"
	"dyad/extract"
	"dyad/extract/article"
	"dyad/graph"
)

// samples are the articles of the demo, written for it.
//
//go:embed samples/*.txt samples/*.html samples/*.jsonl
var samples embed.FS

// demoReports are the two reports that the demo prints.
var demoReports = []struct {
	name   string
	params map[string]string
}{
	{"dyads", map[string]string{"from": "2011-11-01", "to": "2012-01-31", "top": "5"}},
	{"timeline", map[string]string{"a": "Russia", "b": "NATO", "limit": "12"}},
}

func (e *env) demoCommand() *cli.Command {
	return &cli.Command{
		Name:  "demo",
		Usage: "everything a newcomer needs: local Neo4j, sample articles, two reports",
		UsageText: `dyad demo
dyad demo --samples articles/       write the sample articles into a folder and stop`,
		Description: "Starts the local Neo4j (see dyad up), loads sample articles on an invented dispute\n" +
			"over missile defence, prints two reports and how to go on in Neo4j Browser.\n" +
			"Running it again changes nothing.",
		Flags:  append([]cli.Flag{&cli.StringFlag{Name: "samples", Usage: "write the sample articles into `FOLDER` and do nothing else"}}, append(settingFlags("actors"), dbFlags()...)...),
		Action: e.demo,
	}
}

// demo is the action of "dyad demo".
func (e *env) demo(c *cli.Context) error {
	if c.NArg() > 0 {
		return usagef("see: dyad demo --help", "demo takes no argument")
	}
	if dir := c.String("samples"); dir != "" {
		return e.writeSamples(dir)
	}
	server, err := e.up(c)
	if err != nil {
		return err
	}
	x, err := e.extractor(c)
	if err != nil {
		return err
	}
	db, err := openToWrite(c.Context, configOf(server), x.Actors())
	if err != nil {
		return err
	}
	defer db.Close(context.WithoutCancel(c.Context))
	if err := e.loadSamples(c.Context, db, x); err != nil {
		return err
	}
	for _, r := range demoReports {
		fmt.Fprintln(e.out)
		if err := e.printReport(c.Context, db, x, r.name, r.params); err != nil {
			return err
		}
	}
	_, err = fmt.Fprintf(e.out, demoEnd, browserLink(server), server.Username, server.Password)
	return err
}

// browserLink is the address of Neo4j Browser with the login prefilled, all
// but the password; for a server without one it says so.
func browserLink(s deploy.Server) string {
	if s.BrowserURL == "" {
		return "(this server's address for Neo4j Browser is not known)"
	}
	scheme, host, _ := strings.Cut(s.URI, "://")
	q := url.Values{"connectURL": {scheme + "://" + s.Username + "@" + host}, "db": {s.Database}}
	return s.BrowserURL + "?" + q.Encode()
}

// demoEnd says how to go on; each query was tried on the samples.
const demoEnd = `
Neo4j Browser   %s
user            %s
password        %s

Three queries to paste there:

  MATCH p = (a:Actor)-[:INITIATED]->(e:Event)-[:DIRECTED_AT]->(b:Actor)
  WHERE a.name = 'Russia' RETURN p LIMIT 25

  MATCH p = (:Actor {name: 'Russia'})-[:HOLDS]->(s:Stance)-[:TOWARDS]->(:Issue)
  RETURN p LIMIT 25

  MATCH (e:Event {type: 'THREATEN'})-[:EVIDENCED_BY]->(s:Sentence)-[:PART_OF]->(a:Article)
  RETURN e.date AS date, s.text AS sentence, a.title AS article ORDER BY date

Colours and captions: dyad schema show --format grass > dyad.grass, and drop the
file on the page.

Your own articles: dyad load FOLDER     all reports: dyad report     stop: dyad down
`

// loadSamples loads the bundled articles and prints the summary.
func (e *env) loadSamples(ctx context.Context, db *graph.DB, x *extract.Extractor) error {
	dir, err := os.MkdirTemp("", "dyad-samples-")
	if err != nil {
		return fmt.Errorf("unpack the sample articles: %w", err)
	}
	defer os.RemoveAll(dir)
	if err := os.CopyFS(dir, samples); err != nil {
		return fmt.Errorf("unpack the sample articles: %w", err)
	}
	articles := article.NewReader(article.Options{InputFormat: "auto", Now: e.clock}).Read(ctx, []string{filepath.Join(dir, "samples")})
	sum, left, err := e.loadInto(ctx, db, x.Stream(ctx, articles, 2), graph.LoadOptions{Batch: 100})
	if err != nil {
		return dbError(err)
	}
	if len(left) > 0 {
		return fmt.Errorf("load the sample articles: %s: %s", left[0].Item, left[0].Reason)
	}
	return e.printSummary("table", sum, nil)
}

// writeSamples copies the bundled articles into a folder.
func (e *env) writeSamples(dir string) error {
	files, err := fs.Sub(samples, "samples")
	if err != nil {
		return err
	}
	names, err := fs.Glob(files, "*")
	if err != nil {
		return err
	}
	if err := os.CopyFS(dir, files); err != nil {
		return failf(exitFailed, "name a folder that does not hold them yet", "write the sample articles: %w", err)
	}
	slices.Sort(names)
	for _, n := range names {
		fmt.Fprintln(e.out, filepath.Join(dir, n))
	}
	return nil
}

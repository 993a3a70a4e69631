package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dyad/internal/score"
	"dyad/schema"
)

func TestLevelled(t *testing.T) {
	for _, tt := range []struct{ code, sector, wantCode, wantSector string }{
		{"FRA", "GOV", "FRA", "GOV"}, {"FRAGOV", "govmil", "FRA", "GOV"}, {"JAP", "CIV", "JPN", "CVL"},
		{"UNO", "IGO", "IGO", ""}, {"NGO", "", "IGO", ""}, {"KOS", "SEP", "XKX", "REB"},
	} {
		if got := levelled(tt.code, tt.sector); got != (coded{tt.wantCode, tt.wantSector}) {
			t.Errorf("levelled(%q, %q) = %v, want %s %s", tt.code, tt.sector, got, tt.wantCode, tt.wantSector)
		}
	}
}

func TestSets(t *testing.T) {
	var c tally
	c.sets([]coded{{"FRA", "GOV"}, {"PER", ""}}, []coded{{"FRA", "MIL"}, {"FRA", "GOV"}, {"CHL", "REB"}})
	if want := (score.PRF{TP: 1, FP: 1, FN: 1}); c.codes != want {
		t.Errorf("codes %+v, want %+v", c.codes, want)
	}
	if want := (score.PRF{TP: 1, FP: 1}); c.sectors != want {
		t.Errorf("sectors %+v, want %+v: a code that the gold lacks counts once, as a code", c.sectors, want)
	}
	if c.confused["code missed: PER"] != 1 || c.confused["sector too many: MIL"] != 1 {
		t.Errorf("confused %v", c.confused)
	}
}

func TestArticle(t *testing.T) {
	var c tally
	gold := []goldActor{
		{coded{"FRA", "GOV"}, map[string]bool{plainName("the Example Office"): true}},
		{coded{"PER", ""}, map[string]bool{plainName("Peru"): true}},
	}
	c.article(gold, &schema.Document{Actors: []schema.Actor{
		{ID: "1", Name: "Office", Aliases: []string{"Example Office's"}, Code: "FRA", Sector: "MIL"}, {ID: "2", Name: "Chile", Code: "CHL"},
	}})
	if want := (score.PRF{TP: 1, FP: 1, FN: 1}); c.names != want || c.codeOfName != [2]int{1, 1} || c.secOfName != [2]int{0, 1} {
		t.Errorf("names %+v, code %v, sector %v", c.names, c.codeOfName, c.secOfName)
	}
}

// TestActors runs the command over a small gold of both kinds.
func TestActors(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		t.Helper()
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	records := write("records.json", `[{"text": "{France warned Peru.}", "source": [{"code": "FRA", "actorText": "France"}], "target": [{"code": "PER"}]},
		{"text": "{France warned Peru.}", "source": null, "target": ""}]`)
	write("gold/a1.json", `{"id": "a1", "actors": [{"name": "France", "code": "FRA", "sector": "", "aliases": ["France"]}]}`)
	articles := write("articles.jsonl", `{"id": "a1", "text": "France warned Peru.", "language": "en"}`+"\n")
	var out, log bytes.Buffer
	args := []string{"dyad-eval", "actors", "--gsr", records, "--news", filepath.Join(dir, "gold"), "--articles", articles}
	if code := run(args, &out, &log); code != 0 {
		t.Fatalf("exit %d: %s", code, log.String())
	}
	for _, want := range []string{"records.json: 1 texts\n  codes    P 100.00 R 100.00", "gold: 1 texts\n  codes    P 50.00 R 100.00", "code right 100.00 (1 of 1)"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("output lacks %q:\n%s", want, out.String())
		}
	}
	if code := run([]string{"dyad-eval", "actors"}, &out, &log); code != 1 || !strings.Contains(log.String(), "name --gsr FILE") {
		t.Errorf("without a corpus: exit %d, %s", code, log.String())
	}
}

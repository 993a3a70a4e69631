package main

import (
	"io"
	"os"
	"strings"
	"testing"
	"time"
)

// TestCommandsDocumented checks that every command has help with examples and
// stands in the README, with its summary as the help gives it.
func TestCommandsDocumented(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	e := &env{in: strings.NewReader(""), out: io.Discard, err: io.Discard, clock: time.Now}
	for _, c := range e.commands() {
		if c.Usage == "" || c.UsageText == "" {
			t.Errorf("dyad %s has no summary or no example in its help", c.Name)
		}
		if row := "| `dyad " + c.Name + "` | " + c.Usage + " |"; !strings.Contains(string(readme), row) {
			t.Errorf("the README lacks the line\n%s", row)
		}
	}
}

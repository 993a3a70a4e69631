package main

import (
	"io"
	"time"

	"github.com/schollz/progressbar/v3"
)

// progress is a counter drawn on standard error, only on a terminal.
type progress struct{ bar *progressbar.ProgressBar }

// progress starts a counter of unknown length, in the given unit.
func (e *env) progress(what, unit string) *progress {
	var w io.Writer = io.Discard
	if isTerminal(e.err) {
		w = e.err
	}
	return &progress{progressbar.NewOptions64(-1,
		progressbar.OptionSetWriter(w),
		progressbar.OptionSetDescription(what),
		progressbar.OptionSetItsString(unit),
		progressbar.OptionShowCount(),
		progressbar.OptionShowIts(),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionClearOnFinish(),
	)}
}

// set draws n as reached.
func (p *progress) set(n int) { _ = p.bar.Set(n) }

// done clears the line.
func (p *progress) done() { _ = p.bar.Finish() }

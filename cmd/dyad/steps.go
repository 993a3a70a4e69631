package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/schollz/progressbar/v3"
)

// steps tells what a long command does: a line a step, and on a terminal a bar
// for a step that can be measured.
type steps struct {
	w    io.Writer
	tty  bool
	last string
	bar  *progressbar.ProgressBar
}

// newSteps tells on standard error. With a JSON format only a terminal is told,
// because programs expect nothing but JSON there.
func (e *env) newSteps() *steps {
	s := &steps{w: e.err, tty: isTerminal(e.err)}
	if !s.tty && strings.HasPrefix(e.format, "json") {
		s.w = io.Discard
	}
	return s
}

// show tells of a step: done of total bytes, or a total of 0.
func (s *steps) show(step string, done, total int64) {
	if step != s.last {
		s.done()
		s.last = step
		fmt.Fprintln(s.w, step)
		if s.tty && total > 0 {
			s.bar = progressbar.NewOptions64(total, progressbar.OptionSetWriter(s.w),
				progressbar.OptionShowBytes(true), progressbar.OptionSetWidth(30), progressbar.OptionClearOnFinish())
		}
	}
	if s.bar != nil {
		_ = s.bar.Set64(done)
	}
}

// done takes the bar away.
func (s *steps) done() {
	if s.bar != nil {
		_ = s.bar.Clear()
		s.bar = nil
	}
}

//go:build !unix

// Package cputime tells benchmarks how long this process has worked; where the
// system does not tell that of the processor, by the wall clock.
package cputime

import "time"

var start = time.Now()

// Used returns the time since the process began.
func Used() time.Duration { return time.Since(start) }

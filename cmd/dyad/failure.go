package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// Exit codes of the contract.
const (
	exitOK          = 0
	exitFailed      = 1
	exitUsage       = 2
	exitSkipped     = 3
	exitAuth        = 4
	exitNoDatabase  = 5
	exitFindings    = 6
	exitInterrupted = 130
)

// failure is an error with the exit code it leads to and, where there is one,
// the way to mend it.
type failure struct {
	code int
	err  error
	hint string
	// quiet failures carry only the code: everything was said already.
	quiet bool
}

func (f *failure) Error() string { return f.err.Error() }
func (f *failure) Unwrap() error { return f.err }

// usagef returns a failure for wrong usage.
func usagef(hint, format string, args ...any) error {
	return &failure{code: exitUsage, err: fmt.Errorf(format, args...), hint: hint}
}

// failf returns a failure with a code and a hint.
func failf(code int, hint, format string, args ...any) error {
	return &failure{code: code, err: fmt.Errorf(format, args...), hint: hint}
}

// exitWith returns a failure that only sets the exit code.
func exitWith(code int) error {
	return &failure{code: code, err: fmt.Errorf("exit %d", code), quiet: true}
}

// jsonError is how an error is printed with a JSON format.
type jsonError struct {
	Error string `json:"error"`
	Hint  string `json:"hint,omitempty"`
	Code  int    `json:"code"`
}

// report prints an error and returns the exit code. The hint stands on a line
// of its own; with a JSON format the error is a JSON object.
func (e *env) report(err error) int {
	switch {
	case err == nil && e.left:
		return exitSkipped
	case err == nil:
		return exitOK
	}
	f := &failure{code: exitFailed, err: err}
	errors.As(err, &f)
	if f.quiet {
		return f.code
	}
	e.warn(err, f.hint, f.code)
	return f.code
}

// warn prints an error that does not end the run.
func (e *env) warn(err error, hint string, code int) {
	if strings.HasPrefix(e.format, "json") {
		line, _ := json.Marshal(jsonError{err.Error(), hint, code})
		fmt.Fprintf(e.err, "%s\n", line)
		return
	}
	fmt.Fprintf(e.err, "dyad: %v\n", err)
	if hint != "" {
		fmt.Fprintf(e.err, "  %s\n", hint)
	}
}

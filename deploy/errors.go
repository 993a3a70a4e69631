package deploy

// Kind is the group an error belongs to; commands turn it into an exit code.
type Kind int

const (
	// Failed is anything else: a start that went wrong, a bad file.
	Failed Kind = iota
	// Unauthorized means that the server does not accept the login.
	Unauthorized
	// Missing means that this machine lacks what a local server needs.
	Missing
	// NoServer means that nothing answers where a server was expected.
	NoServer
)

// Error is an error with the way to mend it.
type Error struct {
	Kind Kind
	Err  error
	// Mend says what to do, in one or more lines.
	Mend string
}

// Error returns the message without the mend.
func (e *Error) Error() string { return e.Err.Error() }

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

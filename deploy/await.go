package deploy

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"
)

var (
	// errEnded means that the server's process ended while it was awaited.
	errEnded = errors.New("the server ended while it was starting")
	// errPortTaken means that it ended because somebody listens on its port.
	errPortTaken = errors.New("a port of the server is taken")
)

// unknownUsers is how long a server that starts on a busy machine may not know its users
// yet. It is asked once more then: a third wrong login would lock it.
const unknownUsers = 4 * time.Second

// awaitJava waits until the server answers a query. ended tells of the end of a
// process that we started; without it the process is looked up.
func awaitJava(ctx context.Context, o Options, h home, st state, ended <-chan error) (Server, error) {
	over := func() error {
		select {
		case err := <-ended:
			return fmt.Errorf("%w: %v", errEnded, err)
		default:
		}
		if ended == nil && !isServer(st.PID, h.neo4j()) {
			return errEnded
		}
		return nil
	}
	return await(ctx, o, h, st, over)
}

// await waits until the server of a state answers a query, then completes the
// state. over returns an error when there is nothing left to wait for.
func await(ctx context.Context, o Options, h home, st state, over func() error) (Server, error) {
	password, err := h.password()
	if err != nil {
		return Server{}, err
	}
	base := "http://" + address(st.HTTPPort)
	began, refused, told, pause := time.Now(), 0, false, waitEvery
	for {
		err := ask(ctx, base, "neo4j", password, "neo4j")
		if err == nil {
			break
		}
		if errors.Is(err, errLocked) {
			pause = time.Second
		}
		if errors.Is(err, errUnauthorized) {
			pause = unknownUsers
			if refused++; refused == 2 {
				return Server{}, h.wrongPassword(err)
			}
		}
		if err := over(); err != nil {
			return Server{}, err
		}
		if time.Since(began) > o.Timeout {
			return Server{}, &Error{Kind: NoServer,
				Err:  fmt.Errorf("wait for neo4j on %s: no answer in %s: %w", address(st.BoltPort), o.Timeout, err),
				Mend: "it may still come: dyad status; its log is " + h.log()}
		}
		if !told && time.Since(began) > 20*time.Second {
			told = true
			o.step("wait on: a busy machine is slow, and after a crash the last transactions are recovered, which can take minutes")
		}
		if err := sleep(ctx, pause); err != nil {
			return Server{}, fmt.Errorf("wait for neo4j: %w", err)
		}
	}
	if d, err := discover(ctx, base); err == nil {
		st.Version = d.Version
	}
	return h.server(st, password), h.writeState(st)
}

// wrongPassword is the error for a password file that does not fit the server.
func (h home) wrongPassword(err error) error {
	return &Error{Kind: Unauthorized,
		Err:  fmt.Errorf("log in to the local neo4j with %s: %w", h.passwordFile(), err),
		Mend: "if the password was changed in the server, write the new one into that file"}
}

// explainEnd adds to the error about an ended server what the server wrote.
func (h home) explainEnd(err error, mark int64) error {
	said := tail(h.log(), mark, 12)
	if console := tail(h.console(), 0, 12); console != "" {
		said = strings.TrimSpace(said + "\n" + console)
	}
	if strings.Contains(said, "PortBindException") || strings.Contains(said, "Address already in use") {
		return fmt.Errorf("%w: %w", errPortTaken, err)
	}
	return &Error{Kind: Failed, Err: fmt.Errorf("%w\n%s", err, indent(said)), Mend: "its log is " + h.log()}
}

// indent sets every line in by two blanks.
func indent(s string) string { return "  " + strings.ReplaceAll(s, "\n", "\n  ") }

// sleep waits, or returns early with the error of the context.
func sleep(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(d):
		return nil
	}
}

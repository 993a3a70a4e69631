package deploy

import (
	"context"
	"fmt"
	"time"
)

// stopWait is how long a server may take to close its store: it needs about
// three seconds, more after heavy loading.
const stopWait = 30 * time.Second

// downJava stops the server of a home if it runs.
func downJava(ctx context.Context, o Options, h home, st state) (bool, error) {
	pid := h.servingPID(st)
	if pid == 0 {
		return false, nil
	}
	if err := stop(ctx, o, pid, h, stopWait); err != nil {
		return false, err
	}
	if st.How == "" {
		return true, nil
	}
	st.PID = 0
	return true, h.writeState(st)
}

// stop asks a server to stop and kills it when it does not within wait. Every look checks
// that the process is still the server of this home.
func stop(ctx context.Context, o Options, pid int, h home, wait time.Duration) error {
	o.step("stop Neo4j (process %d)", pid)
	if err := terminate(pid); err != nil && isServer(pid, h.neo4j()) {
		return fmt.Errorf("stop neo4j (process %d): %w", pid, err)
	}
	if ended, err := awaitEnd(ctx, pid, h, wait); ended || err != nil {
		return err
	}
	o.step("Neo4j did not stop within %s: kill it; the next start recovers its last transactions", wait)
	if err := kill(pid); err != nil && isServer(pid, h.neo4j()) {
		return fmt.Errorf("kill neo4j (process %d): %w", pid, err)
	}
	ended, err := awaitEnd(ctx, pid, h, 10*time.Second)
	if err == nil && !ended {
		err = fmt.Errorf("kill neo4j: process %d does not end", pid)
	}
	return err
}

// awaitEnd waits until the process is no longer the server of this home.
func awaitEnd(ctx context.Context, pid int, h home, most time.Duration) (bool, error) {
	for began := time.Now(); time.Since(began) < most; {
		if !isServer(pid, h.neo4j()) {
			return true, nil
		}
		if err := sleep(ctx, waitEvery); err != nil {
			return false, fmt.Errorf("wait for neo4j to stop: %w", err)
		}
	}
	return !isServer(pid, h.neo4j()), nil
}

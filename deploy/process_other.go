//go:build !unix

package deploy

import (
	"errors"
	"os"
	"os/exec"
)

// canDetach is false where a server cannot be asked to stop cleanly by a later
// command.
const canDetach = false

func detach(*exec.Cmd) {}

func terminate(int) error { return errors.ErrUnsupported }

func kill(pid int) error {
	p, err := os.FindProcess(pid)
	if err != nil {
		return err
	}
	return p.Kill()
}

// commandLine is not known here.
func commandLine(int) ([]string, bool) { return nil, false }

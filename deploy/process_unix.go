//go:build unix

package deploy

import (
	"os/exec"
	"syscall"
)

// canDetach says whether a server can be started that outlives dyad and be
// asked to stop later.
const canDetach = true

// detach puts a command into a session of its own, so that it outlives dyad
// and gets no signal from its terminal.
func detach(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true} }

// terminate asks a process to stop.
func terminate(pid int) error { return syscall.Kill(pid, syscall.SIGTERM) }

// kill ends a process.
func kill(pid int) error { return syscall.Kill(pid, syscall.SIGKILL) }

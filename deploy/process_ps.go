//go:build unix && !linux

package deploy

import (
	"context"
	"os/exec"
	"strconv"
	"strings"
	"time"
)

// commandLine returns the arguments of a process that runs. ps joins them with
// blanks, so the whole line comes back as one argument.
func commandLine(pid int) ([]string, bool) {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	out, err := exec.CommandContext(ctx, "ps", "-ww", "-o", "stat=", "-o", "command=", "-p", strconv.Itoa(pid)).Output()
	if err != nil {
		return nil, false
	}
	stat, command, ok := strings.Cut(strings.TrimSpace(string(out)), " ")
	if !ok || strings.HasPrefix(stat, "Z") {
		return nil, false
	}
	return []string{strings.TrimSpace(command)}, true
}

package deploy

import (
	"bytes"
	"fmt"
	"os"
	"strings"
)

// commandLine returns the arguments of a process that runs. A process that has
// ended, but is not yet collected by its parent, has none.
func commandLine(pid int) ([]string, bool) {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/cmdline", pid))
	if err != nil || len(data) == 0 {
		return nil, false
	}
	return strings.Split(string(bytes.TrimSuffix(data, []byte{0})), "\x00"), true
}

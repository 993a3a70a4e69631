package deploy

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// mainClass is the server's own main.
const mainClass = "org.neo4j.server.CommunityEntryPoint"

// isServer reports whether a process is the server of a home. A number alone
// proves nothing: after a crash or a reboot another process may have it. The
// command line names the home.
func isServer(pid int, neo4jHome string) bool {
	if pid <= 0 {
		return false
	}
	args, ok := commandLine(pid)
	return ok && namesServer(args, neo4jHome)
}

// namesServer reports whether a command line starts the server of a home.
func namesServer(args []string, neo4jHome string) bool {
	line := strings.Join(args, "\x00") + "\x00"
	if len(args) == 1 {
		line = strings.ReplaceAll(line, " --", "\x00--") // as ps prints it
	}
	return strings.Contains(line, mainClass) && strings.Contains(line, "\x00"+homeFlag(neo4jHome)+"\x00")
}

// homeFlag is the argument that tells the server its home.
func homeFlag(neo4jHome string) string { return "--home-dir=" + neo4jHome }

// servingPID returns the process that serves a home, 0 if there is none. The
// server writes a file with its number, which helps when the state is gone.
func (h home) servingPID(st state) int {
	if isServer(st.PID, h.neo4j()) {
		return st.PID
	}
	data, err := os.ReadFile(filepath.Join(h.neo4j(), "run", "neo4j.pid"))
	if err != nil {
		return 0
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(data)))
	if err != nil || !isServer(pid, h.neo4j()) {
		return 0
	}
	return pid
}

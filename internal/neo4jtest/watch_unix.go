//go:build unix

package neo4jtest

import (
	"os/exec"
	"syscall"
)

// watchScript waits for a line on its input. If the input ends without one, the
// test binary is gone (a timeout, an interrupt, a panic): the script ends the
// server that the state file names, and removes the home.
const watchScript = `read line && exit
pid=$(sed -n 's/.*"pid": \([0-9][0-9]*\).*/\1/p' "$1/neo4j.json")
[ -n "$pid" ] && ps -ww -o command= -p "$pid" | grep -q -F -e "--home-dir=$1/neo4j" && kill -9 "$pid"
sleep 2
rm -rf -- "$1"`

// watch ends the server of a home and removes the home if this process ends
// before the returned function is called.
func watch(home string) (disarm func()) {
	cmd := exec.Command("sh", "-c", watchScript, "sh", home)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true} // not interrupted with us
	in, err := cmd.StdinPipe()
	if err != nil || cmd.Start() != nil {
		return func() {}
	}
	return func() {
		// A script that is gone has nothing left to do.
		_, _ = in.Write([]byte("done\n"))
		_ = in.Close()
		_ = cmd.Wait()
	}
}

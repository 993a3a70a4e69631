package main

import (
	"fmt"
	"io"

	"github.com/urfave/cli/v2"
)

// completions are the scripts that make a shell ask dyad itself for the next
// word.
var completions = map[string]string{
	"bash": `_dyad() {
  local cur="${COMP_WORDS[COMP_CWORD]}"
  COMPREPLY=($(compgen -W "$("${COMP_WORDS[@]:0:COMP_CWORD}" --generate-bash-completion 2>/dev/null)" -- "$cur"))
}
complete -o bashdefault -o default -F _dyad dyad
`,
	"zsh": `#compdef dyad
_dyad() {
  local -a opts
  opts=("${(@f)$(${words[@]:0:#words[@]-1} --generate-bash-completion 2>/dev/null)}")
  _describe 'values' opts || _files
}
compdef _dyad dyad
`,
	"fish": `complete -c dyad -a '(set -l w (commandline -opc); $w --generate-bash-completion 2>/dev/null)'
`,
}

func (e *env) completionCommand() *cli.Command {
	return &cli.Command{
		Name:      "completion",
		Usage:     "print the completion script of a shell",
		ArgsUsage: "bash|zsh|fish",
		UsageText: `source <(dyad completion bash)      in this shell
dyad completion fish > ~/.config/fish/completions/dyad.fish`,
		BashComplete: func(c *cli.Context) {
			for _, s := range []string{"bash", "fish", "zsh"} {
				fmt.Fprintln(c.App.Writer, s)
			}
		},
		Action: func(c *cli.Context) error {
			script, ok := completions[c.Args().First()]
			if !ok || c.NArg() != 1 {
				return usagef("dyad completion bash, zsh or fish", "name one shell")
			}
			_, err := io.WriteString(e.out, script)
			return err
		},
	}
}

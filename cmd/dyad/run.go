package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/urfave/cli/v2"
	"golang.org/x/term"

	"dyad/extract/actor"
)

// env is what a command may touch besides its flags: the streams and the
// clock. Tests give their own.
type env struct {
	in    io.Reader
	out   io.Writer
	err   io.Writer
	clock func() time.Time
	// format is the --format that was given, "" if none, for errors.
	format string
	// tables are those of actors with what the user knows, once they are read;
	// left says that something of the user's was left out.
	tables *actor.Resolver
	left   bool
}

// run runs one command line and returns the exit code of the contract. It is
// everything that main does.
func run(ctx context.Context, args []string, in io.Reader, out, errw io.Writer) int {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(200) // models stay for the whole run; collecting less often is 2 % faster
	}
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	e := &env{in: in, out: out, err: errw, clock: time.Now}
	err := newApp(e).RunContext(ctx, flagsFirst(args))
	if ctx.Err() != nil && err != nil {
		err = &failure{code: exitInterrupted, err: fmt.Errorf("interrupted")}
	}
	return e.report(err)
}

// newApp builds the command tree. Every command is one method of env in a
// file of its own.
func newApp(e *env) *cli.App {
	app := &cli.App{
		Name:  "dyad",
		Usage: "read news articles into a geopolitical knowledge graph in Neo4j",
		UsageText: `dyad demo                                   everything at once, with sample articles
dyad load articles/                         parse articles and upsert them
dyad report timeline --param a=Russia --param b=NATO
dyad extract --published 2011-10-25 a.txt   the same extraction, printed as JSON`,
		Description:            "Exit codes: 0 done, 1 failed, 2 usage, 3 done but some inputs were skipped,\n4 authentication, 5 no database, 6 findings, 130 interrupted.",
		Version:                version(),
		Commands:               e.commands(),
		Reader:                 e.in,
		Writer:                 e.out,
		ErrWriter:              e.err,
		Suggest:                true,
		EnableBashCompletion:   true,
		UseShortOptionHandling: true,
		HideHelpCommand:        true,
		ExitErrHandler:         func(*cli.Context, error) {},
		OnUsageError:           usageError,
		CommandNotFound:        nil,
		Action:                 unknownCommand,
	}
	for _, c := range app.Commands {
		prepare(e, c)
	}
	return app
}

// prepare gives a command and its subcommands what all of them share.
func prepare(e *env, c *cli.Command) {
	c.OnUsageError = usageError
	c.HideHelpCommand = true
	before := c.Before
	c.Before = func(ctx *cli.Context) error {
		if ctx.IsSet("format") {
			e.format = ctx.String("format") // errors follow a format that was asked for
		}
		if before != nil {
			return before(ctx)
		}
		return nil
	}
	for _, sub := range c.Subcommands {
		prepare(e, sub)
	}
}

// usageError turns a flag error into exit code 2.
func usageError(c *cli.Context, err error, _ bool) error {
	name := "dyad"
	if c.Command != nil && c.Command.Name != "" && c.Command.Name != "dyad" {
		name = "dyad " + c.Command.Name
	}
	msg, bad := strings.CutPrefix(err.Error(), "flag provided but not defined: ")
	if bad {
		msg = "there is no flag -" + msg
	}
	return usagef("see: "+name+" --help", "%s", msg)
}

// unknownCommand is the action of a bare "dyad": help, or an error that
// suggests the nearest command.
func unknownCommand(c *cli.Context) error {
	if c.NArg() == 0 {
		return cli.ShowAppHelp(c)
	}
	var names []string
	for _, cmd := range c.App.Commands {
		names = append(names, cmd.Names()...)
	}
	hint := "see: dyad --help"
	if near := nearest(c.Args().First(), names); near != "" {
		hint = "did you mean: dyad " + near
	}
	return usagef(hint, "there is no command %q", c.Args().First())
}

// flagsFirst moves the flags of a command before its arguments, because
// urfave/cli stops reading flags at the first argument and people write
// "dyad load a.txt --dry-run". Everything behind "--" stays as it is.
func flagsFirst(args []string) []string {
	if len(args) < 3 {
		return args
	}
	app := newApp(&env{in: strings.NewReader(""), out: io.Discard, err: io.Discard, clock: time.Now})
	path, cmd := args[:1], (*cli.Command)(nil)
	list := app.Commands
	for i := 1; i < len(args); i++ {
		at := slices.IndexFunc(list, func(c *cli.Command) bool { return c.HasName(args[i]) })
		if at < 0 {
			break
		}
		cmd, list = list[at], list[at].Subcommands
		path = args[:i+1]
	}
	if cmd == nil {
		return args
	}
	takesValue := map[string]bool{}
	for _, f := range cmd.Flags {
		if d, ok := f.(cli.DocGenerationFlag); ok && d.TakesValue() {
			for _, n := range f.Names() {
				takesValue[n] = true
			}
		}
	}
	var flags, rest []string
	tail := args[len(path):]
	for i := 0; i < len(tail); i++ {
		a := tail[i]
		if a == "--" {
			rest = append(rest, tail[i:]...)
			break
		}
		if a == "-" || !strings.HasPrefix(a, "-") {
			rest = append(rest, a)
			continue
		}
		flags = append(flags, a)
		if name := strings.TrimLeft(a, "-"); takesValue[name] && i+1 < len(tail) {
			i++
			flags = append(flags, tail[i])
		}
	}
	return slices.Concat(path, flags, rest)
}

// isTerminal reports whether w is a terminal, where progress may be drawn.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

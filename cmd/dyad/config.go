package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"
)

// setting is one value that can come from a flag, the environment, the
// project file, the user file or the default, in this order.
type setting struct {
	name, env, fallback, usage string
	secret                     bool
	list                       bool // several paths, as a list of the system or by a repeated flag
}

// settings are all of them; the flag has the setting's name.
var settings = []setting{
	{name: "uri", env: "NEO4J_URI", usage: "Neo4j to use instead of the local one"},
	{name: "username", env: "NEO4J_USERNAME", fallback: "neo4j", usage: "user of that Neo4j"},
	{name: "password", env: "NEO4J_PASSWORD", usage: "password of that user", secret: true},
	{name: "database", env: "NEO4J_DATABASE", fallback: "neo4j", usage: "database of that Neo4j"},
	{name: "home", env: "DYAD_HOME", usage: "folder of the local Neo4j"},
	{name: "queries", env: "DYAD_QUERIES", usage: "folder with your own reports"},
	{name: "actors", env: "DYAD_ACTORS", usage: "your own actors: a CSV file or a PETRARCH actor dictionary; may be repeated", list: true},
	{name: "workers", env: "DYAD_WORKERS", fallback: strconv.Itoa(runtime.NumCPU()), usage: "articles under way at once"},
}

// settingFlags returns the flags of the named settings.
func settingFlags(names ...string) []cli.Flag {
	var flags []cli.Flag
	for _, n := range names {
		s := findSetting(n)
		usage := s.usage
		if s.env != "" {
			usage += " [" + s.env + "]"
		}
		if s.list {
			flags = append(flags, &cli.GenericFlag{Name: s.name, Value: &assignments{}, Usage: "`FILE` of " + usage})
			continue
		}
		flags = append(flags, &cli.StringFlag{Name: s.name, Usage: usage})
	}
	return flags
}

// dbFlags are the connection settings as flags.
func dbFlags() []cli.Flag { return settingFlags("uri", "username", "password", "database", "home") }

func findSetting(name string) setting {
	for _, s := range settings {
		if s.name == name {
			return s
		}
	}
	panic("no setting " + name)
}

// configFiles are the project file and the user file. The user file is ""
// where the system names no place for it.
func configFiles() (project, user string) {
	project = "dyad.json"
	if dir, err := os.UserConfigDir(); err == nil {
		user = filepath.Join(dir, "dyad", "config.json")
	}
	return project, user
}

// setting returns the value in force of a setting and where it came from:
// "flag", the variable's name, the file's path, "default", or "" if unset.
func (e *env) setting(c *cli.Context, name string) (value, origin string, err error) {
	s := findSetting(name)
	if c.IsSet(name) && s.list {
		return strings.Join(*c.Generic(name).(*assignments), string(os.PathListSeparator)), "flag --" + name, nil
	}
	if c.IsSet(name) {
		return c.String(name), "flag --" + name, nil
	}
	if v, ok := os.LookupEnv(s.env); ok && s.env != "" && v != "" {
		return v, "environment " + s.env, nil
	}
	project, user := configFiles()
	for _, path := range []string{project, user} {
		file, err := readConfig(path)
		if err != nil {
			return "", "", err
		}
		if v, ok := file[name]; ok {
			return v, "file " + path, nil
		}
	}
	if s.fallback != "" {
		return s.fallback, "default", nil
	}
	return "", "", nil
}

// readConfig reads a settings file: one JSON object of setting names and
// strings. A missing file is an empty one.
func readConfig(path string) (map[string]string, error) {
	if path == "" {
		return nil, nil
	}
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read settings: %w", err)
	}
	return parseConfig(path, data)
}

// parseConfig reads the text of a settings file; unknown names are errors
// that suggest the nearest one.
func parseConfig(path string, data []byte) (map[string]string, error) {
	var file map[string]string
	dec := json.NewDecoder(bytes.NewReader(data))
	if err := dec.Decode(&file); err != nil {
		return nil, usagef(`the file holds one JSON object of strings, as {"uri": "bolt://127.0.0.1:7687"}`, "read settings %s: %v", path, err)
	}
	var names []string
	for _, s := range settings {
		names = append(names, s.name)
	}
	for name := range file {
		if nearest(name, names) != name {
			hint := "settings are shown by: dyad config"
			if near := nearest(name, names); near != "" {
				hint = "did you mean: " + near
			}
			return nil, usagef(hint, "read settings %s: there is no setting %q", path, name)
		}
	}
	return file, nil
}

// workers returns the number of articles under way at once.
func (e *env) workers(c *cli.Context) (int, error) {
	v, origin, err := e.setting(c, "workers")
	if err != nil {
		return 0, err
	}
	n, err := strconv.Atoi(v)
	if err != nil || n < 1 || n > 1024 {
		return 0, usagef("a whole number from 1 to 1024", "workers from %s: bad number %q", origin, v)
	}
	return n, nil
}

func (e *env) configCommand() *cli.Command {
	return &cli.Command{
		Name:  "config",
		Usage: "show the settings in force and where each came from",
		UsageText: `dyad config
dyad config --format json
echo '{"uri": "neo4j+s://example.databases.neo4j.io"}' > dyad.json   settings of this project`,
		Description: "A flag wins over the environment, that over the project file dyad.json in the\n" +
			"working folder, that over the user file, that over the default.",
		Flags: append(settingFlags("uri", "username", "password", "database", "home", "queries", "actors", "workers"), formatFlag(tableFormats...)),
		Action: func(c *cli.Context) error {
			if c.NArg() > 0 {
				return usagef("see: dyad config --help", "config takes no argument")
			}
			g := grid{Columns: []string{"setting", "value", "origin", "meaning"}}
			for _, s := range settings {
				v, origin, err := e.setting(c, s.name)
				if err != nil {
					return err
				}
				if s.secret && v != "" {
					v = "********"
				}
				g.Rows = append(g.Rows, []any{s.name, v, origin, s.usage})
			}
			return writeGrid(e.out, c.String("format"), g)
		},
	}
}

package event

import (
	"fmt"
	"strings"
)

// spec says where an argument stands, seen from a trigger:
//
//	subj obj iobj agent   the subject in meaning, the object, the one spoken to, "by …" of a passive
//	p:with,against        a prepositional phrase of the trigger
//	poss adj              the possessor ("Moscow's visit"), a name that modifies ("US strikes")
//	csubj                 the subject of the clause below
//	in.src in.tgt         the parties of the act below an operator
//	gov.subj              the subject of the verb that governs the trigger
//	gov.obj               the one that verb speaks to or acts on
//	any                   whoever else the clause names, the nearest first
//	loc                   the state of a place named with "in", for acts on a place
//	stage                 the subject of the verb that a noun with "in" or "on" goes with ("in protest")
//	border                a border that the clause names
//	near                  the nearest actor in the order of words, for trees that are wrong
//	-                     nothing: there is no argument
//
// A part after a dot looks inside the noun phrase found by the part before:
// "obj.own" is the owner of the object ("Moscow's proposal"), "obj.in" any
// actor in it ("Russian positions"), "obj.p:from" a prepositional phrase of it.
type spec struct {
	base  string
	preps []string
	inner string
	inP   []string
}

var specBases = map[string]bool{"subj": true, "obj": true, "iobj": true, "agent": true, "poss": true, "adj": true,
	"csubj": true, "in.src": true, "in.tgt": true, "gov.subj": true, "gov.obj": true, "-": true, "p": true, "speaker": true, "any": true, "near": true, "loc": true, "border": true, "stage": true}

// parseSpecs reads the specs of a column, nil if it is empty.
func parseSpecs(list []string) ([]spec, error) {
	var out []spec
	for _, s := range list {
		sp := spec{base: s}
		if !specBases[s] {
			var ok bool
			if sp.base, sp.inner, ok = cutInner(s); ok && sp.inner != "own" && sp.inner != "in" {
				rest, found := strings.CutPrefix(sp.inner, "p:")
				if !found {
					return nil, fmt.Errorf("unknown part %q of %q", sp.inner, s)
				}
				sp.inner, sp.inP = "p", strings.Split(rest, ",")
			}
			if preps, found := strings.CutPrefix(sp.base, "p:"); found {
				sp.base, sp.preps = "p", strings.Split(preps, ",")
			}
		}
		if !specBases[sp.base] {
			return nil, fmt.Errorf("unknown argument %q", s)
		}
		out = append(out, sp)
	}
	return out, nil
}

func cutInner(s string) (base, inner string, ok bool) {
	for _, part := range []string{".own", ".in", ".p:"} {
		if i := strings.LastIndex(s, part); i > 0 {
			return s[:i], s[i+1:], true
		}
	}
	return s, "", false
}

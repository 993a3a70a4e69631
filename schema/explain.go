package schema

import (
	"fmt"
	"strings"
)

// quadNames are the quad classes by number.
var quadNames = [...]string{"", "verbal cooperation", "material cooperation", "verbal conflict", "material conflict"}

// QuadName returns the name of a quad class, "" if there is no such class.
func QuadName(quad int) string {
	if quad < 0 || quad >= len(quadNames) {
		return ""
	}
	return quadNames[quad]
}

// Explain describes a code of any kind (type, mode, context, sector, country
// slot, CAMEO) in a few lines, "" if nothing has it. Case does not matter; a
// mode may be given with its type, as "CONSULT visit".
func (o *Ontology) Explain(code string) string {
	var parts []string
	add := func(s string) {
		if s != "" {
			parts = append(parts, s)
		}
	}
	add(o.explainType(strings.ToUpper(code)))
	add(o.explainMode(code))
	if c, ok := o.Context(strings.ToLower(code)); ok {
		add(fmt.Sprintf("%s: context of PLOVER\n  %s\n", c.Code, c.Definition))
	}
	if c, ok := lookup(o.sectors, strings.ToUpper(code)); ok {
		add(fmt.Sprintf("%s: sector of an actor (%s)\n  %s\n", c.Code, c.Name, c.Definition))
	}
	if c, ok := lookup(o.slots, strings.ToUpper(code)); ok {
		add(fmt.Sprintf("%s: in the country slot (%s)\n  %s\n", c.Code, c.Name, c.Definition))
	}
	add(o.explainCAMEO(code))
	return strings.Join(parts, "\n")
}

func (o *Ontology) explainType(code string) string {
	t, ok := o.Type(code)
	if !ok {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s: type of PLOVER, quad %d (%s), intensity %g\n  %s\n", t.Code.Code, t.Quad, QuadName(t.Quad), t.Intensity, t.Definition)
	if t.Recipient {
		b.WriteString("  A target is required.\n")
	}
	for _, m := range t.Modes {
		fmt.Fprintf(&b, "  mode %s (%g): %s\n", m.Code.Code, m.Intensity, m.Definition)
	}
	var codes []string
	for _, c := range o.CAMEOCodes() {
		if len(c) == 3 && o.cameo[c].Type == t.Code.Code {
			codes = append(codes, c)
		}
	}
	fmt.Fprintf(&b, "  CAMEO: %s\n", strings.Join(codes, " "))
	return b.String()
}

// explainMode describes the modes with a name, of the named type or of all.
func (o *Ontology) explainMode(code string) string {
	typ, mode, ok := strings.Cut(code, " ")
	if !ok {
		typ, mode = "", code
	}
	var b strings.Builder
	for _, t := range o.types {
		if typ != "" && !strings.EqualFold(typ, t.Code.Code) {
			continue
		}
		if m, ok := o.Mode(t.Code.Code, strings.ToLower(mode)); ok {
			fmt.Fprintf(&b, "%s %s: mode of PLOVER, intensity %g\n  %s\n", t.Code.Code, m.Code.Code, m.Intensity, m.Definition)
		}
	}
	return b.String()
}

func (o *Ontology) explainCAMEO(code string) string {
	c, ok := o.CAMEO(code)
	if !ok {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s: code of CAMEO, Goldstein %g\n  %s\n", c.Code, c.Goldstein, c.Name)
	if c.Type == "" {
		b.WriteString("  no event in PLOVER: statements and appeals are attributions\n")
		return b.String()
	}
	fmt.Fprintf(&b, "  PLOVER: %s", c.Type)
	if c.Mode != "" {
		b.WriteString(" " + c.Mode)
	}
	if len(c.Contexts) > 0 {
		b.WriteString(" (" + strings.Join(c.Contexts, ", ") + ")")
	}
	b.WriteByte('\n')
	return b.String()
}

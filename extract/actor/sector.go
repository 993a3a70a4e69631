package actor

// formerly returns the walk of life of somebody who has left it: who held an
// office of a state is of its elites, who was of a party, a company, a school or an
// armed group is known by that still.
func formerly(sector string) string {
	switch sector {
	case "", "GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PRE":
		return "ELI"
	}
	return sector
}

// resolveLabel gives a noun for a trade to the person whom it takes up by what
// the article has called him ("the abbot" after "Abbot Petros"), and to nobody
// where it names none; false if the noun stands in apposition to a name.
func (rd *reading) resolveLabel(m *mention, before []*mention) bool {
	if m.same != nil {
		return false
	}
	if s := rd.sents[m.sent]; !m.noun.plural && s.word(m.first) == "the" {
		if p := rd.namedBefore(m, before); p != nil {
			m.ids, m.rule = []string{rd.personActor(p).ID}, "nominal"
		}
	}
	return true
}

// givesWay reports whether an agent noun is a rank or an honour, or says of people
// what anybody can be or be called: another office of the same person counts more
// ("Imam Sadi, the minister"; "the immigrant who became a senator").
func (a *agentNoun) givesWay() bool {
	return a.rank || a.sector == "CVL" || a.sector == "REF" || a.sector == "CRM"
}

// faith reports whether a noun tells what people believe, which of one person tells no
// walk of life: "a Catholic", "a Catholic lawyer".
func (a *agentNoun) faith() bool { return a.group && a.sector == "REL" }

// outranks reports whether an office of the state, of a party or in arms counts more
// than a trade that stands nearer to the same name: "the historian Ana Paz, the
// special envoy". Who has left the office goes by the trade.
func outranks(o, t tie) bool {
	return public(o.sector) && !o.former && !o.inherit && !o.yields && trade(t.sector) && o.office != ""
}

// public reports whether a walk of life is that of an office.
func public(sector string) bool {
	switch sector {
	case "GOV", "LEG", "MIL", "JUD", "COP":
		return true
	}
	return false
}

// trade reports whether a walk of life is that of a trade.
func trade(sector string) bool {
	switch sector {
	case "EDU", "JRN", "MED", "AGR":
		return true
	}
	return false
}

package actor

// citizens returns the mention of the state whose citizens two adjectives of states in
// a row mean, where o is the second: Britain of "British Indians", as they live there,
// but America of "Chinese Americans", as those states are said that most families came
// to. It returns o where nothing stands before it.
func (rd *reading) citizens(s *sentence, o *mention) *mention {
	before := s.takenAt(o.first - 1)
	if o.kind != mCountry || o.e.kind != kindDemonym || before == nil || before == o || before.kind != mCountry || before.last != o.first ||
		before.e.kind != kindDemonym || before.e.code == o.e.code || rd.r.classes[o.e.code+"/newworld"] != "" {
		return o
	}
	return before
}

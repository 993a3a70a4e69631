package actor

import (
	"slices"
	"strings"
	"testing"

	"dyad/extract/nlp"
	"dyad/schema"
)

func TestDomainCountry(t *testing.T) {
	r := mustResolver(t)
	for host, want := range map[string]string{
		"www.example.co.nz": "NZL", "example.ca": "CAN", "example.co.uk": "GBR", "example.com": "", "example.tv": "", "ca": "", "": "", "example.xx": "",
	} {
		if got := r.domainCountry(host); got != want {
			t.Errorf("domainCountry(%q) = %q, want %q", host, got, want)
		}
	}
}

func TestPublisherCountry(t *testing.T) {
	r := mustResolver(t)
	for _, tt := range []struct{ url, outlet, want string }{
		{"https://www.haaretz.com/news/1", "", "ISR"},
		{"https://thestar.com/1", "", "CAN"},
		{"https://www.thestar.com.my/1", "", "MYS"},
		{"https://example.com/haaretz.com", "", ""},
		{"https://www.kuwaittimes.com/1", "", "KWT"},
		{"https://example.com/1", "Kuwait Times", "KWT"},
	} {
		rd := &reading{r: r, doc: &schema.Document{Article: schema.Article{URL: tt.url, Outlet: tt.outlet}}}
		if got := rd.publisherCountry(); got != tt.want {
			t.Errorf("publisherCountry of %q, %q = %q, want %q", tt.url, tt.outlet, got, tt.want)
		}
	}
}

// TestHomeOfTheTitle takes the state of the title and of the words of the address before one
// that the text names as often.
func TestHomeOfTheTitle(t *testing.T) {
	r := mustResolver(t)
	for _, tt := range []struct{ url, title, text, want string }{
		{"", "", "A boat sank off Peru. The coast of Chile was near. Chile sent a ship.", "CHL"},
		{"", "Boat sinks off Peruvian coast", "A boat sank off Peru. The coast of Chile was near. Chile sent a ship.", "PER"},
		{"https://example.com/2022/peru-boat-sinks", "", "A boat sank off Peru. The coast of Chile was near. Chile sent a ship.", "PER"},
		{"https://example.com/2022/south-sudan-boat-sinks", "", "A boat sank in Sudan.", "SSD"},
		{"", "", "A boat sank off Peru. The Chilean engineer Ana Paz counted six dead. A Chilean company sent help.", "PER"},
		{"", "", "A boat sank off Peru. The Chilean charity Umanda counted six dead. The Chilean charity sent help.", "PER"},
		{"", "", "The Chilean ambassador waited in Lima. The Chilean ambassador left.", "PER"},
		{"", "", "Migrants from Chile waited in Peru. The migrants from Chile left.", "PER"},
		{"", "", "The Chilean minister waited in Peru. The Chilean minister left.", "CHL"},
	} {
		ling := mustPipeline(t).Analyze(tt.text, []nlp.Region{{Start: 0, End: len(tt.text)}})
		rd := newReading(r, &schema.Document{Article: schema.Article{ID: "test", Text: tt.text, URL: tt.url, Title: tt.title}}, ling)
		rd.read()
		if rd.home != tt.want {
			t.Errorf("home of %q, %q, %q = %q, want %q", tt.url, tt.title, tt.text, rd.home, tt.want)
		}
	}
}

// TestHomeOfThePublisher lets a paper's own state be the home of an article that
// names another a little more often, but not of one about the other.
func TestHomeOfThePublisher(t *testing.T) {
	r := mustResolver(t)
	for _, tt := range []struct{ url, text, want string }{
		{"https://www.haaretz.com/1", "A bus from Israel crashed in Egypt. Egypt closed the road. Police waited.", "ISR"},
		{"https://example.com/1", "A bus from Israel crashed in Egypt. Egypt closed the road. Police waited.", "EGY"},
		{"https://www.haaretz.com/1", "A bus crashed in Egypt. Egypt closed the road. Egyptian police waited. Egypt mourned.", "EGY"},
	} {
		ling := mustPipeline(t).Analyze(tt.text, []nlp.Region{{Start: 0, End: len(tt.text)}})
		rd := newReading(r, &schema.Document{Article: schema.Article{ID: "test", Text: tt.text, URL: tt.url}}, ling)
		rd.read()
		if rd.home != tt.want {
			t.Errorf("home of %q in %s = %q, want %q", tt.text, tt.url, rd.home, tt.want)
		}
	}
}

// TestSettled lets nouns that nothing ties to a state be of none where the text names no
// state but that of a visitor.
func TestSettled(t *testing.T) {
	for text, want := range map[string]string{
		"The rebels freed a Chilean engineer.":            "",
		"A Chilean engineer was freed by the rebels.":     "",
		"The rebels kidnapped two Chilean tourists.":      "",
		"The rebels killed six Chilean soldiers.":         "CHL",
		"The rebels freed a Chilean engineer in Bolivia.": "BOL",
	} {
		doc, _ := read(t, mustResolver(t), "2020-05-05", text)
		i := slices.IndexFunc(doc.Actors, func(a schema.Actor) bool { return strings.HasSuffix(a.Name, "rebels") })
		if i < 0 || doc.Actors[i].Code != want {
			t.Errorf("%s: %v, want rebels of %q", text, doc.Actors, want)
		}
	}
}

package article

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dyad/schema"
)

// cleaned returns the article of a text after cleaning.
func cleaned(text string, set func(*schema.Article)) *schema.Article {
	art := &schema.Article{Text: text}
	if set != nil {
		set(art)
	}
	clean(art, loadTables(), false)
	return art
}

const after = "Ministers of four states met on Monday and agreed to open the border."

func TestDateline(t *testing.T) {
	tests := []struct{ dateline, agency, outlet, published string }{
		{"MOSCOW (Reuters) - ", "Reuters", "", ""},
		{"MOSCOW, Oct 25 (AFP) – ", "AFP", "", ""},
		{"MOSCOW, October 25, 2011 — ", "", "", "2011-10-25"},
		{"ST. PETERSBURG, Russia (AP) — ", "Associated Press", "", ""},
		{"PORT-AU-PRINCE — ", "", "", ""},
		{"KYIV—", "", "", ""},
		{"TEHRAN- ", "", "", ""},
		{"MOSCOW, July 12. /TASS/. ", "TASS", "", ""},
		{"NANJING, July 18 (Xinhua) -- ", "Xinhua", "", ""},
		{"Washington (AFP) – ", "AFP", "", ""},
		{"Sofia, 3 March 2012 (BTA) - ", "BTA", "", "2012-03-03"},
		{"CAIRO - 25 July 2022: ", "", "", "2022-07-25"},
		{"KUWAIT CITY, July 25: ", "", "", ""},
		{"VALDORA (Northline) - ", "Northline", "", ""},
		{"ISTANBUL, Dec. 15, 2011 (The Strait Herald) - ", "", "The Strait Herald", "2011-12-15"},
		{"EastWire.Net - ", "", "EastWire.Net", ""},
		{"Fjord News, 27 January - ", "", "Fjord News", ""},
		{"(Reuters) - ", "Reuters", "", ""},
	}
	for _, tt := range tests {
		art := cleaned(tt.dateline+after, nil)
		var got, want []string
		for _, b := range art.Blocks {
			got = append(got, art.Text[b.Start:b.End])
		}
		got = append(got, art.Agency, art.Outlet, art.Published)
		want = append(want, after, tt.agency, tt.outlet, tt.published)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q: -want +got:\n%s", tt.dateline, diff)
		}
	}
}

// TestNotCut has sentences that look like datelines, credits, titles, teasers
// or boilerplate and are none: nothing of them is dropped.
func TestNotCut(t *testing.T) {
	tests := []string{
		"NATO - The alliance of 28 states will meet in Chicago in May, its spokesman said.",
		"NATO-Russia talks were broken off on Monday after only an hour, diplomats said.",
		"USA – Russia and China stood aside when the council voted on the embargo.",
		"RADAR — which Moscow opposes — will be built in Poland by next summer.",
		"Moscow - Warsaw trains will run again from the first of March, the railways said.",
		"Medvedev: Russia will answer the deployment with missiles of its own in a year.",
		"The talks - held in Oslo on Friday - ended without a result, the minister said.",
		"By Monday the troops had left the town, the governor told reporters in Kyiv.",
		"Sources in Moscow said on Friday that the talks would go on for another week.",
		`"We will not sign," AP reports.`,
		"The envoy will leave on Friday, Lavrov reports.",
		"Copyright law was the subject of the talks between the two ministers on Monday.",
		"Published on Monday, the report accuses both sides of crimes against civilians.",
		"Subscribers of the gas company in Ukraine were left without heating on Sunday.",
		"Top stories",
		"Related",
	}
	for _, text := range tests {
		for _, whole := range []string{text, after + "\n\n" + text + "\n\n" + after} {
			if art := cleaned(whole, nil); len(art.Dropped) > 0 {
				d := art.Dropped[0]
				t.Errorf("%q: dropped %q as %s", whole, whole[d.Start:d.End], d.Reason)
			}
		}
	}
}

func TestCredits(t *testing.T) {
	tests := []struct {
		line            string
		authors, agency string
	}{
		{"By Anna Berg", "Anna Berg", ""},
		{"By ANNA BERG and Ole Lund, Associated Press", "ANNA BERG; Ole Lund", "Associated Press"},
		{"By Anna Berg, Staff Writer", "Anna Berg", ""},
		{"Photo: Ole Lund / AFP", "", "AFP"},
		{"Reuters", "", "Reuters"},
		{"AP reports", "", "Associated Press"},
		{"Source: Xinhua", "", "Xinhua"},
	}
	for _, tt := range tests {
		art := cleaned("Envoys meet in Valdora\n"+tt.line+"\n"+after+"\n"+after, nil)
		got := []string{"", strings.Join(art.Authors, "; "), art.Agency}
		if len(art.Dropped) == 1 {
			got[0] = art.Dropped[0].Reason
		}
		if diff := cmp.Diff([]string{schema.DropCredit, tt.authors, tt.agency}, got); diff != "" {
			t.Errorf("%q: -want +got:\n%s", tt.line, diff)
		}
	}
}

// TestTeasersEnd lets the article go on after a list in its middle.
func TestTeasersEnd(t *testing.T) {
	body := strings.Repeat(after+" ", 6)
	text := "Envoys meet in Valdora\n" + body + "\nRead more:\nPresident Doubles Fund For Farmers\nBorder opens after floods\nThe ministers will meet again in the spring, said a spokesman of the four states.\nEnd of the talks on Friday."
	art := cleaned(text, nil)
	var got []string
	for _, d := range art.Dropped {
		got = append(got, d.Reason+" "+text[d.Start:d.End])
	}
	want := []string{"teaser Read more:", "teaser President Doubles Fund For Farmers", "teaser Border opens after floods"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestGivenMentionsAreKept analyses a line that would be dropped when the user
// names an actor in it.
func TestGivenMentionsAreKept(t *testing.T) {
	text := "Vertreter in Zürich\nBy Anna Berg\n" + after
	art := cleaned(text, func(a *schema.Article) {
		a.Given = []schema.GivenMention{{Span: schema.Span{Start: 23, End: 27}, ID: "x"}}
	})
	if len(art.Blocks) != 3 || len(art.Dropped) != 0 {
		t.Errorf("got blocks %v, dropped %v, want all three lines", art.Blocks, art.Dropped)
	}
}

func TestKeepAll(t *testing.T) {
	art := &schema.Article{Text: "Envoys meet in Valdora\nEnvoys meet in Valdora\nMOSCOW (AP) - " + after + "\n---"}
	clean(art, loadTables(), true)
	if len(art.Dropped) != 0 || len(art.Blocks) != 3 || art.Agency != "Associated Press" {
		t.Errorf("got dropped %v, blocks %v, agency %q", art.Dropped, art.Blocks, art.Agency)
	}
}

func TestTitle(t *testing.T) {
	tests := []struct{ name, text, given, headline, title string }{
		{"first line", "Envoys meet in Valdora\n" + after, "", "Envoys meet in Valdora", "Envoys meet in Valdora"},
		{"after a byline", "By Anna Berg\nEnvoys meet in Valdora\n" + after, "", "Envoys meet in Valdora", "Envoys meet in Valdora"},
		{"full stop and dateline", "Envoys meet in Valdora.\nOSLO (AP) - " + after, "", "Envoys meet in Valdora.", "Envoys meet in Valdora"},
		{"sentence", "Envoys met in Valdora.\n" + after, "", "", ""},
		{"given", "Envoys meet in Valdora.\n" + after, "ENVOYS MEET IN VALDORA", "Envoys meet in Valdora.", "ENVOYS MEET IN VALDORA"},
		{"given on two lines", "Envoys meet;\nNo result yet\n" + after, "Envoys meet; no result yet", "Envoys meet;\nNo result yet", "Envoys meet; no result yet"},
		{"given elsewhere", "Our live coverage\n" + after, "Envoys meet in Valdora", "", "Envoys meet in Valdora"},
		{"one block", "Envoys meet in Valdora", "", "", ""},
		{"told", "\"We never said that we would sign this paper in the form that you have it now\"\n" + after, "", "", ""},
	}
	for _, tt := range tests {
		art := cleaned(tt.text, func(a *schema.Article) { a.Title = tt.given })
		got := []string{"", art.Title}
		for _, b := range art.Blocks {
			if b.Headline {
				got[0] = tt.text[b.Start:b.End]
			}
		}
		if diff := cmp.Diff([]string{tt.headline, tt.title}, got); diff != "" {
			t.Errorf("%s: -want +got:\n%s", tt.name, diff)
		}
	}
}

func TestParagraphs(t *testing.T) {
	long := strings.Repeat("a long line of a paragraph that is not wrapped at all ", 4) + "end."
	tests := []struct {
		name, text string
		want       []string
	}{
		{"a line each", long + "\n" + long, []string{long, long}},
		{"line ends of three kinds", "One.\r\nTwo.\rThree.\u2028Four.", []string{"One.", "Two.", "Three.", "Four."}},
		{"broken sentence", "The Finnish foreign minister said on\nmonday that he would leave.", []string{"The Finnish foreign minister said on\nmonday that he would leave."}},
		{"list", "Members:\nGermany\nfrance\nPoland", []string{"Members:", "Germany", "france", "Poland"}},
		{"blanks", "\n \u00a0One \n\n\t\u200bTwo\n", []string{"One", "Two"}},
	}
	for _, tt := range tests {
		var got []string
		for _, s := range paragraphs(tt.text) {
			got = append(got, tt.text[s.Start:s.End])
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: -want +got:\n%s", tt.name, diff)
		}
	}
}

package schema

// Span is a piece of a text: Start inclusive, End exclusive.
//
// In a finished [Document], and so in every JSON line, offsets count Unicode
// code points of Article.Text. While the stages of extraction fill a document
// they count bytes; package extract converts all of them once, at the end.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// TextSpan is a span with the text it covers.
type TextSpan struct {
	Span
	Text string `json:"text"`
}

// Document is everything found in one article. Stages fill it in one
// direction: article, actors, issues, attributions, events, stances; no stage
// reads what a later one writes.
type Document struct {
	Article      Article       `json:"article"`
	Actors       []Actor       `json:"actors"`
	Events       []Event       `json:"events"`
	Attributions []Attribution `json:"attributions"`
	Stances      []Stance      `json:"stances"`
	Issues       []Issue       `json:"issues"`
	Run          Run           `json:"run"`

	// Mentions are the actor mentions of the analysed text in text order, as
	// the actor stage leaves them for the stages after it. They overlap only
	// where one lies inside the other ("Russia" in "Russia's president").
	Mentions []Mention `json:"-"`
	// IssueMentions are the issue mentions in text order.
	IssueMentions []IssueMention `json:"-"`
	// Places are the mentions of places in text order, those that are actor
	// mentions too ("Moscow" as a government) included.
	Places []PlaceMention `json:"-"`
}

// Article is the input text with its metadata.
type Article struct {
	ID    string `json:"id"`
	Input string `json:"input"`
	URL   string `json:"url"`
	Title string `json:"title"`
	// Published is as the input gives it: RFC 3339 or YYYY-MM-DD, "" if unknown.
	Published   string    `json:"published"`
	Outlet      string    `json:"outlet"`
	Agency      string    `json:"agency"`
	Authors     []string  `json:"authors"`
	Language    string    `json:"language"`
	Text        string    `json:"text"`
	SHA256      string    `json:"sha256"`
	DuplicateOf string    `json:"duplicate_of"`
	Dropped     []Dropped `json:"dropped"`

	// Given are the actor spans that the user already knows (input key
	// "mentions"), in code points as given until extract converts them.
	Given []GivenMention `json:"-"`
	// Blocks are the parts of the text to analyse, in text order, in bytes:
	// what article cleaning kept, one paragraph or headline each.
	Blocks []Block `json:"-"`
}

// Block is a paragraph or the headline of an article.
type Block struct {
	Span
	Headline bool
}

// GivenMention is an actor span that the input names.
type GivenMention struct {
	Span
	ID string `json:"id"`
}

// Dropped is a part of the text that is no article and is not analysed.
type Dropped struct {
	Span
	// Reason is one of the Drop constants.
	Reason string `json:"reason"`
}

// Reasons for which a part of a text is dropped.
const (
	DropTitleRepeat = "title-repeat"
	DropCredit      = "credit"
	DropDateline    = "dateline"
	DropTeaser      = "teaser"
	DropBoilerplate = "boilerplate"
)

// Kinds of actors, the extra label of an Actor node.
const (
	KindCountry      = "country"
	KindOrganization = "organization"
	KindPerson       = "person"
	KindGroup        = "group"
)

// Actor is somebody who acts, speaks, is targeted or takes part.
type Actor struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	// Kind is one of the Kind constants.
	Kind string `json:"kind"`
	// Code is the country slot of PLOVER: ISO 3166 alpha-3 (XKX for Kosovo),
	// or IGO, UNO, EUR, NGO, ISM, IMG, MNC, or "".
	Code string `json:"code"`
	// Sector is one code of PLOVER such as GOV or MIL, "" for a state as such.
	Sector string `json:"sector"`
	// Country is the ISO state of seat or citizenship where Code is no state.
	Country string `json:"country"`
	// Role is the role in words, as found in the text or a table ("president");
	// "unknown after DATE" where the table does not reach the date.
	Role string `json:"role"`
	// Undated says that sector and role were taken from a table without a date
	// to choose by: they are those of the only or the longest office.
	Undated        bool       `json:"undated,omitempty"`
	Aliases        []string   `json:"aliases"`
	Roles          []Role     `json:"roles"`
	PossiblySameAs []SameAs   `json:"possibly_same_as"`
	Mentions       []TextSpan `json:"mentions"`
	// Given says that the id was given in the input; ResolvesTo is then the
	// id of the actor that the name resolves to, "" if to none.
	Given      bool   `json:"given,omitempty"`
	ResolvesTo string `json:"resolves_to,omitempty"`
	// Wikidata is the id of Wikidata (Q30) where the tables have it.
	Wikidata string `json:"wikidata,omitempty"`
	// Generic says that the actor is a group without a proper name: its id is
	// made from the article too and never merged across articles.
	Generic bool `json:"generic,omitempty"`
}

// Role is an office or membership that an actor holds. From and To are dates
// (YYYY, YYYY-MM or YYYY-MM-DD) or "" if unknown or open; Source says where the role was read: the
// name of a table, or "text".
type Role struct {
	Office string `json:"office"`
	Of     string `json:"of"`
	From   string `json:"from"`
	To     string `json:"to"`
	Source string `json:"source"`
}

// SameAs names another actor that may be the same one, and why.
type SameAs struct {
	ID  string `json:"id"`
	Why string `json:"why"`
}

// Forms of a mention.
const (
	FormName    = "name"    // Medvedev, NATO, Moscow, Russian
	FormNominal = "nominal" // the president, senior military officers
	FormPronoun = "pronoun" // it, their
	FormGiven   = "given"   // named by the input
)

// Mention is one occurrence of one actor, or of several ("the two sides").
type Mention struct {
	Span // bytes of Article.Text
	// Sentence indexes nlp.Doc.Sentences; First, Last (exclusive) and Head
	// index its tokens.
	Sentence, First, Last, Head int
	// Actors are the ids meant, at least one.
	Actors []string
	// Form is one of the Form constants.
	Form string
	// Modifier says that the mention only modifies another noun ("Russian"
	// in "Russian troops", "Russia's" in "Russia's president") and is no
	// argument by itself.
	Modifier bool
	// Locative says that the mention is a place where something happens
	// ("in Moscow"): no actor unless a rule needs the host of an act.
	Locative bool
	// Rule names the resolution rule, Confidence is from 0 to 1.
	Rule       string
	Confidence float64
}

// IssueMention is one occurrence of an issue; fields as in [Mention].
type IssueMention struct {
	Span
	Sentence, First, Last, Head int
	Issue                       string
}

// PlaceMention is one occurrence of a place. Country is ISO 3166 alpha-3;
// Name is "" where the place is the country as such.
type PlaceMention struct {
	Span
	Sentence, First, Last, Head int
	Name, Country               string
}

// Place is where an event happened.
type Place struct {
	Name    string `json:"name"`
	Country string `json:"country"`
}

// Granularities of an event date.
const (
	DateDay     = "day"
	DateMonth   = "month"
	DateYear    = "year"
	DateUnknown = "unknown"
)

// Event is one mention of who did what to whom. A reciprocal event (A met B)
// lists all parties in Sources and leaves Targets empty.
type Event struct {
	// ID is the id of the fact and repeats where the fact is told again;
	// MentionID is unique.
	ID        string `json:"id"`
	MentionID string `json:"mention_id"`
	// Type, Mode, Context and Intensity follow PLOVER 0.8; CAMEO is the code
	// with its zero and Goldstein its score. Quad is 1 to 4.
	Type            string   `json:"type"`
	Mode            string   `json:"mode"`
	Context         []string `json:"context"`
	CAMEO           string   `json:"cameo"`
	Quad            int      `json:"quad"`
	Goldstein       float64  `json:"goldstein"`
	Intensity       float64  `json:"intensity"`
	Sources         []string `json:"sources"`
	Targets         []string `json:"targets"`
	Date            string   `json:"date"`
	DateGranularity string   `json:"date_granularity"`
	// DateRule says how the date was found, or why it is unknown.
	DateRule     string   `json:"date_rule"`
	Place        Place    `json:"place"`
	Negated      bool     `json:"negated"`
	Future       bool     `json:"future"`
	Hypothetical bool     `json:"hypothetical"`
	Historical   bool     `json:"historical"`
	Trigger      TextSpan `json:"trigger"`
	Sentence     Span     `json:"sentence"`
	Issues       []string `json:"issues"`
	// Rule names the rule and its lexicon entry, with the modality steps
	// taken: "verb:offer+xcomp:cooperate/commit".
	Rule       string  `json:"rule"`
	Confidence float64 `json:"confidence"`
}

// Flags names what qualifies an event: negated, future, hypothetical,
// historical; nil for a plain one.
func (e *Event) Flags() []string {
	var out []string
	for _, f := range []struct {
		on   bool
		name string
	}{{e.Negated, "negated"}, {e.Future, "future"}, {e.Hypothetical, "hypothetical"}, {e.Historical, "historical"}} {
		if f.on {
			out = append(out, f.name)
		}
	}
	return out
}

// Kinds of attributions.
const (
	KindSpeech    = "speech"
	KindBelief    = "belief"
	KindIntention = "intention"
	KindOther     = "other"
)

// Attribution is who said or thinks what: a statement where Kind is speech and
// Actor is known.
type Attribution struct {
	ID      string     `json:"id"`
	Kind    string     `json:"kind"`
	Source  []TextSpan `json:"source"`
	Cue     []TextSpan `json:"cue"`
	Content []TextSpan `json:"content"`
	// Actor is the id of the speaker, nil (null in JSON) if none is known.
	Actor *string `json:"actor"`
	// Addressee is whom the source speaks to, where the text says so.
	Addressee []Addressee `json:"addressee"`
	// Carrier is the id of the news medium through which it is known ("AP
	// reported", "told AP"), "" if none is named. Where it is the Actor too, the
	// medium cites nobody: it is credited and is no speaker.
	Carrier    string   `json:"carrier"`
	Direct     bool     `json:"direct"`
	About      []string `json:"about"`
	Issues     []string `json:"issues"`
	Sentence   Span     `json:"sentence"`
	Rule       string   `json:"rule"`
	Confidence float64  `json:"confidence"`
}

// IsCredit says that a news medium only passes on what it reports.
func (a *Attribution) IsCredit() bool { return a.Actor != nil && *a.Actor == a.Carrier }

// Addressee is a phrase that names whom somebody speaks to. Actors are the ids
// that it means, none where no actor is known.
type Addressee struct {
	TextSpan
	Actors []string `json:"actors"`
}

// Polarities of a stance.
const (
	Positive = "positive"
	Negative = "negative"
	Neutral  = "neutral"
)

// Stance is the attitude of a holder towards an actor or an issue.
type Stance struct {
	ID            string   `json:"id"`
	Holder        string   `json:"holder"`
	Target        string   `json:"target"`
	Polarity      string   `json:"polarity"`
	HolderMention TextSpan `json:"holder_mention"`
	TargetMention TextSpan `json:"target_mention"`
	Evidence      TextSpan `json:"evidence"`
	Sentence      Span     `json:"sentence"`
	Rule          string   `json:"rule"`
	Confidence    float64  `json:"confidence"`
}

// Issue is a dispute or topic that actors take stances on.
type Issue struct {
	ID       string     `json:"id"`
	Name     string     `json:"name"`
	Mentions []TextSpan `json:"mentions"`
}

// Run says what made a document: a hash of version, data digests and settings.
type Run struct {
	ID      string `json:"id"`
	Version string `json:"version"`
	Data    string `json:"data"`
	// Settings are those that change the output, sorted "name=value".
	Settings []string `json:"settings"`
}

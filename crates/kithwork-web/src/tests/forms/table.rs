//! Every form of the pages: the page it stands on, and what of it can't be taken.

use super::Wrong::{self, Field, Gone, Nothing, Told};

/// One form.
pub(super) struct Form {
    /// The address that the router takes it at.
    pub to: &'static str,
    /// The page it stands on.
    pub on: &'static str,
    /// What can't be taken of it.
    pub wrong: Wrong,
}

const fn form(to: &'static str, on: &'static str, wrong: Wrong) -> Form {
    Form { to, on, wrong }
}

const LONG: &str =
    "a name that is much too long to stand beside another, or to be called by anybody";

pub(super) const FORMS: &[Form] = &[
    form("/aims", "/aims", Field("review_on", &[("what", "More"), ("review_on", "2020-01-01")])),
    form("/asks", "/ask?kind=one_to_one&who={ada}", Told(&[("kind", "nonsense")])),
    form(
        "/business",
        "/business",
        Field(
            "worth-1",
            &[("client-0", "Mill Lane"), ("client-1", "Hill Ltd"), ("worth-1", "plenty")],
        ),
    ),
    form(
        "/business/channels",
        "/business",
        Field("hours", &[("channel", "Cold calls"), ("hours", "many")]),
    ),
    form(
        "/business/channels/{id}",
        "/business",
        Field("hours", &[("channel", "Cold calls"), ("hours", "many")]),
    ),
    form("/calendars", "/calendars", Field("address", &[("address", "http://x.example/a.ics")])),
    form("/calendars/{id}/drop", "/calendars", Gone),
    form("/calendars/{id}/read", "/calendars", Gone),
    form("/card/for/{id}", "/card/for/{ben}", Gone),
    form("/card/reply/{id}", "/card", Told(&[("words", "the books"), ("explained", "nonsense")])),
    form("/changes/{id}/undo", "/changes", Gone),
    form("/conversations/{id}/agree", "/", Field("on", &[("on", "2026-11-01"), ("at", "08:30")])),
    form("/conversations/{id}/happened", "/people/{ada}", Told(&[("objective_met", "nonsense")])),
    form("/conversations/{id}/not-held", "/", Gone),
    form("/entries/{id}/delete", "/business", Gone),
    form("/experiments", "/aims", Told(&[("code", "nonsense")])),
    form("/experiments/stop", "/aims", Nothing("its button is there once something is tried")),
    form("/go", "/go", Nothing("it finds something, or nothing")),
    form("/groups", "/groups", Told(&[("matters_most", "everything")])),
    form(
        "/groups/{id}/edit",
        "/groups/{group}/edit",
        Field("fee_per_meeting", &[("fee_per_meeting", "a lot"), ("travel_minutes", "20")]),
    ),
    form(
        "/groups/{id}/leave",
        "/groups/{group}",
        Nothing("it sends nothing, and group.rs says what it does"),
    ),
    form("/groups/{id}/not-a-group", "/start/found", Gone),
    form("/groups/{id}/rating", "/groups/{group}", Field("ethos", &[("notes", "They listen.")])),
    form("/groups/{id}/same", "/start/found", Gone),
    form("/groups/{id}/stay", "/groups/{group}", Gone),
    form("/help", "/people/{ada}", Field("on", &[("about", "a lease"), ("on", "2027-01-01")])),
    form("/import", "/import", Nothing("of files, as the next test says")),
    form("/introductions", "/ask?kind=introduction&who={ada}&who={ben}", Told(&[("who", "{ada}")])),
    form("/levels/{level}", "/levels", Field("name", &[("name", LONG)])),
    form("/lists", "/people?set_aside=yes", Field("name", &[("name", " ")])),
    form("/lists/{id}", "/people?list={list}", Field("name", &[("name", " ")])),
    form("/lists/{id}/remove", "/people?list={list}", Gone),
    form("/map", "/map", Nothing("it finds a way, or none")),
    form("/meetings", "/meetings", Field("starts", &[("group", "Mixer"), ("starts", "late")])),
    form(
        "/meetings/{id}",
        "/meetings/{meeting}",
        Field("cost", &[("minutes", "80"), ("cost", "a lot")]),
    ),
    form("/meetings/{id}/not-there", "/meetings/{meeting}", Gone),
    form("/needs/{id}", "/help-given", Field("what", &[("what", " ")])),
    form("/needs/{id}/introduce", "/help-given", Field("name", &[("name", "Nobody At All")])),
    form("/needs/{id}/met", "/help-given", Gone),
    form("/notes", "/people", Field("text", &[("text", " ")])),
    form("/offers/{id}", "/help-given", Field("what", &[("what", " ")])),
    form("/offers/{id}/close", "/help-given", Gone),
    form("/pair", "/pair", Nothing("phone.rs says how a code is refused")),
    form("/people", "/people", Nothing("it finds somebody, or nobody")),
    form(
        "/people/bulk",
        "/people",
        Field("put_tag", &[("deed", "tag"), ("who", "{ada}"), ("put_tag", " ")]),
    ),
    form("/people/care", "/review", Told(&[("care", "deepen")])),
    form("/people/not-now", "/", Told(&[("weeks", "many")])),
    form("/people/{id}/contact", "/people/{ada}/privacy", Gone),
    form("/people/{id}/count-in", "/set-aside", Gone),
    form(
        "/people/{id}/edit",
        "/people/{ada}/edit",
        Field("emails", &[("city", "Leeds"), ("emails", "nowhere")]),
    ),
    form("/people/{id}/erase", "/people/{ada}/privacy", Field("sure", &[])),
    form("/people/{id}/merge", "/people/{priya}/merge", Nothing("it finds somebody, or nobody")),
    form("/people/{id}/merge/{other}", "/people/{priya}/merge/{namesake}", Gone),
    form(
        "/people/{id}/playbacks",
        "/people/{ada}",
        Field("on", &[("words", "the books"), ("on", "2027-01-01")]),
    ),
    form(
        "/people/{id}/prepare",
        "/people/{ada}/prepare",
        Field("objective", &[("objective", " ")]),
    ),
    form(
        "/people/{id}/projects",
        "/people/{ada}",
        Field("what", &[("what", " "), ("outcome", "a stand")]),
    ),
    form(
        "/people/{id}/ratings",
        "/people/{ada}",
        Field("on", &[("trust", "3"), ("on", "2027-01-01")]),
    ),
    form(
        "/people/{id}/said",
        "/people/{ada}",
        Field("words", &[("words", " "), ("kind", "vouching")]),
    ),
    form("/phone/devices/{id}", "/phone", Field("name", &[("name", LONG)])),
    form("/phone/devices/{id}/drop", "/phone", Nothing("what is gone is gone")),
    form("/phone/open", "/phone", Nothing("phone.rs opens the way in")),
    form("/phone/password", "/phone", Field("password", &[("password", "short")])),
    form("/phone/tokens", "/phone", Field("days", &[("token_name", "Notes"), ("days", "many")])),
    form("/phone/tokens/{id}/drop", "/phone", Nothing("what is gone is gone")),
    form("/pitch", "/pitch", Field("version", &[("version", " "), ("text", "Plain words.")])),
    form("/pitch/choose", "/pitch", Field("chosen", &[("ready", "on")])),
    form("/pitch/meetings/{id}", "/pitch", Told(&[("why", "nonsense")])),
    form("/pitch/profile", "/pitch", Field("helps", &[("helps", super::MANY_WORDS)])),
    form("/pitch/quick", "/pitch/quick", Nothing("pitch.rs says how nothing at all is refused")),
    form("/pitch/triggers", "/pitch", Field("what", &[("what", " ")])),
    form("/pitch/triggers/{id}/drop", "/pitch", Gone),
    form("/pitch/{id}", "/pitch/{minute}", Nothing("pitch.rs says how a locked one is refused")),
    form(
        "/pitch/{id}/delete",
        "/pitch/{minute}",
        Nothing("pitch.rs says how a locked one is refused"),
    ),
    form("/pitch/{id}/timed", "/pitch/{minute}", Field("seconds", &[("seconds", "900")])),
    form(
        "/presentations",
        "/presentations",
        Field("listeners", &[("what", "Windows"), ("listeners", "Nobody Known")]),
    ),
    form(
        "/presentations/{id}/answer",
        "/presentations",
        Field("point", &[("heard", "a new sign"), ("point", "99")]),
    ),
    form("/presentations/{id}/link", "/presentations", Told(&[("point", "99")])),
    form("/promises/keep", "/people/{ada}", Told(&[("promise", "nonsense")])),
    form("/promises/later", "/people/{ada}", Told(&[("promise", "nonsense")])),
    form("/proposals", "/help-given", Told(&[("who", "{ada}")])),
    form("/proposals/{id}/{step}", "/help-given", Gone),
    form("/questions/{id}", "/questions", Told(&[("choice", "nonsense")])),
    form("/referrals/{id}", "/business", Field("on", &[("status", "met"), ("on", "2027-01-01")])),
    form("/referrals/{id}/thank", "/business", Gone),
    form("/said/{id}", "/people/{ada}", Told(&[("kind", "nonsense")])),
    form(
        "/settings",
        "/settings",
        Field("weekly_spend", &[("hours_per_week", "5"), ("weekly_spend", "plenty")]),
    ),
    form("/sign-in", "/sign-in", Nothing("phone.rs says how a password is refused")),
    form("/sign-out", "/phone", Nothing("one is out, whoever one was")),
    form("/start", "/start", Told(&[("because", "nonsense")])),
    form("/start/{screen}", "/start/clients", Nothing("it leads to the next screen")),
    form("/tags/{id}", "/people?tag={tag}", Field("name", &[("name", " ")])),
    form(
        "/talks",
        "/people/{ada}",
        Field("on", &[("objective", "to listen"), ("on", "2027-01-01")]),
    ),
    form("/trash/empty", "/trash", Field("sure", &[])),
    form("/trash/{id}/put-back", "/trash", Gone),
];

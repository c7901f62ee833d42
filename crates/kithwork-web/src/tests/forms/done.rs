//! Whatever a form changes is said on the page it leads to, with a way to take it back.

use super::book::Full;
use super::table::FORMS;
use super::{Shown, parity};
use axum::http::StatusCode;

/// The address, the page it stands on, and what is typed.
type Sent = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

const UNDONE: &[Sent] = &[
    ("/aims", "/aims", &[("what", "More")]),
    ("/asks", "/ask?kind=one_to_one&who={ada}", &[]),
    ("/business", "/business", &[("client-0", "Mill Lane")]),
    ("/business/channels", "/business", &[("channel", "Cold calls"), ("hours", "2")]),
    ("/business/channels/{id}", "/business", &[("hours", "4")]),
    ("/card/for/{id}", "/card/for/{ben}", &[]),
    ("/card/reply/{id}", "/card", &[("words", "the books"), ("explained", "yes")]),
    ("/conversations/{id}/agree", "/", &[("on", "2026-11-20")]),
    ("/conversations/{id}/happened", "/people/{ada}", &[("objective_met", "yes")]),
    ("/conversations/{id}/not-held", "/", &[]),
    ("/entries/{id}/delete", "/business", &[]),
    ("/experiments", "/aims", &[]),
    ("/groups", "/groups", &[("matters_most", "fit")]),
    ("/groups/{id}/edit", "/groups/{group}/edit", &[("travel_minutes", "20")]),
    ("/groups/{id}/not-a-group", "/start/found", &[]),
    ("/groups/{id}/rating", "/groups/{group}", &[("ethos", "4")]),
    ("/groups/{id}/same", "/start/found", &[]),
    ("/groups/{id}/stay", "/groups/{group}", &[]),
    ("/help", "/people/{ada}", &[("about", "a lease")]),
    ("/introductions", "/ask?kind=introduction&who={ada}&who={ben}", &[]),
    ("/levels/{level}", "/levels", &[("name", "Said hello")]),
    ("/lists", "/people?set_aside=yes", &[("name", "Aside")]),
    ("/lists/{id}", "/people?list={list}", &[("name", "Open")]),
    ("/lists/{id}/remove", "/people?list={list}", &[]),
    ("/meetings", "/meetings", &[("group", "Mixer")]),
    ("/meetings/{id}", "/meetings/{meeting}", &[("cost", "15")]),
    ("/meetings/{id}/not-there", "/meetings/{meeting}", &[]),
    ("/needs/{id}", "/help-given", &[("what", "a plumber on Sundays")]),
    ("/needs/{id}/introduce", "/help-given", &[("name", "Cleo Cole")]),
    ("/needs/{id}/met", "/help-given", &[]),
    ("/notes", "/people", &[("text", "call with Ada Abbot about a van")]),
    ("/offers/{id}", "/help-given", &[("what", "two desks")]),
    ("/offers/{id}/close", "/help-given", &[]),
    ("/people/bulk", "/people", &[("deed", "tag"), ("who", "{ada}"), ("put_tag", "east")]),
    ("/people/care", "/review", &[("care", "deepen"), ("who", "{ada}")]),
    ("/people/not-now", "/", &[]),
    ("/people/{id}/contact", "/people/{ada}/privacy", &[]),
    ("/people/{id}/count-in", "/set-aside", &[]),
    ("/people/{id}/edit", "/people/{ada}/edit", &[("city", "Leeds")]),
    ("/people/{id}/merge/{other}", "/people/{priya}/merge/{namesake}", &[]),
    ("/people/{id}/playbacks", "/people/{ada}", &[("explained", "yes")]),
    (
        "/people/{id}/prepare",
        "/people/{ada}/prepare",
        &[("objective", "whom she would like to meet")],
    ),
    ("/people/{id}/projects", "/people/{ada}", &[("what", "a stand")]),
    ("/people/{id}/ratings", "/people/{ada}", &[("trust", "3")]),
    ("/people/{id}/said", "/people/{ada}", &[("words", "the best")]),
    ("/pitch", "/pitch", &[("version", "shops"), ("text", "We help shops.")]),
    ("/pitch/choose", "/pitch", &[("chosen", "farms")]),
    ("/pitch/meetings/{id}", "/pitch", &[]),
    ("/pitch/profile", "/pitch", &[("helps", "We help small firms")]),
    ("/pitch/quick", "/pitch/quick", &[("before", "a baker waited")]),
    ("/pitch/triggers", "/pitch", &[("what", "nobody pays in time")]),
    ("/pitch/triggers/{id}/drop", "/pitch", &[]),
    ("/pitch/{id}", "/pitch/{minute}", &[("text", "Other words.")]),
    ("/pitch/{id}/delete", "/pitch/{minute}", &[]),
    ("/pitch/{id}/timed", "/pitch/{minute}", &[("seconds", "3")]),
    ("/presentations", "/presentations", &[("what", "Windows")]),
    ("/presentations/{id}/answer", "/presentations", &[("heard", "a new sign")]),
    ("/presentations/{id}/link", "/presentations", &[]),
    ("/promises/keep", "/people/{ada}", &[]),
    ("/promises/later", "/people/{ada}", &[]),
    ("/proposals", "/help-given", &[]),
    ("/proposals/{id}/{step}", "/help-given", &[("outcome", "They met.")]),
    ("/questions/{id}", "/questions", &[("choice", "Sam Lee")]),
    ("/referrals/{id}", "/business", &[("status", "met")]),
    ("/referrals/{id}/thank", "/business", &[]),
    ("/said/{id}", "/people/{ada}", &[("may_quote", "yes")]),
    ("/settings", "/settings", &[("hours_per_week", "5")]),
    ("/start", "/start", &[("because", "no_skill")]),
    ("/tags/{id}", "/people?tag={tag}", &[("name", "far north")]),
    ("/talks", "/people/{ada}", &[("objective", "to listen")]),
];

/// Those that change nothing of the book, and those that can't be taken back, each with why.
const NOT_UNDONE: &[(&str, &str)] = &[
    ("/calendars", "its import is taken back; the link is forgotten with its own button"),
    ("/calendars/{id}/drop", "a secret that is forgotten is gone"),
    ("/calendars/{id}/read", "its import is taken back on the page of the import"),
    ("/changes/{id}/undo", "it takes something back"),
    ("/experiments/stop", "its button is there once something is tried"),
    ("/go", "it finds"),
    ("/groups/{id}/leave", "group.rs leaves one, and takes it back"),
    ("/import", "its page says what became of each file, with Undo"),
    ("/map", "it finds"),
    ("/pair", "a device is not of the book"),
    ("/people", "it finds"),
    ("/people/{id}/erase", "erased is erased: it asks first"),
    ("/people/{id}/merge", "it finds"),
    ("/phone/devices/{id}", "a device is not of the book"),
    ("/phone/devices/{id}/drop", "a device is not of the book"),
    ("/phone/open", "the way in is not of the book"),
    ("/phone/password", "the way in is not of the book"),
    ("/phone/tokens", "a token is not of the book"),
    ("/phone/tokens/{id}/drop", "a token is not of the book"),
    ("/sign-in", "the way in is not of the book"),
    ("/sign-out", "the way in is not of the book"),
    ("/start/{screen}", "it leads on"),
    ("/trash/empty", "emptied is emptied: it asks first"),
    ("/trash/{id}/put-back", "it takes something back"),
];

#[test]
fn of_every_form_it_is_known_whether_it_is_taken_back() {
    let undone = UNDONE.iter().map(|(to, ..)| *to);
    let mut known: Vec<&str> = undone.chain(NOT_UNDONE.iter().map(|(to, _)| *to)).collect();
    known.sort_unstable();
    assert_eq!(parity::taken(), known, "a form in neither list or in both");
    assert_eq!(known.len(), FORMS.len());
    assert!(NOT_UNDONE.iter().all(|(_, why)| !why.is_empty()));
}

#[tokio::test]
async fn what_is_done_is_said_with_a_way_to_take_it_back() {
    let full = Full::book().await;
    let mut faults = Vec::new();
    for (to, on, typed) in UNDONE {
        if let Err(fault) = done(&full, to, on, typed).await {
            faults.push(format!("{to} on {on}: {fault}"));
        }
    }
    assert!(faults.is_empty(), "{} of {}\n{}", faults.len(), UNDONE.len(), faults.join("\n"));
}

/// Sends a form, and takes back what it did: the next one finds the book as it was.
async fn done(full: &Full, to: &str, on: &str, typed: &[(&str, &str)]) -> Result<(), String> {
    let with_ids = |(name, value): &(&str, &str)| ((*name).to_owned(), full.filled(value));
    let typed: Vec<_> = typed.iter().map(with_ids).collect();
    let page = full.live.page(&full.filled(on)).await;
    let shown = Shown::of(&page, to, &typed).ok_or("the page has no such form")?;
    let answer = shown.sent(&full.live, &typed).await;
    if answer.status != StatusCode::SEE_OTHER {
        let says = super::page(&answer).texts("main");
        return Err(format!("{}: {says:?}", answer.status));
    }
    let after = full.live.page(&answer.to).await;
    if after.texts(".done [role=status]").iter().all(String::is_empty) {
        return Err(format!("{} does not say what was done", answer.to));
    }
    let undo = Shown::of(&after, "/changes/{id}/undo", &[]).ok_or("it has no Undo")?;
    let back = undo.sent(&full.live, &[]).await;
    if back.status == StatusCode::SEE_OTHER { Ok(()) } else { Err(format!("Undo: {}", back.text)) }
}

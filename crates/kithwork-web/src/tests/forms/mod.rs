//! Every form of the pages, each at its address: what can't be taken comes back on the page it was sent
//! from, with all that was typed, the fault beside its field and a summary at the top.

mod book;
mod done;
mod table;

use super::live::{Answer, Live, Page};
use super::parity;
use axum::http::StatusCode;
use book::Full;
use scraper::{ElementRef, Selector};
use table::{FORMS, Form};
use uuid::Uuid;

/// More than a sentence of the profile may have.
const MANY_WORDS: &str = "one two three four five six seven eight nine ten eleven twelve thirteen \
    fourteen fifteen sixteen seventeen eighteen nineteen twenty and one and two and three more";

/// What of a form can't be taken.
enum Wrong {
    /// This field, with these typed.
    Field(&'static str, &'static [(&'static str, &'static str)]),
    /// What its buttons send or who is ticked: it is told above the page.
    Told(&'static [(&'static str, &'static str)]),
    /// What it is about has gone meanwhile.
    Gone,
    /// Nothing, and why.
    Nothing(&'static str),
}

/// A form as a page shows it.
struct Shown {
    to: String,
    fields: Vec<(String, String)>,
}

impl Shown {
    /// The form of a page that is taken at this address and has these fields.
    fn of(page: &Page, to: &str, typed: &[(String, String)]) -> Option<Self> {
        let forms = page.all("main form[method=post], details.capture form");
        let fits = |form: &&ElementRef<'_>| {
            let has = |(name, _): &(String, String)| has(**form, name);
            is_at(form.value().attr("action").unwrap_or_default(), to) && typed.iter().all(has)
        };
        let form = forms.into_iter().find(|form| fits(&form))?;
        let to = form.value().attr("action")?.to_owned();
        Some(Self { to, fields: super::live::held(form) })
    }

    fn held(&self, name: &str) -> Option<&str> {
        let held = self.fields.iter().find(|(of, _)| of == name);
        held.map(|(_, value)| value.as_str())
    }

    /// Sends it with these typed.
    async fn sent(&self, live: &Live, typed: &[(String, String)]) -> Answer {
        let is_typed = |name: &str| typed.iter().any(|(of, _)| of == name);
        let rest = self.fields.iter().filter(|(name, _)| !is_typed(name));
        let all: Vec<_> = rest.chain(typed).map(|(n, v)| (n.as_str(), v.as_str())).collect();
        live.post(&self.to, &all).await
    }

    /// The same about something that nobody knows.
    fn gone(self) -> Self {
        let unknown = "0193e2a0-1111-7222-8333-444455556666";
        let part = |part: &str| match Uuid::parse_str(part) {
            Ok(_) => unknown.to_owned(),
            Err(_) => part.to_owned(),
        };
        Self { to: self.to.split('/').map(part).collect::<Vec<_>>().join("/"), ..self }
    }
}

fn has(form: ElementRef<'_>, name: &str) -> bool {
    form.select(&Selector::parse(&format!("[name='{name}']")).unwrap()).next().is_some()
}

/// Whether an address is one that a route takes.
fn is_at(path: &str, route: &str) -> bool {
    let (mut parts, mut wanted) = (path.split('/'), route.split('/'));
    loop {
        match (parts.next(), wanted.next()) {
            (None, None) => return true,
            (Some(part), Some(wanted)) if wanted.starts_with('{') => {
                // A word in the place of an id is an address of its own.
                if wanted == "{id}" && Uuid::parse_str(part).is_err() {
                    return false;
                }
            }
            (Some(part), Some(wanted)) if part == wanted => {}
            _ => return false,
        }
    }
}

fn page(answer: &Answer) -> Page {
    Page(scraper::Html::parse_document(&answer.text))
}

#[test]
fn every_form_is_in_the_table_and_none_that_is_not_there() {
    let mut known: Vec<&str> = FORMS.iter().map(|form| form.to).collect();
    known.sort_unstable();
    assert_eq!(
        parity::taken(),
        known,
        "a form without a place in the table, or the other way round"
    );
}

#[tokio::test]
async fn what_cannot_be_taken_comes_back_on_its_page_with_all_that_was_typed() {
    let full = Full::book().await;
    let seq = full.live.seq().await;
    let mut faults = Vec::new();
    for form in FORMS {
        if let Err(fault) = refused(&full, form).await {
            faults.push(format!("{} on {}: {fault}", form.to, form.on));
        }
    }
    assert!(faults.is_empty(), "{} of {}\n{}", faults.len(), FORMS.len(), faults.join("\n"));
    assert_eq!(full.live.seq().await, seq, "what is refused changes nothing");
}

/// Sends a form with what can't be taken, and says what is wrong with the answer.
async fn refused(full: &Full, form: &Form) -> Result<(), String> {
    let (typed, field) = match form.wrong {
        Wrong::Field(field, typed) => (typed, Some(field)),
        Wrong::Told(typed) => (typed, None),
        Wrong::Gone => (&[][..], None),
        Wrong::Nothing(why) => {
            assert!(!why.is_empty());
            return Ok(());
        }
    };
    let with_ids = |(name, value): &(&str, &str)| ((*name).to_owned(), full.filled(value));
    let typed: Vec<_> = typed.iter().map(with_ids).collect();
    let before = full.live.page(&full.filled(form.on)).await;
    let shown = Shown::of(&before, form.to, &typed).ok_or("the page has no such form")?;
    let back = shown.held("back").ok_or("it says not where it was sent from")?.to_owned();
    let shown = if matches!(form.wrong, Wrong::Gone) { shown.gone() } else { shown };
    let answer = shown.sent(&full.live, &typed).await;
    if !answer.status.is_client_error() {
        return Err(format!("answered with {} and {}", answer.status, answer.to));
    }
    let again = page(&answer);
    let titles = [before.texts("main h1"), full.live.page(&back).await.texts("main h1")];
    if !titles.contains(&again.texts("main h1")) {
        return Err(format!("{} ends on {:?}", answer.status, again.texts("main")));
    }
    if again.texts("main > .refused[role=alert]").iter().all(String::is_empty) {
        return Err(format!("nothing above says that it was refused: {}", answer.status));
    }
    if let Some(field) = field {
        marked(&again, field)?;
    }
    kept(&again, form, &typed)
}

/// The fault stands beside its field, and the summary leads there.
fn marked(again: &Page, field: &str) -> Result<(), String> {
    let css =
        format!("[aria-invalid=true][name='{field}'], [aria-invalid=true]:has([name='{field}'])");
    let marked = again.all(&css);
    let marked = marked
        .first()
        .ok_or_else(|| format!("{field} is not marked: {:?}", again.texts(".refused")))?;
    let says = marked.value().attr("aria-describedby").unwrap_or_default();
    if again.texts(&format!("[id='{says}']")).iter().all(String::is_empty) {
        return Err(format!("nothing beside {field} says what is wrong"));
    }
    let id = marked.value().attr("id").unwrap_or_default();
    if again.all(&format!(".refused a[href='#{id}']")).is_empty() {
        return Err(format!("the summary does not lead to {field}"));
    }
    Ok(())
}

/// All that was typed stands in the form; a password is not sent back.
fn kept(again: &Page, form: &Form, typed: &[(String, String)]) -> Result<(), String> {
    let lines = "input:not([type=hidden]):not([type=password]):not([type=checkbox]), textarea";
    for (name, value) in typed {
        let Some(shown) = Shown::of(again, form.to, typed) else { break };
        let css: Vec<_> = lines.split(", ").map(|css| format!("{css}[name='{name}']")).collect();
        let is_typed = !again.all(&css.join(", ")).is_empty();
        if is_typed && shown.held(name).unwrap_or_default().trim() != value.trim() {
            return Err(format!("{name} came back as {:?}", shown.held(name)));
        }
    }
    Ok(())
}

/// Files can't be sent back: the page says beside their field that there were none.
#[tokio::test]
async fn no_file_at_all_is_told_on_the_page_of_files() {
    let live = Live::empty().await;
    let kind = [("content-type", "multipart/form-data; boundary=cut")];
    let answer = live.ask(axum::http::Method::POST, "/import", &kind, "--cut--\r\n".into()).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let again = page(&answer);
    marked(&again, "files").unwrap();
}

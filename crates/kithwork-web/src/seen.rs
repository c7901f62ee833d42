//! What the fields of a form held when it was shown, so that a form never overwrites what it has not
//! seen: a field that only one side changed is taken from that side, and one that both changed comes
//! back with both values (ADR 0008). Each form sends along what its fields held, as `was-NAME`; an
//! answer to which of two values shall stand comes as `keep-NAME`.

use crate::deed::{back, known};
use crate::fault::Fault;
use crate::form::Fields;
use crate::web::Web;
use askama::Template;
use axum::response::{IntoResponse, Response};
use kithwork_app::{Code, Error};
use std::future::Future;

/// How often a form is kept again while others change the book between.
const TRIES: usize = 8;

/// What the fields of a form hold in the book, as its page writes them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Seen(Vec<Held>);

/// One field.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Held {
    name: &'static str,
    now: String,
    /// What was typed into it, where the book has changed there meanwhile.
    typed: Option<String>,
}

/// A form that can't be kept as it is: both sides changed a field of it.
#[derive(Clone, Debug)]
pub(crate) struct Split {
    /// The form, with whatever the other side alone changed.
    pub form: Fields,
    /// What the book holds by now, with what was typed beside it.
    pub seen: Seen,
}

/// What stands beside a field: what it held, and both values where both sides changed it.
#[derive(Debug, Template)]
#[template(path = "part/held.html")]
pub(crate) struct Beside<'s> {
    held: Option<&'s Held>,
}

impl askama::filters::HtmlSafe for Beside<'_> {}

impl Held {
    fn now_says(&self) -> String {
        said(&self.now)
    }

    fn typed_says(&self) -> String {
        self.typed.as_deref().map(said).unwrap_or_default()
    }
}

/// A value in words: an empty field and a ticked box have none of their own.
fn said(value: &str) -> String {
    match value.trim() {
        "" => "nothing".to_owned(),
        "on" => "ticked".to_owned(),
        text => format!("“{text}”"),
    }
}

impl Seen {
    /// Fields by their names, each with what the book holds there.
    pub(crate) fn of(fields: impl IntoIterator<Item = (&'static str, String)>) -> Self {
        let held = |(name, now)| Held { name, now, typed: None };
        Self(fields.into_iter().map(held).collect())
    }

    /// What is to stand beside a field of the form.
    pub(crate) fn beside(&self, name: &str) -> Beside<'_> {
        Beside { held: self.0.iter().find(|held| held.name == name) }
    }

    /// A form upon what the book holds by now: what was left alone is as the book has it. Fields that
    /// were not shown are taken as they were sent.
    ///
    /// # Errors
    /// [`Split`] where both sides changed a field and nobody has said which shall stand.
    pub(crate) fn merged(mut self, form: &Fields) -> Result<Fields, Split> {
        let mut merged = form.clone();
        for held in &mut self.0 {
            let was = format!("was-{}", held.name);
            if !form.has(&was) {
                continue;
            }
            let (typed, before) = (form.text(held.name).trim(), form.text(&was).trim());
            let (now, has_moved) = (held.now.trim(), held.now.trim() != before);
            let takes_theirs = form.text(&format!("keep-{}", held.name)) == "theirs";
            if takes_theirs || (has_moved && typed == before) {
                merged = merged.with(held.name, &held.now);
            } else if has_moved && typed != now {
                held.typed = Some(typed.to_owned());
            }
            merged = merged.with(&was, &held.now);
        }
        if self.0.iter().any(|held| held.typed.is_some()) {
            return Err(Split { form: merged, seen: self });
        }
        Ok(merged)
    }
}

/// Keeps a form: what it is merged with and what is written belong to one number of the book, or it is
/// merged again. A form that was kept already leads back to its page.
///
/// # Errors
/// Those of what is done; [`Code::ChangedMeanwhile`] where the book never stands still.
pub(crate) async fn settled<D, F>(
    web: &Web,
    form: &Fields,
    to: &str,
    deed: D,
) -> Result<Response, Fault>
where
    D: Fn(Web) -> F + Send + Sync,
    F: Future<Output = Result<Response, Fault>> + Send,
{
    if let Some(change) = known(web, form).await? {
        return Ok(back(to, Some(change)).into_response());
    }
    for _ in 0..TRIES {
        let ctx = web.ctx().await?;
        let seq = web.store.seq(ctx.tenant).await.map_err(Error::from)?;
        match deed(web.since(seq)).await {
            Err(fault) if fault.code() == Code::ChangedMeanwhile => {}
            answer => return answer,
        }
    }
    Err(Error::new(Code::ChangedMeanwhile).hint("try again; nothing was written").into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(fields: &[(&str, &str)]) -> Fields {
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        Fields::from(fields.iter().map(owned).collect::<Vec<_>>())
    }

    fn city(now: &str) -> Seen {
        Seen::of([("city", now.to_owned())])
    }

    #[test]
    fn what_one_side_changed_is_taken_from_that_side() {
        for (was, now, typed, kept) in [
            ("Leeds", "Leeds", "York", "York"),
            ("Leeds", "Bath", "Leeds", "Bath"),
            ("Leeds", "Bath", "Bath", "Bath"),
            ("Leeds", "Leeds", "", ""),
            ("", "Bath", " ", "Bath"),
            ("Leeds", "", "Leeds\n", ""),
        ] {
            let merged = city(now).merged(&form(&[("city", typed), ("was-city", was)]));
            let merged = merged.unwrap_or_else(|split| panic!("{was} {now} {typed}: {split:?}"));
            assert_eq!(merged.text("city").trim(), kept, "{was} {now} {typed}");
            assert_eq!(merged.text("was-city"), now, "{was} {now} {typed}");
        }
    }

    #[test]
    fn what_both_changed_comes_back_until_one_of_them_is_chosen() {
        let sent = [("city", "York"), ("was-city", "Leeds"), ("role", "Partner")];
        let split = city("Bath").merged(&form(&sent)).unwrap_err();
        assert_eq!(split.form.text("city"), "York");
        assert_eq!(split.form.text("role"), "Partner");
        let shown = split.seen.beside("city").to_string();
        assert!(shown.contains("“Bath”") && shown.contains("“York”"), "{shown}");
        assert!(shown.contains("name=\"was-city\" value=\"Bath\""), "{shown}");
        // Sent again from that page, either may be kept.
        for (choice, kept) in [("mine", "York"), ("theirs", "Bath")] {
            let sent = [("city", "York"), ("was-city", "Bath"), ("keep-city", choice)];
            assert_eq!(city("Bath").merged(&form(&sent)).unwrap().text("city"), kept);
        }
        // A choice between two does not hold for a third.
        let sent = [("city", "York"), ("was-city", "Bath"), ("keep-city", "mine")];
        assert!(city("Hull").merged(&form(&sent)).is_err());
    }

    #[test]
    fn a_form_that_did_not_show_a_field_says_what_it_says() {
        assert_eq!(city("Bath").merged(&form(&[("city", "York")])).unwrap().text("city"), "York");
        let other = city("Bath").merged(&form(&[("role", "Partner")])).unwrap();
        assert!(!other.has("city"));
    }
}

//! Everything that is held about one person, for them to read.

use crate::book::Frame;
use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use crate::person::moment::{self, day};
use crate::{settings, who};
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::{Meaning, Person};
use kithwork_core::id::PersonId;
use kithwork_store::Store;
use serde_json::{Value, json};
use std::fmt::Write;

/// Everything held about one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// A page to read and print.
    pub html: String,
    /// The same as one JSON document.
    pub json: String,
}

/// Everything held about one person. Of others only their number is given: their names are theirs.
///
/// # Errors
/// [`Code::PersonNotFound`]; those of the store.
pub async fn on(store: &dyn Store, ctx: &Ctx, id: PersonId) -> Result<Report> {
    ctx.require(Rights::Own)?;
    let person = who::by_id(store, ctx, id).await?;
    let today = ctx.today(&settings::of(store, ctx).await?);
    let mut facts = store.timeline(ctx.tenant, person.id).await?;
    facts.retain(|fact| fact.kind() != FactKind::Person || fact.id() == person.id.into());
    let facts: Vec<Fact> = facts.into_iter().map(|fact| without_others(fact, person.id)).collect();
    let statements = store.statements_about(ctx.tenant, person.id.into()).await?;
    let one = Frame::read(store, ctx).await?.of_one(store, ctx, &person, today).await?;
    let names = [(person.id, person.name.clone())].into();
    let lines: Vec<String> = facts
        .iter()
        .filter_map(|fact| moment::of(&one, &names, fact))
        .map(|m| format!("{}: {}", m.on.map_or_else(|| "undated".to_owned(), day), m.says))
        .collect();
    let document = json!({
        "person": person,
        "made_on": today,
        "facts": facts,
        "sources": statements,
    });
    let json = serde_json::to_string_pretty(&document)
        .map_err(|cause| Error::new(Code::Internal).caused_by(cause))?;
    Ok(Report { html: page(&person, &lines, &statements, &day(today)), json })
}

/// The fact with nobody else in its lists.
fn without_others(mut fact: Fact, me: PersonId) -> Fact {
    let keep = |people: &mut Vec<PersonId>| people.retain(|p| *p == me);
    match &mut fact {
        Fact::Meeting(meeting) => keep(&mut meeting.people),
        Fact::Conversation(conversation) => keep(&mut conversation.people),
        Fact::Note(note) => keep(&mut note.people),
        Fact::Aim(aim) => keep(&mut aim.people),
        Fact::Project(project) => keep(&mut project.people),
        Fact::Tag(tag) => keep(&mut tag.people),
        Fact::Entry(entry) => {
            if let Meaning::Conversation { people, .. } = &mut entry.meaning {
                keep(people);
            }
            entry.event.attendees.clear();
        }
        _ => {}
    }
    fact
}

fn page(person: &Person, lines: &[String], statements: &[Fact], made_on: &str) -> String {
    let mut html = String::from(
        "<!doctype html>\n<html lang=\"en-GB\"><meta charset=\"utf-8\">\
         <title>What is held about you</title>\
         <style>body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;\
         padding:0 1rem}th{text-align:left;padding-right:1rem;vertical-align:top}</style>\n",
    );
    let name = escaped(&person.name);
    // Writing to a String does not fail.
    let _ =
        writeln!(html, "<h1>What is held about {name}</h1>\n<p>Made on {made_on}.</p>\n<table>");
    for (field, value) in fields(person) {
        let (field, value) = (escaped(&field), escaped(&value));
        let _ = writeln!(html, "<tr><th scope=\"row\">{field}</th><td>{value}</td></tr>");
    }
    html.push_str("</table>\n<h2>What happened</h2>\n<ul>\n");
    for line in lines {
        let _ = writeln!(html, "<li>{}</li>", escaped(line));
    }
    html.push_str("</ul>\n<h2>Where it came from</h2>\n<ul>\n");
    for fact in statements {
        if let Fact::Statement(statement) = fact {
            let source = statement.source.name();
            let document = escaped(&statement.document);
            let on = day(statement.recorded_at.to_zoned(jiff::tz::TimeZone::UTC).date());
            let _ = writeln!(html, "<li>{source} {document}, read on {on}</li>");
        }
    }
    html.push_str("</ul>\n</html>\n");
    html
}

/// The fields of the record that say something.
fn fields(person: &Person) -> Vec<(String, String)> {
    let Ok(Value::Object(row)) = serde_json::to_value(person) else { return Vec::new() };
    let text = |value: Value| match value {
        Value::String(text) => Some(text).filter(|t| !t.is_empty()),
        Value::Array(all) if !all.is_empty() => {
            Some(all.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", "))
        }
        Value::Bool(true) => Some("yes".to_owned()),
        _ => None,
    };
    let shown = row.into_iter().filter(|(field, _)| !matches!(field.as_str(), "met_at" | "id"));
    shown.filter_map(|(field, value)| Some((field.replace('_', " "), text(value)?))).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

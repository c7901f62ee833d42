//! People, one person, and the sheet for a one-to-one.

use super::figures::{clock, day, short_day};
use super::shape::{add, table, wrapped};
use crate::screen::Screen;
use jiff::civil::Date;
use kithwork_app::person::{Found, Moment, Shown};
use kithwork_app::prepare::Sheet;
use kithwork_core::facts::Care;
use kithwork_core::id::PersonId;

/// People found.
pub(crate) fn people(found: &[Found], next: Option<PersonId>) -> String {
    if found.is_empty() {
        return "Nobody was found.\n".to_owned();
    }
    let mut table = table(&["Name", "Organisation", "Where you stand", "Last"], &[]);
    for one in found {
        let standing = one.standing.as_ref().map(|standing| standing.says.clone());
        table.add_row([
            one.person.name.clone(),
            one.person.organisation.clone().unwrap_or_default(),
            standing.unwrap_or_else(|| "set aside".to_owned()),
            one.last.map(short_day).unwrap_or_default(),
        ]);
    }
    let more = next.map(|id| format!("More follow: the same with --after {id}\n"));
    format!("{table}\n{}", more.unwrap_or_default())
}

/// One person.
pub(crate) fn person(shown: &Shown, screen: Screen) -> String {
    let person = &shown.person;
    let mut text = format!("{}\n", screen.heading(&person.name));
    let lines = [
        joined(&[&person.role, &person.organisation, &person.city]),
        joined(&[&person.what_they_do, &person.who_they_serve]),
        person.looking_for.as_ref().map(|what| format!("looking for {what}")),
        met(shown),
        (!shown.tags.is_empty()).then(|| shown.tags.join(" · ")),
        person.care.map(|care| decided(care, person.care_on)),
        Some(person.emails.iter().chain(&person.phones).cloned().collect::<Vec<_>>().join(" · ")),
    ];
    for line in lines.into_iter().flatten().filter(|line| !line.is_empty()) {
        text.push_str(&wrapped(&line, 2));
    }
    if let Some(standing) = &shown.standing {
        add(&mut text, format!("\n{}\n", screen.heading(&standing.says)));
        for evidence in &standing.evidence {
            text.push_str(&wrapped(&evidence.says, 2));
        }
        if let Some(alive) = &shown.alive {
            text.push_str(&wrapped(&alive.explanation.says, 2));
        }
        if !shown.next_step.is_empty() {
            text.push_str(&wrapped(&format!("Next: {}", shown.next_step), 2));
        }
        if let Some(says) = shown.readiness_in_words() {
            text.push_str(&wrapped(&says, 2));
        }
        if let Some(explains) = &shown.explains {
            text.push_str(&wrapped(&explains.says(), 2));
        }
    }
    text.push_str(&opening(shown, screen));
    if let Some(help) = shown.help_in_words() {
        add(&mut text, "\n");
        text.push_str(&wrapped(&help, 2));
    }
    let (to_come, been): (Vec<&Moment>, Vec<&Moment>) =
        shown.timeline.iter().partition(|moment| moment.on.is_some_and(|on| on > shown.today));
    text.push_str(&moments("What has been", &been, screen));
    text.push_str(&moments("To come", &to_come, screen));
    text
}

/// Moments under a heading; silent where there are none.
fn moments(heading: &str, moments: &[&Moment], screen: Screen) -> String {
    if moments.is_empty() {
        return String::new();
    }
    let mut text = format!("\n{}\n", screen.heading(heading));
    for moment in moments {
        let on = moment.on.map_or_else(|| "undated".to_owned(), short_day);
        text.push_str(&wrapped(&format!("{on}  {}", moment.says), 2));
    }
    text
}

/// The steps of the ninety days after a first meeting.
fn opening(shown: &Shown, screen: Screen) -> String {
    let Some(steps) = &shown.opening else { return String::new() };
    let mut text = format!("\n{}\n", screen.heading("The first ninety days"));
    for step in steps {
        let when = if step.is_done { "done".to_owned() } else { format!("by {}", day(step.by)) };
        text.push_str(&wrapped(&format!("{when}: {}", step.says), 2));
    }
    text
}

/// What the owner decided about them.
fn decided(care: Care, on: Option<Date>) -> String {
    let on = on.map(|on| format!(" on {}", day(on))).unwrap_or_default();
    format!("you decided{on} to {}", care.says())
}

fn joined(parts: &[&Option<String>]) -> Option<String> {
    let parts: Vec<&str> = parts.iter().filter_map(|part| part.as_deref()).collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

fn met(shown: &Shown) -> Option<String> {
    let on = shown.person.met_on.map(|on| format!(" on {}", day(on)));
    let at = shown.met_at.as_ref().map(|room| format!(" at {room}"));
    let by = shown.introduced_by.as_ref().map(|by| format!(", introduced by {by}"));
    let parts: String = [on, at, by].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| format!("met{parts}"))
}

/// The sheet for a one-to-one.
pub(crate) fn sheet(sheet: &Sheet, screen: Screen) -> String {
    let mut text = format!("{}\n", screen.heading(&format!("One-to-one with {}", sheet.name)));
    let since = sheet.since.map(|on| format!(" since {}", day(on))).unwrap_or_default();
    let lines = [
        sheet.organisation.clone(),
        sheet.stands.as_ref().map(|stands| format!("{stands}{since}")),
        sheet.met_at.as_ref().map(|room| format!("met at {room}")),
        sheet.last.map(|on| format!("last seen {}", day(on))),
    ];
    for line in lines.into_iter().flatten().chain(sheet.about_them.iter().cloned()) {
        text.push_str(&wrapped(&line, 2));
    }
    let objective: Vec<String> = match &sheet.objective {
        None if sheet.do_not_contact => Vec::new(),
        None => vec!["not written down yet: what is it for?".to_owned()],
        Some(objective) => vec![objective.clone()],
    };
    let explains: Vec<String> = sheet.explains.iter().cloned().collect();
    let last_time: Vec<String> =
        sheet.last_time.iter().map(|said| format!("{}: {}", said.of, said.words)).collect();
    let parts: [(&str, &[String]); 11] = [
        ("Last time", &last_time),
        ("What they look for", &sheet.looking_for),
        ("Objective", &objective),
        ("Your aims they matter to", &sheet.goals),
        ("You said you would", &sheet.my_promises),
        ("They said they would", &sheet.their_promises),
        ("The first ninety days", &sheet.opening),
        ("Can they explain you", &explains),
        ("They said about you", &sheet.said),
        ("Bring", &sheet.bring),
        ("Ask", &sheet.questions),
    ];
    for (heading, lines) in parts.iter().filter(|(_, lines)| !lines.is_empty()) {
        add(&mut text, format!("\n{}\n", screen.heading(heading)));
        lines.iter().for_each(|line| text.push_str(&wrapped(line, 2)));
    }
    if !sheet.halves.is_empty() {
        add(&mut text, format!("\n{}\n", screen.heading("Half and half")));
    }
    for half in &sheet.halves {
        let whose = if half.whose == "mine" { "Your work" } else { "Theirs" };
        let at = match (half.starts, half.ends) {
            (Some(from), Some(to)) => {
                format!(" ({}–{})", clock(from), clock(to))
            }
            _ => String::new(),
        };
        let line = format!("{whose}: {} minutes{at}. Afterwards: {}", half.minutes, half.asks);
        text.push_str(&wrapped(&line, 2));
    }
    text
}

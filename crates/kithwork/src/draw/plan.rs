//! The week: at most five things to do, each with its reason and what to bring.

use super::figures::{counted, day, hours, moment};
use super::outlook;
use super::shape::{add, wrapped};
use crate::screen::Screen;
use kithwork_core::plan::{Agenda, Item, ItemKind, Plan, Promised, Status, Thing};

/// The week.
pub(crate) fn plan(plan: &Plan, screen: Screen) -> String {
    let mut text = format!("{}\n", screen.heading(&format!("The week of {}", day(plan.week))));
    let planned = hours(u64::from(plan.people_minutes) + u64::from(plan.meeting_minutes));
    let with_people = hours(u64::from(plan.people_minutes));
    let budget = hours(u64::from(plan.budget_minutes));
    let assumed = if plan.is_assumed { " (assumed until you say how many you have)" } else { "" };
    let line =
        format!("{planned} of {budget}{assumed} are planned, {with_people} of it with people.");
    text.push_str(&wrapped(&line, 0));
    if plan.items.is_empty() {
        text.push_str("\nNothing needs doing that the book knows of.\n");
    }
    let agenda = plan.agenda();
    for thing in &agenda.first {
        text.push('\n');
        text.push_str(&match thing {
            Thing::One(item) => one(item, screen),
            Thing::Late(items) => late(items, screen),
        });
    }
    text.push_str(&diary(&agenda, screen));
    if !agenda.later.is_empty() {
        let more = u64::try_from(agenda.later.len()).unwrap_or_default();
        let more = counted(more, "more thing waits", "more things wait");
        add(&mut text, format!("\n{more}: “kithwork plan --json” lists all.\n"));
    }
    text.push_str(&outlook::practice(plan.practice.as_ref(), screen));
    for remark in &plan.remarks {
        add(&mut text, format!("\n{}", wrapped(remark, 0)));
    }
    text
}

/// Promises past their day, in one go.
fn late(items: &[&Item], screen: Screen) -> String {
    let count: usize = items.iter().map(|item| item.promises.len()).sum();
    let minutes: u32 = items.iter().map(|item| item.minutes).sum();
    let heading = counted(count as u64, "promise past its day", "promises past their day");
    let mut text = format!("{}\n", screen.heading(&heading));
    text.push_str(&wrapped(&format!("this week, {}", hours(u64::from(minutes))), 2));
    for item in items {
        for promise in &item.promises {
            let to = item.names.join(", ");
            text.push_str(&wrapped(&format!("{to}: {}{}", promise.what, was_due(promise)), 2));
        }
    }
    text.push_str(&wrapped("A line to say when, or that you can’t, keeps a promise too.", 2));
    text
}

fn was_due(promise: &Promised) -> String {
    promise.due_on.map(|on| format!(", due on {}", day(on))).unwrap_or_default()
}

/// The rooms' meetings of the week.
fn diary(agenda: &Agenda<'_>, screen: Screen) -> String {
    if agenda.diary.is_empty() {
        return String::new();
    }
    let mut meetings = agenda.diary.clone();
    meetings.sort_by_key(|item| item.start);
    let mut text = format!("\n{}\n", screen.heading("In the diary"));
    for item in meetings {
        let at = item.start.map(|at| format!("{}: ", moment(at)));
        let room = item.room.as_deref().unwrap_or("a meeting");
        let line = format!("{}{room}, {}", at.unwrap_or_default(), hours(u64::from(item.minutes)));
        text.push_str(&wrapped(&line, 2));
    }
    text
}

fn one(item: &Item, screen: Screen) -> String {
    let who = item.names.join(", ");
    let kind = match item.kind {
        ItemKind::OneToOne => "One-to-one",
        ItemKind::SmallGroup => "Small group",
        ItemKind::Call => "Call",
        ItemKind::Message => "Message",
        ItemKind::Meeting => "Meeting",
        ItemKind::Promise => "Promise",
        ItemKind::Introduction => "Introduction",
        ItemKind::Help => "Help",
        ItemKind::Revive => "Be in touch again",
        ItemKind::PreparePitch => "Prepare your minute",
    };
    let status = match (item.status, item.start) {
        (Status::Agreed, Some(at)) => format!("agreed for {}", moment(at)),
        (Status::Agreed, None) => "agreed".to_owned(),
        (Status::Invite, _) => "ask today".to_owned(),
        (Status::Do, _) => "this week".to_owned(),
    };
    let to = if item.kind == ItemKind::Promise { "to" } else { "with" };
    let with = if who.is_empty() { String::new() } else { format!(" {to} {who}") };
    let room = item.room.as_ref().map(|room| format!(", {room}")).unwrap_or_default();
    let heading = wrapped(&format!("{kind}{with}{room}"), 0);
    let mut text = format!("{}\n", screen.heading(heading.trim_end()));
    text.push_str(&wrapped(&format!("{status}, {}", hours(u64::from(item.minutes))), 2));
    item.because.iter().for_each(|why| text.push_str(&wrapped(why, 2)));
    // What to bring to a promise is the promise, which has just been said.
    for what in item.bring.iter().filter(|_| item.kind != ItemKind::Promise) {
        text.push_str(&wrapped(&format!("Bring: {what}"), 2));
    }
    let is_said = item.swap_reason().is_some();
    if let Some(room) = item.could_replace.as_ref().filter(|_| !is_said) {
        text.push_str(&wrapped(&format!("Could take the place of {room}."), 2));
    }
    text
}

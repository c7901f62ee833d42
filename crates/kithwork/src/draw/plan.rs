//! The week: at most five things to do, each with its reason and what to bring.

use super::figures::{counted, day, hours};
use super::shape::{add, wrapped};
use crate::screen::Screen;
use kithwork_core::plan::{Item, ItemKind, Plan, Status};

/// At most so many things to do.
const AT_MOST: usize = 5;

/// The week.
pub(crate) fn plan(plan: &Plan, screen: Screen) -> String {
    let mut text = format!("{}\n", screen.heading(&format!("The week of {}", day(plan.week))));
    let planned = hours(u64::from(plan.people_minutes) + u64::from(plan.meeting_minutes));
    let with_people = hours(u64::from(plan.people_minutes));
    let budget = hours(u64::from(plan.budget_minutes));
    let line = format!("{planned} of {budget} are planned, {with_people} of it with people.");
    text.push_str(&wrapped(&line, 0));
    if plan.items.is_empty() {
        text.push_str("\nNothing needs doing that the book knows of.\n");
    }
    for item in plan.items.iter().take(AT_MOST) {
        text.push('\n');
        text.push_str(&thing(item, screen));
    }
    if plan.items.len() > AT_MOST {
        let more = u64::try_from(plan.items.len() - AT_MOST).unwrap_or_default();
        let more = counted(more, "more thing waits", "more things wait");
        add(&mut text, format!("\n{more}: “kithwork plan --json” lists all.\n"));
    }
    for remark in &plan.remarks {
        add(&mut text, format!("\n{}", wrapped(remark, 0)));
    }
    text
}

fn thing(item: &Item, screen: Screen) -> String {
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
        (Status::Agreed, Some(at)) => at.strftime("agreed for %A %-d %B, %H:%M").to_string(),
        (Status::Agreed, None) => "agreed".to_owned(),
        (Status::Invite, _) => "ask today".to_owned(),
        (Status::Do, _) => "this week".to_owned(),
    };
    let with = if who.is_empty() { String::new() } else { format!(" with {who}") };
    let room = item.room.as_ref().map(|room| format!(", {room}")).unwrap_or_default();
    let heading = wrapped(&format!("{kind}{with}{room}"), 0);
    let mut text = format!("{}\n", screen.heading(heading.trim_end()));
    text.push_str(&wrapped(&format!("{status}, {}", hours(u64::from(item.minutes))), 2));
    item.because.iter().for_each(|why| text.push_str(&wrapped(why, 2)));
    for what in &item.bring {
        text.push_str(&wrapped(&format!("Bring: {what}"), 2));
    }
    let is_said = item.swap_reason().is_some();
    if let Some(room) = item.could_replace.as_ref().filter(|_| !is_said) {
        text.push_str(&wrapped(&format!("Could take the place of {room}."), 2));
    }
    text
}

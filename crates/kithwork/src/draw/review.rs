//! The review: where the hours went, what came back, at most three things that stand out.

use super::figures::{counted, day, grouped, hours, moneys, per_hour, percent_beside, short_day};
use super::help::help;
use super::shape::{add, bar, interval, table, wrapped};
use super::{about_me, aims, event, network, outlook, results, together};
use crate::screen::Screen;
use kithwork_core::review::{OriginKind, Review, State, Totals};

/// At most so many findings.
const AT_MOST: usize = 3;
/// Rooms shown in the table; the rest is in the JSON.
const ROOMS: usize = 10;
/// The columns of a bar and of an interval.
const BAR: usize = 30;
/// Under so many people charts would say more than is known (design.md §2.9).
const ENOUGH_PEOPLE: u64 = 60;

/// The review.
pub(crate) fn review(review: &Review, screen: Screen) -> String {
    let is_small = review.totals.people < ENOUGH_PEOPLE;
    let mut text = format!("{}\n", screen.heading(&format!("Review of {}", day(review.as_of))));
    text.push_str(&wrapped(&totals(&review.totals), 2));
    text.push_str(&time(review, screen));
    text.push_str(&objectives(review, screen));
    text.push_str(&findings(review, screen));
    text.push_str(&aims::again(review.again.as_ref(), screen));
    let without_aim = &review.loose_ends.without_aim;
    text.push_str(&aims::in_review(&review.aims, without_aim, &review.experiments, screen));
    text.push_str(&outlook::practice(review.practice.as_ref(), screen));
    text.push_str(&rooms(review, screen));
    if !is_small {
        text.push_str(&returns(review, screen));
    }
    text.push_str(&origins(review, screen));
    text.push_str(&results::credit(&review.credit, screen));
    if !is_small {
        text.push_str(&results::channels(&review.channels, screen));
    }
    text.push_str(&results::yields(&review.yields, is_small, screen));
    if !is_small {
        text.push_str(&outlook::shown_by_now(&review.exposure, &review.expectations, screen));
        text.push_str(&outlook::trends(review, screen));
        text.push_str(&outlook::climbs(&review.climbs, &review.levels, screen));
        text.push_str(&network::depth(&review.levels, screen));
    }
    text.push_str(&network::variety(&review.variety, screen));
    text.push_str(&help(&review.help, screen));
    text.push_str(&together::ways(&review.giving.ways));
    text.push_str(&together::in_review(&review.projects, screen));
    text.push_str(&outlook::circles(&review.giving, screen));
    text.push_str(&about_me::known(review, screen));
    text.push_str(&event::looked_back(review, screen));
    text.push_str(&only_in_rooms(review, screen));
    text.push_str(&waiting(review, screen));
    text
}

/// Those seen only at meetings, most often first.
fn only_in_rooms(review: &Review, screen: Screen) -> String {
    let ends = &review.loose_ends.never_outside;
    if ends.is_empty() {
        return String::new();
    }
    let mut table = table(&["Name", "Times seen", "Last"], &[1]);
    for end in ends.iter().take(ROOMS) {
        let times = end.times.map(grouped).unwrap_or_default();
        let last = end.on.map(short_day).unwrap_or_default();
        table.add_row([end.name.clone(), times, last]);
    }
    let mut text = format!("\n{}\n{table}\n", screen.heading("Seen only at meetings"));
    if ends.len() > ROOMS {
        add(&mut text, format!("  and {} more: “kithwork review --json”\n", ends.len() - ROOMS));
    }
    text
}

/// Who was met, and nothing decided yet: listed, and decided about, by a command of its own.
fn waiting(review: &Review, screen: Screen) -> String {
    if review.pull_back.is_empty() {
        return String::new();
    }
    let mut text = format!("\n{}\n", screen.heading("Met, and nothing decided yet"));
    text.push_str(&wrapped(&super::triage::waiting(&review.pull_back), 2));
    let offer = "“kithwork triage” lists them and takes your word on many at once: deepen, keep \
                 light, or let go.";
    text.push_str(&wrapped(offer, 2));
    text
}

fn totals(totals: &Totals) -> String {
    let counts = [
        (totals.people, "person", "people"),
        (totals.meetings, "meeting", "meetings"),
        (totals.one_to_ones, "one-to-one", "one-to-ones"),
        (totals.help_given, "act of help given", "acts of help given"),
        (totals.introductions, "introduction", "introductions"),
        (totals.passed_on, "piece of work passed on", "pieces of work passed on"),
        (totals.promises_overdue, "promise past its day", "promises past their day"),
    ];
    let known = counts.into_iter().filter(|(number, _, _)| *number > 0);
    let mut parts: Vec<String> =
        known.map(|(number, one, many)| counted(number, one, many)).collect();
    if !totals.business.is_empty() {
        parts.push(format!("{} of business", moneys(&totals.business)));
    }
    if parts.is_empty() {
        return "Nothing is in the book yet: “kithwork import PATH” reads your files.".to_owned();
    }
    parts.join(" · ")
}

fn time(review: &Review, screen: Screen) -> String {
    let Some(share) = review.depth.value else { return String::new() };
    let time = review.depth.time;
    let mut text = format!("\n{}\n", screen.heading("Time with people"));
    let said = percent_beside(share, review.depth.aim);
    add(&mut text, format!("  {}  {said} with people, the aim is half\n", bar(share, BAR)));
    text.push_str(&wrapped(
        &format!(
            "In the last {} weeks {} in meetings and {} with people, {}.",
            review.depth.weeks,
            hours(time.meeting_minutes),
            hours(time.people_minutes),
            time.included()
        ),
        2,
    ));
    let lately = review.depth.lately;
    if let Some(share) = lately.value {
        let said = percent_beside(share, review.depth.aim);
        add(&mut text, format!("  In the last {} weeks alone {said}.\n", lately.weeks));
    }
    text
}

fn objectives(review: &Review, screen: Screen) -> String {
    let halves = review.halves.as_ref().map(|halves| wrapped(&halves.says, 2));
    let Some(found) = review.objectives.filter(|found| found.one_to_ones > 0) else {
        return halves.map_or_else(String::new, |halves| {
            format!("\n{}\n{halves}", screen.heading("What was learned in one-to-ones"))
        });
    };
    let said = format!(
        "Of {} in the last year {} had an objective; {} reached it, {} still open.",
        counted(found.one_to_ones, "one-to-one", "one-to-ones"),
        found.with_objective,
        found.met,
        counted(found.open, "is", "are"),
    );
    format!("\n{}\n{}", screen.heading("What one-to-ones were for"), wrapped(&said, 2))
        + &halves.unwrap_or_default()
}

fn findings(review: &Review, screen: Screen) -> String {
    let seen: Vec<_> = review.findings.iter().filter(|f| f.state == State::Seen).collect();
    let headline = review.signal.headline();
    if seen.is_empty() && headline.is_none() {
        return String::new();
    }
    let mut text = format!("\n{}\n", screen.heading("What stands out"));
    text.push_str(&headline.map_or_else(String::new, |says| wrapped(says, 2)));
    for finding in seen.into_iter().take(AT_MOST) {
        text.push_str(&wrapped(&finding.says, 2));
        text.push_str(&finding.in_figures().map_or_else(String::new, |told| wrapped(&told, 4)));
        text.push_str(&wrapped(&format!("Try: {}", finding.try_next), 4));
    }
    text
}

fn rooms(review: &Review, screen: Screen) -> String {
    if review.rooms.is_empty() {
        return String::new();
    }
    let head = ["Group or event", "Meetings", "Time", "Met there", "One-to-ones", "Business"];
    let mut table = table(&head, &[1, 2, 3, 4, 5]);
    for room in review.rooms.iter().take(ROOMS) {
        table.add_row([
            room.name.clone(),
            grouped(room.meetings),
            if room.minutes == 0 && room.meetings > 0 {
                "not noted".to_owned()
            } else {
                hours(room.minutes)
            },
            grouped(room.people_met),
            grouped(room.one_to_ones),
            moneys(&room.business_origin),
        ]);
    }
    let mut text = format!("\n{}\n{table}\n", screen.heading("Groups and events"));
    if review.rooms.len() > ROOMS {
        let more = u64::try_from(review.rooms.len() - ROOMS).unwrap_or_default();
        add(&mut text, format!("  and {} more\n", grouped(more)));
    }
    text
}

#[expect(clippy::cast_precision_loss, reason = "a plot of 30 columns")]
fn returns(review: &Review, screen: Screen) -> String {
    let measured: Vec<_> = review
        .rooms
        .iter()
        .flat_map(|room| room.return_per_hour.iter().map(|r| (room.name.as_str(), r)))
        .filter_map(|(name, r)| Some((name, r.currency, r.low?, r.median?, r.high?, r.measured)))
        .filter(|(.., measured)| *measured)
        .collect();
    if measured.is_empty() {
        return String::new();
    }
    let top = measured.iter().map(|(.., high, _)| *high).max().unwrap_or(1).max(1);
    let mut text = format!("\n{}\n", screen.heading("What an hour at each came back as"));
    for (name, currency, low, median, high, _) in measured {
        let plot = interval(low as f64, median as f64, high as f64, top as f64, BAR);
        let name: String = name.chars().take(22).collect();
        let figures = format!(
            "{} ({} to {})",
            per_hour(currency, median),
            per_hour(currency, low),
            per_hour(currency, high)
        );
        add(&mut text, format!("  {name:<22} {plot} {figures}\n"));
    }
    text
}

fn origins(review: &Review, screen: Screen) -> String {
    if review.business_by_origin.is_empty() {
        return String::new();
    }
    let mut table = table(&["Where business began", "", "Worth"], &[2]);
    for origin in review.business_by_origin.iter().take(ROOMS) {
        let kind = match origin.kind {
            OriginKind::Room => "group or event",
            OriginKind::Introduction => "introduction",
            OriginKind::Channel => "channel",
            OriginKind::Direct => "direct",
            OriginKind::Repeat => "came again",
            OriginKind::Unknown => "not known",
        };
        table.add_row([origin.name.clone(), kind.to_owned(), moneys(&[origin.money])]);
    }
    format!("\n{}\n{table}\n", screen.heading("Where business came from"))
}

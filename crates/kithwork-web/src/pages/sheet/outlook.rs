//! What can have shown by now, and what may be expected.

use super::{Line, Section};
use crate::pages::this_week::heading;
use crate::say;
use crate::sight::Sight;
use crate::why::Why;
use crate::words::Words;
use jiff::ToSpan;
use kithwork_core::plan::adherence::Effort;
use kithwork_core::plan::{Adherence, Item};
use kithwork_core::review::{Climb, Pipeline, Quarter};

/// Quarters shown.
const QUARTERS: usize = 4;

pub(super) fn sections(sight: &Sight) -> Vec<Section> {
    vec![
        Section::new("shown", "What has shown so far", shown(sight)),
        Section::new("expect", "What may be expected", expected(sight))
            .hint("Of people known for so long, how many have passed on work; the young are too young to tell."),
        Section::new("quarters", "Quarter by quarter", quarters(sight)),
        Section::new("climbs", "How people come closer", climbs(sight)),
        Section::new("sight", "Work in sight, and those who pass it on", in_sight(sight))
            .hint("Two things apart: winning a deal changes the first and not the second."),
        Section::new("help", "What help led to", help(sight)),
        Section::new("last-week", "Last week’s plan", last_week(sight)),
        Section::new("practice", "One thing to practise", practice(sight)),
    ]
}

fn shown(sight: &Sight) -> Vec<Line> {
    let (signal, exposure) = (&sight.review.signal, &sight.review.exposure);
    let mut lines = vec![Line::at(sight, "/signal", Words::plain(signal.says.as_str()))];
    if !exposure.says.is_empty() {
        let why = Why::of(&exposure.explanation, &sight.shelf, sight.today, None);
        lines.push(Line {
            says: Words::plain(exposure.says.as_str()),
            why: Some(why),
            acts: Vec::new(),
        });
    }
    lines.retain(|line| line.says != Words::plain(""));
    lines
}

fn expected(sight: &Sight) -> Vec<Line> {
    let groups = sight.review.expectations.iter().enumerate();
    let mut lines: Vec<Line> = groups
        .filter(|(_, group)| !group.says.is_empty())
        .map(|(n, group)| {
            Line::at(sight, &format!("/expectations/{n}"), Words::plain(group.says.as_str()))
        })
        .collect();
    lines.extend(sight.review.first_referral.as_ref().map(|first| {
        let why = Why::of(&first.explanation, &sight.shelf, sight.today, None);
        Line { says: Words::plain(first.says.as_str()), why: Some(why), acts: Vec::new() }
    }));
    lines
}

fn quarters(sight: &Sight) -> Vec<Line> {
    let quarters = &sight.review.trends;
    let compared = quarters.iter().any(|quarter| quarter.less_than_before.is_some());
    let referred = quarters.iter().any(|quarter| quarter.referrals > 0);
    if !compared || !referred {
        return Vec::new();
    }
    let latest = quarters.iter().enumerate().rev().take(QUARTERS);
    let told = latest.map(|(n, quarter)| Line::at(sight, &format!("/trends/{n}"), told(quarter)));
    half_year(sight).into_iter().chain(told).collect()
}

/// The half-year beside the one before, as the possible reasons of the review tell it.
fn half_year(sight: &Sight) -> Option<Line> {
    let of = sight.review.findings.iter().find(|finding| finding.code == "falling-return")?;
    let why = of.explanation.as_ref();
    let why = why.map(|why| Why::of(why, &sight.shelf, sight.today, None));
    Some(Line { says: Words::plain(of.says.as_str()), why, acts: Vec::new() })
}

fn told(quarter: &Quarter) -> Words {
    let took = format!(
        "The quarter to {} took {} and brought {}.",
        say::day_in(quarter.to),
        say::duration(quarter.minutes),
        say::counted(quarter.referrals, "referral", "referrals")
    );
    Words::plain(format!("{took} {}", quarter.judgement).trim_end().to_owned())
}

fn climbs(sight: &Sight) -> Vec<Line> {
    let all = sight.review.climbs.iter().enumerate();
    all.map(|(n, climb)| Line::at(sight, &format!("/climbs/{n}"), climbed(climb, sight))).collect()
}

fn climbed(climb: &Climb, sight: &Sight) -> Words {
    let opening = format!(
        "From “{}” to “{}”: {} of {} went on, {} now",
        sight.level_name(climb.from),
        sight.level_name(climb.from + 1),
        climb.went_on,
        climb.people,
        still(climb)
    );
    let end = |days: Option<f64>| days.map(|days| format!("{days:.0}"));
    let (low, high) = (end(climb.interval_days.0), end(climb.interval_days.1));
    let took = "counting in those who have not yet, half do within";
    let long = |days: f64| {
        if days.round() <= 1.0 { "one day".to_owned() } else { format!("{days:.0} days") }
    };
    let took = match (climb.median_days, low, high) {
        _ if climb.too_few => "; too few to tell how long it takes".to_owned(),
        (Some(days), Some(low), Some(high)) => {
            format!("; {took} {}, very likely {low} to {high}", long(days))
        }
        (Some(days), Some(low), None) => {
            format!("; {took} {}, very likely {low} or more", long(days))
        }
        (Some(days), None, _) => format!("; {took} {}", long(days)),
        (None, Some(low), _) => {
            format!("; fewer than half of them so far, very likely after {low} days or more")
        }
        (None, None, _) => "; fewer than half of them so far".to_owned(),
    };
    Words::plain(format!("{opening}{took}.{}", before(climb)))
}

/// `8 are there`, as the table of levels counts them.
fn still(climb: &Climb) -> String {
    let are = match climb.still {
        0 => return "nobody is there".to_owned(),
        1 => "one is there".to_owned(),
        still => format!("{} are there", say::number(still)),
    };
    match climb.undated {
        0 => are,
        undated => format!("{are} ({} of them since a day nobody noted)", say::number(undated)),
    }
}

/// What went before, on average.
fn before(climb: &Climb) -> String {
    let talks = climb.one_to_ones.map(|n| each(n, "one-to-one", "one-to-ones"));
    let helps = climb.help.map(|n| each(n, "act of help", "acts of help"));
    let parts: Vec<String> = [talks, helps].into_iter().flatten().collect();
    if parts.is_empty() {
        return String::new();
    }
    format!(" Between lay {} on average.", say::listed(&parts))
}

fn each(mean: f64, one: &str, many: &str) -> String {
    let said = say::decimal((mean * 10.0).round() / 10.0);
    format!("{said} {}", if said == "1" { one } else { many })
}

/// Work on its way, and apart from it those who would speak for the owner (mission row 69).
pub(crate) fn in_sight(sight: &Sight) -> Vec<Line> {
    let (pipeline, advocates) = (&sight.review.pipeline, &sight.review.advocates);
    let mut lines = Vec::new();
    if pipeline.open + pipeline.won > 0 {
        let says = Words::plain(referred(pipeline, sight.review.totals.referrals_received));
        lines.push(Line::at(sight, "/pipeline", says));
    }
    if advocates.people > 0 {
        let people = say::capital(&say::counted(advocates.people, "person", "people"));
        let opening = Words::plain(format!("{people} would speak for you: "));
        let rest = format!(
            ". Of these {} warm, and {} ready to refer you now, warm or not.",
            are(advocates.warm),
            are(advocates.ready)
        );
        let says = sight.shelf.and(opening, &advocates.who).then(rest);
        lines.push(Line::at(sight, "/advocates", says));
    }
    lines
}

/// `3 are`; `1 is`.
fn are(count: u64) -> String {
    format!("{count} {}", if count == 1 { "is" } else { "are" })
}

/// How far the referrals to the owner came, so that the parts add up to all of them.
fn referred(pipeline: &Pipeline, all: u64) -> String {
    let worth = if pipeline.value.is_empty() {
        String::new()
    } else {
        format!(", worth {} if all were won", say::moneys(&pipeline.value))
    };
    let nothing = all.saturating_sub(pipeline.open + pipeline.won);
    let parts = [
        (pipeline.open, format!("{} open{worth}", pipeline.open)),
        (pipeline.won, format!("{} won", pipeline.won)),
        (nothing, format!("{nothing} came to nothing")),
    ];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, says)| says);
    let all = say::capital(&say::counted(all, "referral", "referrals"));
    format!("{all} to you: {}.", parts.collect::<Vec<_>>().join("; "))
}

fn help(sight: &Sight) -> Vec<Line> {
    let (curve, balance) = (&sight.review.help_curve, &sight.review.balance);
    let told = [("/balance", &balance.says), ("/help_curve", &curve.says)];
    let told = told.into_iter().filter(|(_, says)| !says.is_empty());
    told.map(|(at, says)| Line::at(sight, at, Words::plain(says.as_str()))).collect()
}

fn last_week(sight: &Sight) -> Vec<Line> {
    let told = sight.plan.last_week.as_ref().map(carried_out);
    told.or_else(|| new_plan(sight).map(|says| vec![Line::plain(says)])).unwrap_or_default()
}

/// What is planned where there was no plan the week before, and when it is told what was done of it; none where nothing is.
fn new_plan(sight: &Sight) -> Option<String> {
    let plan = &sight.plan;
    let effort = Effort { rooms: plan.meeting_minutes, people: plan.people_minutes };
    sight.has_new_plan().then(|| {
        format!(
            "There is none of last week. This week’s holds {}: {}. What was done of it stands here from {}.",
            say::counted(plan.items.len() as u64, "thing", "things"),
            long(effort),
            say::day(plan.week.saturating_add(7.days()), sight.today)
        )
    })
}

/// `2 h in meetings and 1 h 30 with people`.
fn long(of: Effort) -> String {
    let [rooms, people] = [of.rooms, of.people].map(|m| say::duration(u64::from(m)));
    format!("{rooms} in meetings and {people} with people")
}

fn carried_out(week: &Adherence) -> Vec<Line> {
    let says =
        format!("{}Planned: {}. Spent: {}.", counted(week), long(week.planned), long(week.spent));
    let done = week.done.iter().map(|item| thing(item, "done."));
    let missed = week.missed.iter().map(|missed| thing(&missed.item, &missed.why));
    let unnoted = week.unnoted.iter().map(|item| thing(item, "nothing is noted of it."));
    std::iter::once(Line::plain(says)).chain(done).chain(missed).chain(unnoted).collect()
}

/// `Of seven things, one done. `; empty where the book tells of none what became of it.
fn counted(week: &Adherence) -> String {
    let done = match week.done.len() as u64 {
        0 => "none".to_owned(),
        done => say::spelled(done),
    };
    match week.all() as u64 {
        0 => String::new(),
        all => format!("Of {}, {done} done. ", say::counted(all, "thing", "things")),
    }
}

/// One thing of a plan with what became of it; why it was planned stands inside.
fn thing(item: &Item, became: &str) -> Line {
    let why = Why { says: item.because.join(" "), ..Why::default() };
    Line { says: heading(item).then(format!(": {became}")), why: Some(why), acts: Vec::new() }
}

fn practice(sight: &Sight) -> Vec<Line> {
    let practice = sight.review.practice.iter();
    let lines = practice.map(|practice| {
        Line::at(sight, "/practice", Words::plain(format!("{} {}", practice.task, practice.says)))
    });
    lines.collect()
}

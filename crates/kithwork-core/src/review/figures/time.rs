//! Counts of the book, hours and costs.

use super::{Draft, Figure, figure};
use crate::explanation::Origin;
use crate::id::FactId;
use crate::models::wilson::as_f64;
use crate::review::reading::Reading;
use crate::review::time::{Time, hours, since};
use crate::review::{CostAccount, Review, Totals};
use jiff::civil::Date;

pub(super) fn each(reading: &Reading<'_>, review: &Review) -> Vec<Figure> {
    let all = spent("/time/all", "in the whole book", review.time_all);
    let period = spent("/time/period", "in the period", review.time_period);
    let depth = Figure {
        at: "/time/depth_share".to_owned(),
        explanation: review.depth.explanation.clone(),
    };
    let change = "An hour more in a room or with somebody, or an entry that says how long it took.";
    vec![
        totals(&review.totals),
        all.dated(entries(reading, Date::MIN)).changes(change),
        period.dated(entries(reading, reading.from)).changes(change),
        depth,
        costs(reading, &review.costs),
    ]
}

fn totals(totals: &Totals) -> Figure {
    let says = "Entries of the whole book up to the date, each counted once; people set aside and what \
                is planned are not among them.";
    figure("/totals", "count", says)
        .count("people", totals.people, "people")
        .count("set aside", totals.set_aside, "people")
        .count("meetings", totals.meetings, "1")
        .count("one-to-ones", totals.one_to_ones, "1")
        .count("conversations of any kind", totals.conversations, "1")
        .count("help given", totals.help_given, "1")
        .count("introductions", totals.introductions, "1")
        .count("referrals received", totals.referrals_received, "1")
        .count("work passed on", totals.passed_on, "1")
        .count("promises", totals.promises, "1")
        .count("promises overdue", totals.promises_overdue, "1")
        .changes("An entry more or less, or an earlier date to look at.")
}

fn spent(at: &str, when: &str, time: Time) -> Draft {
    let says = format!(
        "{} in rooms and {} with people {when}, {}. A meeting that doesn’t say takes its \
         room’s usual length; a conversation that doesn’t say counts for nothing.",
        hours(time.meeting_minutes),
        hours(time.people_minutes),
        time.included()
    );
    figure(at, "sum-of-minutes", says)
        .count("in rooms", time.meeting_minutes, "minutes")
        .count("with people", time.people_minutes, "minutes")
        .count("getting ready, of both", time.prep_minutes, "minutes")
}

fn entries(reading: &Reading<'_>, from: Date) -> Vec<(Option<Date>, FactId)> {
    let meetings = since(reading.meetings, |m| m.on, from).iter().map(|m| (Some(m.on), m.id));
    let talks = since(&reading.conversations, |c| c.on, from).iter().map(|c| (Some(c.on), c.id));
    meetings.chain(talks).collect()
}

fn costs(reading: &Reading<'_>, costs: &CostAccount) -> Figure {
    let says = "Fees by the day, what was paid at meetings and with people, and the hours at your own \
                rate if you set one; by the week over the days looked at.";
    let mut draft = figure("/costs", "sum-by-day", says)
        .count("days looked at", u64::from(costs.days), "days")
        .count("time", costs.minutes, "minutes");
    let rate = reading.book.facts.settings.first().and_then(|s| s.hourly_rate);
    if let Some(rate) = rate {
        draft = draft.money("your hour", rate.money(reading.currency), Origin::Counted);
    }
    let meetings = since(reading.meetings, |m| m.on, reading.from).iter();
    let paid = meetings.filter(|m| m.cost.is_some()).map(|m| (Some(m.on), m.id));
    let talks = since(&reading.conversations, |c| c.on, reading.from).iter();
    let with = talks.filter(|c| c.cost.is_some()).map(|c| (Some(c.on), c.id));
    let period = f64::from(reading.params.time.period_days);
    draft.judged("period", period.max(as_f64(7)), "days").dated(paid.chain(with)).changes(
        "What something cost, a membership’s fee, or your own hourly rate in the settings.",
    )
}

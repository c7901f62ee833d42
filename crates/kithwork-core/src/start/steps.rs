//! What each first week is made of.

use super::{Known, Place, Step};
use crate::days::days_before;
use crate::facts::{Meeting, Person, Stage};
use crate::id::PersonId;
use crate::review::words::many;
use crate::rounding::hours_of;
use jiff::civil::Date;
use std::cmp::Reverse;

/// Days that count as this week's, back from today, where it is not known since when.
const LATELY: i32 = 14;
/// Clients that the question asks for.
const CLIENTS: usize = 5;
/// People named to sit down with.
const NAMED: usize = 3;

impl Known<'_> {
    /// Since when what was done is a step of this way.
    fn since(self) -> Date {
        self.chosen.unwrap_or_else(|| days_before(self.today, LATELY))
    }
}

impl Step {
    fn on(day: u8, minutes: u32, place: Place, what: impl Into<String>, why: &str) -> Self {
        let (what, why) = (what.into(), why.to_owned());
        Self { day, what, why, minutes, is_done: None, people: Vec::new(), place }
    }

    fn done(self, is_done: bool) -> Self {
        Self { is_done: Some(is_done), ..self }
    }

    fn with(self, people: impl IntoIterator<Item = (PersonId, String)>) -> Self {
        Self { people: people.into_iter().collect(), ..self }
    }
}

pub(super) fn little_back(known: Known<'_>) -> Vec<Step> {
    let facts = &known.book.facts;
    let has_files = facts.people.iter().any(Person::counts) && !facts.meetings.is_empty();
    vec![
        Step::on(
            1,
            10,
            Place::Files,
            "Bring your contacts and your calendar",
            "All else is told from them, and nothing leaves this computer.",
        )
        .done(has_files),
        Step::on(
            1,
            5,
            Place::Hours,
            hours(known),
            "Check it against what you remember: what is wrong can be put right on the spot.",
        ),
        three_met_already(known),
        first_swap(known),
        last_clients(known, 5, "It says which rooms and which people your work comes through."),
    ]
}

fn hours(known: Known<'_>) -> String {
    let rooms = known.review.time_period.meeting_minutes;
    let people = known.review.time_period.people_minutes;
    if rooms + people == 0 {
        return "See where your hours go".to_owned();
    }
    let hours = |minutes: u64| many(hours_of(minutes), "hour", "hours");
    format!(
        "Look where your year went: about {} in rooms, {} with people",
        hours(rooms),
        hours(people)
    )
}

/// People seen side by side again and again, and never sat down with before these two weeks.
fn three_met_already(known: Known<'_>) -> Step {
    let why =
        "You are no stranger to them: one hour tells both of you more than ten more mornings.";
    let all = seen_in_rooms(known);
    let what = match all.as_slice() {
        [] => "Choose three people whom you have met and never sat down with".to_owned(),
        all => {
            let names: Vec<&str> = all.iter().map(|(person, _)| person.name.as_str()).collect();
            format!("Ask one of them for an hour: {}", names.join(", "))
        }
    };
    let asked = all.iter().any(|(_, is_asked)| *is_asked);
    let step = Step::on(2, 15, Place::Week, what, why).done(asked);
    step.with(all.iter().map(|(person, _)| (person.id, person.name.clone())))
}

/// The three seen most often, each with whether they were asked lately.
fn seen_in_rooms(known: Known<'_>) -> Vec<(&Person, bool)> {
    let lately = known.since();
    let year = days_before(known.today, 365);
    let people = known.book.facts.people.iter().filter(|p| p.may_be_asked());
    let mut seen: Vec<(usize, &Person, bool)> = people
        .filter_map(|person| {
            let meetings = known.book.meetings_of(person.id);
            let times = meetings.filter(|m| year <= m.on && m.on <= known.today).count();
            let alone =
                || known.book.conversations_of(person.id).filter(|c| c.kind.is_one_to_one());
            let was_before = alone().any(|c| c.on < lately && c.stage == Stage::Happened);
            let is_asked = alone().any(|c| c.on >= lately && c.stage >= Stage::Asked);
            (times > 1 && !was_before).then_some((times, person, is_asked))
        })
        .collect();
    seen.sort_by_key(|(times, person, asked)| (Reverse(*asked), Reverse(*times), person.id));
    seen.into_iter().take(NAMED).map(|(_, person, asked)| (person, asked)).collect()
}

fn first_swap(known: Known<'_>) -> Step {
    let why = "An hour with one person in place of a morning in a room: the first step from breadth to depth.";
    let items = known.plan.items.iter();
    let swap = items.clone().find(|item| item.could_replace.is_some());
    let (what, people) = match swap.and_then(|item| Some((item, item.could_replace.as_ref()?))) {
        Some((item, room)) => {
            let name = item.names.join(" and ");
            let people = item.people.iter().copied().zip(item.names.iter().cloned()).collect();
            (format!("Offer {name} the time of one meeting of {room}"), people)
        }
        None => ("Swap one meeting for an hour with somebody".to_owned(), Vec::new()),
    };
    Step::on(3, 5, Place::Week, what, why).done(has_swapped(known)).with(people)
}

/// Whether an hour with somebody met in rooms was agreed, or held, since: what stood in the diary before
/// is no swap.
fn has_swapped(known: Known<'_>) -> bool {
    let since = known.since();
    known.book.facts.conversations.iter().any(|talk| {
        talk.kind.is_one_to_one()
            && talk.stage >= Stage::Agreed
            && talk.on >= since
            && talk.id.made_on().is_some_and(|on| on >= since)
            && talk.people.iter().any(|&who| known.book.meetings_of(who).next().is_some())
    })
}

fn last_clients(known: Known<'_>, day: u8, why: &str) -> Step {
    let what = "Answer one question: where did your last five clients come from?";
    Step::on(day, 5, Place::Business, what, why).done(known.book.facts.business.len() >= CLIENTS)
}

pub(super) fn enough_clients(known: Known<'_>) -> Vec<Step> {
    let need = known.book.facts.settings.first().and_then(|s| s.monthly_need);
    vec![
        last_clients(known, 1, "Whoever knows where work came from knows where it will come from."),
        Step::on(
            1,
            2,
            Place::AboutMe,
            "Say what you need to earn in a month",
            "Then the work in sight can be told in months.",
        )
        .done(need.is_some()),
        what_it_hangs_on(known),
        thank(known),
        Step::on(
            5,
            5,
            Place::Aims,
            "Set a day on which you will look again",
            "Enough today says nothing about next year.",
        )
        .done(has_aim(known)),
    ]
}

fn what_it_hangs_on(known: Known<'_>) -> Step {
    let sources = &known.review.sources;
    let why = "Work that hangs on one person ends with them.";
    let what = match sources.people.first() {
        Some(first) => format!(
            "Imagine a year without {}: {} of {} came through them",
            first.name,
            first.deals,
            many(sources.deals, "piece of business", "pieces of business")
        ),
        None => {
            "Imagine a year without the source that brings most: what would be left?".to_owned()
        }
    };
    Step::on(2, 5, Place::Business, what, why)
        .with(sources.people.first().map(|s| (s.person, s.name.clone())))
}

fn thank(known: Known<'_>) -> Step {
    let first = known.review.sources.people.first();
    let what = match first {
        Some(first) => format!("Thank {}, and ask whom you could help them meet", first.name),
        None => "Thank whoever sent you your last client, and ask whom you could help them meet"
            .to_owned(),
    };
    let lately = known.since();
    let done = first.is_some_and(|first| {
        let mut talks = known.book.conversations_of(first.person);
        talks.any(|c| c.on >= lately && c.on <= known.today && c.stage == Stage::Happened)
    });
    let why = "Most who pass on work are never told what became of it.";
    Step::on(3, 10, Place::Person, what, why)
        .done(done)
        .with(first.map(|s| (s.person, s.name.clone())))
}

fn has_aim(known: Known<'_>) -> bool {
    let mut aims = known.book.facts.aims.iter();
    let is_new = |on: Option<Date>| known.chosen.is_none_or(|chosen| on >= Some(chosen));
    aims.any(|aim| {
        aim.is_open(known.today)
            && aim.review_on.is_some()
            && !aim.is_experiment()
            && is_new(aim.set_on)
    })
}

pub(super) fn no_belief(known: Known<'_>) -> Vec<Step> {
    let facts = &known.book.facts;
    let week = known.chosen.unwrap_or_else(|| days_before(known.today, 7));
    let written = facts.meetings.iter().any(|m| week <= m.on && m.on <= known.today)
        || facts.conversations.iter().any(|c| week <= c.on && c.on <= known.today);
    let tries = facts.aims.iter().any(|aim| aim.is_open(known.today) && aim.is_experiment());
    vec![
        Step::on(
            1,
            5,
            Place::Aims,
            "Say what would convince you, and by when",
            "A figure named beforehand can’t be talked away afterwards.",
        )
        .done(has_aim(known)),
        last_clients(known, 1, "Your own clients are better evidence than anybody’s advice."),
        Step::on(
            2,
            5,
            Place::Note,
            "Write down each meeting and each talk of this week, a line each",
            "Hours that nobody counts look like none, or like all.",
        )
        .done(written),
        Step::on(
            3,
            5,
            Place::Trial,
            "Try one thing for six weeks: two hours with people in place of two meetings",
            "One thing changed, measured before and after, shows more than ten opinions.",
        )
        .done(tries),
        Step::on(5, 2, Place::Hours, look_again(known), "Judged sooner, anything looks useless."),
    ]
}

fn look_again(known: Known<'_>) -> String {
    let weeks = known.review.exposure.half_after_weeks;
    format!("Don’t judge yet: half of what an hour brings shows after about {weeks:.0} weeks")
}

pub(super) fn no_skill(known: Known<'_>) -> Vec<Step> {
    let facts = &known.book.facts;
    let settings = facts.settings.first();
    let is_told = settings
        .is_some_and(|s| [&s.helps, &s.excels_at, &s.differs_by].iter().all(|part| part.is_some()));
    let practice = known.plan.practice.as_ref().or(known.review.practice.as_ref());
    let weakest = practice.map_or_else(
        || "Ask one more question than you answer, all week".to_owned(),
        |practice| practice.task.to_owned(),
    );
    vec![
        Step::on(
            1,
            15,
            Place::Profile,
            "Say how you help, what you excel at and how you differ, each in 25 words",
            "What you can’t say in a breath nobody can pass on.",
        )
        .done(is_told),
        Step::on(
            2,
            10,
            Place::Profile,
            "Name three problems by which others know your client",
            "People remember “when you hear…”, not job titles.",
        )
        .done(facts.trigger_problems.len() >= 3),
        Step::on(
            3,
            15,
            Place::Pitch,
            "Write down your minute and say it aloud once",
            "The second time is shorter, and better.",
        )
        .done(!facts.pitches.is_empty()),
        Step::on(
            4,
            10,
            Place::Person,
            "Ask somebody kind to say back what you do",
            "Only what comes back has been understood.",
        )
        .done(!facts.playbacks.is_empty()),
        Step::on(5, 5, Place::Week, weakest, "One thing at a time."),
    ]
}

pub(super) fn embarrassed(known: Known<'_>) -> Vec<Step> {
    let facts = &known.book.facts;
    let since = known.since();
    // One of a series is chosen once it has a goal, or the nerves before it are told.
    let is_chosen = |m: &Meeting| {
        m.goal.is_some()
            || m.nerves_before.is_some()
            || m.id.made_on().is_some_and(|on| on >= since)
    };
    let mut after = facts.meetings.iter().filter(|m| m.on >= since && !known.book.is_left(m));
    let chosen = after.clone().any(is_chosen);
    let has_been = after.any(|m| m.on < known.today || m.debriefed_on.is_some());
    vec![
        Step::on(
            1,
            5,
            Place::Groups,
            "Choose one evening in the next two weeks, a small one",
            "A date in the diary is half of it.",
        )
        .done(chosen || has_been),
        Step::on(
            2,
            5,
            Place::Note,
            "Learn two openers: “What brings you here?” and “What are you working on?”",
            "Who asks need not shine.",
        ),
        Step::on(
            2,
            2,
            Place::Note,
            "Learn one way out: “It was good to talk. I’ll let you meet the others.”",
            "Who knows how to leave dares to begin.",
        ),
        Step::on(
            4,
            60,
            Place::Groups,
            "Go, and find two people whom you can help",
            "You are there to help, not to sell: that takes the fear out of it.",
        )
        .done(has_been),
        Step::on(
            5,
            10,
            Place::Note,
            "Write to one of them the next morning",
            "The second contact decides whether there is a third.",
        ),
    ]
}

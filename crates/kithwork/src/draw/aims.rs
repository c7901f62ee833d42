//! Aims and experiments: what success is, what shows of it, and one thing changed at a time.

use super::figures::{counted, day};
use super::shape::{add, wrapped};
use crate::screen::Screen;
use kithwork_app::aim::{Aims, Stated};
use kithwork_app::experiment::{Experiments, Kept};
use kithwork_core::review::{Again, AimReview, Course, Experiment, LooseEnd, PastExperiment};

/// People named of those whom no aim is for.
const NAMED: usize = 5;

/// The open aims.
pub(crate) fn aims(aims: &Aims, screen: Screen) -> String {
    if aims.aims.is_empty() {
        return "No aim is set. What would make your networking worth it? For example:\n  \
                kithwork aim \"Three referrals from accountants\" --review-on 2027-03-31\n"
            .to_owned();
    }
    let mut text = String::new();
    for (n, aim) in aims.aims.iter().enumerate() {
        if n > 0 {
            text.push('\n');
        }
        text.push_str(&one(aim, screen));
    }
    text.push_str(&without_aim(&aims.without_aim, screen));
    text
}

fn one(aim: &AimReview, screen: Screen) -> String {
    let heading = wrapped(&aim.what, 0);
    let mut text = format!("{}\n", screen.heading(heading.trim_end()));
    let since = aim.set_on.map(|on| format!("since {}", day(on))).unwrap_or_default();
    let until = match aim.review_on {
        Some(on) => format!("you will look at it on {}", day(on)),
        None => "open-ended".to_owned(),
    };
    let parts: Vec<&str> =
        [since.as_str(), until.as_str()].into_iter().filter(|part| !part.is_empty()).collect();
    text.push_str(&wrapped(&parts.join(", "), 2));
    if !aim.who.is_empty() {
        text.push_str(&wrapped(&format!("for {}", aim.who.join(", ")), 2));
    }
    if !aim.stands.is_empty() {
        text.push_str(&wrapped(&aim.stands, 2));
    }
    for progress in &aim.progress {
        let line = match progress.count.zip(progress.before) {
            Some((count, before)) => format!("{}: {count} (before: {before})", progress.sign),
            None => format!("{}: not noted yet", progress.sign),
        };
        text.push_str(&wrapped(&line, 2));
    }
    text.push_str(&wrapped(&aim.asks, 2));
    text
}

/// Whom no aim is for.
fn without_aim(people: &[LooseEnd], screen: Screen) -> String {
    if people.is_empty() {
        return String::new();
    }
    let names: Vec<&str> = people.iter().take(NAMED).map(|end| end.name.as_str()).collect();
    let more = people.len().saturating_sub(NAMED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let mut text = format!("\n{}\n", screen.heading("For whom there is no aim"));
    text.push_str(&wrapped(&format!("{}{more}.", names.join(", ")), 2));
    let asks = "Which of your aims are they for, or do you simply want to help?";
    text.push_str(&wrapped(asks, 2));
    add(&mut text, "    kithwork aim \"I want to help\" --kind help --for WHO\n");
    text
}

/// The aims and the experiments within the review; silent where there are none.
pub(super) fn in_review(
    aims: &[AimReview],
    people: &[LooseEnd],
    experiments: &[Experiment],
    screen: Screen,
) -> String {
    let mut text = String::new();
    if !aims.is_empty() {
        add(&mut text, format!("\n{}\n", screen.heading("Your aims")));
        for aim in aims {
            let asks = if aim.asks.is_empty() { "" } else { " " };
            text.push_str(&wrapped(
                &format!("{}.{asks}{}", aim.what.trim_end_matches('.'), aim.asks),
                2,
            ));
            let signs =
                aim.progress.iter().filter_map(|p| Some(format!("{} {}", p.sign, p.count?)));
            let signs: Vec<String> = signs.collect();
            if !signs.is_empty() {
                text.push_str(&wrapped(&format!("So far: {}.", signs.join(", ")), 4));
            }
        }
        text.push_str(&without_aim(people, screen));
    }
    text.push_str(&running(experiments, screen));
    text
}

/// What an aim is now.
pub(crate) fn stated(stated: &Stated) -> String {
    let aim = &stated.aim;
    let done = match (aim.closed_on.is_some(), stated.is_new, stated.change.is_some()) {
        (true, _, _) => "Closed",
        (_, true, _) => "Set",
        (_, _, true) => "Changed",
        _ => "It stands so already",
    };
    let mut text = wrapped(&format!("{done}: {}", aim.what), 0);
    if let Some(on) = aim.review_on.filter(|_| aim.closed_on.is_none()) {
        text.push_str(&wrapped(&format!("You will look at it on {}.", day(on)), 0));
    }
    if !stated.people.is_empty() {
        let names: Vec<&str> = stated.people.iter().map(|p| p.name.as_str()).collect();
        text.push_str(&wrapped(&format!("For {}.", names.join(", ")), 0));
    }
    if !stated.asks.is_empty() {
        text.push_str(&wrapped(&format!("{} Say it with --review-on DATE.", stated.asks), 0));
    }
    text
}

/// The experiments that are open, and what could be tried.
pub(crate) fn experiments(all: &Experiments, screen: Screen) -> String {
    let mut text = running(&all.running, screen);
    text.push_str(&again(all.again.as_ref(), screen));
    text.push_str(&tried(&all.past, screen));
    if text.is_empty() {
        return wrapped(
            "No experiment is running, and nothing stands out a second time. To change one thing \
             for six weeks, name what it is to change: kithwork experiment no-one-to-ones",
            0,
        );
    }
    text.trim_start().to_owned()
}

fn running(experiments: &[Experiment], screen: Screen) -> String {
    if experiments.is_empty() {
        return String::new();
    }
    let mut text = format!("\n{}\n", screen.heading("What you are trying"));
    for experiment in experiments {
        text.push_str(&wrapped(&experiment.what, 2));
        text.push_str(&wrapped(&stands(experiment), 4));
    }
    text
}

/// What was tried before: when, and its measure before and during it.
fn tried(past: &[PastExperiment], screen: Screen) -> String {
    if past.is_empty() {
        return String::new();
    }
    let mut text = format!("\n{}\n", screen.heading("What you have tried"));
    for one in past {
        let began = one.began.map(|on| format!("From {} ", day(on))).unwrap_or_default();
        let figures = one.in_figures().map(|figures| format!(": {figures}")).unwrap_or_default();
        text.push_str(&wrapped(&one.what, 2));
        let says = format!("{began}to {}, measured by {}{figures}.", day(one.ended), one.code);
        text.push_str(&wrapped(&says, 4));
    }
    text
}

/// `Since 2 November 2026, by no-one-to-ones: 0.02, now 0.05; the line is 0.10. It is running. …`
fn stands(experiment: &Experiment) -> String {
    let since = experiment.began.map(|on| format!("Since {}", day(on)));
    let figure = |value: Option<f64>| value.map_or("not known".to_owned(), |v| format!("{v:.2}"));
    let measured = format!(
        "measured by {}: {} then, {} now, the line is {:.2}.",
        experiment.code,
        figure(experiment.before),
        figure(experiment.now),
        experiment.threshold
    );
    let begins = since.map_or_else(String::new, |since| format!("{since}, "));
    let stops = match experiment.stands {
        Course::Running => experiment.stops.as_str(),
        Course::Reached | Course::TimeIsUp => "",
    };
    format!("{begins}{measured} {} {stops}", experiment.says)
}

/// What stood out three months ago too: a question, and what could be tried by name.
pub(super) fn again(again: Option<&Again>, screen: Screen) -> String {
    let Some(again) = again else { return String::new() };
    let mut text = format!("\n{}\n", screen.heading("The same as three months ago"));
    text.push_str(&wrapped(&again.says, 2));
    for one in &again.trying {
        let since = one.since.map(|on| format!(" since {}", day(on))).unwrap_or_default();
        let what = one.what.trim_end_matches('.');
        text.push_str(&wrapped(&format!("You are trying: “{what}”{since}."), 2));
    }
    if !again.trying.is_empty() {
        return text;
    }
    for offer in &again.offers {
        text.push_str(&wrapped(&offer.try_next, 2));
        add(&mut text, format!("    kithwork experiment {}\n", offer.code));
    }
    text
}

/// An experiment begun, changed or stopped.
pub(crate) fn experiment(kept: &Kept) -> String {
    let Some(experiment) = &kept.experiment else {
        return "It is stopped. “kithwork undo” takes that back.\n".to_owned();
    };
    let mut text = wrapped(&format!("You try: {}", experiment.what), 0);
    text.push_str(&wrapped(&stands(experiment), 0));
    if kept.others > 0 {
        let others = counted(kept.others as u64, "other is", "others are");
        let says = format!("{others} running: one at a time tells most.");
        text.push_str(&wrapped(&says, 0));
    }
    text
}

//! What came of it, what may be expected, and what is tried.

use super::{Figure, figure};
use crate::explanation::Origin;
use crate::models::wilson::as_f64;
use crate::review::reading::Reading;
use crate::review::returns::learned_from;
use crate::review::words::{many, tenths};
use crate::review::{Expectation, Experiment, PASSED_ON, Quarter, Review, Yield};
use crate::written::capital;

pub(super) fn each(reading: &Reading<'_>, review: &Review) -> Vec<Figure> {
    let mut figures = vec![of_together(reading, review), of_signal(review), of_giving(review)];
    figures.extend(review.again.as_ref().map(|again| {
        figure("/again", "cosine", &again.says)
            .input("how alike the weeks are", again.similarity, "share", Origin::Reckoned)
            .judged("alike from", reading.params.findings.same_again.threshold, "share")
            .changes("Another way of spending the weeks, or an experiment.")
    }));
    let experiments = review.experiments.iter().enumerate();
    figures.extend(experiments.map(|(at, experiment)| of_experiment(at, experiment)));
    figures.extend(review.practice.as_ref().map(|practice| {
        figure("/practice", "weakest-step", &practice.says)
            .count("times taken", practice.took, "1")
            .count("of", practice.of, "1")
            .judged("sound from", practice.sound, "share")
            .changes("Taking this step more often: the weakest is named.")
    }));
    let trends = review.trends.iter().enumerate();
    figures.extend(trends.map(|(at, quarter)| of_quarter(reading, at, quarter)));
    let groups = review.expectations.iter().enumerate();
    figures.extend(groups.map(|(at, group)| of_expectation(reading, at, group)));
    figures.push(of_too_recent(reading, review));
    figures.extend(review.yields.iter().enumerate().map(|(at, one)| of_yield(at, one)));
    figures.extend([of_balance(reading, review), of_help_curve(review), of_help(reading)]);
    figures.extend(review.aims.iter().enumerate().map(|(at, aim)| {
        let says = "Counted since the aim was set, beside as many days before.";
        figure(format!("/aims/{at}"), "count", says)
            .count("people linked to it", aim.people, "people")
            .dated([(aim.set_on, aim.aim)])
            .changes("What comes before success: each of it counts on the day it happens.")
    }));
    figures
}

fn of_together(reading: &Reading<'_>, review: &Review) -> Figure {
    let together = &review.together;
    let says = "All findings weighed together, so that looking for many things finds no more false ones \
                (Benjamini and Hochberg).";
    figure("/together", "benjamini-hochberg", says)
        .count("judged", together.judged, "1")
        .count("seen", together.seen, "1")
        .count("that stand", together.standing, "1")
        .judged("false ones at most", reading.params.findings.false_discovery, "share")
        .changes("Clearer findings; chance alone explains fewer of them.")
}

fn of_signal(review: &Review) -> Figure {
    let signal = &review.signal;
    figure("/signal", "leading-signs", &signal.says)
        .count("meetings", signal.meetings, "1")
        .count("hours", signal.hours, "hours")
        .count("sat down with a second time", signal.second_meetings, "people")
        .count("introductions", signal.introductions, "1")
        .count("referrals", signal.referrals, "1")
        .count("clients won at a group", signal.at_groups, "1")
        .count("business", signal.business, "1")
        .count("results without a day", signal.undated, "1")
        .judged("a year of at least", 100.0, "hours")
        .changes("An introduction or a referral.")
}

fn of_giving(review: &Review) -> Figure {
    let giving = &review.giving;
    let [given, received] = giving
        .kinds
        .iter()
        .fold([0, 0], |[given, received], kind| [given + kind.given, received + kind.received]);
    let says = "Help of the last year by kind. The share you gave is reckoned with one act more on each side, so \
                that a few acts don’t make it all or nothing. Circles of three and introductions are \
                those of the whole book; your place among the people you see most is told by how many \
                of them know each other (after Ronald Burt).";
    figure("/giving", "beta-share", says)
        .count("given", given, "1")
        .count("received", received, "1")
        .count("circles", giving.circles.len() as u64, "1")
        .count("introductions between others", giving.introductions_among as u64, "1")
        .changes("Help given or received; noting who knows whom.")
}

fn of_experiment(at: usize, experiment: &Experiment) -> Figure {
    figure(format!("/experiments/{at}"), "before-and-after", &experiment.says)
        .judged("line", experiment.threshold, "1")
        .dated([(experiment.began, experiment.aim)])
        .changes(&experiment.stops)
}

fn of_quarter(reading: &Reading<'_>, at: usize, quarter: &Quarter) -> Figure {
    let params = &reading.params.returns;
    let line = reading.params.findings.falling_return;
    let judgement = match quarter.judgement.as_str() {
        "" => "There is nothing to compare it with.",
        judgement => judgement,
    };
    let says = format!(
        "Referrals of the quarter over the hours whose results were to show in it, beside the quarter \
         before. {judgement}"
    );
    let is_in = |on| quarter.from <= on && on <= quarter.to;
    let referrals = reading.passed_on.iter().filter(|one| one.on.is_some_and(is_in));
    let lag = learned_from(params.lag_learned_from);
    figure(format!("/trends/{at}"), "gamma-poisson", says)
        .count("time given", quarter.minutes, "minutes")
        .input("hours due", quarter.due_hours, "hours", Origin::Reckoned)
        .count("referrals", quarter.referrals, "1")
        .input("shape of the wait for results", params.lag_shape, "1", lag)
        .input("scale of the wait for results", params.lag_scale_weeks, "weeks", lag)
        .judged("how sure it must be", line.threshold, "share")
        .judged("referrals it takes in both", as_f64(line.least), "1")
        .dated(referrals.map(|one| (one.on, one.fact)))
        .changes("The next quarter, or a referral that was not noted.")
}

fn of_expectation(reading: &Reading<'_>, at: usize, group: &Expectation) -> Figure {
    let params = &reading.params.returns;
    let lag = learned_from(params.lag_learned_from);
    figure(format!("/expectations/{at}"), "wilson-interval", &group.says)
        .judged("met at least so long ago", f64::from(group.from_months), "months")
        .count("people sat down with", group.people, "people")
        .count("who have referred", group.referred, "people")
        .input("mature by now", group.mature, "share", lag)
        .input("shape of the wait for results", params.lag_shape, "1", lag)
        .input("scale of the wait for results", params.lag_scale_weeks, "weeks", lag)
        .judged("confidence of the interval", reading.params.findings.confidence, "share")
        .changes("A first referral, and time for those who are too young to tell.")
}

fn of_yield(at: usize, one: &Yield) -> Figure {
    let says = format!(
        "{}: {}. Of them came so far, {}: {}.{}{}{}",
        capital(one.from_what()),
        one.of,
        one.came(),
        one.count,
        if one.results == "referrals" { format!(" {PASSED_ON}") } else { String::new() },
        undated(one).unwrap_or_default(),
        still(one).unwrap_or_default()
    );
    let formula = if one.count > one.of { "garwood-interval" } else { "wilson-interval" };
    figure(format!("/yields/{at}"), formula, says)
        .count("occasions", one.of, "1")
        .count("results", one.count, "1")
        .judged("confidence of the interval", 0.95, "share")
        .changes("Each occasion more makes it surer.")
}

fn of_too_recent(reading: &Reading<'_>, review: &Review) -> Figure {
    let says = "Seen only at meetings so far, and first met too lately to be listed: they may still be seen elsewhere.";
    figure("/loose_ends/too_recent", "count", says)
        .count("people", review.loose_ends.too_recent, "people")
        .judged("met within", f64::from(reading.params.funnel.one_to_one_days), "days")
        .changes("Time, or seeing them outside the room.")
}

/// What may have come of them too, had anybody noted its day.
fn undated(one: &Yield) -> Option<String> {
    let more = many(one.undated, "more has", "more have");
    (one.undated > 0)
        .then(|| format!(" {more} no day, so nobody can tell whether they came of it."))
}

/// Where nothing came, what that still allows, by both bounds.
fn still(one: &Yield) -> Option<String> {
    let (below, widely) = one.below_one_sided.zip(one.below_two_sided)?;
    Some(format!(
        " Nothing came, which is no proof that nothing can: at most {} of them could, at 95% and looking at the upper \
         end alone (one-sided), or {} where both ends are looked at (two-sided).",
        tenths(below),
        tenths(widely)
    ))
}

fn of_balance(reading: &Reading<'_>, review: &Review) -> Figure {
    let balance = &review.balance;
    let says = "Help you asked for and got, beside help you gave, in the last year; the share you gave is reckoned \
         with one act more on each side.";
    figure("/balance", "giving-share", says)
        .count("asked for", balance.asked, "1")
        .count("given", balance.gave, "1")
        .judged("confidence of the interval", reading.params.findings.confidence, "share")
        .changes("Help given, or something asked for.")
}

fn of_help_curve(review: &Review) -> Figure {
    let curve = &review.help_curve;
    let says = "From the first help given to somebody until they helped you; who has not is waiting \
                (Kaplan and Meier).";
    figure("/help_curve", "kaplan-meier", says)
        .count("people helped", curve.people, "people")
        .count("who helped since", curve.returned, "people")
        .judged("confidence of the interval", 0.95, "share")
        .changes("Help either way, on a day that is known.")
}

fn of_help(reading: &Reading<'_>) -> Figure {
    let seen = || reading.book.facts.help.iter().filter(|h| reading.sees(h.on));
    figure("/help", "count", "Acts of help by person and month, over the whole book.")
        .count("acts of help", seen().count() as u64, "1")
        .dated(seen().map(|h| (h.on, h.id)))
        .changes("Help given or received, once it is noted.")
}

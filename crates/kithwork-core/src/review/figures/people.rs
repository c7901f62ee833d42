//! People: how deep, how varied, how far they came.

use super::{Figure, figure};
use crate::explanation::Origin;
use crate::id::{FactId, PersonId};
use crate::models::wilson::as_f64;
use crate::review::acts_of_help::spoke_for;
use crate::review::funnel::{REFERRED_DAYS, Step};
use crate::review::reading::Reading;
use crate::review::returns::{learned_from, referrals_received};
use crate::review::words::{many, per_cent};
use crate::review::{
    Climb, Delays, Funnel, Halves, Keeping, Levels, Objectives, RatedRoom, Recall, Review,
    Triggers, Variety,
};

pub(super) fn each(reading: &Reading<'_>, review: &Review) -> Vec<Figure> {
    let mut figures = vec![
        of_levels(reading, &review.levels),
        of_pipeline(reading, review),
        of_advocates(reading, review),
    ];
    figures.extend(
        review.climbs.iter().enumerate().map(|(at, climb)| of_climb((at, climb), &review.levels)),
    );
    figures.extend(review.variety.iter().enumerate().map(|(at, v)| of_variety(at, v)));
    figures.extend(of_funnel(reading, &review.funnel));
    figures.push(of_delays(reading, &review.delays));
    figures.push(of_keeping(&review.keeping));
    figures.push(of_recall(reading, &review.recall));
    figures.extend(of_triggers(reading, &review.triggers));
    let rooms = review.rated_rooms.iter().enumerate();
    figures.extend(rooms.map(|(at, room)| of_rated_room(at, room)));
    figures.extend(review.objectives.as_ref().map(of_objectives));
    figures.extend(review.halves.as_ref().map(of_halves));
    figures
}

fn of_halves(halves: &Halves) -> Figure {
    figure("/halves", "count", &halves.says)
        .count("with a note on either half", halves.told, "1")
        .count("with a note on both", halves.both, "1")
        .count("with a note on one only", halves.one_way, "1")
        .count("of these without what they learned", halves.without_theirs, "1")
        .dated(halves.facts.iter().map(|&fact| (None, fact)))
        .changes("A note on the other half: what they learned of you, or how you could help them.")
}

fn of_triggers(reading: &Reading<'_>, triggers: &Triggers) -> Vec<Figure> {
    let wanted = "Three problems by which others know your client are few enough to remember.";
    let mut figures = vec![
        figure("/triggers/wanted", "given", wanted)
            .judged("wanted", as_f64(triggers.wanted as u64), "1")
            .changes("Nothing in the book: it is the same for everybody."),
    ];
    figures.extend(triggers.triggers.iter().enumerate().map(|(at, trigger)| {
        figure(format!("/triggers/triggers/{at}"), "wilson-interval", &trigger.says)
            .count("asked", trigger.asked, "people")
            .count("right", trigger.right, "people")
            .judged("confidence of the interval", reading.params.findings.confidence, "share")
            .dated(trigger.facts.iter().map(|&fact| (None, fact)))
            .changes("Asking somebody whom they would send you.")
    }));
    figures
}

/// What was not rated is no input: it is unknown, not 0.
fn of_rated_room(at: usize, room: &RatedRoom) -> Figure {
    let says = "As you rated it: ethos, fit and cost, each 0 to 4, weighed as you like.";
    let parts = [("ethos", room.ethos), ("fit", room.fit), ("cost", room.cost)];
    let rated = parts.into_iter().filter_map(|(name, part)| Some((name, u64::from(part?))));
    rated
        .fold(figure(format!("/rated_rooms/{at}"), "your-rating", says), |draft, (name, part)| {
            draft.count(name, part, "1")
        })
        .changes("Rating the room again.")
}

fn of_levels(reading: &Reading<'_>, levels: &Levels) -> Figure {
    let alive = &reading.params.alive;
    let says = format!(
        "Everybody stands on the highest rung their evidence has met. Warm is a chance of {} and more \
         that the relationship lives. Worth: each relationship by its level, times that chance as a rule \
         of thumb; names and nodding acquaintances are worth nothing in it.",
        per_cent(alive.warm_from)
    );
    let mut draft = figure("/levels", "ladder", says);
    let names = ["level 0", "level 1", "level 2", "level 3", "level 4", "level 5"];
    for (name, &people) in names.into_iter().zip(&levels.people) {
        draft = draft.count(name, people, "people");
    }
    let origin = learned_from(alive.learned_from);
    draft
        .input("r", alive.r, "1", origin)
        .input("alpha", alive.alpha, "weeks", origin)
        .input("a", alive.a, "1", origin)
        .input("b", alive.b, "1", origin)
        .judged("warm from", alive.warm_from, "share")
        .changes(
            "A one-to-one, help either way, work done together: whatever the next rung asks for.",
        )
}

fn of_pipeline(reading: &Reading<'_>, review: &Review) -> Figure {
    let pipeline = &review.pipeline;
    let says = format!(
        "{} neither won nor lost; worth what is known of them.",
        many(pipeline.open, "referral received is", "referrals received are")
    );
    figure("/pipeline", "count", says)
        .count("open", pipeline.open, "1")
        .count("won", pipeline.won, "1")
        .dated(referrals_received(reading).map(|r| (r.on, r.id)))
        .changes("A referral more, or one that is won or lost.")
}

/// It opens to what each of them did, and to those themselves who are of it by their level alone.
fn of_advocates(reading: &Reading<'_>, review: &Review) -> Figure {
    let advocates = &review.advocates;
    let did = |person: &PersonId| {
        let at = reading.book.person_index(*person);
        let did = at.map(|at| spoke_for(reading.book, at, reading.as_of)).unwrap_or_default();
        let itself = did.is_empty().then(|| (None, FactId::from(*person)));
        did.into_iter().map(|act| (act.on, act.fact)).chain(itself)
    };
    let says = "Creative collaborators, champions, and whoever referred or introduced you twice. Ready are those who \
                trust you, know whom you serve and meet them, or who passed work on within a year.";
    figure("/advocates", "count", says)
        .count("people", advocates.people, "people")
        .count("champions", advocates.champions, "people")
        .count("warm", advocates.warm, "people")
        .count("ready to refer you now", advocates.ready, "people")
        .dated(advocates.who.iter().flat_map(did))
        .changes("Somebody who refers or introduces you a second time joins them.")
}

fn of_climb((at, climb): (usize, &Climb), levels: &Levels) -> Figure {
    let name = levels.names.iter().find(|level| level.level == climb.from);
    let says = format!(
        "{} reached “{}” on a day that is known, {} went on. Who has not yet is waiting and no failure: the median is that \
         of Kaplan and Meier, its interval that of Brookmeyer and Crowley.",
        many(climb.people, "person", "people"),
        name.map_or("", |level| level.name.as_str()),
        climb.went_on
    );
    figure(format!("/climbs/{at}"), "kaplan-meier", says)
        .count("reached it", climb.people, "people")
        .count("went on", climb.went_on, "people")
        .count("there now", climb.still, "people")
        .count("of these since nobody knows when", climb.undated, "people")
        .judged("confidence of the interval", 0.95, "share")
        .changes("Somebody who goes on, or a week in which nobody does.")
}

fn of_variety(at: usize, variety: &Variety) -> Figure {
    let axis = if variety.axis == "sector" { "lines" } else { "places" };
    let says = format!(
        "{} in touch of whom it is known, {} of whom it is not. The chance that two of them drawn at random, the \
         same one twice included, are of different {} is {} (Blau’s index); {:.1} equal {} would be as varied.",
        many(variety.people, "person", "people"),
        variety.unknown,
        axis,
        per_cent(variety.blau),
        variety.equal_kinds,
        axis
    );
    figure(format!("/variety/{at}"), "equal-kinds", says)
        .count("known", variety.people, "people")
        .count("not known", variety.unknown, "people")
        .count("kinds", variety.kinds.len() as u64, "1")
        .input("chance that two differ", variety.blau, "share", Origin::Reckoned)
        .input("as many equal kinds", variety.equal_kinds, "1", Origin::Reckoned)
        .changes("Noting what people do or where they are, or getting in touch with others.")
}

fn of_funnel(reading: &Reading<'_>, funnel: &Funnel) -> Vec<Figure> {
    let params = &reading.params.funnel;
    let step = |at: String, what: &str, days: i32, step: &Step| {
        let says = format!(
            "{} of {} {what} within {days} days of the first meeting; {} met too recently to tell are \
             counted nowhere.",
            step.took,
            many(step.of, "person", "people"),
            step.too_recent
        );
        figure(at, "wilson-interval", says)
            .count("in time", step.took, "people")
            .count("met long enough ago", step.of, "people")
            .count("met too recently", step.too_recent, "people")
            .judged("days", f64::from(days), "days")
            .judged("confidence of the interval", 0.95, "share")
            .changes("Each person met, once the days are over.")
    };
    let steps = |at: &str, [one, two, three, four]: [&Step; 4]| {
        [
            step(format!("{at}/followed_up"), "were followed up", params.follow_up_days, one),
            step(format!("{at}/one_to_one"), "were sat down with", params.one_to_one_days, two),
            step(
                format!("{at}/understood"),
                "were asked what they know of your work",
                params.understood_days,
                three,
            ),
            step(format!("{at}/referred"), "referred somebody to you", REFERRED_DAYS, four),
        ]
    };
    let all = [&funnel.followed_up, &funnel.one_to_one, &funnel.understood, &funnel.referred];
    let mut figures = Vec::from(steps("/funnel", all));
    for (at, cohort) in funnel.cohorts.iter().enumerate() {
        let at = format!("/funnel/cohorts/{at}");
        let says = "People first met there, on a day that is known.";
        let met = figure(format!("{at}/met"), "count", says);
        figures.push(met.count("met", cohort.met, "people").changes("Somebody new from there."));
        let of = [&cohort.followed_up, &cohort.one_to_one, &cohort.understood, &cohort.referred];
        figures.extend(steps(&at, of));
    }
    figures
}

fn of_delays(reading: &Reading<'_>, delays: &Delays) -> Figure {
    let says = format!(
        "{} met in the period, {} heard from again. Who is not yet heard from is waiting, and no failure \
         (Kaplan and Meier).",
        many(delays.people, "person", "people"),
        delays.heard
    );
    figure("/delays", "kaplan-meier", says)
        .count("met", delays.people, "people")
        .count("heard from again", delays.heard, "people")
        .judged("confidence of the interval", reading.params.findings.confidence, "share")
        .changes("A line to somebody met lately.")
}

fn of_keeping(keeping: &Keeping) -> Figure {
    let says = "Your promises of the period; one that is still open is waiting (Kaplan and Meier).";
    figure("/keeping", "kaplan-meier", says)
        .count("promises", keeping.promises, "1")
        .count("kept", keeping.kept, "1")
        .changes("A promise kept, or a day on which it was.")
}

fn of_recall(reading: &Reading<'_>, recall: &Recall) -> Figure {
    let says = "Everybody of whom you noted in the period how well they could say what you do, each with the \
                latest answer.";
    let passed = f64::from(reading.params.ladder.check_passed);
    figure("/recall", "wilson-interval", says)
        .count("asked", recall.asked, "people")
        .count("right", recall.right, "people")
        .judged("right from this score of 4", passed, "1")
        .judged("people it takes", as_f64(crate::review::recall::LEAST), "people")
        .judged("confidence of the interval", reading.params.findings.confidence, "share")
        .dated(recall.facts.iter().map(|&fact| (None, fact)))
        .changes("Asking somebody what they would say you do.")
}

fn of_objectives(objectives: &Objectives) -> Figure {
    figure("/objectives", "count", "The period’s one-to-ones, and what they were for.")
        .count("one-to-ones", objectives.one_to_ones, "1")
        .count("with an objective", objectives.with_objective, "1")
        .count("that reached it", objectives.met, "1")
        .count("not said yet", objectives.open, "1")
        .changes("An objective before the next one-to-one, and a word on it afterwards.")
}

//! Why each figure of the plan reads as it does: what a thing to do is worth, and what the week is
//! expected to bring.

use super::draft::{Basis, Desk, Draft};
use super::meetings::Occasion;
use super::value::{self, Gain, HORIZON};
use crate::explanation::{Explanation, Figure, Origin};
use crate::review::words::per_cent;

/// The formula's page in `docs/models`.
const FORMULA: &str = "plan-worth";

/// How the worth of time with people came about.
pub(super) fn of_contact(desk: &Desk<'_>, draft: &Draft) -> Explanation {
    let known: Vec<_> = draft.item.people.iter().filter_map(|&id| desk.known(id)).collect();
    let Some(Basis { effect, factors }) = draft.basis.as_ref().filter(|_| !known.is_empty()) else {
        let says = "Nothing is known that would tell what it could bring, so it counts for next to nothing.";
        return Explanation::of(FORMULA, says)
            .facts(draft.item.facts.clone())
            .changes("A conversation or a meeting with them, written down.");
    };
    let gains = known.iter().map(|one| Gain::of(&desk.week, &desk.rates, one, *effect));
    let gains: Vec<Gain> = gains.collect();
    let told = known.iter().zip(&gains).map(|(one, gain)| one_says(one.first_name(), gain));
    let told: Vec<String> = told.collect();
    let mut why = Explanation::of(FORMULA, told.join(" ")).facts(draft.item.facts.clone());
    for gain in &gains {
        why = with_gain(why, gain, desk.rates.is_informed(&desk.week.params.plan));
    }
    for &(name, factor) in factors.iter().filter(|(_, factor)| (factor - 1.0).abs() > 1e-12) {
        why = why.judged(name, factor, "times");
    }
    why.changes("Another talk, a referral from them, or your own word: deepen it, keep it light, let it go.")
}

fn one_says(name: &str, gain: &Gain) -> String {
    let [without, warm, deeper] = gain.expects;
    format!(
        "{name}: {HORIZON:.0} weeks bring {without:.2} referrals if nothing happens, {warm:.2} once \
         you are in touch again, {deeper:.2} were it an hour deeper. What this adds is weighed by the \
         chance that it takes place, {}.",
        per_cent(gain.agrees)
    )
}

fn with_gain(why: Explanation, gain: &Gain, is_informed: bool) -> Explanation {
    let rate = if is_informed { Origin::Learned } else { Origin::Judgement };
    let [now, deeper] = gain.rates;
    let [half_life, deeper_half_life] = gain.half_lives;
    let [warms, climbs] = gain.parts();
    why.input("since you last talked", gain.silence, "weeks", Origin::Counted)
        .judged("chance that the relationship lives", gain.alive, "chance")
        .judged("chance that it takes place", gain.agrees, "chance")
        .input("while warm", now, "referrals a quarter", rate)
        .input("while warm, an hour deeper", deeper, "referrals a quarter", rate)
        .judged("half of the warmth is gone after", half_life, "weeks")
        .judged("half of the warmth is gone after, an hour deeper", deeper_half_life, "weeks")
        .judged("how much of an hour’s warmth it restores", warms, "share")
        .judged("how much of an hour’s depth it brings", climbs, "share")
        .judged(
            "for what is known of trust, understanding and opportunity",
            gain.readiness,
            "times",
        )
}

/// How the worth of a meeting came about: a room is worth the people it brings, of whom some come to
/// be known.
pub(super) fn of_meeting(desk: &Desk<'_>, occasion: &Occasion) -> Explanation {
    let params = &desk.week.params.plan;
    let known = params.prior_referrals / params.prior_quarters * params.level_rates[2];
    let says = "New people met there at a meeting, times how many of them come to be known, times what \
                somebody known refers while warm, over 26 weeks.";
    Explanation::of("plan-worth-of-a-meeting", says)
        .input("new people a meeting", occasion.met_each, "people", Origin::Counted)
        .judged("come to be known", params.met_to_known, "chance")
        .judged("somebody known, while warm", known, "referrals a quarter")
        .judged("warm quarters of 26 weeks", value::warm_quarters(&desk.week, 2), "quarters")
        .facts(occasion.facts.clone())
        .changes("New people met there, and where you met whom, written down.")
}

/// How the worth of preparing for a meeting came about.
pub(super) fn of_pitch(occasion: &Occasion, part: f64) -> Explanation {
    Explanation::of("plan-worth-of-preparing", "A tenth of what the meeting is worth.")
        .judged("part of the meeting’s worth", part, "share")
        .facts([occasion.room.into()])
        .changes("What the meeting is worth.")
}

/// How the figures of the whole week came about.
pub(super) fn of_week(
    desk: &Desk<'_>,
    worth: f64,
    half_costs: f64,
    minutes: [u32; 2],
) -> Vec<Figure> {
    let [rooms, people] = minutes.map(f64::from);
    let expected = expected(desk, worth);
    let minutes = "What is planned in rooms, with the way there and preparing, and what is planned with people.";
    let hours = if desk.week.is_assumed { Origin::Judgement } else { Origin::Counted };
    let minutes = Explanation::of("sum", minutes)
        .input("in rooms", rooms, "minutes", Origin::Counted)
        .input("with people", people, "minutes", Origin::Counted)
        .input("hours you have", f64::from(desk.week.budget), "minutes", hours)
        .changes("Your hours a week, and what stands in your calendar.");
    let half = "What the same hours could bring without the aim of half the time with people, less what \
                they bring with it.";
    let half = Explanation::of("plan-cost-of-half", half)
        .input("with it", worth, "referrals", Origin::Reckoned)
        .input("without it", worth + half_costs, "referrals", Origin::Reckoned)
        .changes("Fewer or shorter meetings in the week, or people who are due.");
    [("/minutes", minutes), ("/expected_referrals", expected), ("/half_costs", half)]
        .into_iter()
        .map(|(at, explanation)| Figure { at: at.to_owned(), explanation })
        .collect()
}

fn expected(desk: &Desk<'_>, worth: f64) -> Explanation {
    let params = &desk.week.params.plan;
    let is_informed = desk.rates.is_informed(params);
    let (says, changes) = if is_informed {
        (
            "The worth of all that is planned, added up, with the 90% interval of how often your own \
             people refer. It is what the week adds over 26 weeks to doing nothing, not what will come \
             this week.",
            "Referrals, or quarters without one, from people you know well.",
        )
    } else {
        (
            "Not said yet: your own results are too few to tell.",
            "More referrals from people you have known for half a year, each with its date.",
        )
    };
    let origin = if is_informed { Origin::Learned } else { Origin::Judgement };
    Explanation::of("gamma-poisson", says)
        .input("worth of all that is planned", worth, "referrals", origin)
        .input("somebody at level 3, while warm", desk.rates.base(), "referrals a quarter", origin)
        .input("referrals that inform it", desk.rates.mature(), "referrals", Origin::Counted)
        .judged("referrals before it is said", params.least_referrals, "referrals")
        .changes(changes)
}

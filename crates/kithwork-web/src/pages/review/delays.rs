//! How long it took until people met were heard from again (mission row 41).

use crate::say;
use crate::sight::Sight;
use crate::why::Why;
use kithwork_core::review::Delays;

/// The wait, in words, and how it is reckoned.
#[derive(Clone, Debug)]
pub(super) struct Waited {
    pub says: String,
    pub why: Why,
}

impl Waited {
    /// The wait of the period's people; none where nobody was met in it.
    pub(super) fn of(sight: &Sight) -> Option<Self> {
        let delays = &sight.review.delays;
        let explanation = sight.review.explanation("/delays")?;
        let why = Why::of(explanation, &sight.shelf, sight.today, None);
        (delays.people > 0).then(|| Self { says: says(delays), why })
    }
}

fn says(delays: &Delays) -> String {
    if delays.heard == 0 {
        let met = say::counted(delays.people, "person", "people");
        return match delays.people {
            1 => "You met one person in the last year and have not been in touch again yet."
                .to_owned(),
            _ => format!(
                "You met {met} in the last year and have been in touch again with none of them yet."
            ),
        };
    }
    let heard = format!(
        "Of {} met in the last year you have been in touch again with {}.",
        say::counted(delays.people, "person", "people"),
        say::spelled(delays.heard),
    );
    let shares = [
        ("a week", delays.within_a_week),
        ("two weeks", delays.within_two_weeks),
        ("four weeks", delays.within_four_weeks),
    ];
    let shares = shares
        .into_iter()
        .filter_map(|(time, share)| Some(format!("{} within {time}", say::percent(share?))));
    let shares: Vec<String> = shares.collect();
    let likely = delays.four_weeks_interval.map_or_else(String::new, |(low, high)| {
        format!(", likely {} to {}", say::percent(low), say::percent(high))
    });
    if shares.is_empty() {
        return format!(
            "{heard} It is too early to tell how soon that is: that takes five people met more than a week ago."
        );
    }
    let half = match delays.median_days {
        Some(days) => format!("half of them within {}", days_in_words(days)),
        None => "fewer than half of them so far".to_owned(),
    };
    format!("{heard} {}{likely}; {half}.", say::capital(&say::listed(&shares)))
}

fn days_in_words(days: f64) -> String {
    let said = say::decimal(days.round());
    format!("{said} {}", if said == "1" { "day" } else { "days" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_is_told_with_its_shares_and_their_interval() {
        let delays = Delays {
            people: 30,
            heard: 9,
            median_days: None,
            within_a_week: Some(0.1333),
            within_two_weeks: Some(0.1333),
            within_four_weeks: Some(0.3),
            four_weeks_interval: Some((0.2, 0.42)),
        };
        assert_eq!(
            says(&delays),
            "Of 30 people met in the last year you have been in touch again with nine. 13% within a \
             week, 13% within two weeks and 30% within four weeks, likely 20% to 42%; fewer than \
             half of them so far."
        );
        let none = Delays { people: 3, within_a_week: Some(0.0), ..Delays::default() };
        assert_eq!(
            says(&none),
            "You met three people in the last year and have been in touch again with none of them yet."
        );
        let quick = Delays { heard: 1, people: 1, median_days: Some(1.0), ..Delays::default() };
        assert!(says(&quick).contains("again with one."), "{}", says(&quick));
        assert!(says(&quick).contains("too early to tell"), "{}", says(&quick));
    }
}

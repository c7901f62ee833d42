//! What could come next, the history of levels, and what is known of understanding.

use super::*;

/// A rung that came together only after a higher one was never stood on.
#[test]
fn a_history_of_levels_is_in_the_order_of_its_days() {
    let (first, later) = (date(2026, 3, 2), date(2026, 5, 4));
    let story = Story::new().one_to_one(first).need(first).sat_together(later);
    let standing = story.standing();
    let rungs: Vec<(u8, Option<Date>)> =
        standing.evidence.iter().map(|r| (r.level, r.on)).collect();
    assert_eq!((standing.level, rungs), (2, vec![(2, Some(first))]));
    let story = Story::new().sat_together(first).one_to_one(later).need(later);
    let rungs: Vec<_> = story.standing().evidence.iter().map(|r| (r.level, r.on)).collect();
    assert_eq!(rungs, [(1, Some(later)), (2, Some(later))]);
}

/// Rows 53 and 66: what a page says at its top is what stands below it.
#[test]
fn what_could_come_next_is_what_is_known_to_be_missing() {
    let lately = Some(date(2026, 11, 2));
    let next = |story: &Story| {
        let book = Book::new(story.facts.clone(), &[]);
        let (standing, ready) = (story.standing(), story.ready());
        (
            next_step(&book, who(), TODAY, (&standing, &ready)),
            standing.next_step,
            ready.says(standing.level),
        )
    };
    let (says, rung, _) = next(&engaged());
    assert_eq!(says, rung, "nothing is known of what is missing");
    let ready = |scores: [u8; 3]| {
        let kinds = [Rated::Trust, Rated::Understanding, Rated::Access];
        kinds
            .into_iter()
            .zip(scores)
            .fold(engaged(), |story, (what, score)| story.rated(what, score, lately))
    };
    for scores in [[4, 1, 4], [1, 4, 4], [4, 4, 1], [4, 4, 4]] {
        let (says, rung, readiness) = next(&ready(scores));
        assert_eq!(says, readiness, "{scores:?}");
        assert_ne!(says, rung);
    }
    let mut half = ready([4, 4, 4]);
    half.facts.conversations.last_mut().unwrap().i_learned = Some("needs staff".to_owned());
    let (says, ..) = next(&half);
    assert!(says.starts_with("Write down the other half of 10 February 2025"), "{says}");
}

/// What was heard outweighs what is guessed later, as long as a check lasts.
#[test]
fn what_they_said_back_outweighs_a_later_guess() {
    let at = |heard: Date, guess: Option<Date>| {
        let mut story = Story::new().one_to_one(heard).rated(Rated::Understanding, 4, guess);
        story.facts.conversations[0].they_know_me = Some(1);
        story.ready().understanding
    };
    let (lately, long_ago) = (date(2026, 9, 1), date(2025, 9, 1));
    assert_eq!(at(lately, Some(date(2026, 11, 1))), Some(1));
    assert_eq!(at(long_ago, Some(lately)), Some(4), "an old check is no match for it");
    assert_eq!(at(long_ago, None), Some(4), "what a sheet says without a date holds");
    assert_eq!(at(long_ago, Some(long_ago)), None, "both have faded");
}

/// Row 53: a sheet without dates says what to do too, and what is old is told as old.
#[test]
fn ratings_hold_without_a_date_and_fade_with_one() {
    let rated = |trust, understanding, on| {
        let story = Story::new().rated(Rated::Trust, trust, on);
        story.rated(Rated::Understanding, understanding, on)
    };
    assert_eq!(rated(4, 1, None).ready().missing, Missing::Teach);
    assert_eq!(rated(1, 4, None).ready().missing, Missing::Deepen);
    let old = rated(4, 1, Some(date(2025, 2, 1)));
    assert_eq!(old.ready().missing, Missing::FindOut);
    let told = explains(&Book::new(old.facts, &[]), who(), TODAY, &Params::default().ladder).says();
    assert!(told.starts_with("You reckoned in February 2025 that they hardly"), "{told}");
}

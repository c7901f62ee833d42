//! Row 36: results beyond booked business, each with its numerator, denominator and interval.

use crate::sheet::{person, sheet};
use e2e::{Owner, Result};

#[test]
fn each_leading_indicator_has_its_counts_and_its_interval() -> Result {
    let met = (0..12).map(|n| format!("{},2026-02-10,Friday Mixer", person(n)));
    let first = (0..6).map(|n| format!("2026-03-0{},one_to_one,{},60", n + 1, person(n)));
    let second = (0..2).map(|n| format!("2026-05-0{},one_to_one,{},60", n + 1, person(n)));
    let made = [format!("2026-06-06,me,{},{}", person(0), person(1))];
    let referral = [format!("2026-07-07,received,{},me,Client,open", person(0))];
    let review = Owner::with(&[
        ("people", sheet("name,met_on,met_at", met)),
        ("interactions", sheet("date,kind,people,minutes", first.chain(second))),
        ("introductions", sheet("date,introduced_by,person_a,person_b", made)),
        ("referrals", sheet("date,direction,from,to,prospect,status", referral)),
    ])?
    .review("2026-11-15")?;
    let expected = [
        ("one-to-ones", "referrals", 8, 1),
        ("one-to-ones", "introductions made", 8, 1),
        ("people met", "seen one to one", 12, 6),
        ("people seen one to one", "sources of referrals", 6, 1),
        ("people seen one to one", "seen again", 6, 2),
    ];
    for (occasions, results, of, count) in expected {
        let all = review["yields"].as_array().into_iter().flatten();
        let found: Vec<_> =
            all.filter(|y| y["occasions"] == occasions && y["results"] == results).collect();
        let [indicator] = found[..] else { panic!("{occasions}, {results}: {found:?}") };
        assert_eq!((&indicator["of"], &indicator["count"]), (&of.into(), &count.into()));
        let share = f64::from(count) / f64::from(of);
        let end = |at: usize| indicator["interval"][at].as_f64().unwrap_or(f64::NAN);
        assert!(end(0) < share && share < end(1), "{indicator}");
    }
    Ok(())
}

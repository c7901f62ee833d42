//! The published numbers, the odd cases, and what must hold for any record.

use super::cdnow::customers;
use super::fit::{LEAST_PEOPLE, Prior, SPREAD, fit, mode};
use super::*;
use crate::models::fitted::{Basis, Unfit};

const CDNOW: MbgNbd = MbgNbd { r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 };
const DEFAULT: MbgNbd = MbgNbd { r: 1.0, alpha: 8.0, a: 1.0, b: 1.0 };

fn record(repeats: f64, last: f64, age: f64) -> Record {
    Record { repeats, last, age }
}

fn near(left: f64, right: f64, tolerance: f64) {
    assert!((left - right).abs() <= tolerance, "{left} is not {right}");
}

/// §3.3, MBG/NBD at the CDNOW parameters.
#[test]
fn cdnow_customers_live_with_the_published_chance() {
    near(CDNOW.alive(record(0.0, 0.0, 38.86)), 0.3897, 5e-5);
    near(CDNOW.alive(record(2.0, 30.43, 38.86)), 0.7062, 5e-5);
    near(CDNOW.alive(record(5.0, 10.0, 38.86)), 0.0253, 5e-5);
    near(CDNOW.alive(record(5.0, 30.0, 38.86)), 0.6888, 5e-5);
    near(CDNOW.alive(record(1000.0, 10.0, 100.0)), 0.0, 0.0);
    near(CDNOW.expected(record(2.0, 30.43, 38.86), 39.0), 1.262_96, 5e-5);
}

/// §3.3 defaults; row 52.
#[test]
fn somebody_met_once_becomes_a_vague_memory() {
    for (age, chance) in [(0.0, 0.5), (4.0, 0.4), (13.0, 0.2759), (26.0, 0.1905), (52.0, 0.1176)] {
        near(DEFAULT.alive(record(0.0, 0.0, age)), chance, 5e-5);
    }
    for (x, last, age, chance) in [
        (1.0, 4.0, 26.0, 0.1994),
        (3.0, 20.0, 26.0, 0.6479),
        (3.0, 20.0, 52.0, 0.1595),
        (6.0, 50.0, 52.0, 0.8467),
        (12.0, 26.0, 52.0, 0.0080),
    ] {
        near(DEFAULT.alive(record(x, last, age)), chance, 5e-5);
    }
}

/// §3.3 defaults, a = 1, the removable singularity.
#[test]
fn the_next_quarter_brings_what_simulation_says() {
    near(DEFAULT.expected(record(0.0, 0.0, 4.0), 13.0), 0.329, 5e-4);
    near(DEFAULT.expected(record(3.0, 20.0, 26.0), 13.0), 0.861, 5e-4);
    near(DEFAULT.expected(record(6.0, 50.0, 52.0), 13.0), 1.174, 5e-4);
    let beside = MbgNbd { a: 1.0 + 1e-5, ..DEFAULT };
    let one = record(3.0, 20.0, 26.0);
    near(beside.expected(one, 13.0), DEFAULT.expected(one, 13.0), 1e-4);
}

/// Nothing seen at the very start is no surprise: ln L is 0.
#[test]
fn a_record_of_no_time_is_certain() {
    near(DEFAULT.ln_likelihood([record(0.0, 0.0, 0.0)]), 0.0, 1e-12);
}

/// §6.1: ln L −9582.133 with Σ P(alive) 1057.7, and the parameters to 1e-3.
#[test]
fn the_maximum_of_cdnows_likelihood_is_the_published_one() {
    let Some(customers) = customers() else { return };
    let found = mode(&customers, Prior::none(DEFAULT)).unwrap();
    near(found.r, 0.524_84, 1e-3);
    near(found.alpha, 6.182_99, 1e-3);
    near(found.a, 0.891_36, 1e-3);
    near(found.b, 1.614_00, 1e-3);
    near(found.ln_likelihood(customers.iter().copied()), -9582.1327, 1e-3);
    near(customers.iter().map(|&c| found.alive(c)).sum(), 1057.7, 0.1);
    let drawn = fit(&customers, DEFAULT_PRIOR);
    assert_eq!(drawn.basis, Basis::Learned { cases: 2357 });
    near(drawn.model.alpha, found.alpha, 0.3);
}

/// The parameters' prior alone, as §3.3 has it.
const DEFAULT_PRIOR: Prior = Prior { centre: DEFAULT, spread: SPREAD, year_spread: f64::INFINITY };

/// Forty acquaintances of whom most were met once and a few are friends.
fn book() -> Vec<Record> {
    (0..40_u32)
        .map(|i| {
            let (age, repeats) =
                (f64::from(10 + 2 * i), f64::from(if i % 4 == 0 { i / 4 } else { 0 }));
            record(repeats, if repeats > 0.0 { age * 0.8 } else { 0.0 }, age)
        })
        .collect()
}

/// The mode of the same posterior by scipy 1.17, Nelder–Mead to 1e-10.
#[test]
fn a_small_book_is_drawn_halfway_to_its_own_rhythm() {
    let learned = fit(&book(), DEFAULT_PRIOR);
    assert_eq!(learned.basis, Basis::Learned { cases: 40 });
    let MbgNbd { r, alpha, a, b } = learned.model;
    for (ours, theirs) in [(r, 1.046_344), (alpha, 13.390_711), (a, 0.509_680), (b, 0.351_216)] {
        near(ours, theirs, 1e-4 * theirs);
    }
}

/// Seventy people met once over three years and never called again, and some of all rhythms who last.
#[test]
fn an_owner_who_calls_nobody_is_not_told_that_all_still_live() {
    let met_once = (0..70).map(|i| record(0.0, 0.0, f64::from(10 + 2 * i)));
    let repeats = [1, 1, 1, 1, 1, 1, 2, 2, 3, 4, 5, 8, 12, 17, 20, 25, 30, 30, 35, 40];
    let friends = repeats.map(|x| record(f64::from(x), 100.0, 110.0));
    let people: Vec<Record> = met_once.chain(friends).collect();
    let a_year_ago = record(0.0, 0.0, 52.0);
    let misled = fit(&people, DEFAULT_PRIOR).model.alive(a_year_ago);
    let learned = fit(&people, Prior::around(DEFAULT));
    assert!(learned.is_learned());
    assert!(misled > 0.5, "{misled}");
    assert!(learned.model.alive(a_year_ago) < 0.3, "{learned:?}");
    let friend = learned.model.alive(record(40.0, 100.0, 104.0));
    assert!(friend > 0.9, "{friend}");
}

#[test]
fn few_people_and_people_hardly_known_leave_the_defaults_untouched() {
    let few = fit(&book()[..29], DEFAULT_PRIOR);
    assert_eq!(few.model, DEFAULT);
    assert_eq!(few.basis, Basis::Default(Unfit::TooFew { seen: 29, least: LEAST_PEOPLE }));
    let new: Vec<Record> = (0..500).map(|_| record(1.0, 2.0, 7.9)).collect();
    assert_eq!(
        fit(&new, DEFAULT_PRIOR).basis,
        Basis::Default(Unfit::TooFew { seen: 0, least: 30 })
    );
    assert_eq!(fit(&[], DEFAULT_PRIOR).model, DEFAULT);
}

#[test]
fn a_prior_that_is_none_leaves_itself_untouched() {
    for centre in [MbgNbd { a: 0.0, ..DEFAULT }, MbgNbd { r: f64::NAN, ..DEFAULT }] {
        let fitted = fit(&book(), Prior::around(centre));
        assert_eq!(fitted.basis, Basis::Default(Unfit::NotFound));
    }
    // All alike, and no prior to hold on to: the likelihood has no top.
    let alike = vec![record(0.0, 0.0, 20.0); 60];
    let lost = fit(&alike, Prior::none(DEFAULT));
    assert!(lost.model.is_sound());
}

/// Rows that no calendar has still get an answer.
#[test]
fn numbers_that_are_none_are_read_as_nothing() {
    let odd = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -3.0, 0.0, 1e308];
    let mut records = book();
    for x in odd {
        for last in odd {
            for age in odd {
                let record = record(x, last, age);
                assert!((0.0..=1.0).contains(&DEFAULT.alive(record)), "{record:?}");
                assert!(DEFAULT.ln_likelihood([record]).is_finite(), "{record:?}");
                for weeks in odd {
                    assert!(DEFAULT.expected(record, weeks).is_finite(), "{record:?} {weeks}");
                }
                records.push(record);
            }
        }
    }
    assert!(fit(&records, DEFAULT_PRIOR).model.is_sound());
    let unsound = MbgNbd { alpha: f64::NAN, ..DEFAULT };
    assert!(unsound.alive(record(1.0, 1.0, 2.0)) <= 0.0);
    assert!(unsound.expected(record(1.0, 1.0, 2.0), 3.0) <= 0.0);
}

/// Everybody met on one day, and one person fifty thousand times over.
#[test]
fn a_crowd_of_one_day_is_fitted_as_quickly_as_one_person() {
    let crowd = vec![record(0.0, 0.0, 30.0); 50_000];
    let learned = fit(&crowd, DEFAULT_PRIOR);
    assert!(learned.is_learned());
    assert!(learned.model.alive(crowd[0]) < DEFAULT.alive(crowd[0]), "nobody came back");
}

/// E[Y(t)] by the published form, to which ours is equal by Euler's transformation.
fn expected_as_published(model: MbgNbd, record: Record, weeks: f64) -> f64 {
    let MbgNbd { r, alpha, a, b } = model;
    let (x, z) = (record.repeats, weeks / (alpha + record.age + weeks));
    let f = gauss(r + x, b + x + 1.0, a + b + x, z).unwrap();
    (a + b + x) / (a - 1.0) * (1.0 - ((r + x) * (-z).ln_1p()).exp() * f) * model.alive(record)
}

proptest::proptest! {
    #[test]
    fn the_chance_falls_with_silence_and_stays_between_0_and_1(
        x in 0_u32..500, last in 0.0..500.0_f64, more in 0.0..500.0_f64, later in 0.0..500.0_f64,
    ) {
        let x = f64::from(x);
        let (soon, late) =
            (DEFAULT.alive(record(x, last, last + more)), DEFAULT.alive(record(x, last, last + more + later)));
        assert!((0.0..=1.0).contains(&soon) && late <= soon);
    }

    #[test]
    fn more_is_to_be_expected_of_a_longer_time_and_all_of_it_as_published(
        r in 0.2..5.0_f64, alpha in 1.0..30.0_f64, a in 0.2..4.0_f64, b in 0.2..4.0_f64,
        x in 0_u32..60, last in 0.0..200.0_f64, more in 0.0..100.0_f64, weeks in 0.1..100.0_f64,
    ) {
        let (model, known) = (MbgNbd { r, alpha, a, b }, record(f64::from(x), last, last + more));
        let (near_future, far) = (model.expected(known, weeks), model.expected(known, 2.0 * weeks));
        assert!(near_future >= 0.0 && far >= near_future);
        if (a - 1.0).abs() > 0.01 {
            let published = expected_as_published(model, known, weeks);
            near(near_future, published, 1e-7 * published.max(1.0));
        }
    }

    #[test]
    fn the_fit_is_no_worse_than_its_neighbours(
        people in proptest::collection::vec((0_u32..12, 0.0..1.0_f64, 0.0..150.0_f64), 30..80),
    ) {
        let records: Vec<Record> =
            people.iter().map(|&(x, part, age)| record(f64::from(x), part * age, age)).collect();
        let posterior = |m: MbgNbd| {
            let away = [m.r, m.alpha / 8.0, m.a, m.b].map(|p| p.ln().powi(2)).iter().sum::<f64>();
            m.ln_likelihood(records.iter().copied()) - away / (2.0 * SPREAD * SPREAD)
        };
        let best = mode(&records, DEFAULT_PRIOR).unwrap();
        for factor in [0.95, 1.05] {
            for beside in [
                MbgNbd { r: best.r * factor, ..best },
                MbgNbd { alpha: best.alpha * factor, ..best },
                MbgNbd { a: best.a * factor, ..best },
                MbgNbd { b: best.b * factor, ..best },
            ] {
                assert!(posterior(beside) <= posterior(best) + 1e-6);
            }
        }
    }
}

//! The week's choices beside `HiGHS`: the same choices and limits, the worth found and the time.

use crate::book::{self, MONDAY};
use crate::clock::best;
use crate::draw::Draw;
use crate::error::Result;
use crate::hard::Kind;
use crate::peers::Peers;
use crate::row::{Answers, Peer, Row};
use crate::words::Words;
use kithwork_core::days::days_before;
use kithwork_core::params::Params;
use kithwork_core::plan::Plan;
use kithwork_core::plan::optimise::{Choice, Limits, Problem, Side, Solution, solve};
use serde::{Deserialize, Serialize};
use std::time::Duration;

const SCRIPT: &str = include_str!("../peers/week.py");
/// Seconds after which `HiGHS` is stopped on one problem.
const LIMIT: f64 = 30.0;
/// Minutes of the weeks.
const BUDGETS: [u32; 4] = [180, 360, 600, 960];
/// Weeks of each book, four apart.
const WEEKS: i32 = 4;
/// Problems of each hard kind.
const HARD: usize = 8;
/// Worth that differs by less is the same, relative.
const SAME: f64 = 1e-7;

#[derive(Serialize)]
struct Question {
    problems: Vec<Asked>,
    limit: f64,
}

#[derive(Serialize)]
struct Asked {
    choices: Vec<AskedChoice>,
    budget: u32,
    surplus: Option<i64>,
}

#[derive(Serialize)]
struct AskedChoice {
    minutes: u32,
    value: f64,
    is_people: bool,
    takes: Vec<usize>,
    fixed: bool,
}

/// What `HiGHS` answers to one problem.
#[derive(Debug, Deserialize)]
struct Told {
    seconds: f64,
    /// None where nothing is allowed.
    chosen: Option<Vec<usize>>,
    is_proven: bool,
}

impl From<&Problem> for Asked {
    fn from(Problem { choices, limits }: &Problem) -> Self {
        let asked = |choice: &Choice| AskedChoice {
            minutes: choice.minutes,
            value: choice.value,
            is_people: choice.side == Side::People,
            takes: choice.takes.clone(),
            fixed: choice.fixed,
        };
        let Limits { budget, surplus } = *limits;
        Self { choices: choices.iter().map(asked).collect(), budget, surplus }
    }
}

/// The weeks of books of three sizes, then what was made to be hard.
pub(crate) fn rows(peers: Option<&Peers>, words: &Words) -> Result<Vec<Row>> {
    let books = [(200, "200 people"), (1_000, "1000 people"), (10_000, "10 000 people")];
    let mut sets: Vec<(String, Vec<Problem>)> = Vec::new();
    for (people, size) in books {
        let problems = weeks(&mut Draw::new(words.seed), people);
        sets.push((format!("the weeks of a book, {size}"), problems));
    }
    for kind in Kind::ALL {
        let mut draw = Draw::new(words.seed);
        let problems = (0..HARD).map(|_| kind.made_up(&mut draw)).collect();
        sets.push((format!("made to be hard: {}", kind.name()), problems));
    }
    sets.iter().map(|(work, problems)| row(peers, words, work, problems)).collect()
}

/// What the plans of several weeks and hours of a book come down to.
fn weeks(draw: &mut Draw, people: usize) -> Vec<Problem> {
    let (book, params) = (book::made_up(draw, people), Params::default());
    let mondays = (0..WEEKS).map(|week| days_before(MONDAY, 28 * week));
    mondays
        .flat_map(|monday| BUDGETS.map(|budget| Plan::problems(&book, monday, budget, &params)))
        .flatten()
        .collect()
}

fn row(peers: Option<&Peers>, words: &Words, work: &str, problems: &[Problem]) -> Result<Row> {
    let one = |problem: &Problem| best(words.runs, || solve(&problem.choices, problem.limits));
    let (times, ours): (Vec<Duration>, Vec<Option<Solution>>) = problems.iter().map(one).unzip();
    let question = Question { problems: problems.iter().map(Asked::from).collect(), limit: LIMIT };
    let told: Option<Vec<Told>> =
        peers.map(|peers| peers.ask(SCRIPT, words.runs, &question)).transpose()?;
    let peer = told.map(|told| {
        let seconds = told.iter().map(|one| one.seconds).sum();
        Peer::new("highspy", seconds, compared(problems, &ours, &told))
    });
    Ok(Row::new(work, &size(problems), times.iter().sum(), peer))
}

/// How many problems, and of how many choices.
fn size(problems: &[Problem]) -> String {
    let lengths = problems.iter().map(|problem| problem.choices.len());
    let (least, most) = (lengths.clone().min().unwrap_or(0), lengths.max().unwrap_or(0));
    let choices = if least == most { most.to_string() } else { format!("{least}–{most}") };
    format!("{} problems of {choices} choices", problems.len())
}

/// What both found, side by side.
fn compared(problems: &[Problem], ours: &[Option<Solution>], told: &[Told]) -> Answers {
    let worth = |problem: &Problem, chosen: Option<&[usize]>| {
        chosen.map_or(Some(f64::NEG_INFINITY), |chosen| allowed_worth(problem, chosen))
    };
    let (mut same, mut less, mut more, mut most) = (0, 0, 0, 0.0_f64);
    for ((problem, ours), told) in problems.iter().zip(ours).zip(told) {
        let found = worth(problem, ours.as_ref().map(|found| found.chosen.as_slice()));
        let theirs = worth(problem, told.chosen.as_deref());
        let gap = gap(found.unwrap_or(f64::NAN), theirs.unwrap_or(f64::NEG_INFINITY));
        if gap.abs() <= SAME {
            same += 1;
        } else if gap < 0.0 {
            more += 1;
        } else {
            less += 1;
            most = most.max(gap);
        }
    }
    let open = ours.iter().flatten().filter(|found| !found.is_proven).count();
    let said = [
        format!("the same worth in {same} of {}", problems.len()),
        counted(less, &format!("; ours less in {less}, by {:.2} % at most", 100.0 * most)),
        counted(more, &format!("; ours more in {more}")),
        counted(open, &format!("; ours not proven best in {open}")),
        unproven(told),
    ];
    Answers { said: said.concat(), agree: less == 0 && told.len() == problems.len() }
}

/// What there is to say of so many; nothing of none.
fn counted(count: usize, said: &str) -> String {
    if count > 0 { said.to_owned() } else { String::new() }
}

/// What the peer left open.
fn unproven(told: &[Told]) -> String {
    let open = told.iter().filter(|told| !told.is_proven).count();
    counted(open, &format!("; theirs not proven best in {open}"))
}

/// How much less ours is than theirs, as a part of theirs; below 0 where it is more, 0 where both say that
/// nothing is allowed, infinite where ours is no answer.
fn gap(ours: f64, theirs: f64) -> f64 {
    match (ours.is_finite(), theirs.is_finite()) {
        (true, true) => (theirs - ours) / theirs.abs().max(f64::MIN_POSITIVE),
        (true, false) => f64::NEG_INFINITY,
        (false, false) if !ours.is_nan() => 0.0,
        (false, _) => f64::INFINITY,
    }
}

/// What the chosen are worth together; none where the limits don't allow them.
fn allowed_worth(problem: &Problem, chosen: &[usize]) -> Option<f64> {
    let mut taken: Vec<usize> = Vec::new();
    let (mut minutes, mut surplus, mut worth) = (0_i64, 0_i64, 0.0);
    for &place in chosen {
        let choice = problem.choices.get(place)?;
        minutes += i64::from(choice.minutes);
        surplus += i64::from(choice.minutes) * if choice.side == Side::People { 1 } else { -1 };
        worth += choice.value;
        taken.extend(&choice.takes);
    }
    let all = taken.len();
    taken.sort_unstable();
    taken.dedup();
    let stands = problem.choices.iter().enumerate().filter(|(_, choice)| choice.fixed);
    let is_allowed = taken.len() == all
        && minutes <= i64::from(problem.limits.budget)
        && problem.limits.surplus.is_none_or(|least| surplus >= least)
        && stands.into_iter().all(|(place, _)| chosen.contains(&place));
    is_allowed.then_some(worth)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choice(minutes: u32, value: f64, takes: &[usize]) -> Choice {
        Choice { minutes, value, side: Side::People, takes: takes.to_vec(), fixed: false }
    }

    fn problem() -> Problem {
        let choices =
            vec![choice(10, 60.0, &[0]), choice(20, 100.0, &[1]), choice(30, 120.0, &[2])];
        Problem { choices, limits: Limits { budget: 50, surplus: None } }
    }

    fn beside(ours: &[usize], theirs: &str) -> Answers {
        let ours = Solution { chosen: ours.to_vec(), is_proven: true };
        let told: Told = serde_json::from_str(theirs).unwrap();
        compared(&[problem()], &[Some(ours)], &[told])
    }

    #[test]
    fn the_same_worth_agrees_and_less_does_not() {
        let theirs = r#"{"seconds": 0.1, "chosen": [1, 2], "is_proven": true}"#;
        let same = beside(&[1, 2], theirs);
        assert_eq!((same.said.as_str(), same.agree), ("the same worth in 1 of 1", true));
        let less = beside(&[0, 1], theirs);
        assert!(!less.agree);
        assert!(less.said.contains("ours less in 1, by 27.27 % at most"), "{}", less.said);
        let stopped = r#"{"seconds": 0.1, "chosen": [0, 2], "is_proven": false}"#;
        let more = beside(&[1, 2], stopped);
        assert!(more.agree, "{}", more.said);
        assert!(more.said.ends_with("ours more in 1; theirs not proven best in 1"));
        let nothing = r#"{"seconds": 0.1, "chosen": null, "is_proven": true}"#;
        assert!(beside(&[1, 2], nothing).said.contains("ours more in 1"));
    }

    #[test]
    fn what_the_limits_forbid_has_no_worth() {
        assert_eq!(allowed_worth(&problem(), &[1, 2]), Some(220.0));
        assert_eq!(allowed_worth(&problem(), &[0, 1, 2]), None, "too long");
        assert_eq!(allowed_worth(&problem(), &[7]), None, "no such choice");
        let mut shared = problem();
        shared.choices[0].takes = vec![1];
        assert_eq!(allowed_worth(&shared, &[0, 1]), None, "one person twice");
        shared.choices[2].fixed = true;
        assert_eq!(allowed_worth(&shared, &[1]), None, "what stands is left out");
        shared.limits.surplus = Some(60);
        assert_eq!(allowed_worth(&shared, &[1, 2]), None, "too little with people");
        assert!(!beside(&[0, 1, 2], r#"{"seconds": 1, "chosen": [2], "is_proven": true}"#).agree);
    }

    #[test]
    fn the_weeks_of_a_book_are_the_same_for_a_seed_and_are_asked_as_they_are() {
        let made = |seed| weeks(&mut Draw::new(seed), 60);
        let problems = made(1);
        assert_eq!(problems, made(1));
        assert_ne!(problems, made(2));
        assert!(problems.len() >= 16 && problems.iter().any(|p| p.choices.len() > 20));
        let asked = Asked::from(&problem());
        let told = serde_json::to_string(&asked).unwrap();
        assert!(told.starts_with(r#"{"choices":[{"minutes":10,"value":60.0,"is_people":true,"#));
        assert!(told.ends_with(r#""budget":50,"surplus":null}"#), "{told}");
    }
}

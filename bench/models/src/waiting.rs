//! How long until something happens: Kaplan–Meier, log-rank and Weibull beside `lifelines`.

use crate::clock::best;
use crate::draw::Draw;
use crate::error::Result;
use crate::peers::Peers;
use crate::row::{Answers, Peer, Row};
use crate::words::Words;
use kithwork_core::models::kaplan_meier::{Case, curve};
use kithwork_core::models::log_rank::{LogRank, log_rank};
use kithwork_core::models::weibull;
use serde::{Deserialize, Serialize};

const SCRIPT: &str = include_str!("../peers/waiting.py");
/// What follows from counts alone is the same to so much.
const SAME: f64 = 1e-9;
/// What is searched for is the same to so much.
const NEAR: f64 = 1e-4;

#[derive(Serialize)]
struct Question {
    times: Vec<f64>,
    happened: Vec<bool>,
    first: Vec<bool>,
}

/// One answer with its time.
#[derive(Debug, Deserialize)]
pub(crate) struct Timed {
    /// The shortest time.
    pub(crate) seconds: f64,
    /// What came out.
    pub(crate) values: Vec<f64>,
}

#[derive(Debug, Deserialize)]
struct Told {
    curve: Timed,
    log_rank: Timed,
    weibull: Timed,
}

/// Two groups of people waiting.
struct Groups {
    first: Vec<Case>,
    second: Vec<Case>,
}

impl Groups {
    /// So many in all, watched for up to two years; whole days, so that many happen at one time.
    fn made_up(draw: &mut Draw, count: usize) -> Self {
        let mut group = |count: usize, scale: f64| -> Vec<Case> {
            (0..count).map(|_| case(draw, scale)).collect()
        };
        Self { first: group(count / 2, 30.0), second: group(count - count / 2, 33.0) }
    }

    fn all(&self) -> Vec<Case> {
        self.first.iter().chain(&self.second).copied().collect()
    }

    fn question(&self) -> Question {
        let all = self.all();
        Question {
            times: all.iter().map(|c| c.time).collect(),
            happened: all.iter().map(|c| c.happened).collect(),
            first: (0..all.len()).map(|at| at < self.first.len()).collect(),
        }
    }
}

fn case(draw: &mut Draw, scale: f64) -> Case {
    let (waits, watched) = (draw.weibull(1.3, scale), f64::from(draw.between(7, 7 * 104)) / 7.0);
    let time = (7.0 * waits.min(watched)).ceil().max(1.0) / 7.0;
    Case { time, happened: waits <= watched }
}

/// Three questions to a thousand and to ten thousand people.
pub(crate) fn rows(peers: Option<&Peers>, words: &Words) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for (count, size) in [(1_000, "1000 people"), (10_000, "10 000 people")] {
        let groups = Groups::made_up(&mut Draw::new(words.seed), count);
        let told: Option<Told> =
            peers.map(|p| p.ask(SCRIPT, words.runs, &groups.question())).transpose()?;
        rows.extend(measured(&groups, words.runs, size, told.as_ref())?);
    }
    Ok(rows)
}

fn measured(groups: &Groups, runs: u32, size: &str, told: Option<&Told>) -> Result<[Row; 3]> {
    let all = groups.all();
    let (curve_took, curve) = best(runs, || curve(&all));
    let (rank_took, rank) = best(runs, || log_rank(&groups.first, &groups.second));
    let (weibull_took, weibull) = best(runs, || weibull::fit(&all));
    let weibull = weibull?;
    let survival: Vec<f64> = curve.iter().map(|point| point.survival).collect();
    let fitted = [weibull.shape, weibull.scale, weibull.ln_likelihood(&all)];
    let chi_square = [rank.map_or(f64::NAN, LogRank::chi_square)];
    let beside = told.map(|told| {
        let Told { curve, log_rank, weibull } = told;
        [
            (curve, Answers::near("shares", &survival, &curve.values, SAME)),
            (log_rank, Answers::near("χ²", &chi_square, &log_rank.values, SAME)),
            (weibull, Answers::near("shape, scale, ln L", &fitted, &weibull.values, NEAR)),
        ]
        .map(|(timed, answers)| Peer::new("lifelines", timed.seconds, answers))
    });
    let [a, b, c] = beside.map_or([None, None, None], |peers| peers.map(Some));
    Ok([
        Row::new("Kaplan–Meier curve", size, curve_took, a),
        Row::new("log-rank test", size, rank_took, b),
        Row::new("fitting Weibull", size, weibull_took, c),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_who_wait_are_the_same_for_a_seed() {
        let made = |seed| Groups::made_up(&mut Draw::new(seed), 101).all();
        assert_eq!(made(1), made(1));
        assert_ne!(made(1), made(2));
        assert_eq!(made(1).len(), 101);
        assert!(made(1).iter().all(|case| case.time > 0.0 && case.time < 105.0));
        let happened = made(1).iter().filter(|case| case.happened).count();
        assert!((40..95).contains(&happened), "{happened} of 101");
    }

    #[test]
    fn a_peer_s_answer_is_read_and_set_beside_ours() {
        let cases = [(1.0, true), (2.0, true), (3.0, false), (4.0, true)];
        let cases = cases.map(|(time, happened)| Case { time, happened }).to_vec();
        let groups = Groups { first: cases[..2].to_vec(), second: cases[2..].to_vec() };
        let asked = serde_json::to_string(&groups.question()).unwrap();
        assert!(asked.contains(r#""first":[true,true,false,false]"#), "{asked}");
        let told: Told = serde_json::from_str(
            r#"{"curve": {"seconds": 0.5, "values": [0.75, 0.5, 0.0]},
                "log_rank": {"seconds": 0.5, "values": [3.0]},
                "weibull": {"seconds": 0.5, "values": [1.0, 1.0, 1.0]}}"#,
        )
        .unwrap();
        let rows = measured(&groups, 1, "4 people", Some(&told)).unwrap();
        let agree = rows.map(|row| row.peer.unwrap().answers.agree);
        assert_eq!(agree, [true, false, false]);
    }
}

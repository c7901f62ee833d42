//! What the next deal is worth: gamma–gamma beside `lifetimes`.

use crate::clock::best;
use crate::draw::Draw;
use crate::error::Result;
use crate::peers::Peers;
use crate::rhythm::Told;
use crate::row::{Peer, Row};
use crate::sample;
use crate::words::Words;
use kithwork_core::models::gamma_gamma::{Deals, GammaGamma, fit};
use serde::Serialize;

const SCRIPT: &str = include_str!("../peers/deals.py");
/// CDNOW's published parameters.
const CDNOW: GammaGamma = GammaGamma { p: 6.25, q: 3.74, v: 15.44 };

#[derive(Serialize)]
struct Question {
    count: Vec<f64>,
    mean: Vec<f64>,
}

/// On CDNOW's customers, or as many made up, and on ten thousand people.
pub(crate) fn rows(peers: Option<&Peers>, words: &Words) -> Result<Vec<Row>> {
    let mut draw = Draw::new(words.seed);
    let many = made_up(&mut draw, 10_000);
    let (sample, size) = sample::deals().map_or_else(
        || (made_up(&mut draw, 946), "946 made up"),
        |deals| (deals, "CDNOW, 946 customers"),
    );
    [(sample, size), (many, "10 000 people")]
        .iter()
        .map(|(people, size)| row(peers, words, people, size))
        .collect()
}

/// People with one deal to twelve, worth what the model says.
fn made_up(draw: &mut Draw, people: usize) -> Vec<Deals> {
    let one = |draw: &mut Draw| {
        let (count, rate) = (1 + draw.below(6) + draw.below(7), draw.gamma(CDNOW.q, CDNOW.v));
        let worth: f64 = (0..count).map(|_| draw.gamma(CDNOW.p, rate)).sum();
        let count = f64::from(u32::try_from(count).unwrap_or(1));
        Deals { count, mean: worth / count }
    };
    (0..people).map(|_| one(draw)).collect()
}

fn row(peers: Option<&Peers>, words: &Words, people: &[Deals], size: &str) -> Result<Row> {
    let (took, found) = best(words.runs, || fit(people));
    let (found, _) = found?;
    let of = |part: fn(&Deals) -> f64| people.iter().map(part).collect();
    let question = Question { count: of(|d| d.count), mean: of(|d| d.mean) };
    let told: Option<Told> =
        peers.map(|peers| peers.ask(SCRIPT, words.runs, &question)).transpose()?;
    let peer = told.map(|told| {
        let at = |i: usize| told.parameters.get(i).copied().unwrap_or(f64::NAN);
        let theirs = GammaGamma { p: at(0), q: at(1), v: at(2) };
        let answers = told.beside(
            &[found.p, found.q, found.v],
            found.ln_likelihood(people),
            theirs.ln_likelihood(people),
        );
        Peer::new("lifetimes", told.seconds, answers)
    });
    Ok(Row::new("fitting gamma–gamma", size, took, peer))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn made_up_deals_are_the_same_for_a_seed_and_are_fitted_near_their_model() {
        let made = |seed| made_up(&mut Draw::new(seed), 3_000);
        assert_eq!(made(1), made(1));
        assert_ne!(made(1), made(2));
        let (found, people) = fit(&made(1)).unwrap();
        assert_eq!(people, 3_000);
        assert!((found.p / CDNOW.p - 1.0).abs() < 0.1, "{found:?}");
        assert!((found.mean() / CDNOW.mean() - 1.0).abs() < 0.1, "{found:?}");
    }
}

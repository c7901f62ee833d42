//! Does a relationship still live: MBG/NBD and BG/NBD beside `lifetimes`.

use crate::clock::best;
use crate::draw::Draw;
use crate::error::Result;
use crate::peers::Peers;
use crate::relationships::made_up;
use crate::row::{Answers, Peer, Row};
use crate::sample;
use crate::words::Words;
use kithwork_core::models::fitted::Unfit;
use kithwork_core::models::mbg_nbd::fit::{Prior, mode};
use kithwork_core::models::mbg_nbd::{BgNbd, MbgNbd, Record};
use serde::{Deserialize, Serialize};

const SCRIPT: &str = include_str!("../peers/rhythm.py");
/// Parameters may differ by so much, relative: the top of the likelihood is flat.
const NEAR: f64 = 1e-3;
/// Both must say the same of ln L to so much, relative.
const SAME: f64 = 1e-7;

#[derive(Serialize)]
struct Question {
    model: &'static str,
    repeats: Vec<f64>,
    last: Vec<f64>,
    age: Vec<f64>,
}

/// What a peer's fit tells.
#[derive(Debug, Deserialize)]
pub(crate) struct Told {
    /// The shortest time.
    pub(crate) seconds: f64,
    /// In the order of the model's own symbols.
    pub(crate) parameters: Vec<f64>,
    /// ln L there, by the peer's own formula.
    pub(crate) ln_likelihood: f64,
}

impl Told {
    /// The two fits side by side: `found` with its ln L, and ln L of theirs by our formula.
    pub(crate) fn beside(&self, found: &[f64], ln_likelihood: f64, of_theirs: f64) -> Answers {
        let theirs = self.ln_likelihood;
        let formula = (of_theirs / theirs - 1.0).abs() <= SAME;
        let as_likely = ln_likelihood >= theirs - SAME * theirs.abs();
        let relative: Vec<f64> = found.iter().zip(&self.parameters).map(|(a, b)| a / b).collect();
        let even = vec![1.0; self.parameters.len()];
        let likely = Answers {
            said: format!("ln L {ln_likelihood:.3}, {theirs:.3}"),
            agree: formula && as_likely,
        };
        likely.and(Answers::near("parameters", &relative, &even, NEAR))
    }
}

/// A model of the family.
#[derive(Clone, Copy, Debug)]
enum Model {
    Mbg,
    Bg,
}

impl Model {
    const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Mbg => ("mbg", "fitting MBG/NBD"),
            Self::Bg => ("bg", "fitting BG/NBD"),
        }
    }

    /// The most likely parameters, r, α, a, b, with nothing believed before.
    fn fit(self, records: &[Record]) -> std::result::Result<[f64; 4], Unfit> {
        match self {
            Self::Mbg => {
                let start = Prior::none(MbgNbd { r: 1.0, alpha: 8.0, a: 1.0, b: 1.0 });
                mode(records, start).map(|MbgNbd { r, alpha, a, b }| [r, alpha, a, b])
            }
            Self::Bg => {
                let start = BgNbd { r: 1.0, alpha: 8.0, a: 1.0, b: 1.0 };
                BgNbd::fit(records, start).map(|BgNbd { r, alpha, a, b }| [r, alpha, a, b])
            }
        }
    }

    fn ln_likelihood(self, [r, alpha, a, b]: [f64; 4], records: &[Record]) -> f64 {
        match self {
            Self::Mbg => MbgNbd { r, alpha, a, b }.ln_likelihood(records.iter().copied()),
            Self::Bg => BgNbd { r, alpha, a, b }.ln_likelihood(records),
        }
    }
}

/// Both models on CDNOW's customers, or as many made up, and on ten thousand relationships.
pub(crate) fn rows(peers: Option<&Peers>, words: &Words) -> Result<Vec<Row>> {
    let mut draw = Draw::new(words.seed);
    let many = made_up(&mut draw, 10_000, (26, 520));
    let (sample, size) = sample::customers().map_or_else(
        || (made_up(&mut draw, 2_357, (27, 39)), "2357 made up".to_owned()),
        |customers| (customers, "CDNOW, 2357 customers".to_owned()),
    );
    let data = [(sample, size), (many, "10 000 relationships".to_owned())];
    let models = [Model::Mbg, Model::Bg];
    let each = models.iter().flat_map(|&model| data.iter().map(move |on| (model, on)));
    each.map(|(model, (records, size))| row(peers, words, model, (records, size))).collect()
}

fn row(
    peers: Option<&Peers>,
    words: &Words,
    model: Model,
    (records, size): (&[Record], &str),
) -> Result<Row> {
    let (name, work) = model.names();
    let (took, found) = best(words.runs, || model.fit(records));
    let found = found?;
    let of = |part: fn(&Record) -> f64| records.iter().map(part).collect();
    let question = Question {
        model: name,
        repeats: of(|r| r.repeats),
        last: of(|r| r.last),
        age: of(|r| r.age),
    };
    let told: Option<Told> =
        peers.map(|peers| peers.ask(SCRIPT, words.runs, &question)).transpose()?;
    let peer = told.map(|told| {
        let theirs: [f64; 4] =
            std::array::from_fn(|i| told.parameters.get(i).copied().unwrap_or(f64::NAN));
        let answers = told.beside(
            &found,
            model.ln_likelihood(found, records),
            model.ln_likelihood(theirs, records),
        );
        Peer::new("lifetimes", told.seconds, answers)
    });
    Ok(Row::new(work, size, took, peer))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Told {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn fits_agree_where_the_formula_the_height_and_the_place_do() {
        let told = told(r#"{"seconds": 0.1, "parameters": [0.5, 6.0], "ln_likelihood": -100.0}"#);
        let answers = told.beside(&[0.5, 6.003], -99.9999, -100.0);
        assert!(answers.agree, "{answers:?}");
        assert_eq!(answers.said, "ln L -100.000, -100.000; parameters within 5e-4");
        assert!(!told.beside(&[0.5, 6.0], -100.1, -100.0).agree, "a lower place");
        assert!(!told.beside(&[0.5, 6.0], -100.0, -101.0).agree, "another formula");
        assert!(!told.beside(&[0.5, 7.0], -100.0, -100.0).agree, "another place");
        assert!(!told.beside(&[0.5, f64::NAN], -100.0, f64::NAN).agree);
    }

    #[test]
    fn both_models_find_what_relationships_were_made_from() {
        let records = made_up(&mut Draw::new(3), 4_000, (26, 520));
        let [r, alpha, ..] = Model::Mbg.fit(&records).unwrap();
        assert!((r / 0.525 - 1.0).abs() < 0.2 && (alpha / 6.183 - 1.0).abs() < 0.3, "{r} {alpha}");
        let bg = Model::Bg.fit(&records).unwrap();
        assert!(Model::Bg.ln_likelihood(bg, &records).is_finite());
    }
}

//! The network in rings around its owner: a sector of the circle for each group, the deeper the nearer.

use crate::say;
use askama::Template;
use kithwork_core::ladder::State;
use kithwork_core::network::Spoke;
use std::f64::consts::TAU;

/// The drawing's side; its centre is half of it.
const SIDE: f64 = 640.0;
/// How far from the centre the rings of level 5 and of level 0 lie.
const NEAR: f64 = 62.0;
const FAR: f64 = 244.0;
/// How far out the names of the groups stand.
const NAMES: f64 = 272.0;
/// People drawn; the list says all.
const MOST: usize = 400;
/// Letters of a group's name that fit beside the circle.
const LETTERS: usize = 18;

/// The network in rings.
#[derive(Clone, Debug, Template)]
#[template(path = "chart/rings.html")]
pub(crate) struct Rings {
    /// What it shows, in a sentence.
    pub says: String,
    circles: [f64; 6],
    dots: Vec<Mark>,
    names: Vec<Name>,
}

impl askama::filters::HtmlSafe for Rings {}

/// Somebody's place.
#[derive(Clone, Debug)]
struct Mark {
    x: f64,
    y: f64,
    class: &'static str,
}

/// A group's name, beside its part of the circle.
#[derive(Clone, Debug)]
struct Name {
    x: f64,
    y: f64,
    /// As far as it fits.
    text: String,
    full: String,
    anchor: &'static str,
}

impl Rings {
    /// Draws them; each group has a part of the circle as wide as it has people.
    pub(crate) fn of(spokes: &[Spoke], says: String) -> Self {
        let all: usize = spokes.iter().map(|spoke| spoke.people.len()).sum();
        let (mut dots, mut names, mut from) = (Vec::new(), Vec::new(), -TAU / 4.0);
        for spoke in spokes {
            let width = TAU * share(spoke.people.len(), all);
            dots.extend(marks(spoke, from, width));
            // A sliver has no room for its name; the list has it.
            if width > TAU / 40.0 {
                names.push(name(spoke, from + width / 2.0));
            }
            from += width;
        }
        dots.truncate(MOST);
        Self { says, circles: [0, 1, 2, 3, 4, 5].map(radius), dots, names }
    }
}

/// Those of one level stand side by side on their ring.
fn marks(spoke: &Spoke, from: f64, width: f64) -> Vec<Mark> {
    let levels = spoke.people.chunk_by(|a, b| a.level == b.level);
    let marks = levels.flat_map(|people| {
        people.iter().enumerate().map(move |(n, dot)| {
            let angle = from + width * share(2 * n + 1, 2 * people.len());
            // Neighbours stand a little apart, so that a full ring stays readable.
            let radius = radius(dot.level) + [-7.0, 7.0, 0.0][n % 3];
            let (x, y) = at(angle, radius);
            let class = match dot.state {
                Some(State::Warm) => "warm",
                Some(State::Cooling) => "cooling",
                Some(State::Dormant) | None => "dormant",
            };
            Mark { x, y, class }
        })
    });
    marks.collect()
}

fn name(spoke: &Spoke, angle: f64) -> Name {
    let (x, y) = at(angle, NAMES);
    let full = spoke.name.as_deref().unwrap_or("not known");
    let text = say::cut(full, LETTERS);
    let anchor = match x - SIDE / 2.0 {
        right if right > 40.0 => "start",
        left if left < -40.0 => "end",
        _ => "middle",
    };
    Name { x, y, text, full: full.to_owned(), anchor }
}

fn at(angle: f64, radius: f64) -> (f64, f64) {
    let round = |value: f64| (value * 10.0).round() / 10.0;
    (round(SIDE / 2.0 + radius * angle.cos()), round(SIDE / 2.0 + radius * angle.sin()))
}

fn radius(level: u8) -> f64 {
    FAR - (FAR - NEAR) * f64::from(level.min(5)) / 5.0
}

#[expect(clippy::cast_precision_loss, reason = "people of a book are far fewer than 2^53")]
fn share(part: usize, of: usize) -> f64 {
    part as f64 / (of.max(1)) as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use kithwork_core::id::PersonId;
    use kithwork_core::network::Dot;

    #[test]
    fn the_deeper_stand_nearer_and_all_stand_inside() {
        let dot = |level| Dot {
            person: PersonId(uuid::Uuid::nil()),
            name: "Ann".to_owned(),
            level,
            state: Some(State::Warm),
        };
        let people = (0..90).map(|n| dot(5 - n / 18)).collect();
        let rings = Rings::of(&[Spoke { name: None, people }], String::new());
        let far = |mark: &Mark| (mark.x - 320.0).hypot(mark.y - 320.0);
        assert!(far(&rings.dots[0]) < far(&rings.dots[89]));
        assert!(rings.dots.iter().all(|mark| far(mark) < NAMES));
        assert_eq!(Rings::of(&[], String::new()).dots.len(), 0);
    }
}

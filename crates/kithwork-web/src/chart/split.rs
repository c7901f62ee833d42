//! Plain bars, one a thing: what was counted or paid, without uncertainty.

use super::{Percent, Scale};
use crate::say;
use askama::Template;

/// Height of one row, em.
const ROW: f64 = 2.9;
/// Letters of a name that fit beside its figure on a phone.
const LETTERS: usize = 34;

/// One bar.
#[derive(Clone, Debug)]
pub(crate) struct Bar {
    /// What it is about.
    pub label: String,
    /// Its length, in the chart's unit.
    pub value: f64,
    /// The same in words.
    pub said: String,
}

impl Bar {
    /// Its name as far as it fits; its title and the table have the whole.
    fn short(&self) -> String {
        say::cut(&self.label, LETTERS)
    }
}

/// Bars on one scale.
#[derive(Clone, Debug, Template)]
#[template(path = "chart/bars.html")]
pub(crate) struct Bars {
    /// Makes the ids in the page unique.
    pub id: String,
    /// The finding in a sentence.
    pub says: String,
    /// What the chart is.
    pub title: String,
    /// What a row is called in the table.
    pub subject: &'static str,
    /// What the figure is called in the table.
    pub measure: &'static str,
    /// The bars, in the order in which they are read.
    pub rows: Vec<Bar>,
}

impl askama::filters::HtmlSafe for Bars {}

/// One bar's places.
struct Marks {
    label_y: f64,
    y: f64,
    x: Percent,
    width: Percent,
}

impl Bars {
    fn marks(&self) -> impl Iterator<Item = (&Bar, Marks)> {
        let scale = Scale::around(self.rows.iter().map(|r| r.value), 4);
        let largest = self.rows.iter().map(|r| r.value.abs()).fold(0.0, f64::max).max(1.0);
        let losses = self.rows.iter().any(|r| r.value < 0.0);
        self.rows.iter().zip(0_u32..).map(move |(row, i)| {
            let top = f64::from(i) * ROW;
            // Without losses the longest bar fills the width; with them zero needs a place.
            let (x, end) = if losses {
                (scale.at(row.value.min(0.0)), scale.at(row.value.max(0.0)))
            } else {
                (Percent::of(0.0), Percent::of(row.value / largest))
            };
            (row, Marks { label_y: top + 1.0, y: top + 1.5, x, width: x.to(end) })
        })
    }

    fn height(&self) -> f64 {
        self.rows.iter().map(|_| ROW).sum()
    }
}

//! A dot with its likely range, one row a thing: the form for whatever is uncertain.

use super::{Percent, Scale};
use askama::Template;

/// Height of one row, em: a line for the label, a line for the range.
const ROW: f64 = 3.0;
/// Height of the axis under the rows, em.
const AXIS: f64 = 1.6;

/// One row.
#[derive(Clone, Debug)]
pub(crate) struct IntervalRow {
    /// What it is about.
    pub label: String,
    /// Lower end, middle, upper end, in the plot's unit.
    pub range: (f64, f64, f64),
    /// The same in words: low, middle, high.
    pub said: [String; 3],
}

/// Dots with ranges on one scale.
#[derive(Clone, Debug, Template)]
#[template(path = "chart/interval.html")]
pub(crate) struct IntervalPlot {
    /// Makes the ids in the page unique.
    pub id: &'static str,
    /// The finding in a sentence.
    pub says: String,
    /// What the chart is.
    pub title: String,
    /// What a row is called in the table.
    pub subject: &'static str,
    /// What the middle is called in the table.
    pub middle: &'static str,
    /// The rows, in the order in which they are read.
    pub rows: Vec<IntervalRow>,
    /// The scale.
    pub scale: Scale,
    /// The ticks' words, one each.
    pub ticks: Vec<String>,
}

impl askama::filters::HtmlSafe for IntervalPlot {}

/// One row's places.
struct Marks {
    label_y: f64,
    y: f64,
    low: Percent,
    middle: Percent,
    high: Percent,
}

impl IntervalPlot {
    fn marks(&self) -> impl Iterator<Item = (&IntervalRow, Marks)> {
        self.rows.iter().zip(0_u32..).map(|(row, i)| {
            let top = f64::from(i) * ROW;
            let (low, middle, high) = row.range;
            let at = |value| self.scale.at(value);
            let (low, middle, high) = (at(low), at(middle), at(high));
            (row, Marks { label_y: top + 1.0, y: top + 2.0, low, middle, high })
        })
    }

    fn grid(&self) -> impl Iterator<Item = (Percent, &String)> {
        self.scale.ticks().into_iter().map(|t| self.scale.at(t)).zip(&self.ticks)
    }

    fn foot(&self) -> f64 {
        self.rows.iter().map(|_| ROW).sum()
    }

    fn height(&self) -> f64 {
        self.foot() + AXIS
    }
}

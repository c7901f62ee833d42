//! What ran from where through whom: bands between three columns, as wide as what ran through them.

use crate::say;
use askama::Template;

/// The height of all that ran, em; a column of many things is higher by their names.
const WHOLE: f64 = 11.0;
/// A name stands above its bar, em; so much lies between two.
const NAME: f64 = 1.55;
const GAP: f64 = 0.55;
/// No bar is thinner, em.
const LEAST: f64 = 0.22;
/// Where the three columns begin and how wide their bars are, per cent of the width.
const COLUMNS: [f64; 3] = [0.0, 49.0, 98.0];
const BAR: f64 = 2.0;
/// Letters of a name that fit beside the others on a phone.
const LETTERS: usize = 15;

/// One band: from where, through whom, how much.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Band {
    pub from: String,
    pub through: String,
    /// How much, in the chart's unit; nothing below nought runs.
    pub value: f64,
    /// The same in words.
    pub said: String,
}

/// Bands between three columns.
#[derive(Clone, Debug, Template)]
#[template(path = "chart/flow.html")]
pub(crate) struct Flow {
    /// Makes the ids in the page unique.
    pub id: String,
    /// The finding in a sentence.
    pub says: String,
    /// What the chart is.
    pub title: String,
    /// All of it in words, at the end of the way.
    pub whole: String,
    /// The bands, in the order in which they are read.
    pub rows: Vec<Band>,
}

impl askama::filters::HtmlSafe for Flow {}

/// One thing in a column.
#[derive(Clone, Debug, PartialEq)]
struct Node {
    name: String,
    x: f64,
    /// Where its name stands and its bar begins, em.
    name_y: f64,
    y: f64,
    height: f64,
    anchor: &'static str,
    /// Where its name begins, per cent.
    name_x: f64,
}

/// The drawing.
struct Drawing {
    nodes: Vec<Node>,
    bands: Vec<String>,
    height: f64,
}

impl Flow {
    fn drawing(&self) -> Drawing {
        let whole: f64 = self.rows.iter().map(|band| band.value.max(0.0)).sum();
        let size = |value: f64| if whole > 0.0 { value.max(0.0) / whole * WHOLE } else { 0.0 };
        let left = column(0, self.rows.iter().map(|band| (&band.from, size(band.value))));
        let middle = column(1, self.rows.iter().map(|band| (&band.through, size(band.value))));
        let end = [(&self.whole, WHOLE)];
        let right = column(2, end.into_iter());
        let mut bands = Vec::new();
        let (mut out, mut into) = (starts(&left), starts(&middle));
        for band in self.rows.iter().filter(|band| band.value > 0.0) {
            let (Some(one), Some(other)) = (at(&left, &band.from), at(&middle, &band.through))
            else {
                continue;
            };
            let thick = size(band.value);
            let from = (COLUMNS[0] + BAR, step(&mut out, one, thick));
            bands.push(path(from, (COLUMNS[1], step(&mut into, other, thick)), thick));
        }
        let mut out = starts(&middle);
        let mut into = right.first().map_or(0.0, |node| node.y);
        for (n, node) in middle.iter().enumerate() {
            let through = self.rows.iter().filter(|band| band.through == node.name);
            let thick: f64 = through.map(|band| size(band.value)).sum();
            let from = (COLUMNS[1] + BAR, step(&mut out, n, thick));
            bands.push(path(from, (COLUMNS[2], into), thick));
            into += thick;
        }
        let nodes: Vec<Node> = left.into_iter().chain(middle).chain(right).collect();
        let height = nodes.iter().map(|node| node.y + node.height).fold(0.0, f64::max) + GAP;
        Drawing { nodes, bands, height: round(height) }
    }
}

impl Node {
    /// Its name as far as it fits; its title and the table have the whole.
    fn short(&self) -> String {
        say::cut(&self.name, LETTERS)
    }
}

/// The things of a column below each other, in the order in which they are first met.
fn column<'b>(n: usize, of: impl Iterator<Item = (&'b String, f64)>) -> Vec<Node> {
    let mut sums: Vec<(&String, f64)> = Vec::new();
    for (name, size) in of {
        match sums.iter_mut().find(|(known, _)| *known == name) {
            Some((_, sum)) => *sum += size,
            None => sums.push((name, size)),
        }
    }
    let x = COLUMNS.get(n).copied().unwrap_or_default();
    let (anchor, name_x) = [("start", 0.0), ("middle", 50.0), ("end", 100.0)][n.min(2)];
    let mut y = 0.0;
    let nodes = sums.into_iter().map(|(name, size)| {
        let (name_y, top, height) = (y + NAME - GAP, y + NAME, size.max(LEAST));
        y = top + height + GAP;
        let (name_y, y, height) = (round(name_y), round(top), round(height));
        Node { name: name.clone(), x, name_y, y, height, anchor, name_x }
    });
    nodes.collect()
}

fn at(nodes: &[Node], name: &str) -> Option<usize> {
    nodes.iter().position(|node| node.name == name)
}

fn starts(nodes: &[Node]) -> Vec<f64> {
    nodes.iter().map(|node| node.y).collect()
}

/// Where the next band of a thing begins; the one after it begins below.
fn step(starts: &mut [f64], n: usize, thick: f64) -> f64 {
    let Some(next) = starts.get_mut(n) else { return 0.0 };
    let here = *next;
    *next += thick;
    here
}

/// A band from a place to a place, as thick at both.
fn path((x0, y0): (f64, f64), (x1, y1): (f64, f64), thick: f64) -> String {
    let middle = f64::midpoint(x0, x1);
    let [y0, y1, end0, end1] = [y0, y1, y0 + thick, y1 + thick].map(round);
    format!(
        "M{x0} {y0}C{middle} {y0} {middle} {y1} {x1} {y1}V{end1}C{middle} {end1} {middle} {end0} {x0} {end0}Z"
    )
}

fn round(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flow(bands: &[(&str, &str, f64)]) -> Flow {
        let band = |&(from, through, value): &(&str, &str, f64)| Band {
            from: from.to_owned(),
            through: through.to_owned(),
            value,
            said: value.to_string(),
        };
        let rows = bands.iter().map(band).collect();
        let (says, title) = (String::new(), String::new());
        Flow { id: "f".to_owned(), says, title, whole: "all".to_owned(), rows }
    }

    #[test]
    fn what_leaves_a_column_arrives_in_the_next() {
        let drawn =
            flow(&[("A", "x", 3.0), ("A", "y", 1.0), ("B", "x", 4.0), ("C", "y", 0.0)]).drawing();
        let height = |name: &str| drawn.nodes.iter().find(|node| node.name == name).unwrap().height;
        assert!(
            (height("A") - WHOLE / 2.0).abs() < 0.02 && (height("B") - WHOLE / 2.0).abs() < 0.02
        );
        assert!((height("x") - WHOLE * 7.0 / 8.0).abs() < 0.02);
        assert!((height("all") - WHOLE).abs() < 0.02);
        assert!((height("C") - LEAST).abs() < 0.001);
        // Three bands into the middle, one on from each of the two.
        assert_eq!(drawn.bands.len(), 5);
        assert!(drawn.nodes.iter().all(|node| node.y + node.height <= drawn.height));
        let names: Vec<_> = drawn.nodes.iter().filter(|node| node.x == 0.0).collect();
        assert!(names.windows(2).all(|two| two[0].y + two[0].height < two[1].name_y));
    }

    #[test]
    fn a_long_name_ends_with_a_word_and_is_whole_in_its_title() {
        let drawn = flow(&[("Chamber Business Lunch", "x", 3.0)]).render().unwrap();
        assert!(drawn.contains("<title>Chamber Business Lunch</title>Chamber…</text>"), "{drawn}");
    }

    #[test]
    fn nothing_and_less_than_nothing_draw_no_band() {
        assert!(flow(&[]).drawing().bands.is_empty());
        let drawn = flow(&[("A", "x", -5.0), ("B", "x", f64::NAN)]).drawing();
        assert!(drawn.bands.iter().all(|band| !band.contains("NaN")), "{:?}", drawn.bands);
        assert!(drawn.height.is_finite());
    }
}

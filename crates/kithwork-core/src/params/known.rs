//! What is known of each parameter: its words, its range and where it comes from. They are read from
//! the lines that document it in `params.rs`, so that the file, the pages and the code can't differ.

use std::sync::LazyLock;

/// The parameters as they are written down.
const WRITTEN: &str = include_str!("../params.rs");

/// One parameter.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// Its part: `alive`, `findings`.
    pub section: String,
    /// Its name within the part.
    pub name: String,
    /// What it says, with unit and range.
    pub says: String,
    /// Where its default comes from.
    pub source: Source,
    /// The least it may be.
    pub low: f64,
    /// The most it may be.
    pub high: f64,
}

/// Where a default comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Published; the words name the source.
    Published,
    /// Our judgement.
    Judgement,
}

/// Every parameter, in the order of the code.
pub(super) fn all() -> &'static [Known] {
    static ALL: LazyLock<Vec<Known>> = LazyLock::new(read);
    &ALL
}

/// The parts in their order, each with its words.
pub(super) fn sections() -> &'static [(String, String)] {
    static SECTIONS: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
        let fields = fields("Params");
        fields.into_iter().map(|field| (field.name, field.says)).collect()
    });
    &SECTIONS
}

/// A documented field of a struct.
struct Field {
    name: String,
    kind: String,
    says: String,
}

/// The fields of a struct in the text.
fn fields(of: &str) -> Vec<Field> {
    let start = format!("pub struct {of} {{");
    let lines = WRITTEN.lines().skip_while(|line| *line != start).skip(1);
    let (mut found, mut says) = (Vec::new(), String::new());
    for line in lines.take_while(|line| *line != "}").map(str::trim) {
        if let Some(words) = line.strip_prefix("///") {
            if !says.is_empty() {
                says.push(' ');
            }
            says.push_str(words.trim());
        } else if let Some((name, kind)) =
            line.strip_prefix("pub ").and_then(|field| field.trim_end_matches(',').split_once(": "))
        {
            let says = std::mem::take(&mut says);
            found.push(Field { name: name.to_owned(), kind: kind.to_owned(), says });
        }
    }
    found
}

fn read() -> Vec<Known> {
    let sections = fields("Params").into_iter();
    let known = |section: Field| {
        let fields = fields(&section.kind).into_iter();
        fields.map(move |field| {
            let (low, high) = range(&field.says);
            let published = field.says.contains("Published");
            Known {
                section: section.name.clone(),
                name: field.name,
                source: if published { Source::Published } else { Source::Judgement },
                low,
                high,
                says: field.says,
            }
        })
    };
    sections.flat_map(known).collect()
}

/// The range that the words give: `0..=1`, `≥ 1`, `> 0`; any number where they give none.
fn range(says: &str) -> (f64, f64) {
    if let Some((low, high)) = says.split_once("..") {
        let low = low.rsplit([' ', ';']).next().and_then(|text| text.parse().ok());
        let high = number(high.trim_start_matches('='));
        if let (Some(low), Some(high)) = (low, high) {
            return (low, high);
        }
    }
    let after = |sign: &str| says.split_once(sign).and_then(|(_, rest)| number(rest.trim_start()));
    match (after("≥"), after("> ")) {
        (Some(low), _) => (low, f64::INFINITY),
        (None, Some(low)) => (low + f64::MIN_POSITIVE, f64::INFINITY),
        (None, None) => (f64::NEG_INFINITY, f64::INFINITY),
    }
}

/// The number that a text begins with.
fn number(text: &str) -> Option<f64> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    text.get(..end)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read_from_words() {
        assert_eq!(range("A share; 0..=1. Judgement."), (0.0, 1.0));
        assert_eq!(range("Two-sided confidence; 0..1."), (0.0, 1.0));
        assert_eq!(range("From this score on, 0..=4, passed. Judgement."), (0.0, 4.0));
        assert_eq!(range("Days; days, ≥ 1. Judgement."), (1.0, f64::INFINITY));
        assert!(range("Scale; weeks, > 0. Judgement.").0 > 0.0);
        assert_eq!(range("points, any"), (f64::NEG_INFINITY, f64::INFINITY));
    }

    #[test]
    fn every_part_and_parameter_has_its_words() {
        assert!(sections().len() >= 8 && all().len() >= 80, "{}", all().len());
        for (section, says) in sections() {
            assert!(!says.is_empty(), "{section}");
        }
        for known in all() {
            assert!(known.says.len() > 10, "{}.{} says nothing", known.section, known.name);
        }
    }
}

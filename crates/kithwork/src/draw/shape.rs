//! Tables, bars, intervals and wrapped text.

use super::WIDTH;
use comfy_table::{CellAlignment, ContentArrangement, Table, presets};

/// A table that fits: its head, and which columns hold figures.
pub(super) fn table(head: &[&str], figures: &[usize]) -> Table {
    let mut table = Table::new();
    table.load_style(presets::UTF8_HORIZONTAL_ONLY);
    table.set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(WIDTH);
    table.set_header(head.to_vec());
    for &at in figures {
        if let Some(column) = table.column_mut(at) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    table
}

/// A share in 0..=1 as a bar so many columns wide: `███████░░░`.
pub(super) fn bar(share: f64, width: usize) -> String {
    let full = position(share, width);
    format!("{}{}", "█".repeat(full), "░".repeat(width - full))
}

/// An interval on a line from 0 to `top`, so many columns wide: `   ├──●────┤  `.
pub(super) fn interval(low: f64, middle: f64, high: f64, top: f64, width: usize) -> String {
    let last = width.saturating_sub(1);
    let at = |value: f64| position(if top > 0.0 { value / top } else { 0.0 }, last);
    let (low, middle, high) = (at(low), at(middle), at(high));
    let cell = |i: usize| match i {
        i if i == middle => '●',
        i if i == low => '├',
        i if i == high => '┤',
        i if i > low && i < high => '─',
        _ => ' ',
    };
    (0..width).map(cell).collect()
}

#[expect(clippy::cast_possible_truncation, reason = "a share of the width")]
#[expect(clippy::cast_sign_loss, reason = "not negative")]
#[expect(clippy::cast_precision_loss, reason = "a width is small")]
fn position(share: f64, width: usize) -> usize {
    let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 };
    ((share * width as f64).round() as usize).min(width)
}

/// Adds to a text.
pub(crate) fn add(text: &mut String, more: impl AsRef<str>) {
    text.push_str(more.as_ref());
}

/// Text broken into lines that fit, each begun with `indent` spaces.
pub(super) fn wrapped(text: &str, indent: usize) -> String {
    let room = usize::from(WIDTH).saturating_sub(indent);
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let fits = |line: &String| line.chars().count() + 1 + word.chars().count() <= room;
        match lines.last_mut().filter(|line| fits(line)) {
            Some(line) => {
                line.push(' ');
                line.push_str(word);
            }
            None => lines.push(word.to_owned()),
        }
    }
    let margin = " ".repeat(indent);
    lines.iter().flat_map(|line| [margin.as_str(), line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_and_an_interval_keep_their_width_whatever_they_show() {
        for value in [f64::NAN, -1.0, 0.0, 0.37, 1.0, 9.0] {
            assert_eq!(bar(value, 20).chars().count(), 20);
            assert_eq!(interval(0.0, value, value, 1.0, 30).chars().count(), 30);
        }
        assert_eq!(bar(0.5, 4), "██░░");
        assert_eq!(interval(1.0, 2.0, 4.0, 5.0, 6), " ├●─┤ ");
    }

    #[test]
    fn no_line_is_wider_than_the_page() {
        let text = wrapped(&"as they say ".repeat(40), 4);
        assert!(text.lines().all(|line| line.chars().count() <= usize::from(WIDTH)));
    }
}

//! Small sheets for the rows.

use jiff::ToSpan;
use jiff::civil::Date;

/// A sheet: its columns, then a line for each row.
pub(crate) fn sheet(columns: &str, rows: impl IntoIterator<Item = String>) -> String {
    let mut text = format!("{columns}\n");
    for row in rows {
        text.push_str(&row);
        text.push('\n');
    }
    text
}

/// Days of one weekday: `count` of them from `first` on, a week apart.
pub(crate) fn weekly(first: Date, count: i64) -> impl Iterator<Item = Date> {
    (0..count).map(move |week| first + (7 * week).days())
}

/// The `number`th person of a book in which names do not matter.
pub(crate) fn person(number: usize) -> String {
    const FIRST: [&str; 10] =
        ["Ada", "Ben", "Cora", "Dev", "Edie", "Finn", "Gwen", "Hal", "Ines", "Jude"];
    const LAST: [&str; 12] = [
        "Abbot", "Birch", "Cole", "Drake", "Ellis", "Frost", "Grant", "Hale", "Ives", "Joyce",
        "Kerr", "Lowe",
    ];
    let first = FIRST.get(number % FIRST.len()).copied().unwrap_or_default();
    let last = LAST.get(number / FIRST.len() % LAST.len()).copied().unwrap_or_default();
    let round = number / (FIRST.len() * LAST.len());
    if round == 0 { format!("{first} {last}") } else { format!("{first} {last}-Number{round}") }
}

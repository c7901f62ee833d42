//! A table: a header and rows with their true lines.

use crate::content;
use crate::refusal::Reason;

/// A table of text, as a CSV file or a sheet of a workbook holds it.
pub(crate) struct Table<'a> {
    /// The header's cells as written, trimmed.
    pub(crate) header: Vec<String>,
    body: Body<'a>,
}

/// Rows stay in their file until they are asked for: a file may be large, and dates are looked at
/// twice.
enum Body<'a> {
    Text(Text<'a>),
    Rows(Vec<Row>),
}

/// One row.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// The line it starts on, counted from 1 (in a workbook, its row).
    pub(crate) line: u64,
    /// Its cells; or why they can't be told apart.
    pub(crate) cells: Result<Vec<String>, Reason>,
}

/// How many lines may stand above the header, as LinkedIn's notes do.
const PREAMBLE: usize = 10;

impl<'a> Table<'a> {
    /// A table of rows that are in memory already.
    pub(crate) fn of(header: Vec<String>, rows: Vec<Row>) -> Self {
        Self { header, body: Body::Rows(rows) }
    }

    /// A text as a table, once for each line that may be its header and each delimiter, the
    /// likeliest first. Whoever knows the header takes the table.
    pub(crate) fn candidates(text: &'a str) -> impl Iterator<Item = Self> {
        headers(text).into_iter().filter_map(|text| {
            let header = text.rows().next()?.cells.ok()?;
            Some(Self { header, body: Body::Text(text) })
        })
    }

    /// The rows below the header. Blank ones are left out: they are no records.
    pub(crate) fn rows(&self) -> Box<dyn Iterator<Item = Row> + '_> {
        match &self.body {
            Body::Text(text) => Box::new(text.rows().skip(1)),
            Body::Rows(rows) => Box::new(rows.iter().cloned()),
        }
    }
}

/// Lines that may be the header: the first ones that are not blank, by what divides them.
fn headers(text: &str) -> Vec<Text<'_>> {
    let octets = text.as_bytes();
    let mut all = Vec::new();
    if content::lines(octets).any(|line| is_too_wide(octets.get(line.span).unwrap_or_default())) {
        return all;
    }
    for line in content::lines(octets).take(PREAMBLE) {
        let cells = octets.get(line.span.clone()).unwrap_or_default();
        if cells.trim_ascii().is_empty() || is_separator(cells) {
            continue;
        }
        let mut delimiters: Vec<_> = [b',', b';', b'\t']
            .into_iter()
            .map(|d| (cells.split(|&b| b == d).count() - 1, d))
            .filter(|&(count, d)| count > 0 || d == b',')
            .collect();
        delimiters.sort_by_key(|&(count, _)| std::cmp::Reverse(count));
        let found =
            |(_, delimiter)| Text { octets, at: line.span.start, line: line.number, delimiter };
        all.extend(delimiters.into_iter().map(found));
    }
    all
}

/// The columns a worksheet of Excel's can have. A line that is divided more often is no row, and
/// would cost many times its size.
const WIDEST: usize = 16_384;

fn is_too_wide(line: &[u8]) -> bool {
    let divided = |d: u8| line.split(|&b| b == d).take(WIDEST + 1).count() > WIDEST;
    line.len() > WIDEST && [b',', b';', b'\t'].into_iter().any(divided)
}

/// Excel's own first line, `sep=;`.
fn is_separator(line: &[u8]) -> bool {
    line.trim_ascii().strip_prefix(b"\"").unwrap_or(line).starts_with(b"sep=")
}

/// Comma-separated values (RFC 4180) from a line on.
#[derive(Clone, Copy)]
struct Text<'a> {
    octets: &'a [u8],
    at: usize,
    line: u64,
    delimiter: u8,
}

/// How often reading starts again after a quote that is never closed.
const RESTARTS: usize = 16;

impl<'a> Text<'a> {
    fn rows(self) -> impl Iterator<Item = Row> + 'a {
        let end = if self.octets.contains(&b'\n') { b'\n' } else { b'\r' };
        let mut cursor = Cursor { at: self.at, line: self.line, end, restarts: 0 };
        let mut reader = self.reader(self.at);
        std::iter::from_fn(move || {
            loop {
                let (row, start) = self.next(&mut reader, &mut cursor)?;
                if row.cells == Err(Reason::QuoteUnclosed) {
                    reader = self.restart(start, &mut cursor);
                }
                let blank = |cells: &Vec<String>| cells.iter().all(String::is_empty);
                if !row.cells.as_ref().is_ok_and(blank) {
                    return Some(row);
                }
            }
        })
    }

    fn reader(self, at: usize) -> Reader<'a> {
        let rest = self.octets.get(at..).unwrap_or_default();
        let mut settings = csv::ReaderBuilder::new();
        settings.has_headers(false).flexible(true).delimiter(self.delimiter);
        Reader { from: at, csv: settings.from_reader(rest), record: csv::ByteRecord::new() }
    }

    /// The next row and where it starts.
    fn next(self, reader: &mut Reader<'a>, cursor: &mut Cursor) -> Option<(Row, usize)> {
        let before = reader.at();
        if !reader.csv.read_byte_record(&mut reader.record).unwrap_or(false) {
            return None;
        }
        let end = reader.at();
        let whole = self.octets.get(before..end).unwrap_or_default();
        let blank = whole.iter().take_while(|b| matches!(b, b'\r' | b'\n')).count();
        let start = before + blank;
        cursor.go_to(start, self.octets);
        let own = whole.get(blank..).unwrap_or_default();
        // A quote that is never closed swallows the rest of a file.
        let unclosed = end >= self.octets.len() && self.ends_quoted(own);
        let cells = if unclosed { Err(Reason::QuoteUnclosed) } else { Ok(reader.cells()) };
        Some((Row { line: cursor.line, cells }, start))
    }

    /// Whether a row ends inside quotes. They open only where a cell begins.
    fn ends_quoted(self, row: &[u8]) -> bool {
        let (mut quoted, mut begins) = (false, true);
        for &b in row {
            match b {
                b'"' if quoted => quoted = false,
                // Right behind a closing quote, a doubled one goes on with the cell.
                b'"' if begins => quoted = true,
                _ => begins = quoted || b == self.delimiter || matches!(b, b'\r' | b'\n'),
            }
        }
        quoted
    }

    /// Goes on after the line in which a quote was opened and never closed.
    fn restart(self, start: usize, cursor: &mut Cursor) -> Reader<'a> {
        cursor.restarts += 1;
        let rest = self.octets.get(start..).unwrap_or_default();
        let line = rest.iter().position(|&b| b == cursor.end).map(|length| start + length + 1);
        match line {
            Some(at) if cursor.restarts <= RESTARTS => self.reader(at),
            _ => self.reader(self.octets.len()),
        }
    }
}

struct Reader<'a> {
    from: usize,
    csv: csv::Reader<&'a [u8]>,
    record: csv::ByteRecord,
}

impl Reader<'_> {
    fn at(&self) -> usize {
        self.from + usize::try_from(self.csv.position().byte()).unwrap_or(usize::MAX / 2)
    }

    fn cells(&self) -> Vec<String> {
        self.record.iter().map(|cell| String::from_utf8_lossy(cell).trim().to_owned()).collect()
    }
}

/// Counts lines as reading goes on.
struct Cursor {
    at: usize,
    line: u64,
    end: u8,
    restarts: usize,
}

impl Cursor {
    fn go_to(&mut self, at: usize, octets: &[u8]) {
        let passed = octets.get(self.at..at).unwrap_or_default();
        self.line += passed.split(|&b| b == self.end).count() as u64 - 1;
        self.at = self.at.max(at);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Told = Vec<(u64, Result<Vec<String>, Reason>)>;

    fn rows(text: &str) -> Told {
        let table = Table::candidates(text).next().expect("a table");
        table.rows().map(|row| (row.line, row.cells)).collect()
    }

    fn cells(cells: &[&str]) -> Vec<String> {
        cells.iter().map(|&cell| cell.to_owned()).collect()
    }

    #[test]
    fn rows_tell_their_true_line_behind_quoted_breaks_and_blank_lines() {
        for text in ["a,b\n1,\"x\ny\"\n\n,\n2,z\n", "a,b\r\n1,\"x\ny\"\r\n\r\n,\r\n2,z\r\n"] {
            assert_eq!(rows(text), [(2, Ok(cells(&["1", "x\ny"]))), (6, Ok(cells(&["2", "z"])))]);
        }
        assert_eq!(
            rows("a,b\r1,x\r2,y"),
            [(2, Ok(cells(&["1", "x"]))), (3, Ok(cells(&["2", "y"])))]
        );
    }

    #[test]
    fn a_quote_that_is_never_closed_costs_its_own_row_only() {
        let told = rows("a,b\n1,\"x\n2,y\n3,z\n");
        let lost = (2, Err(Reason::QuoteUnclosed));
        assert_eq!(told, [lost, (3, Ok(cells(&["2", "y"]))), (4, Ok(cells(&["3", "z"])))]);
    }

    #[test]
    fn a_quote_inside_a_cell_opens_nothing() {
        assert_eq!(rows("a,b\n1,5\" pipe"), [(2, Ok(cells(&["1", "5\" pipe"])))]);
        assert_eq!(rows("a,b\n1,\"5\"\" pipe\""), [(2, Ok(cells(&["1", "5\" pipe"])))]);
    }

    #[test]
    fn european_delimiters_are_found() {
        assert_eq!(rows("sep=;\na;b\n1;x,y\n"), [(3, Ok(cells(&["1", "x,y"])))]);
        assert_eq!(rows("a\tb\n1\tx\n"), [(2, Ok(cells(&["1", "x"])))]);
    }
}

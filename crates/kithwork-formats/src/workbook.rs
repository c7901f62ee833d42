//! Excel workbooks: each worksheet is a sheet of its own. The value a formula had when the workbook
//! was saved is the data; text that starts with `=` is just text.

use crate::archive;
use crate::guard;
use crate::read::{Context, Given, Reading};
use crate::refusal::Reason;
use crate::sheet::{self, DateOrder, Sheet};
use crate::table::{Row, Table};
use calamine::{DataRef, Reader, Xlsx};
use std::collections::BTreeMap;
use std::io::Cursor;

/// How many rows may stand above a header.
const PREAMBLE: usize = 10;

/// Columns beyond this one make a row too long; a cell may claim to stand in the 16,384th.
const WIDEST: u32 = 1024;

/// Reads every worksheet that is one of the sheets; the others are named.
pub(crate) fn read(given: &Given<'_>, context: &Context<'_>) -> Vec<Reading> {
    let refused = |reason| vec![Reading::refused_whole(given.path, "workbook", reason)];
    if let Err(reason) = archive::check(given.octets) {
        return refused(reason);
    }
    let Some(worksheets) = guard::sound(|| worksheets(given.octets)).flatten() else {
        return refused(Reason::WorkbookUnreadable);
    };
    let (mut known, mut ignored, mut missing) = (Vec::new(), Vec::new(), None);
    for (name, rows) in worksheets {
        let header = rows.first().and_then(|row| row.cells.as_ref().ok()).cloned();
        if let Some((sheet, table)) = table(&name, rows) {
            known.push((name, sheet, table));
        } else {
            missing = missing.or_else(|| sheet::missing(&header?, &name));
            ignored.push(name);
        }
    }
    if known.is_empty() {
        let mut all = refused(Reason::NotRecognised);
        let first = all.first_mut().and_then(|reading| reading.refused.first_mut());
        if let (Some(hint), Some(refused)) = (missing, first) {
            refused.hint = hint;
        }
        return all;
    }
    readings(given.path, &known, ignored, context)
}

fn readings(
    path: &str,
    known: &[(String, &'static Sheet, Table<'_>)],
    ignored: Vec<String>,
    context: &Context<'_>,
) -> Vec<Reading> {
    let orders = known.iter().map(|(_, sheet, table)| sheet::order(sheet, table));
    let order = orders.fold(DateOrder::default(), DateOrder::and);
    let told = known.iter().map(|(name, sheet, table)| {
        sheet::read_with(&format!("{path}/{name}"), sheet, table, context, order)
    });
    let mut all: Vec<_> = told.collect();
    if !ignored.is_empty() {
        let mut workbook = Reading::new(path, "workbook");
        workbook.ignored_columns = ignored;
        all.push(workbook);
    }
    all
}

/// A worksheet as a table below the first row that is a sheet's header.
fn table(name: &str, rows: Vec<Row>) -> Option<(&'static Sheet, Table<'static>)> {
    let (at, sheet, header) = rows.iter().take(PREAMBLE).enumerate().find_map(|(at, row)| {
        let header = row.cells.as_ref().ok()?;
        let sheet = sheet::recognise(header, name).ok().flatten()?;
        Some((at, sheet, header.clone()))
    })?;
    Some((sheet, Table::of(header, rows.into_iter().skip(at + 1).collect())))
}

/// The worksheets that hold anything, with their rows. Cells are taken one by one: a worksheet says
/// how large it is, and two cells in far corners would make it four billion.
fn worksheets(octets: &[u8]) -> Option<Vec<(String, Vec<Row>)>> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(octets)).ok()?;
    let mut all = Vec::new();
    for name in workbook.sheet_names() {
        // A chart has no cells.
        let Ok(mut cells) = workbook.worksheet_cells_reader(&name) else { continue };
        let mut rows: BTreeMap<u32, Row> = BTreeMap::new();
        while let Some(cell) = cells.next_cell().ok()? {
            let (row, column) = cell.get_position();
            let Some(text) = text(cell.get_value()).transpose() else { continue };
            let new = || Row { line: u64::from(row) + 1, cells: Ok(Vec::new()) };
            put(rows.entry(row).or_insert_with(new), column, text);
        }
        if !rows.is_empty() {
            all.push((name, rows.into_values().collect()));
        }
    }
    Some(all)
}

fn put(row: &mut Row, column: u32, text: Result<String, Reason>) {
    let Ok(cells) = &mut row.cells else { return };
    match (text, usize::try_from(column)) {
        (Ok(text), Ok(at)) if column < WIDEST => {
            if cells.len() <= at {
                cells.resize(at + 1, String::new());
            }
            if let Some(cell) = cells.get_mut(at) {
                *cell = text;
            }
        }
        (Err(reason), _) => row.cells = Err(reason),
        _ => row.cells = Err(Reason::RowTooLong),
    }
}

/// A cell as a CSV file would hold it; none where it is empty.
fn text(value: &DataRef<'_>) -> Result<Option<String>, Reason> {
    let text = match value {
        DataRef::Empty => return Ok(None),
        DataRef::Error(_) => return Err(Reason::CellInError),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => decimal(*number),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.trim().to_owned()
        }
        DataRef::SharedString(text) => text.trim().to_owned(),
        DataRef::Bool(yes) => yes.to_string(),
        DataRef::DateTime(date) => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
    };
    Ok((!text.is_empty()).then_some(text))
}

/// A number without the dust that binary fractions leave: 0.1 + 0.2 is 0.3.
fn decimal(number: f64) -> String {
    let text = format!("{number:.6}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests;

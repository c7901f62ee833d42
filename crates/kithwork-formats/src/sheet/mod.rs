//! The sheets of a networker, one noun a file: which columns each has, what a row says, and a row
//! from what was said.

mod business;
mod channels;
mod dates;
mod groups;
mod help;
mod interactions;
mod introductions;
mod meetings;
mod missing;
mod people;
mod pitches;
mod promises;
mod referrals;
mod row;

use crate::key::Keys;
use crate::read::{Context, Reading};
use crate::refusal::Reason;
use crate::table::Table;
use dates::Order;
use kithwork_core::handover::Said;
use kithwork_core::source::Source;
use row::{Columns, Fields};

/// What a row says, and the parts of its key after the sheet's name.
pub(crate) type Told = Result<(Vec<String>, Said), Reason>;

/// One kind of sheet.
pub(crate) struct Sheet {
    /// The public name: of the file, of the workbook's sheet, of the key's first part.
    pub(crate) name: &'static str,
    /// Its columns, in the order in which they are written.
    pub(crate) columns: &'static [&'static str],
    /// The columns without which a header is not this sheet's.
    needs: &'static [&'static str],
    tell: fn(&Fields<'_>) -> Told,
    /// The cells, column by column, of what was said; none where this sheet doesn't tell such.
    pub(crate) write: fn(&Said) -> Option<Vec<String>>,
}

/// All sheets.
pub(crate) const SHEETS: [&Sheet; 11] = [
    &people::SHEET,
    &groups::SHEET,
    &meetings::SHEET,
    &interactions::SHEET,
    &help::SHEET,
    &introductions::SHEET,
    &referrals::SHEET,
    &business::SHEET,
    &channels::SHEET,
    &promises::SHEET,
    &pitches::SHEET,
];

/// A header's or a file's name as it is compared: without case, blanks and marks.
pub(crate) fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Which sheet has such a header: the one that knows most of its columns. Of several, the one that
/// the file is named after.
///
/// # Errors
/// [`Reason::SheetUnclear`] where several know as many and the name is of none.
pub(crate) fn recognise(header: &[String], stem: &str) -> Result<Option<&'static Sheet>, Reason> {
    let header: Vec<_> = header.iter().map(|cell| plain(cell)).collect();
    let has = |column: &&str| header.contains(&plain(column));
    let known = |sheet: &Sheet| sheet.columns.iter().filter(|column| has(column)).count();
    let fitting: Vec<_> = SHEETS.into_iter().filter(|s| s.needs.iter().all(has)).collect();
    let most = fitting.iter().map(|sheet| known(sheet)).max().unwrap_or_default();
    let best: Vec<_> = fitting.into_iter().filter(|sheet| known(sheet) == most).collect();
    match best.as_slice() {
        [] => Ok(None),
        [sheet] => Ok(Some(sheet)),
        several => {
            let named = |sheet: &&&Sheet| {
                stem.split(|c: char| !c.is_alphanumeric()).any(|word| plain(word) == sheet.name)
            };
            several.iter().find(named).map(|sheet| Some(*sheet)).ok_or(Reason::SheetUnclear)
        }
    }
}

/// Reads a table as a sheet of that kind.
pub(crate) fn read(
    path: &str,
    sheet: &'static Sheet,
    table: &Table<'_>,
    context: &Context<'_>,
) -> Reading {
    read_with(path, sheet, table, context, order(sheet, table))
}

/// How the dates of a table are written.
pub(crate) fn order(sheet: &'static Sheet, table: &Table<'_>) -> Order {
    let columns = Columns::of(sheet.columns, &table.header);
    let dates = columns.dates();
    let mut order = Order::default();
    for row in table.rows() {
        let cells = row.cells.unwrap_or_default();
        dates.iter().filter_map(|&at| cells.get(at)).for_each(|cell| order.learn(cell));
    }
    order
}

/// Reads a table whose dates are known to be written in that order.
pub(crate) fn read_with(
    path: &str,
    sheet: &'static Sheet,
    table: &Table<'_>,
    context: &Context<'_>,
    order: Order,
) -> Reading {
    let mut reading = Reading::new(path, &format!("sheet:{}", sheet.name));
    let columns = Columns::of(sheet.columns, &table.header);
    reading.ignored_columns = columns.unknown();
    let mut keys = Keys::default();
    for row in table.rows() {
        let cells = row.cells.and_then(|cells| columns.check(cells));
        let told = cells
            .as_ref()
            .map_err(|reason| *reason)
            .and_then(|cells| (sheet.tell)(&Fields::new(&columns, cells, order, context)));
        match told {
            Ok((key, said)) => {
                let parts = std::iter::once(sheet.name).chain(key.iter().map(String::as_str));
                let key = keys.numbered(crate::key::joined(parts));
                reading.take(Source::Sheet, key, Some(row.line), said);
            }
            Err(Reason::DateAmbiguous) => {
                let days = columns
                    .dates()
                    .into_iter()
                    .find_map(|at| dates::both_ways(cells.as_ref().ok()?.get(at)?));
                let hint = days.map(|[day, month]| format!("write {day} or {month}"));
                reading.refuse_with(Reason::DateAmbiguous, Some(row.line), hint);
            }
            Err(reason) => reading.refuse(reason, Some(row.line)),
        }
    }
    reading
}

pub(crate) use dates::Order as DateOrder;
pub(crate) use missing::missing;

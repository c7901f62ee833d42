//! The sheets, as CSV files that import again. Values stay exactly what they are: what a
//! spreadsheet program makes of a text that starts with `=` is told in the guide, not hidden in the
//! data.

use super::{File, WriteError, said};
use crate::sheet::{SHEETS, Sheet};
use kithwork_core::fact::Facts;
use kithwork_core::handover::Said;

/// All sheets, each with its header even where it has no rows.
///
/// # Errors
/// [`WriteError::Sheet`], which the memory it writes to does not give cause for.
pub fn sheets(facts: &Facts) -> Result<Vec<File>, WriteError> {
    let told: Vec<_> = said::all(facts).into_iter().map(|told| told.said).collect();
    SHEETS.into_iter().map(|sheet| file(sheet, &told)).collect()
}

fn file(sheet: &Sheet, told: &[Said]) -> Result<File, WriteError> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(sheet.columns)?;
    for row in told.iter().filter_map(|said| (sheet.write)(said)) {
        writer.write_record(row)?;
    }
    let octets = writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(File { name: format!("{}.csv", sheet.name), octets })
}

//! Days that the owner names.

use crate::error::{Code, Error, Result};
use jiff::civil::Date;

/// A day that has come; what has happened can lie on no other.
///
/// # Errors
/// [`Code::ValueInvalid`] at the field `on` where it lies ahead.
pub(crate) fn not_ahead(on: Date, today: Date) -> Result<Date> {
    if on > today {
        return Err(Error::new(Code::ValueInvalid).field("on", "lies ahead"));
    }
    Ok(on)
}

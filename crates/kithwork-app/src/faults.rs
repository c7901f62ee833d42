//! Every fault of what was typed, so that nobody mends a form one field at a time.

use crate::error::{Error, Result};

/// The faults met so far.
#[derive(Debug, Default)]
pub struct Faults(Option<Error>);

impl Faults {
    /// What was read; where it can't be read, none, and its fault is kept.
    pub fn take<T>(&mut self, read: Result<T>) -> Option<T> {
        match read {
            Ok(read) => Some(read),
            Err(fault) => {
                self.0 = Some(match self.0.take() {
                    Some(before) => before.and(fault),
                    None => fault,
                });
                None
            }
        }
    }

    /// All faults as one error.
    ///
    /// # Errors
    /// The first fault, with the fields of all.
    pub fn told(self) -> Result<()> {
        self.0.map_or(Ok(()), Err)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Code;

    #[test]
    fn every_field_is_named() {
        let bad = |field| Error::new(Code::ValueInvalid).field(field, "is no number");
        let mut faults = Faults::default();
        assert_eq!(faults.take(Ok(1)), Some(1));
        assert_eq!(faults.take::<u8>(Err(bad("hours"))), None);
        assert_eq!(faults.take::<u8>(Err(bad("lock"))), None);
        let fields: Vec<&str> = faults.told().unwrap_err().fields.iter().map(|f| f.field).collect();
        assert_eq!(fields, ["hours", "lock"]);
        assert!(Faults::default().told().is_ok());
    }
}

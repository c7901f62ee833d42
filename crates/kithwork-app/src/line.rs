//! What has to fit on one line: names of things, a need in a few words.

use crate::error::{Code, Error, Result};

/// The words with one space between each two and none around them; none of them is an empty line.
///
/// # Errors
/// [`Code::ValueInvalid`] at this field where they are longer than so many letters.
pub(crate) fn line(field: &'static str, words: &str, longest: usize) -> Result<String> {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() > longest {
        let problem = format!("is longer than {longest} letters");
        return Err(Error::new(Code::ValueInvalid).field(field, problem));
    }
    Ok(line)
}

/// The same for what has to have a name.
///
/// # Errors
/// [`Code::ValueInvalid`] at this field where there are no words, or too many.
pub(crate) fn name(field: &'static str, words: &str, longest: usize) -> Result<String> {
    let name = line(field, words, longest)?;
    if name.is_empty() {
        return Err(Error::new(Code::ValueInvalid).field(field, "is empty"));
    }
    Ok(name)
}

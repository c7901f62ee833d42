//! Yes and no as they are written on the command line, and in sheets.

/// Reads yes or no.
///
/// # Errors
/// What to write instead.
pub(super) fn yes(said: &str) -> Result<bool, String> {
    match said.trim().to_lowercase().as_str() {
        "yes" | "y" | "true" | "1" => Ok(true),
        "no" | "n" | "false" | "0" => Ok(false),
        _ => Err("write yes or no".to_owned()),
    }
}

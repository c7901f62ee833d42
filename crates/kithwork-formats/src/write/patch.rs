//! The change of one content line of a stored card or component. Everything else stays octet for
//! octet: a writer that parses and prints again loses what it does not know.

use super::line;
use crate::content::{self, ContentLine};
use thiserror::Error;

/// Why a card could not be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum PatchError {
    /// A property's name has letters, digits and dashes.
    #[error("that is no name of a property")]
    Name,
    /// A value is one line; [`super::escaped`] makes one.
    #[error("the value holds a line break")]
    Value,
    /// The octets are no card and no component.
    #[error("there is no END to put the property before")]
    NoEnd,
}

/// Sets the first property of that name to a value in the format's own spelling, or removes it. Its
/// group and its parameters stay, but for those that say how the old value was encoded. A property
/// that is missing is added at the end.
///
/// # Errors
/// [`PatchError`] where name or value is none, or the octets have no end.
pub fn patch(octets: &[u8], property: &str, value: Option<&str>) -> Result<Vec<u8>, PatchError> {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
    if property.is_empty() || !property.bytes().all(plain) {
        return Err(PatchError::Name);
    }
    if value.is_some_and(|value| value.contains(['\r', '\n'])) {
        return Err(PatchError::Value);
    }
    let lines = content::content_lines(octets);
    let end = ending(octets);
    let name = property.to_ascii_uppercase();
    let (own, last) = own_lines(&lines);
    let last = last.ok_or(PatchError::NoEnd)?;
    let found = own.into_iter().find(|line| line.name() == name);
    let span = found.map_or(last.span.start..last.span.start, |line| line.span.clone());
    let mut patched = octets.get(..span.start).unwrap_or_default().to_vec();
    if let Some(value) = value {
        let head = found.map_or(name, head);
        line::push_with(&mut patched, &format!("{head}:{value}"), end);
    }
    patched.extend(octets.get(span.end..).unwrap_or_default());
    Ok(patched)
}

/// The lines of the card itself, none of what is nested in it, and its `END`.
fn own_lines(lines: &[ContentLine]) -> (Vec<&ContentLine>, Option<&ContentLine>) {
    let mut depth = 0_u32;
    let mut own = Vec::new();
    for line in lines {
        match line.name().as_str() {
            "BEGIN" => depth += 1,
            "END" if depth <= 1 => return (own, Some(line)),
            "END" => depth -= 1,
            _ if depth == 1 => own.push(line),
            _ => {}
        }
    }
    (own, None)
}

/// The line break that the card uses.
fn ending(octets: &[u8]) -> &'static str {
    match (octets.windows(2).any(|pair| pair == b"\r\n"), octets.contains(&b'\n')) {
        (true, _) | (_, false) => "\r\n",
        _ => "\n",
    }
}

/// Group, name and parameters without the old value's encoding.
fn head(line: &ContentLine) -> String {
    let head = String::from_utf8_lossy(line.head()).into_owned();
    let encoded = |part: &str| {
        let part = part.trim().to_ascii_uppercase();
        part.starts_with("ENCODING=") || part.starts_with("CHARSET=") || part == "QUOTED-PRINTABLE"
    };
    outside_quotes(&head).into_iter().filter(|part| !encoded(part)).collect::<Vec<_>>().join(";")
}

/// The parts between semicolons, of which a quoted parameter may hold some.
fn outside_quotes(head: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut quoted = false;
    for letter in head.chars() {
        quoted ^= letter == '"';
        match parts.last_mut() {
            Some(part) if letter != ';' || quoted => part.push(letter),
            _ => parts.push(String::new()),
        }
    }
    parts
}

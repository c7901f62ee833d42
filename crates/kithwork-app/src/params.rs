//! What the models assume, as the owner wrote it down in a file.

use crate::error::{Code, Error, Result};
use kithwork_core::params::Params;
use serde_json::{Map, Value};
use toml_edit::{Document, Item, TableLike};

/// Reads the parameters from a file's text (TOML). What is left out keeps its default.
///
/// # Errors
/// [`Code::ValueInvalid`] with the line of everything that can't be used.
pub fn read(text: &str) -> Result<Params> {
    let document = Document::parse(text).map_err(|cause| {
        let line = cause.span().map_or(1, |span| line_of(text, span.start));
        invalid(&[format!("line {line} is no TOML")]).caused_by(cause)
    })?;
    let table = document.as_table();
    Params::from_file(&object(table)).map_err(|refused| {
        let place = |name: &str| {
            let (section, name) = name.split_once('.').unwrap_or((name, ""));
            let item = table.get(section)?;
            let named = item.as_table_like().and_then(|part| part.get(name));
            let span = named.and_then(Item::span).or_else(|| item.span())?;
            Some(line_of(text, span.start))
        };
        let told = refused.iter().map(|one| match place(&one.name) {
            Some(line) => format!("line {line}: {one}"),
            None => one.to_string(),
        });
        invalid(&told.collect::<Vec<_>>())
    })
}

fn invalid(problems: &[String]) -> Error {
    Error::new(Code::ValueInvalid).hint(problems.join("; "))
}

/// The line on which an octet stands, from 1 on.
fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|octet| *octet == b'\n').count() + 1
}

fn object(table: &dyn TableLike) -> Value {
    Value::Object(table.iter().map(|(name, item)| (name.to_owned(), value(item))).collect())
}

/// A value as the parameters are read; what they can't hold becomes text, and is refused as such.
fn value(item: &Item) -> Value {
    if let Some(table) = item.as_table_like() {
        return object(table);
    }
    item.as_value().map_or_else(|| Value::Object(Map::new()), of_value)
}

fn of_value(value: &toml_edit::Value) -> Value {
    use toml_edit::Value as Toml;
    match value {
        Toml::Integer(number) => Value::from(*number.value()),
        Toml::Float(number) => Value::from(*number.value()),
        Toml::Boolean(truth) => Value::from(*truth.value()),
        Toml::String(text) => Value::from(text.value().as_str()),
        Toml::Array(all) => Value::Array(all.iter().map(of_value).collect()),
        Toml::InlineTable(table) => object(table),
        Toml::Datetime(date) => Value::from(date.value().to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_that_is_written_is_read_again() {
        let mut params = Params::default();
        params.alive.alpha = 9.5;
        assert_eq!(read(&params.documented()).unwrap(), params);
        assert_eq!(read("").unwrap(), Params::default());
    }

    #[test]
    fn a_bad_value_is_refused_with_its_line() {
        let hint = |text: &str| read(text).unwrap_err().hint.unwrap();
        assert_eq!(hint("\n[alive]\nalpha = -1\n"), "line 3: alive.alpha is greater than 0");
        assert_eq!(hint("[alive]\nbeta = 1\n"), "line 2: alive.beta is no parameter");
        assert_eq!(hint("[alive]\nalpha = = 1\n"), "line 2 is no TOML");
        assert_eq!(
            hint("[findings]\nfatigue = { threshold = 0.0, leest = 3 }"),
            "line 2: findings.fatigue is { threshold = …, least = … }"
        );
    }
}

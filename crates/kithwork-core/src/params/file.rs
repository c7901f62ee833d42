//! The parameters as one documented file that an owner may edit: written as TOML with the words of
//! each, read back value by value. What is no parameter, or out of its range, is refused by name.

use super::Params;
use super::known::{self, Known, Source};
use serde_json::{Map, Value};

/// A value that can't be used, and why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{name} {why}")]
pub struct Refused {
    /// The parameter, such as `alive.alpha`; or whatever stood in its place.
    pub name: String,
    /// What is wrong with it, in plain words.
    pub why: String,
}

/// How a level that has no cadence is written.
const NONE: &str = "none";

impl Params {
    /// Everything that is known of the parameters, in the order of the file.
    pub fn known() -> &'static [Known] {
        known::all()
    }

    /// These parameters as a documented file (TOML): each with its words, and with its default where
    /// the value is another.
    pub fn documented(&self) -> String {
        let (values, usual) = (tree(self), tree(&Self::default()));
        let mut lines: Vec<String> = INTRODUCTION.lines().map(str::to_owned).collect();
        for (section, says) in known::sections() {
            lines.extend([String::new(), format!("# {says}"), format!("[{section}]")]);
            for known in known::all().iter().filter(|k| k.section == *section) {
                let at = |tree: &Value| written(&tree[section.as_str()][known.name.as_str()]);
                let (value, default) = (at(&values), at(&usual));
                lines.push(comment(known));
                if value != default {
                    lines.push(format!("# default: {default}"));
                }
                lines.push(format!("{} = {value}", known.name));
            }
        }
        lines.push(String::new());
        lines.join("\n")
    }

    /// The parameters of a file that was read into values: parts that hold names that hold values.
    /// What is left out keeps its default.
    ///
    /// # Errors
    /// Everything that is no parameter, no such value or out of its range, each by its name.
    pub fn from_file(parts: &Value) -> Result<Self, Vec<Refused>> {
        let mut tree = tree(&Self::default());
        let mut refused = Vec::new();
        for (section, names) in entries(parts) {
            let Some(names) = names.as_object() else {
                refused.push(refusal(section, "is no part of the parameters, such as [alive]"));
                continue;
            };
            for (name, value) in names {
                match checked(section, name, value, &tree) {
                    Ok(value) => tree[section.as_str()][name.as_str()] = value,
                    Err(why) => refused.push(refusal(&format!("{section}.{name}"), &why)),
                }
            }
        }
        if !refused.is_empty() {
            return Err(refused);
        }
        serde_json::from_value(tree).map_err(|e| vec![refusal("parameters", &e.to_string())])
    }
}

const INTRODUCTION: &str = "\
# What Kithwork's models assume. Every value may be changed; what is left out keeps its default.
# Judgement: ours, to start from. Published: from the source named.
";

fn refusal(name: &str, why: &str) -> Refused {
    Refused { name: name.to_owned(), why: why.to_owned() }
}

fn tree(params: &Params) -> Value {
    serde_json::to_value(params).unwrap_or_default()
}

fn entries(parts: &Value) -> impl Iterator<Item = (&String, &Value)> {
    parts.as_object().into_iter().flat_map(Map::iter)
}

/// A parameter's words as comments, wrapped at about a line's length, with where it comes from.
fn comment(known: &Known) -> String {
    let source = match known.source {
        _ if known.says.contains("Judgement") || known.says.contains("Published") => "",
        Source::Judgement => " Judgement.",
        Source::Published => " Published.",
    };
    let (mut text, mut length) = (String::from("\n#"), 1);
    for word in format!("{}{source}", known.says).split_whitespace() {
        if length + 1 + word.chars().count() > 100 {
            text.push_str("\n#");
            length = 1;
        }
        text.push(' ');
        text.push_str(word);
        length += 1 + word.chars().count();
    }
    text
}

/// A value as TOML writes it.
fn written(value: &Value) -> String {
    match value {
        Value::Null => format!("\"{NONE}\""),
        Value::Array(all) => {
            format!("[{}]", all.iter().map(written).collect::<Vec<_>>().join(", "))
        }
        Value::Object(all) => {
            let fields = all.iter().map(|(name, value)| format!("{name} = {}", written(value)));
            format!("{{ {} }}", fields.collect::<Vec<_>>().join(", "))
        }
        other => other.to_string(),
    }
}

/// The value as the parameters hold it, if it may stand there.
fn checked(section: &str, name: &str, value: &Value, tree: &Value) -> Result<Value, String> {
    let known = known::all().iter().find(|k| k.section == section && k.name == name);
    let (Some(known), Some(held)) = (known, tree[section].get(name)) else {
        return Err("is no parameter".to_owned());
    };
    fitted(known, value, held)
}

/// Fits a value to the shape of the one that is held.
fn fitted(known: &Known, value: &Value, held: &Value) -> Result<Value, String> {
    match (held, value) {
        (Value::Array(held), Value::Array(new)) if held.len() == new.len() => {
            let pairs = new.iter().zip(held);
            Ok(Value::Array(pairs.map(|(v, h)| fitted(known, v, h)).collect::<Result<_, _>>()?))
        }
        (Value::Array(held), _) => Err(format!("is a list of {}", held.len())),
        (Value::Object(held), Value::Object(new)) => line(known, new, held),
        (Value::Object(_), _) => Err("is { threshold = …, least = … }".to_owned()),
        (Value::Null, Value::Null) => Ok(Value::Null),
        (Value::Null, Value::String(text)) if text == NONE => Ok(Value::Null),
        (_, Value::String(text)) if text == NONE => Err("is a number here".to_owned()),
        (_, Value::Number(number)) => in_range(known, number, held),
        _ => Err("is a number".to_owned()),
    }
}

/// A finding's line: its threshold has the parameter's range, its gate is a whole number.
fn line(
    known: &Known,
    new: &Map<String, Value>,
    held: &Map<String, Value>,
) -> Result<Value, String> {
    let mut fitted_line = held.clone();
    for (name, value) in new {
        let whole = |n: &serde_json::Number| n.as_u64().map(Value::from);
        let fits = match (name.as_str(), value) {
            ("threshold", Value::Number(number)) => in_range(known, number, &Value::from(0.5))?,
            ("least", Value::Number(number)) => {
                whole(number).ok_or("has a whole number, 0 or more, as its least")?
            }
            _ => return Err("is { threshold = …, least = … }".to_owned()),
        };
        fitted_line.insert(name.clone(), fits);
    }
    Ok(Value::Object(fitted_line))
}

fn in_range(known: &Known, number: &serde_json::Number, held: &Value) -> Result<Value, String> {
    let value = number.as_f64().filter(|v| v.is_finite()).ok_or("is no number")?;
    if value < known.low || value > known.high {
        return Err(match known.high.is_finite() {
            true => format!("lies between {} and {}", known.low, known.high),
            false if known.low > 0.0 && known.low < 1e-9 => "is greater than 0".to_owned(),
            false => format!("is at least {}", known.low),
        });
    }
    if held.is_f64() || held.is_null() {
        return Ok(Value::from(value));
    }
    let whole = number.as_i64().or_else(|| {
        #[expect(clippy::cast_possible_truncation, reason = "a whole number far below 2^53")]
        (value.fract() == 0.0 && value.abs() < 1e15).then_some(value as i64)
    });
    whole.map(Value::from).ok_or_else(|| "is a whole number".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn refused(parts: &Value) -> Vec<String> {
        Params::from_file(parts).unwrap_err().iter().map(ToString::to_string).collect()
    }

    /// What the code holds and what is known of it are the same, name by name, and every default lies
    /// in its own range.
    #[test]
    fn every_parameter_is_known_and_its_default_may_stand() {
        let tree = tree(&Params::default());
        let mut held: Vec<(String, String)> = Vec::new();
        for (section, names) in entries(&tree) {
            held.extend(names.as_object().unwrap().keys().map(|n| (section.clone(), n.clone())));
        }
        let mut known: Vec<(String, String)> =
            Params::known().iter().map(|k| (k.section.clone(), k.name.clone())).collect();
        held.sort();
        known.sort();
        assert_eq!(held, known);
        assert_eq!(Params::from_file(&tree).unwrap(), Params::default());
    }

    #[test]
    fn a_value_is_changed_and_the_rest_stays() {
        let parts = json!({
            "alive": { "alpha": 12 },
            "ladder": { "year_days": 400, "cadence_weeks": ["none", 26, 13, 8, 4, 2] },
            "findings": { "promises_not_kept": { "threshold": 0.3 } },
        });
        let params = Params::from_file(&parts).unwrap();
        assert!((params.alive.alpha - 12.0).abs() < 1e-12);
        assert_eq!(params.ladder.year_days, 400);
        assert_eq!(params.ladder.cadence_weeks[0], None);
        let line = params.findings.promises_not_kept;
        assert!((line.threshold - 0.3).abs() < 1e-12 && line.least == 5);
        assert_eq!(params.returns, Params::default().returns);
    }

    #[test]
    fn bad_values_are_refused_by_name() {
        assert_eq!(refused(&json!({ "alive": { "beta": 1 } })), ["alive.beta is no parameter"]);
        assert_eq!(refused(&json!({ "alive": { "alpha": 0 } })), ["alive.alpha is greater than 0"]);
        assert_eq!(refused(&json!({ "alive": { "alpha": "x" } })), ["alive.alpha is a number"]);
        let share = json!({ "alive": { "warm_from": 1.5 } });
        assert_eq!(refused(&share), ["alive.warm_from lies between 0 and 1"]);
        let whole = json!({ "ladder": { "year_days": 1.5 } });
        assert_eq!(refused(&whole), ["ladder.year_days is a whole number"]);
        let list = json!({ "ladder": { "worth": [1, 2] } });
        assert_eq!(refused(&list), ["ladder.worth is a list of 6"]);
        let line = json!({ "findings": { "fatigue": { "threshold": 0, "least": -1 } } });
        assert!(refused(&line)[0].starts_with("findings.fatigue has a whole number"));
        assert!(refused(&json!({ "colour": 3 }))[0].starts_with("colour is no part"));
    }

    #[test]
    fn the_file_says_of_each_what_it_is_and_what_the_default_was() {
        let mut params = Params::default();
        params.alive.alpha = 12.0;
        let text = params.documented();
        assert!(text.contains("\n[alive]\n") && text.contains("# default: 8.0\nalpha = 12.0\n"));
        assert!(text.contains("cadence_weeks = [\"none\", 26.0, 13.0, 8.0, 4.0, 2.0]"));
        assert!(text.contains("promises_not_kept = { least = 5, threshold = 0.2 }"), "{text}");
        for known in Params::known() {
            assert!(text.contains(&format!("\n{} = ", known.name)), "{}", known.name);
        }
        assert!(text.lines().all(|line| line.chars().count() <= 120));
    }
}

//! What a folder is known to hold, and whether a review says the same.

use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A folder's `truth.json`, and whether sheets lie beside it.
pub(crate) struct Truth(Value, bool);

impl Truth {
    pub(crate) fn of(folder: &Path) -> Self {
        let text = fs::read_to_string(folder.join("truth.json")).unwrap();
        Self(serde_json::from_str(&text).unwrap(), folder.join("people.csv").exists())
    }

    pub(crate) fn as_of(&self) -> &str {
        self.0["as_of"].as_str().unwrap()
    }

    /// What contacts and calendar alone hold, if it is said.
    pub(crate) fn phone_only(&self) -> Option<&Map<String, Value>> {
        self.0["phone_only"].as_object()
    }

    /// Whether it tells of more than the phone.
    pub(crate) fn is_of_sheets(&self) -> bool {
        self.1
    }

    /// Every sum in which a review differs, spelt out.
    pub(crate) fn differences(&self, review: &Value) -> Vec<String> {
        let mut wrong = Vec::new();
        let mut differ = |what: &str, truth: Value, found: Value| {
            if truth != found {
                wrong.push(format!("{what}: {found} instead of {truth}"));
            }
        };
        for name in [
            "people",
            "meetings",
            "one_to_ones",
            "interactions",
            "help_given",
            "introductions",
            "referrals_received",
            "promises",
            "promises_overdue",
        ] {
            differ(name, self.0[name].clone(), review["totals"][name].clone());
        }
        for (truth, span, kind) in [
            ("meeting_hours_all", "all", "meeting_minutes"),
            ("meeting_hours_year", "period", "meeting_minutes"),
            ("nurturing_hours_all", "all", "nurture_minutes"),
            ("nurturing_hours_year", "period", "nurture_minutes"),
        ] {
            differ(truth, minutes(&self.0[truth]), review["time"][span][kind].clone());
        }
        let total: i64 = self.origins().values().sum();
        differ("business of all origins", total.into(), pence(&self.0["business_total"]).into());
        let sums = review["totals"]["business"].as_array().unwrap();
        let sum: i64 = sums.iter().map(|m| m["minor"].as_i64().unwrap()).sum();
        differ("business_total", pence(&self.0["business_total"]).into(), sum.into());
        let found = found_origins(review);
        differ(
            "business_by_origin",
            serde_json::to_value(self.origins()).unwrap(),
            serde_json::to_value(found).unwrap(),
        );
        wrong
    }

    /// Business by origin in pence; `(direct:website)` is called `website`.
    fn origins(&self) -> BTreeMap<String, i64> {
        let origins = self.0["business_by_origin"].as_object().unwrap();
        let name = |key: &str| match key.strip_prefix('(').and_then(|k| k.strip_suffix(')')) {
            Some(inner) => inner.split_once(':').unwrap().1.to_owned(),
            None => key.to_owned(),
        };
        let mut sums = BTreeMap::new();
        for (key, value) in origins {
            *sums.entry(name(key)).or_default() += pence(value);
        }
        sums
    }
}

fn found_origins(review: &Value) -> BTreeMap<String, i64> {
    let mut sums = BTreeMap::new();
    for origin in review["business_by_origin"].as_array().unwrap() {
        let name = origin["name"].as_str().unwrap().to_owned();
        *sums.entry(name).or_default() += origin["minor"].as_i64().unwrap();
    }
    sums
}

fn minutes(hours: &Value) -> Value {
    #[expect(clippy::cast_possible_truncation, reason = "hours of a few years")]
    let minutes = (hours.as_f64().unwrap() * 60.0).round() as i64;
    minutes.into()
}

fn pence(pounds: &Value) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "a small firm's business")]
    let pence = (pounds.as_f64().unwrap() * 100.0).round() as i64;
    pence
}

//! The CDNOW sample of Fader, Hardie & Lee 2005: 2357 customers, weeks. It lies beside the checkout,
//! not in it.

#![cfg(test)]

use super::Record;
use std::path::PathBuf;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/stats")
}

/// The customers; none, with a line that says so, where the sample is not at hand.
pub(in super::super) fn customers() -> Option<Vec<Record>> {
    let Ok(mut reader) = csv::Reader::from_path(folder().join("cdnow_customers_summary.csv"))
    else {
        eprintln!("skipped: the CDNOW sample is not beside this checkout (../shared)");
        return None;
    };
    let rows = reader.deserialize::<(String, f64, f64, f64)>().map(Result::unwrap);
    Some(rows.map(|(_, repeats, last, age)| Record { repeats, last, age }).collect())
}

/// Every purchase of the same customers: customer, yyyymmdd, dollars.
pub(in super::super) fn purchases() -> Option<Vec<(u32, u32, f64)>> {
    let Ok(text) = std::fs::read_to_string(folder().join("CDNOW_sample.txt")) else {
        eprintln!("skipped: the CDNOW sample is not beside this checkout (../shared)");
        return None;
    };
    let purchase = |line: &str| {
        let mut words = line.split_whitespace();
        let customer = words.nth(1)?.parse().ok()?;
        Some((customer, words.next()?.parse().ok()?, words.nth(1)?.parse().ok()?))
    };
    Some(text.lines().filter_map(purchase).collect())
}

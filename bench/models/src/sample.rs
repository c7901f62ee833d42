//! The CDNOW sample of Fader, Hardie & Lee 2005: 2357 customers of a shop, whose parameters are published. It
//! lies beside the checkout, not in it.

use kithwork_core::models::gamma_gamma::Deals;
use kithwork_core::models::mbg_nbd::Record;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The last day that counts, as the published fits have it.
const LAST_DAY: u32 = 19_970_930;

fn read(file: &str) -> Option<String> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/stats");
    std::fs::read_to_string(folder.join(file)).ok()
}

/// When the customers bought; none where the sample is not at hand.
pub(crate) fn customers() -> Option<Vec<Record>> {
    Some(records(&read("cdnow_customers_summary.csv")?))
}

/// What those who bought again spent; none where the sample is not at hand.
pub(crate) fn deals() -> Option<Vec<Deals>> {
    Some(repeat_purchases(&read("CDNOW_sample.txt")?))
}

/// From lines `id,repeats,last,age` under a heading; other lines are passed over.
fn records(text: &str) -> Vec<Record> {
    let record = |line: &str| {
        let mut numbers = line.split(',').skip(1).map(str::parse);
        let mut next = || numbers.next()?.ok();
        Some(Record { repeats: next()?, last: next()?, age: next()? })
    };
    text.lines().filter_map(record).collect()
}

/// From lines `master customer yyyymmdd discs dollars`: those of one day are one purchase, and the first day of
/// each customer doesn't count.
fn repeat_purchases(text: &str) -> Vec<Deals> {
    let mut days: BTreeMap<u32, BTreeMap<u32, f64>> = BTreeMap::new();
    for line in text.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        let [_, customer, day, _, dollars] = words[..] else { continue };
        let (Ok(customer), Ok(day), Ok(dollars)) =
            (customer.parse(), day.parse(), dollars.parse::<f64>())
        else {
            continue;
        };
        if day <= LAST_DAY {
            *days.entry(customer).or_default().entry(day).or_default() += dollars;
        }
    }
    let repeats = |days: &BTreeMap<u32, f64>| {
        let count = f64::from(u32::try_from(days.len()).unwrap_or(1) - 1);
        Deals { count, mean: days.values().skip(1).sum::<f64>() / count }
    };
    days.values().map(repeats).filter(|deals| deals.count > 0.0 && deals.mean > 0.0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn customers_are_read_from_their_sheet() {
        let read = records("ID,frequency,recency,T\n1,2,30.43,38.86\nodd line\n2,0,0,38.86\n");
        let first = Record { repeats: 2.0, last: 30.43, age: 38.86 };
        assert_eq!(read, [first, Record { repeats: 0.0, last: 0.0, age: 38.86 }]);
    }

    #[test]
    fn what_one_day_brought_is_one_purchase_and_the_first_day_does_not_count() {
        let lines = " 00004 0001 19970101  2   29.33\n 00004 0001 19970118  2   29.50\n\
                     00004 0001 19970118  1   0.50\n 00004 0001 19971001  1   90.00\n\
                     00005 0002 19970101  1   9.00\n";
        assert_eq!(repeat_purchases(lines), [Deals { count: 1.0, mean: 30.0 }]);
    }
}

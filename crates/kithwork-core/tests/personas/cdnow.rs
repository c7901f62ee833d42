//! MBG/NBD on the CDNOW sample (Fader, Hardie & Lee 2005: 2357 customers, weeks).

use kithwork_core::models::mbg_nbd::{MbgNbd, Record};
use std::path::PathBuf;

fn customers() -> Option<Vec<Record>> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/stats");
    let mut reader = csv::Reader::from_path(root.join("cdnow_customers_summary.csv")).ok()?;
    let rows = reader.deserialize::<(String, f64, f64, f64)>();
    Some(
        rows.map(|row| row.unwrap())
            .map(|(_, repeats, last, age)| Record { repeats, last, age })
            .collect(),
    )
}

/// ln L −9582.133 at the published parameters; Σ P(alive) 1057.7.
#[test]
fn cdnow_has_the_published_likelihood() {
    let Some(customers) = customers() else {
        eprintln!("skipped: the CDNOW sample is not beside this checkout");
        return;
    };
    let model = MbgNbd { r: 0.524_84, alpha: 6.182_99, a: 0.891_36, b: 1.614_00 };
    assert_eq!(customers.len(), 2357);
    let likelihood = model.ln_likelihood(customers.iter().copied());
    assert!((likelihood + 9_582.132_7).abs() < 1e-3, "{likelihood}");
    let alive: f64 = customers.iter().map(|&c| model.alive(c)).sum();
    assert!((alive - 1057.7).abs() < 0.1, "{alive}");
}

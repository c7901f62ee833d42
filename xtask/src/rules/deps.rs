//! Which crate may depend on which: `core ← formats, store ← app ← web ← kithwork`, and
//! `dav ← web`. A crate exists because its set of dependencies differs.

use cargo_metadata::{DependencyKind, Package};

/// What a crate of ours may use of ours.
const LAYERS: [(&str, &[&str]); 7] = [
    ("kithwork-core", &[]),
    ("kithwork-formats", &["kithwork-core"]),
    ("kithwork-dav", &[]),
    ("kithwork-store", &["kithwork-core"]),
    ("kithwork-app", &["kithwork-core", "kithwork-formats", "kithwork-store"]),
    // The pages hand the store's trait on to the application and ask it nothing themselves.
    ("kithwork-web", &["kithwork-core", "kithwork-app", "kithwork-dav", "kithwork-store"]),
    (
        "kithwork",
        &["kithwork-core", "kithwork-formats", "kithwork-app", "kithwork-store", "kithwork-web"],
    ),
];

/// What a pure crate may use of others: values, dates, small maths and reading of formats. None of
/// them starts a runtime, opens a file or a socket, or asks for the time.
const PURE: [(&str, &[&str]); 3] = [
    (
        "kithwork-core",
        &["foldhash", "jiff", "serde", "serde_json", "sha2", "statrs", "thiserror", "uuid"],
    ),
    (
        "kithwork-formats",
        &[
            "calamine",
            "calcard",
            "csv",
            "encoding_rs",
            "jiff",
            "mail-parser",
            "phonenumber",
            "quick-xml",
            "serde",
            "serde_json",
            "thiserror",
            "uuid",
            "zip",
        ],
    ),
    ("kithwork-dav", &["jiff", "quick-xml", "serde", "thiserror"]),
];

/// Crates of others with one home: whoever else needs what they do asks that crate of ours.
const HOMES: [(&str, &[&str]); 12] = [
    ("sqlx", &["kithwork-store"]),
    ("rusqlite", &["kithwork-store"]),
    ("libsqlite3-sys", &["kithwork-store"]),
    ("axum", &["kithwork-web"]),
    ("tower-http", &["kithwork-web"]),
    ("askama", &["kithwork-web"]),
    ("calcard", &["kithwork-formats"]),
    ("calamine", &["kithwork-formats"]),
    ("clap", &["kithwork"]),
    ("indicatif", &["kithwork"]),
    ("comfy-table", &["kithwork"]),
    ("directories", &["kithwork"]),
];

/// The lines that break the rule, each naming the crate and what it depends on.
pub(super) fn broken(packages: &[Package]) -> Vec<String> {
    packages
        .iter()
        .flat_map(|package| {
            package
                .dependencies
                .iter()
                .filter(|d| d.kind == DependencyKind::Normal)
                .filter_map(|d| verdict(&package.name, &d.name))
        })
        .collect()
}

/// Why a crate may not depend on another, or nothing where it may.
fn verdict(package: &str, dependency: &str) -> Option<String> {
    if dependency.starts_with("kithwork") {
        let may = among(&LAYERS, package)?;
        return (!may.contains(&dependency))
            .then(|| format!("{package} stands below {dependency} and may not use it"));
    }
    if let Some(may) = among(&PURE, package)
        && !may.contains(&dependency)
    {
        return Some(format!("{package} is pure: {dependency} is not on its list"));
    }
    let homes = among(&HOMES, dependency)?;
    (!homes.contains(&package))
        .then(|| format!("{package} uses {dependency}, whose home is {}", homes.join(", ")))
}

/// A name's row.
fn among<'t>(table: &[(&str, &'t [&'t str])], name: &str) -> Option<&'t [&'t str]> {
    table.iter().find(|(named, _)| *named == name).map(|(_, row)| *row)
}

#[cfg(test)]
mod tests {
    use super::verdict;

    #[test]
    fn a_layer_uses_only_what_lies_below_it() {
        assert_eq!(verdict("kithwork-app", "kithwork-store"), None);
        assert!(verdict("kithwork-store", "kithwork-app").is_some());
        assert!(verdict("kithwork-web", "kithwork").is_some());
        assert!(verdict("kithwork-core", "kithwork-formats").is_some());
    }

    #[test]
    fn a_pure_crate_uses_only_what_is_on_its_list() {
        assert_eq!(verdict("kithwork-core", "jiff"), None);
        assert!(verdict("kithwork-core", "tokio").is_some());
        assert!(verdict("kithwork-formats", "reqwest").is_some());
    }

    #[test]
    fn a_database_and_a_web_server_each_have_one_home() {
        assert_eq!(verdict("kithwork-store", "sqlx"), None);
        assert!(verdict("kithwork-app", "sqlx").is_some());
        assert!(verdict("kithwork", "axum").is_some());
    }
}

//! The tables of both databases: tenant first, and the same names.

use crate::place;
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet};

/// What is left out, because it does not belong to a book: the migrations of the whole database,
/// and SQLite's full-text index with its shadow tables.
fn is_exempt(table: &str) -> bool {
    table == "_sqlx_migrations"
        || table == "search"
        || (table.starts_with("search_") && table != "search_entry")
}

/// The directory leads to a book from an account, so its keys can't begin with one.
const DIRECTORY: [&str; 2] = ["access", "account"];

/// A table's columns, and its keys: the name of each and its columns.
#[derive(Debug, Default, PartialEq, Eq)]
struct Table {
    columns: BTreeSet<String>,
    keys: BTreeMap<String, Vec<String>>,
}

/// The tables as their own definitions tell them: constraints all have names.
async fn sqlite() -> BTreeMap<String, Table> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.kithwork");
    drop(kithwork_store::open_file(&path).await.unwrap());
    let conn = Connection::open(&path).unwrap();
    let mut found =
        conn.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").unwrap();
    let tables = found.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    let tables: Vec<(String, String)> = tables.map(Result::unwrap).collect();
    let own =
        tables.into_iter().filter(|(name, _)| !is_exempt(name) && !name.starts_with("sqlite_"));
    own.map(|(name, sql)| {
        let columns = format!("SELECT name FROM pragma_table_info('{name}')");
        let mut columns = conn.prepare(&columns).unwrap();
        let columns =
            columns.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        assert_eq!(sql.matches("PRIMARY KEY").count(), 1, "{name}");
        (name, Table { columns, keys: keys(&sql) })
    })
    .collect()
}

fn keys(sql: &str) -> BTreeMap<String, Vec<String>> {
    let constraints = sql.split("CONSTRAINT ").skip(1);
    let keyed = constraints.filter(|text| text.contains(" KEY (") || text.contains(" UNIQUE ("));
    keyed
        .map(|text| {
            let (name, rest) = text.split_once(' ').unwrap();
            let (_, rest) = rest.split_once('(').unwrap();
            let (columns, _) = rest.split_once(')').unwrap();
            (name.to_owned(), columns.split(", ").map(str::to_owned).collect())
        })
        .collect()
}

async fn postgres() -> Option<BTreeMap<String, Table>> {
    use sqlx::Row;
    let url = place::postgres()?;
    drop(url.open().await);
    let pool = sqlx::PgPool::connect(url.url()).await.unwrap();
    let mut tables: BTreeMap<String, Table> = BTreeMap::new();
    let columns = "SELECT table_name::text, column_name::text FROM information_schema.columns \
                   WHERE table_schema = current_schema()";
    for row in sqlx::query(columns).fetch_all(&pool).await.unwrap() {
        let (table, column): (String, String) = (row.get(0), row.get(1));
        tables.entry(table).or_default().columns.insert(column);
    }
    let keys = "SELECT t.relname::text, c.conname::text, a.attname::text FROM pg_constraint c \
                JOIN pg_class t ON t.oid = c.conrelid \
                CROSS JOIN UNNEST(c.conkey) WITH ORDINALITY AS k (attnum, at) \
                JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.attnum \
                WHERE c.contype IN ('p', 'u', 'f') \
                AND c.connamespace = current_schema()::regnamespace ORDER BY 1, 2, k.at";
    for row in sqlx::query(keys).fetch_all(&pool).await.unwrap() {
        let (table, key, column): (String, String, String) = (row.get(0), row.get(1), row.get(2));
        tables.entry(table).or_default().keys.entry(key).or_default().push(column);
    }
    tables.retain(|name, _| !is_exempt(name));
    Some(tables)
}

#[tokio::test]
async fn every_key_begins_with_the_book() {
    let mut databases = vec![sqlite().await];
    databases.extend(postgres().await);
    for tables in databases {
        assert!(tables.len() > 25, "{:?}", tables.keys());
        for (name, table) in tables {
            if DIRECTORY.contains(&name.as_str()) {
                continue;
            }
            assert!(!table.keys.is_empty(), "{name} has no key");
            for (key, columns) in table.keys {
                assert_eq!(columns[0], "book_id", "{key} of {name}");
            }
        }
    }
}

#[tokio::test]
async fn both_databases_have_the_same_tables_columns_and_keys() {
    let Some(mut postgres) = postgres().await else { return };
    let mut sqlite = sqlite().await;
    for (tables, only_here) in [(&mut sqlite, "number"), (&mut postgres, "document")] {
        // How each searches is its own affair.
        assert!(tables.get_mut("search_entry").unwrap().columns.remove(only_here));
    }
    assert_eq!(sqlite, postgres);
}

#[tokio::test]
async fn every_kind_of_fact_has_a_table_of_its_name() {
    let tables = sqlite().await;
    for kind in kithwork_core::fact::FactKind::ALL {
        assert!(tables.contains_key(kind.name()), "{}", kind.name());
    }
}

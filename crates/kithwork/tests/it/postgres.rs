//! The whole way through the command line with a book in PostgreSQL.

use crate::run::{Book, NOW, Ran, ran};
use crate::truth::Truth;
use serde_json::Value;
use std::path::Path;
use std::process::Command;

/// A database of this test's own in the test run's server, gone with it.
struct Database {
    server: String,
    name: String,
}

impl Database {
    /// None where there is no server, or no client to make a database with; that is said.
    #[expect(clippy::disallowed_methods, reason = "the test run names its server there")]
    fn new(name: &str) -> Option<Self> {
        let Ok(server) = std::env::var("KITHWORK_TEST_POSTGRES") else {
            eprintln!("skipped: KITHWORK_TEST_POSTGRES names no PostgreSQL database");
            return None;
        };
        let name = format!("{name}_{}", std::process::id());
        let made = Self { server, name };
        made.tell("CREATE").then_some(made)
    }

    fn tell(&self, verb: &str) -> bool {
        let statement = format!("{verb} DATABASE {}", self.name);
        let done = Command::new("psql").args([&self.server, "-qc", &statement]).output();
        let is_done = done.as_ref().is_ok_and(|output| output.status.success());
        if !is_done {
            eprintln!("skipped: psql can't {verb} a database: {done:?}");
        }
        is_done
    }

    fn url(&self) -> String {
        let (server, _) = self.server.rsplit_once('/').unwrap();
        format!("{server}/{}", self.name)
    }

    fn run(&self, args: &[&str]) -> Ran {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kithwork"));
        command.env_remove("KITHWORK_BOOK").args(["--book", &self.url(), "--now", NOW]);
        ran(&command.args(args).output().unwrap())
    }

    fn json(&self, args: &[&str]) -> Value {
        let mut args = args.to_vec();
        args.push("--json");
        let ran = self.run(&args);
        assert_eq!(ran.code, 0, "{args:?}: {}{}", ran.out, ran.err);
        serde_json::from_str(&ran.out).unwrap()
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        self.tell("DROP");
    }
}

#[test]
fn a_persona_goes_all_the_way_through_a_database() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/personas/healthy");
    let folder = if folder.exists() { folder } else { crate::run::fixture("small") };
    let Some(database) = Database::new("kithwork_whole_way") else { return };
    let truth = Truth::of(&folder);
    let path = folder.to_string_lossy();
    assert!(database.json(&["import", &path])["change"].is_string());
    let review = || database.json(&["review", "--as-of", truth.as_of()]);
    let before = review();
    assert_eq!(truth.differences(&before), Vec::<String>::new());
    assert!(
        database.json(&["import", &path])["change"].is_null(),
        "a second import changes nothing"
    );

    let note = database.json(&["note", "won £900 through Nadia Frost", "--on", truth.as_of()]);
    assert_eq!(note["created_people"], serde_json::json!(["Nadia Frost"]));
    let people = |review: &Value| review["totals"]["people"].as_u64().unwrap();
    assert_eq!(people(&review()), people(&before) + 1);
    assert_eq!(database.json(&["undo"])["was"], "note");
    assert_eq!(review(), before);
    assert_eq!(database.json(&["check"])["sound"], true);

    let fresh = Book::new();
    let out = fresh.path("out");
    let export = database.run(&["export", &out.to_string_lossy()]);
    assert_eq!(export.code, 0, "{}{}", export.out, export.err);
    fresh.json(&["import", &out.to_string_lossy()]);
    assert_eq!(truth.differences(&fresh.review(truth.as_of())), Vec::<String>::new());
}

//! The plan of each synthetic networker's next week.

use crate::sheets;
use kithwork_core::book::Book;
use kithwork_core::params::Params;
use kithwork_core::plan::{Plan, Status};
use std::collections::HashSet;
use std::path::PathBuf;

fn folders() -> Vec<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/personas");
    let Ok(entries) = std::fs::read_dir(&root) else {
        eprintln!("skipped: there are no synthetic networkers beside this checkout");
        return Vec::new();
    };
    let mut folders: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.join("people.csv").exists())
        .collect();
    folders.sort();
    folders
}

fn plan(folder: &std::path::Path, hours: u32) -> (Book, Plan) {
    let book = Book::new(sheets::read(folder), &[]);
    let week = jiff::civil::date(2026, 11, 16);
    let plan = Plan::for_week(&book, week, hours * 60, &Params::default());
    (book, plan)
}

#[test]
fn six_hours_are_filled_with_named_people_or_the_plan_says_why_not() {
    for folder in folders() {
        let (book, plan) = plan(&folder, 6);
        let minutes: u32 = plan.items.iter().map(|i| i.minutes).sum();
        assert!(minutes <= 360, "{}: {minutes} minutes", folder.display());
        let invited =
            plan.items.iter().filter(|i| i.status == Status::Invite && !i.names.is_empty());
        let nobody_left = plan.remarks.iter().any(|r| r.contains("are left"));
        assert!(invited.count() >= 2 || nobody_left, "{}: {plan:#?}", folder.display());
        let mut seen = HashSet::new();
        for item in &plan.items {
            assert!(!item.because.is_empty(), "{item:#?}");
            assert!(item.people.iter().all(|p| seen.insert(*p)), "{plan:#?}");
            assert!(item.people.iter().all(|p| book.person(*p).is_some_and(|p| !p.do_not_contact)));
        }
        let with_people = plan.people_minutes >= plan.meeting_minutes;
        assert!(with_people || !plan.remarks.is_empty(), "{}: {plan:#?}", folder.display());
    }
}

/// Where nothing has happened in between, most of those to ask are the same the week after.
#[test]
fn whom_to_ask_changes_little_from_week_to_week() {
    let invited = |plan: &Plan| -> HashSet<_> {
        let asked = plan.items.iter().filter(|i| i.status == Status::Invite);
        asked.flat_map(|i| i.people.clone()).collect()
    };
    for folder in folders() {
        let book = Book::new(sheets::read(&folder), &[]);
        let of = |day: i8| {
            Plan::for_week(&book, jiff::civil::date(2026, 11, day), 360, &Params::default())
        };
        let [one, next] = [of(16), of(23)].map(|plan| invited(&plan));
        let stay = one.intersection(&next).count();
        // A fuller week has room for fewer.
        let least = one.len().min(next.len());
        assert!(2 * stay >= least, "{}: {stay} of {least}", folder.display());
    }
}

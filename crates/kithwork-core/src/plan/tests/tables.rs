//! Who is brought to one table, and what it says of itself.

use super::*;

/// People of these trades, each by name, who serve the same clients, and others of trades of their own.
fn traders(all: &[(&str, &str, Option<&str>)]) -> Story {
    let mut story = Story::default();
    for &(name, trade, need) in all {
        let id = story.explorer(name, 20);
        story.edit(id, |p| {
            p.sector = Some(trade.to_owned());
            p.what_they_do = Some(trade.to_owned());
            p.who_they_serve = Some("wedding couples and hotels".to_owned());
            p.looking_for = need.map(str::to_owned);
        });
    }
    for i in 0..6 {
        let id = story.explorer(&format!("Other {i}"), 20);
        story.edit(id, |p| p.sector = Some(format!("trade{i}")));
    }
    story
}

/// The one table of their plan.
fn only_table(story: &Story) -> Item {
    let plan = story.plan(330);
    let tables = of(&plan, ItemKind::SmallGroup);
    assert_eq!(tables.len(), 1, "{plan:#?}");
    tables[0].clone()
}

#[test]
fn a_table_seats_people_who_can_help_each_other_and_no_competitors() {
    let table = only_table(&traders(&[
        ("Photographer 0", "Photographer", None),
        ("Florist 1", "Florist", None),
        ("Solicitor 2", "Solicitor", None),
        ("Florist 3", "Florist", None),
    ]));
    assert_eq!(table.people.len(), 3);
    assert_eq!(table.names.iter().filter(|n| n.starts_with("Florist")).count(), 1);
}

#[test]
fn a_table_says_by_full_names_who_there_could_help_whom_with_what() {
    let table = only_table(&traders(&[
        ("Anita Murray", "Photographer", None),
        ("Anita Foster", "Florist", Some("a photographer")),
        ("Cara Kelly", "Solicitor", None),
    ]));
    let says = "Anita Foster is looking for a photographer: Anita Murray could help.";
    assert!(table.because.iter().any(|why| why == says), "{:?}", table.because);
}

//! What a table of a few says of itself.

use super::*;

#[test]
fn a_table_says_by_full_names_who_there_could_help_whom_with_what() {
    let mut story = Story::default();
    for (name, trade, need) in [
        ("Anita Murray", "Photographer", None),
        ("Anita Foster", "Florist", Some("a photographer")),
        ("Cara Kelly", "Solicitor", None),
    ] {
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
    let plan = story.plan(330);
    let tables = of(&plan, ItemKind::SmallGroup);
    assert_eq!(tables.len(), 1, "{plan:#?}");
    let says = "Anita Foster is looking for a photographer: Anita Murray could help.";
    assert!(tables[0].because.iter().any(|why| why == says), "{:?}", tables[0].because);
}

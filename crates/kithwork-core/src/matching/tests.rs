//! Needs find whom they should, and nobody else.

use super::*;
use crate::book::Book;
use crate::fact::Facts;
use crate::facts::{Aim, AimKind, Need, Person, Pitch};
use crate::id::{FactId, PersonId};
use crate::params::MatchParams;
use jiff::civil::{Date, date};
use uuid::Uuid;

fn offer(does: &str) -> Offer<'_> {
    Offer { does: vec![does], ..Offer::default() }
}

fn places(found: &[Fit]) -> Vec<usize> {
    found.iter().map(|fit| fit.place).collect()
}

fn ask(offers: &[&str], need: &str) -> Vec<usize> {
    let offers = Offers::of(offers.iter().map(|does| offer(does)), &MatchParams::default());
    places(offers.asking().who_meets(need))
}

#[test]
fn a_need_finds_the_trade_under_any_of_its_names() {
    let does = ["Accountant for shops", "Web designer", "Florist", "Keeps the books of makers"];
    assert_eq!(ask(&does, "a good bookkeeper"), [3, 0]);
    assert_eq!(ask(&does, "Somebody for our website"), [1]);
    assert_eq!(ask(&does, "flowers for the shop window"), [2]);
    assert!(ask(&does, "the best of people, and soon").is_empty());
    assert!(ask(&does, "").is_empty() && ask(&[], "a bookkeeper").is_empty());
}

/// A word in common is no help where the need names a trade that the other doesn't follow.
#[test]
fn a_trade_is_not_answered_by_a_chance_word() {
    let does = ["Telephone answering in January", "Solicitor for farms"];
    assert!(ask(&does, "an accountant who answers the phone in January").is_empty());
    assert!(ask(&["Joiner", "Roofer"], "an electrician").is_empty());
}

#[test]
fn a_line_of_business_finds_everybody_in_it() {
    let does = ["Joinery and staircases", "Roofer", "Yoga", "Haulage", "Wills and probate"];
    assert_eq!(ask(&does, "somebody in construction"), [0, 1]);
    assert_eq!(ask(&does, "people in logistics"), [3]);
    assert_eq!(ask(&does, "legal questions"), [4]);
}

#[test]
fn whoever_serves_them_could_introduce_them() {
    let offers = [
        Offer { serves: Some("HR directors in logistics"), ..offer("Leadership coaching") },
        Offer { serves: Some("Brides"), ..offer("Photographer") },
        Offer { does: vec!["HR director"], ..Offer::default() },
    ];
    let offers = Offers::of(offers, &MatchParams::default());
    let mut asking = offers.asking();
    let found = asking.who_meets("wants to meet HR directors in logistics");
    assert_eq!(places(found), [2, 0]);
    assert_eq!(found[0].through, Through::Does);
    assert_eq!(found[1].through, Through::Serves);
    assert!(
        asking.who_meets("HR directors")[0].fit > asking.who_meets("HR directors in care")[0].fit
    );
}

/// In `wedding flowers` the flowers are done, for weddings.
#[test]
fn of_two_trades_side_by_side_the_last_is_meant() {
    let does = ["Wedding and funeral flowers", "Farm accounts", "Funerals, weddings", "Joiner"];
    assert_eq!(ask(&does, "a wedding planner"), [2, 0]);
    assert_eq!(ask(&does, "flowers")[0], 0);
    assert_eq!(ask(&does, "an accountant"), [1]);
    assert_eq!(ask(&does, "someone who understands farm accounts"), [1]);
    assert_eq!(ask(&does, "hotel joinery"), [3]);
}

#[test]
fn nearness_tells_two_of_one_trade_apart() {
    let plumber = |city| Offer { city: Some(city), ..offer("Plumber") };
    let cities = ["Exeter", "Kendal", "Little Snoring"];
    let offers = Offers::of(cities.map(plumber), &MatchParams::default());
    let mut asking = offers.asking();
    assert_eq!(asking.who_meets("a plumber in Cumbria")[0].place, 1);
    assert_eq!(asking.who_meets("a plumber in Devon")[0].place, 0);
    assert_eq!(asking.who_meets("a plumber in Cumbria").len(), 3);
}

#[test]
fn a_perfect_answer_fits_wholly_and_a_stranger_not_at_all() {
    let offers = Offers::of([offer("Plumber"), offer("Florist")], &MatchParams::default());
    let mut asking = offers.asking();
    assert!(asking.fit("a plumber", 0) > 0.9);
    assert!(asking.fit("a plumber", 1) <= 0.0 && asking.fit("a plumber", 9) <= 0.0);
}

#[test]
fn rivals_follow_one_trade_or_sit_in_one_firm() {
    let with = |does, sector, organisation| Offer {
        does: vec![does, sector],
        sector: Some(sector),
        organisation: Some(organisation),
        ..Offer::default()
    };
    let offers = Offers::of(
        [
            with("Conveyancing and wills", "legal", "Tennant & Lisle"),
            with("Property solicitor", "Law", "Airey"),
            with("Web design", "digital", "Airey "),
            with("Websites that sell", "marketing", "Cartmel"),
            with("Baker", "food", "Dent"),
        ],
        &MatchParams::default(),
    );
    for (one, other, rivals) in
        [(0, 1, true), (1, 2, true), (2, 3, true), (0, 2, false), (3, 4, false), (0, 9, false)]
    {
        assert_eq!(offers.are_rivals(one, other), rivals, "{one} and {other}");
        assert_eq!(offers.are_rivals(other, one), rivals, "{other} and {one}");
    }
}

#[test]
fn clients_in_common_are_weighed_by_how_telling_they_are() {
    let serves = |whom| Offer { serves: Some(whom), ..offer("x") };
    let whom = ["Farms in Cumbria", "Dairy farmers", "Dentists", "Cumbria and beyond"];
    let offers =
        Offers::of(whom.map(serves).into_iter().chain([offer("x")]), &MatchParams::default());
    assert!(offers.shared_clients(0, 1) > 0.9);
    assert!(offers.shared_clients(0, 2) <= 0.0);
    assert!(offers.shared_clients(0, 4) <= 0.0 && offers.shared_clients(0, 9) <= 0.0);
    let part = offers.shared_clients(0, 3);
    assert!(part > 0.0 && part < 1.0, "{part}");
}

#[test]
fn the_words_that_match_are_named() {
    assert_eq!(
        shared("a bookkeeper in Kendal", "Keeps books; in Kendal"),
        ["bookkeeper", "Kendal"]
    );
    assert_eq!(shared("a bookkeeper", "Accountant"), ["accountant"]);
    assert_eq!(shared("someone in law", "Wills"), ["law"]);
    assert!(shared("a bookkeeper", "Florist").is_empty());
}

fn id(n: u128) -> PersonId {
    PersonId(Uuid::from_u128(n))
}

fn fact(n: u128) -> FactId {
    FactId(Uuid::from_u128(1000 + n))
}

const TODAY: Date = date(2026, 9, 7);

fn need(n: u128, person: u128, what: &str) -> Need {
    Need { id: fact(n), person: id(person), on: None, what: what.to_owned(), met_on: None }
}

/// An owner who keeps books and looks for architects.
fn book(people: Vec<Person>, needs: Vec<Need>) -> Book {
    let text = Some("I keep the books for small firms.".to_owned());
    let pitch = Pitch { text, ..Pitch::named(fact(900), "Books") };
    let aim = Aim {
        id: fact(901),
        what: "Three architects as clients".to_owned(),
        kind: AimKind::Referrals,
        set_on: None,
        review_on: None,
        closed_on: None,
        tries: None,
        as_varied_as: None,
        people: Vec::new(),
    };
    let facts = Facts { people, needs, pitches: vec![pitch], aims: vec![aim], ..Facts::default() };
    Book::new(facts, &[])
}

/// Row 65: all else equal, whoever has a need that I can meet ranks first.
#[test]
fn whom_i_can_help_comes_first() {
    let people = ["Ana", "Ben", "Cat"].iter().zip(1..).map(|(name, n)| Person::named(id(n), *name));
    let book = book(people.collect(), vec![need(1, 2, "a bookkeeper who rings back")]);
    let ranked = help_first(&book, TODAY, &MatchParams::default());
    assert_eq!(ranked[0].person, id(2));
    let help = ranked[0].help.as_ref().unwrap();
    assert_eq!((help.by, &help.words[..]), (Helper::Me, &["bookkeeper".to_owned()][..]));
    assert_eq!(help.fact, fact(1));
    assert!(ranked[0].score > ranked[1].score + 0.3);
    assert!((ranked[1].score - ranked[2].score).abs() < 1e-12);
    assert_eq!(ranked[1].person, id(1));
}

#[test]
fn introducing_somebody_is_help_too_and_helping_comes_before_being_helped() {
    let mut people: Vec<Person> = ["Ana", "Ben", "Cat"]
        .iter()
        .zip(1..)
        .map(|(name, n)| Person::named(id(n), *name))
        .collect();
    people[0].what_they_do = Some("Architect".to_owned());
    people[2].what_they_do = Some("Roofer".to_owned());
    people[1].looking_for = Some("somebody to mend the roof".to_owned());
    let book = book(people, vec![]);
    let ranked = help_first(&book, TODAY, &MatchParams::default());
    assert_eq!(ranked.iter().map(|one| one.person).collect::<Vec<_>>(), [id(2), id(1), id(3)]);
    let help = ranked[0].help.as_ref().unwrap();
    assert_eq!((help.by, &help.words[..]), (Helper::Person(id(3)), &["roofer".to_owned()][..]));
    let helped = ranked[1].helped.as_ref().unwrap();
    assert_eq!((helped.by, helped.fact), (Helper::Person(id(1)), fact(901)));
}

#[test]
fn a_need_already_met_or_yet_to_be_heard_does_not_count() {
    let people: Vec<Person> = (1..=2).map(|n| Person::named(id(n), "Ana")).collect();
    let met = Need { met_on: Some(TODAY), ..need(1, 1, "a bookkeeper") };
    let later = Need { on: Some(date(2027, 1, 1)), ..need(2, 2, "a bookkeeper") };
    let ranked = help_first(&book(people, vec![met, later]), TODAY, &MatchParams::default());
    assert!(ranked.iter().all(|one| one.help.is_none()));
}

#[test]
fn nobody_who_asked_for_peace_is_ranked_and_an_empty_book_ranks_nobody() {
    let mut ana = Person::named(id(1), "Ana");
    ana.do_not_contact = true;
    let params = MatchParams::default();
    assert!(help_first(&book(vec![ana], vec![]), TODAY, &params).is_empty());
    assert!(help_first(&Book::new(Facts::default(), &[]), TODAY, &params).is_empty());
}

/// Fifty thousand offers are read once and asked at once: the work is bounded, not the clock.
#[test]
fn fifty_thousand_offers_answer_with_at_most_sixty_four() {
    let trades = ["Plumber", "Florist", "Solicitor", "Web design", "Baker", "Yoga"];
    let offers = (0..50_000).map(|n| offer(trades[n % trades.len()]));
    let offers = Offers::of(offers, &MatchParams::default());
    let mut asking = offers.asking();
    for need in ["a plumber", "a florist", "somebody in law", "a plumber"] {
        assert_eq!(asking.who_meets(need).len(), 64, "{need}");
    }
}

proptest::proptest! {
    #[test]
    fn any_words_are_answered_within_bounds(
        does in proptest::collection::vec("\\PC{0,40}", 0..8), need in "\\PC{0,40}",
    ) {
        let offers = Offers::of(does.iter().map(|text| offer(text)), &MatchParams::default());
        let mut asking = offers.asking();
        let found = asking.who_meets(&need).to_vec();
        for fit in &found {
            assert!(fit.place < does.len() && (0.35..=1.0).contains(&fit.fit));
            assert!((asking.fit(&need, fit.place) - fit.fit).abs() < 1e-9);
            assert!(!shared(&need, &does[fit.place]).is_empty());
        }
    }
}

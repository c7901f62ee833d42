//! To the penny, whatever the rule, the roll-up or the erasure.

use super::*;
use crate::book::Book;
use crate::fact::Facts;
use crate::facts::{
    Business, BusinessSource, Direction, Introduction, Party, Person, Referral, Room,
};
use crate::id::{FactId, PersonId, RoomId};
use crate::models::attribution::{HALF_LIFE_DAYS, Rule};
use crate::money::{Amount, Currency, Money};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use uuid::Uuid;

const TODAY: Date = date(2026, 9, 7);

fn person(n: u128) -> PersonId {
    PersonId(Uuid::from_u128(n))
}

fn fact(n: u128) -> FactId {
    FactId(Uuid::from_u128(100 + n))
}

fn lunch() -> RoomId {
    RoomId(Uuid::from_u128(900))
}

fn won(n: u128, referrer: Option<PersonId>, pounds: i64) -> Business {
    Business {
        id: fact(n),
        won_on: Some(date(2026, 6, 30)),
        client: format!("Client {n}"),
        source_kind: referrer.map(|_| BusinessSource::Referral),
        source: None,
        referrer,
        room: None,
        value: Some(Amount { currency: None, minor: pounds * 100 }),
        notes: None,
    }
}

/// Ana was met at the lunch and introduced Ben, who refers.
fn book(business: Vec<Business>) -> Book {
    let mut ana = Person::named(person(1), "Ana");
    ana.met_at = Some(lunch());
    ana.met_on = Some(date(2025, 12, 12));
    let ben = Person::named(person(2), "Ben");
    let introduction = Introduction {
        id: fact(50),
        on: Some(date(2026, 4, 1)),
        introduced_by: Party::Person(person(1)),
        person_a: Party::Me,
        person_b: Party::Person(person(2)),
        outcome: None,
    };
    let referral = Referral {
        prospect: Some(" client 1".to_owned()),
        ..Referral::passed_on(fact(51), Direction::Received, person(2), Some(date(2026, 6, 20)))
    };
    let facts = Facts {
        people: vec![ana, ben],
        rooms: vec![Room::named(lunch(), "Lunch")],
        introductions: vec![introduction],
        referrals: vec![referral],
        business,
        ..Facts::default()
    };
    Book::new(facts, &[])
}

fn sources(deal: &Deal) -> Vec<Source> {
    deal.chain.iter().map(|touch| touch.source.clone()).collect()
}

/// The chain is 200, 90 and 10 days old: §6.1's vector, £10,000.01.
#[test]
fn business_is_traced_back_to_the_room_where_it_began() {
    let mut business = won(1, Some(person(2)), 0);
    business.value = Some(Amount { currency: None, minor: 1_000_001 });
    let deals = deals(&book(vec![business]), TODAY);
    let line = [Source::Room(lunch()), Source::Person(person(1)), Source::Person(person(2))];
    assert_eq!(sources(&deals[0]), line);
    let days: Vec<f64> = deals[0].chain.iter().map(|touch| touch.days_before).collect();
    assert_eq!(days, [200.0, 90.0, 10.0]);
    assert_eq!(deals[0].depth(), 2);
    let by_decay = roll_up(&deals, Rule::TimeDecay(90.0), |_, touch| touch.source.clone());
    let shares: Vec<i64> = line.iter().map(|s| by_decay[&(s.clone(), Currency::GBP)]).collect();
    assert_eq!(shares, [130_663, 304_844, 564_494]);
}

#[test]
fn what_nobody_named_is_unknown_and_never_nobodys() {
    let kinds = [
        (None, Source::Unknown),
        (Some(BusinessSource::Referral), Source::Anonymous),
        (Some(BusinessSource::Direct), Source::Direct),
        (Some(BusinessSource::Repeat), Source::Repeat),
        (Some(BusinessSource::Channel), Source::Channel("Google Ads".to_owned())),
    ];
    for (kind, source) in kinds {
        let mut business = won(1, None, 100);
        business.source_kind = kind;
        business.source = Some("Google Ads ".to_owned());
        assert_eq!(sources(&deals(&book(vec![business]), TODAY)[0]), [source]);
    }
}

#[test]
fn origin_and_closer_stand_side_by_side_with_the_range() {
    let deals = deals(&book(vec![won(1, Some(person(2)), 9000)]), TODAY);
    let both = origins(&deals);
    assert_eq!(both[&(Source::Room(lunch()), Currency::GBP)], (900_000, 0));
    assert_eq!(both[&(Source::Person(person(2)), Currency::GBP)], (0, 900_000));
    assert_eq!(both.len(), 2);
    let credits = credits(&deals, HALF_LIFE_DAYS);
    let ben = credits.iter().find(|c| c.source == Source::Person(person(2))).unwrap();
    assert_eq!(ben.headline(), Money { currency: Currency::GBP, minor: 300_000 });
    assert_eq!((ben.range().0.minor, ben.range().1.minor), (0, 900_000));
    assert_eq!(whichever_way(ben), "£0–9k whichever way you count");
    assert_eq!(ben.deals, [fact(1)]);
}

/// Dated later and without a word about where it came from, it follows the client's deal.
#[test]
fn a_refund_takes_back_from_each_what_the_deal_gave() {
    let (deal, mut refund) = (won(1, Some(person(2)), 777), won(1, None, -777));
    refund.id = fact(2);
    refund.won_on = Some(date(2026, 8, 31));
    refund.client = "CLIENT 1 ".to_owned();
    let book = book(vec![refund, deal]);
    for credit in credits(&deals(&book, TODAY), HALF_LIFE_DAYS) {
        assert_eq!(credit.by_rule, [0; 6], "{:?}", credit.source);
        assert_eq!(credit.deals, [fact(1), fact(2)]);
    }
}

#[test]
fn a_circle_of_introductions_and_an_unnamed_date_end_somewhere() {
    let mut book = book(vec![won(1, Some(person(2)), 100)]);
    let mut facts = book.facts.clone();
    facts.people[0].met_at = None;
    facts.people[0].introduced_by = Some(person(2));
    facts.introductions[0].on = None;
    facts.business[0].won_on = None;
    book = Book::new(facts, &[]);
    let deals = deals(&book, TODAY);
    assert_eq!(sources(&deals[0]), [Source::Person(person(1)), Source::Person(person(2))]);
    assert!(deals[0].chain.iter().all(|touch| touch.days_before <= 0.0));
    assert!(super::deals(&Book::new(Facts::default(), &[]), TODAY).is_empty());
}

fn any_source() -> impl Strategy<Value = Source> {
    prop_oneof![
        (1_u128..6).prop_map(|n| Source::Person(person(n))),
        (1_u128..4).prop_map(|n| Source::Room(RoomId(Uuid::from_u128(n)))),
        Just(Source::Channel("ads".to_owned())),
        Just(Source::Unknown),
    ]
}

fn any_deal() -> impl Strategy<Value = Deal> {
    let touch = (any_source(), 0.0..3000.0_f64);
    let touch = touch.prop_map(|(source, days_before)| Touch { source, days_before });
    let chain = proptest::collection::vec(touch, 1..7);
    let currency = prop_oneof![Just(Currency::GBP), Just(Currency::parse("EUR").unwrap())];
    (1_u128..50, -10_000_000..10_000_000_i64, currency, chain).prop_map(
        |(n, minor, currency, chain)| Deal {
            fact: fact(n),
            won_on: None,
            money: Money { currency, minor },
            chain,
        },
    )
}

fn total(deals: &[Deal], currency: Currency) -> i64 {
    deals.iter().filter(|d| d.money.currency == currency).map(|d| d.money.minor).sum()
}

fn is_person(source: &Source) -> bool {
    matches!(source, Source::Person(_))
}

proptest! {
    /// Invariants 1, 2 and 4 of §3.7: sums are conserved by rule and by roll-up, an erasure moves a
    /// share and changes no total, a refund is the deal's mirror.
    #[test]
    fn not_a_penny_is_lost(deals in proptest::collection::vec(any_deal(), 0..8)) {
        for rule in Rule::all(HALF_LIFE_DAYS) {
            for currency in [Currency::GBP, Currency::parse("EUR").unwrap()] {
                let sum = |sums: std::collections::BTreeMap<(bool, Currency), i64>| -> i64 {
                    sums.iter().filter(|((_, c), _)| *c == currency).map(|(_, minor)| minor).sum()
                };
                let by_kind = roll_up(&deals, rule, |_, touch| is_person(&touch.source));
                assert_eq!(sum(by_kind), total(&deals, currency), "{rule:?}");
                let of_all: i64 = credits(&deals, HALF_LIFE_DAYS)
                    .iter()
                    .filter(|credit| credit.currency == currency)
                    .map(|credit| credit.by(rule).minor)
                    .sum();
                assert_eq!(of_all, total(&deals, currency), "{rule:?}");
            }
        }
        let mut erased = deals.clone();
        erase(&mut erased, person(1));
        let shares = |deals: &[Deal], of: &Source| -> i64 {
            let sums = roll_up(deals, Rule::Linear, |_, touch| touch.source == *of);
            sums.into_iter().filter(|((is, _), _)| *is).map(|(_, minor)| minor).sum()
        };
        assert_eq!(shares(&erased, &Source::Person(person(1))), 0);
        let moved = shares(&deals, &Source::Person(person(1)));
        assert_eq!(shares(&erased, &Source::Anonymous), moved);
        let mirrored: Vec<Deal> = deals.iter().cloned().map(|mut deal| {
            deal.money.minor = -deal.money.minor;
            deal
        }).collect();
        assert_eq!(shares(&mirrored, &Source::Unknown), -shares(&deals, &Source::Unknown));
    }
}

#[test]
fn credit_is_told_with_names_and_words() {
    let told = credit_told(&book(vec![won(1, Some(person(2)), 9000), won(2, None, 10)]), TODAY);
    let lines: Vec<(&str, &str, &str)> =
        told.iter().map(|t| (t.kind, t.name.as_str(), t.says.as_str())).collect();
    assert_eq!(
        lines,
        [
            ("room", "Lunch", "£0–9k whichever way you count"),
            ("person", "Ana", "£0–3k whichever way you count"),
            ("person", "Ben", "£0–9k whichever way you count"),
            ("unknown", "not known", "£10 whichever way you count"),
        ]
    );
    assert_eq!(told[0].origin, told[0].high);
    assert_eq!(told[2].person, Some(person(2)));
    assert!(credit_told(&Book::new(Facts::default(), &[]), TODAY).is_empty());
}

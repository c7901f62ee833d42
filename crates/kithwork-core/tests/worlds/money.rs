//! What comes of it: referrals, business, and another channel to compare with.

use crate::habits::Habits;
use crate::life::{Life, Lived};
use jiff::civil::Date;
use kithwork_core::days::{days_before, days_between};
use kithwork_core::fact::Facts;
use kithwork_core::facts::*;
use kithwork_core::id::{FactId, PersonId};
use kithwork_core::models::lag::Lag;
use kithwork_core::money::{Amount, Currency};
use uuid::Uuid;

/// The share of referrals that are won, and the days after which that is decided.
const WON: f64 = 0.5;
const DECIDED: (i32, i32) = (20, 120);
/// What a piece of business may bring, pounds.
const POUNDS: [i64; 7] = [500, 800, 1_200, 1_500, 2_400, 3_600, 6_000];

/// What a chance of a referral on some day is worth by now, pounds.
pub(crate) fn expected(chance: f64, days_ago: i32) -> f64 {
    let (first, last) = DECIDED;
    let decided = f64::from((days_ago + 1 - first).clamp(0, last - first + 1));
    let usual = POUNDS.iter().map(|&p| f64::from(i32::try_from(p).unwrap())).sum::<f64>() / 7.0;
    chance * WON * usual * decided / f64::from(last - first + 1)
}

/// Half of the referrals are won some weeks later.
pub(crate) fn refer(life: &mut Life<'_>, by: PersonId, day: i32) {
    let wins = life.chance.happens(WON);
    let decided = day + life.chance.days(DECIDED.0, DECIDED.1);
    let status = match (life.is_past(decided), wins) {
        (true, true) => ReferralStatus::Won,
        (true, false) => ReferralStatus::Lost,
        (false, _) => ReferralStatus::Met,
    };
    let referral = Referral {
        status: Some(status),
        closed_on: life.is_past(decided).then(|| life.date(decided)),
        ..Referral::passed_on(life.fact(), Direction::Received, by, Some(life.date(day)))
    };
    life.facts.referrals.push(referral);
    if wins {
        win(life, Some(by), decided);
    }
}

/// A piece of business between a few hundred and a few thousand pounds.
pub(crate) fn win(life: &mut Life<'_>, referrer: Option<PersonId>, day: i32) {
    let pounds = life.chance.one_of(&POUNDS);
    if !life.is_past(day) {
        return;
    }
    let kind = if referrer.is_some() { BusinessSource::Referral } else { BusinessSource::Direct };
    let business = Business {
        id: life.fact(),
        won_on: Some(life.date(day)),
        client: "A client".to_owned(),
        source_kind: Some(kind),
        source: Some("as told".to_owned()),
        referrer,
        room: None,
        value: Some(pence(pounds * 100)),
        notes: None,
    };
    life.facts.business.push(business);
}

pub(crate) fn pounds(pounds: i64) -> Amount {
    pence(pounds * 100)
}

fn pence(minor: i64) -> Amount {
    Amount { currency: Some(Currency::GBP), minor }
}

/// Another channel beside networking, which returns so many times as much an hour as networking does
/// in this life: not what happened to come, but what was to be expected of the people in it. Between
/// lives with the same habits that differs tenfold.
pub(crate) fn add_channel(life: &mut Lived, habits: &Habits, seed: u64, today: Date) {
    let Some(times) = habits.channel else { return };
    let pounds_an_hour = life.expected_pounds / mature_hours(&life.facts, today).max(1.0);
    let (hours, cost, sale) = (f64::from(habits.channel_hours), 30.0, 900.0);
    let sales_a_month = (times * pounds_an_hour * hours + cost) / sale;
    let mut chance = crate::chance::Chance::new(seed ^ (9 << 40));
    for month in 0..habits.weeks / 4 {
        let sales = u32::try_from(chance.count(sales_a_month)).unwrap();
        life.facts.channel_months.push(ChannelMonth {
            id: FactId(Uuid::from_u128((3 << 64) + u128::try_from(month).unwrap())),
            channel: "cold calling".to_owned(),
            month: days_before(today, 10 + month * 30).first_of_month(),
            minutes: Some(habits.channel_hours * 60),
            cost: Some(pence(3_000)),
            leads: None,
            sales: Some(sales),
            value: Some(pence(i64::from(sales) * 90_000)),
        });
    }
}

/// Hours of networking whose results can have shown.
fn mature_hours(facts: &Facts, today: Date) -> f64 {
    let lag = Lag { shape: 1.35, scale_weeks: 34.0 };
    let age = |on| f64::from(days_between(on, today)) / 7.0;
    let talks =
        facts.conversations.iter().map(|c| (f64::from(c.minutes.unwrap_or(0)) / 60.0, age(c.on)));
    let rooms = facts.meetings.iter().map(|m| {
        (f64::from(m.minutes.unwrap_or(0) + m.travel_minutes.unwrap_or(0)) / 60.0, age(m.on))
    });
    lag.effective(talks.chain(rooms))
}

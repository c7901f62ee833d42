//! Work passed on shows on the ladder, however it is known.

use super::*;
use crate::facts::Referral;

impl Story {
    fn sent(mut self, client: &str, won_on: Date) -> Self {
        let id = self.id();
        self.facts.business.push(Business {
            id,
            won_on: Some(won_on),
            client: client.to_owned(),
            source_kind: None,
            source: None,
            referrer: Some(who()),
            room: None,
            value: None,
            notes: None,
        });
        self
    }
}

#[test]
fn who_sent_clients_unasked_speaks_up_as_much_as_by_referrals() {
    let known = || collaborating().rated(Rated::Understanding, 4, Some(date(2026, 3, 1)));
    let acme = || known().sent("Acme", date(2026, 4, 1));
    let mut told_twice = acme();
    let (id, on) = (told_twice.id(), Some(date(2026, 2, 1)));
    told_twice.facts.referrals.push(Referral::passed_on(id, Direction::Received, who(), on));
    assert_eq!(told_twice.standing().level, 4, "one client, told twice");
    assert_eq!(acme().sent("Acme", date(2026, 5, 1)).standing().level, 4, "one client, twice");
    assert_eq!(acme().sent("Baker", date(2026, 5, 1)).standing().level, 5);
}

#[test]
fn the_day_on_which_business_was_won_is_no_day_of_contact() {
    let last = |story: Story| story.standing().last;
    assert_eq!(last(Story::new().sent("Acme", date(2026, 11, 1))), None);
    let talked = Story::new().one_to_one(date(2026, 1, 1)).sent("Acme", date(2026, 11, 1));
    assert_eq!(last(talked), Some(date(2026, 1, 1)));
}

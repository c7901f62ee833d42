//! Which times to offer to whom: nobody what another was offered, right after a meeting that both
//! attend, and two who live far away in one place one after the other, so that one journey does.

use super::balance::Settled;
use super::circle::Acquaintance;
use super::draft::Desk;
use super::free::{Free, earliest};
use super::meetings::Occasion;
use super::{Item, ItemKind, Status};
use jiff::ToSpan;
use jiff::civil::DateTime;

/// A way there and back from which a second journey is worth sparing, minutes; our judgement.
const FAR: u32 = 30;
/// The hour from which nobody is offered a second talk of the day.
const EVENING: i8 = 18;
/// Minutes between two conversations in one place.
const BETWEEN: u32 = 30;

/// Puts the times to offer on everything that is to be asked, the most worthwhile first.
pub(super) fn times(
    desk: &Desk<'_>,
    free: Free,
    items: &mut [Item],
    occasions: &[Occasion],
    settled: &Settled,
) {
    let mut order: Vec<usize> = (0..items.len()).filter(|&i| is_asked(&items[i])).collect();
    order.sort_by(|&a, &b| items[b].value.total_cmp(&items[a].value).then(a.cmp(&b)));
    let mut diary = Diary {
        desk,
        free,
        meetings: settled.kept.iter().filter_map(|&i| occasions.get(i)).collect(),
        offered: Vec::new(),
    };
    for i in order {
        diary.offer(&mut items[i]);
    }
}

fn is_asked(item: &Item) -> bool {
    item.status == Status::Invite && item.together.is_some()
}

struct Diary<'a> {
    desk: &'a Desk<'a>,
    free: Free,
    /// Meetings of the week with which nothing has been joined yet.
    meetings: Vec<&'a Occasion>,
    /// Where somebody far away lives, when that conversation would end, and their first name.
    offered: Vec<(String, DateTime, String)>,
}

impl Diary<'_> {
    fn offer(&mut self, item: &mut Item) {
        // The way there is in the minutes of the item, and around those of the diary.
        let Some(minutes) = item.together else { return };
        let desk = self.desk;
        let one = match (item.kind, item.people.as_slice()) {
            (ItemKind::OneToOne, &[one]) => desk.known(one),
            _ => None,
        };
        if let Some(one) = one.filter(|_| item.offer.is_empty()) {
            self.after_a_meeting(item, one);
        }
        let far = one.and_then(|one| Some((one, far_away(desk, one)?)));
        if let Some((_, place)) = far.as_ref().filter(|_| item.offer.is_empty()) {
            self.beside(item, place, minutes);
        }
        let more = self.free.two(minutes);
        item.offer.extend(more.into_iter().take(2_usize.saturating_sub(item.offer.len())));
        if let (Some((one, place)), Some(&at)) = (far, item.offer.first()) {
            let end = at.saturating_add(i64::from(minutes).minutes());
            self.offered.push((place, end, one.first_name().to_owned()));
        }
    }

    /// Coffee after a meeting of the week at which both are seen; one person a meeting.
    fn after_a_meeting(&mut self, item: &mut Item, one: &Acquaintance<'_>) {
        let from = earliest(self.desk.week.today);
        let is_there = |o: &&Occasion| one.side_by_side > 0 && one.room == Some(o.room);
        let is_free = |end| !self.free.is_taken(end);
        let is_to_come = |o: &&Occasion| o.on >= from && o.end.is_some_and(is_free);
        let found = self.meetings.iter().position(|o| is_there(o) && is_to_come(o));
        let Some(occasion) = found.map(|at| self.meetings.remove(at)) else { return };
        item.offer.extend(occasion.end);
        item.bring.push(format!(
            "You may both be at {} on {}: coffee right after it needs no journey.",
            occasion.name,
            self.desk.week.weekday(occasion.on)
        ));
    }

    /// Right after the conversation offered to somebody else in the same place.
    fn beside(&mut self, item: &mut Item, place: &str, minutes: u32) {
        let found = self.offered.iter().find_map(|(other, end, name)| {
            let at = end.saturating_add(i64::from(BETWEEN).minutes());
            let is_free = || self.free.leaves_after(at, minutes, i64::from(BETWEEN));
            (other == place && at.hour() < EVENING && is_free()).then_some((at, name))
        });
        let Some((at, name)) = found.map(|(at, name)| (at, name.clone())) else { return };
        self.free.take(at, minutes);
        item.offer.push(at);
        item.bring.push(format!(
            "The first time is right after the one for {name}, who is in the same place: one journey for both."
        ));
    }
}

/// Where somebody lives, folded, if the way there is long.
fn far_away(desk: &Desk<'_>, one: &Acquaintance<'_>) -> Option<String> {
    let city = one.person.city.as_deref()?.trim().to_lowercase();
    (desk.way_to(one) >= FAR && !city.is_empty()).then_some(city)
}

//! The way to a meeting, getting ready for one, and how one left the owner: each belongs to the meeting that is meant, and makes none
//! of its own.

use super::draft::Draft;
use super::told::{self, Took};
use crate::error::Result;
use crate::meeting;
use jiff::civil::Date;
use kithwork_core::capture::Part;
use kithwork_core::change::Edit;
use kithwork_core::fact::FactKind;
use kithwork_core::facts::Meeting;
use kithwork_core::id::RoomId;

impl Draft<'_> {
    /// Writes the way to the meeting of that day, or to the last one of its room. Where the book knows no
    /// such meeting the words are kept and say so.
    pub(super) async fn way(
        &mut self,
        part: &Part,
        (place, on): (usize, Option<Date>),
        minutes: u32,
    ) -> Result<()> {
        let named = self.understood.rooms.get(place);
        let Some(room) = named.and_then(|named| named.id) else {
            self.no_meeting(place);
            return Ok(());
        };
        let Some(before) = self.led_to(room, on).await? else {
            self.no_meeting(place);
            return Ok(());
        };
        self.took(part, before, Took { travel: Some(minutes), ..Took::default() }).await
    }

    /// Writes the preparation of the owner's minute to the next meeting from that day on, of its room where
    /// one is named and on the day that it was for where one is, on top of what was prepared for it before. Where the book knows none the words are kept
    /// and say so.
    pub(super) async fn preparation(&mut self, part: &Part) -> Result<()> {
        let Part::Preparation { room: place, meets_on, on, minutes } = part else { return Ok(()) };
        let (place, from) = (*place, meets_on.unwrap_or(*on));
        if place.is_some_and(|place| self.is_room_open(place)) {
            return Ok(());
        }
        let room = place.and_then(|place| self.understood.rooms.get(place)?.id);
        let found = match (place, room) {
            (Some(_), None) => None,
            _ => meeting::next(self.store, self.ctx, room, from).await?,
        };
        let is_meant = |next: &Meeting| meets_on.is_none_or(|day| next.on == day);
        let Some(before) = found.filter(is_meant) else {
            let left =
                "the preparation is kept in your words: no meeting that it was for is known yet";
            self.told.left.push(left.to_owned());
            return Ok(());
        };
        let prep = before.prep_minutes.unwrap_or(0).saturating_add(*minutes);
        self.took(part, before, Took { prep: Some(prep), ..Took::default() }).await
    }

    /// What a meeting took, as the owner's own word.
    async fn took(&mut self, part: &Part, before: Meeting, took: Took) -> Result<()> {
        let after = took.over(before.clone());
        if let Some(said) = told::own_meeting(&after, took, self.known, &self.created) {
            self.own((FactKind::Meeting, after.id), said).await?;
        }
        let row = self.store.fact(self.ctx.tenant, FactKind::Meeting, before.id).await?;
        let id = before.id;
        let edit = match row {
            Some(_) => Edit::changed(before, after),
            // It only stood in a calendar's series until now.
            None => Some(Edit::created(after)),
        };
        self.changes(id, edit, part);
        Ok(())
    }

    /// Writes how the last meeting of a room left the owner; where the book knows none, that of the note's day.
    pub(super) async fn energy(&mut self, place: usize, score: u8) -> Result<()> {
        if self.is_room_open(place) {
            return Ok(());
        }
        let room = self.understood.rooms.get(place).and_then(|named| named.id);
        let last = match room {
            Some(room) => self.led_to(room, None).await?,
            None => None,
        };
        let (energy, people) = (Some(score), Vec::new());
        let on = last.as_ref().map_or(self.understood.on, |last| last.on);
        let (minutes, travel, prep, cost) = (None, None, None, None);
        let part = Part::Meeting { room: place, on, minutes, travel, prep, cost, energy, people };
        match last {
            Some(last) => self.took(&part, last, Took { energy, ..Took::default() }).await,
            None => self.meeting(&part).await,
        }
    }

    async fn led_to(&self, room: RoomId, on: Option<Date>) -> Result<Option<Meeting>> {
        let at = self.at.filter(|at| at.room == room && on.is_none_or(|on| at.on == on));
        match at {
            Some(at) => Ok(Some(at.clone())),
            None => meeting::last(self.store, self.ctx, room, (on, self.understood.on)).await,
        }
    }

    fn no_meeting(&mut self, place: usize) {
        let name = self.understood.rooms.get(place).map_or("", |named| named.name.as_str());
        self.told
            .left
            .push(format!("the way to {name} is kept in your words: no such meeting is known yet"));
    }
}

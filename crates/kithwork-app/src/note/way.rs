//! The way to a meeting, and getting ready for one: each belongs to the meeting that is meant, and makes none
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
    /// one is named, on top of what was prepared for it before. Where the book knows none the words are kept
    /// and say so.
    pub(super) async fn preparation(
        &mut self,
        part: &Part,
        (place, on): (Option<usize>, Date),
        minutes: u32,
    ) -> Result<()> {
        if place.is_some_and(|place| self.is_room_open(place)) {
            return Ok(());
        }
        let room = place.and_then(|place| self.understood.rooms.get(place)?.id);
        let found = match (place, room) {
            (Some(_), None) => None,
            _ => meeting::next(self.store, self.ctx, room, on).await?,
        };
        let Some(before) = found else {
            let left =
                "the preparation is kept in your words: no meeting that it was for is known yet";
            self.told.left.push(left.to_owned());
            return Ok(());
        };
        let prep = before.prep_minutes.unwrap_or(0).saturating_add(minutes);
        self.took(part, before, Took { prep: Some(prep), ..Took::default() }).await
    }

    /// What a meeting took, as the owner's own word.
    async fn took(&mut self, part: &Part, before: Meeting, took: Took) -> Result<()> {
        let after = took.over(before.clone());
        self.told.facts.push(before.id);
        if let Some(said) = told::own_meeting(&after, took, self.known, &self.created) {
            self.own((FactKind::Meeting, after.id), said).await?;
        }
        let row = self.store.fact(self.ctx.tenant, FactKind::Meeting, before.id).await?;
        match row {
            Some(_) => self.edits.extend(Edit::changed(before, after)),
            // It only stood in a calendar's series until now.
            None => self.edits.push(Edit::created(after)),
        }
        self.told.understood.push(told::part(part, self.understood, self.known));
        Ok(())
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

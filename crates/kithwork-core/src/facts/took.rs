//! What an occasion took of the owner's time.

use super::{Conversation, Meeting, Room};

/// Minutes that a meeting or a conversation took, each as far as it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Took {
    /// There, minutes.
    pub there: Option<u32>,
    /// On the way there and back, minutes.
    pub travel: Option<u32>,
    /// Getting ready, minutes.
    pub prep: Option<u32>,
}

impl Took {
    /// The way and getting ready, as far as they are known; minutes.
    pub fn around(self) -> u64 {
        [self.travel, self.prep].into_iter().flatten().map(u64::from).sum()
    }

    /// All that is known; minutes.
    pub fn known(self) -> u64 {
        self.there.map_or(0, u64::from) + self.around()
    }

    /// All of it, where its own length is known: the way alone says nothing of how long it was. Minutes.
    pub fn whole(self) -> Option<u64> {
        self.there.map(|there| u64::from(there) + self.around())
    }
}

impl Conversation {
    /// What it took, as it was told.
    pub fn took(&self) -> Took {
        Took { there: self.minutes, travel: self.travel_minutes, prep: self.prep_minutes }
    }
}

impl Meeting {
    /// What it took, as it was told.
    pub fn took(&self) -> Took {
        Took { there: self.minutes, travel: self.travel_minutes, prep: self.prep_minutes }
    }

    /// What it took; where it does not say, what its room usually takes.
    pub fn took_as_usual(&self, room: Option<&Room>) -> Took {
        let told = self.took();
        Took {
            there: told.there.or_else(|| room?.meeting_minutes),
            travel: told.travel.or_else(|| room?.travel_minutes),
            prep: told.prep,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{FactId, RoomId};
    use jiff::civil::date;
    use uuid::Uuid;

    #[test]
    fn a_meeting_that_does_not_say_takes_what_its_room_usually_takes() {
        let id = RoomId(Uuid::from_u128(1));
        let mut room = Room::named(id, "Friday Breakfast");
        (room.meeting_minutes, room.travel_minutes) = (Some(90), Some(30));
        let mut meeting = Meeting::held(FactId(Uuid::from_u128(2)), id, date(2026, 3, 6));
        meeting.travel_minutes = Some(0);
        meeting.prep_minutes = Some(20);

        assert_eq!(meeting.took().whole(), None);
        assert_eq!(meeting.took().known(), 20);
        assert_eq!(meeting.took_as_usual(Some(&room)).whole(), Some(110));
        assert_eq!(meeting.took_as_usual(None).whole(), None);
    }
}

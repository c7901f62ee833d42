//! The people a plan may name, with what matters about each.

use super::depth;
use super::week::{Week, takes_time};
use crate::days::{days_before, weeks_between};
use crate::facts::{Care, ConversationKind, Person, Stage};
use crate::id::{FactId, RoomId};
use crate::ladder::{self, Missing, Standing};
use crate::params::PlanParams;
use jiff::civil::Date;

/// Somebody the owner has been in touch with, up to the week's Sunday.
#[derive(Clone, Debug)]
pub(super) struct Acquaintance<'a> {
    /// Their place in the circle.
    pub place: usize,
    /// Their place in the book, by which the circle is ordered.
    pub at: usize,
    pub person: &'a Person,
    pub standing: Standing,
    /// The last conversation in which both took part.
    pub together: Option<Date>,
    /// The last conversation of any kind.
    pub touched: Option<Date>,
    /// The last message or letter, which may have had no answer.
    pub wrote: Option<Date>,
    /// One-to-ones so far.
    pub one_to_ones: u32,
    /// How deep it goes, 0..=5: the level, or what sitting down together has built up towards the next.
    pub depth: f64,
    /// The depth that one more one-to-one leads to.
    pub deeper: f64,
    /// Quarters in which they could have referred, each counted as one at level 3 and warm.
    pub lived: f64,
    /// Invitations since the last time together that led to nothing.
    pub unanswered: u32,
    /// Meetings of rooms side by side within a year, with the room of the last one.
    pub side_by_side: u32,
    pub room: Option<RoomId>,
    /// Whether all of them were of that room.
    pub is_one_room: bool,
    /// The first sign of them.
    pub met: Option<Date>,
    /// A conversation with them stands in the calendar, was asked for in the weeks before, or is put off.
    pub is_busy: bool,
    /// The owner wished to be in touch on a day after this week, and not before.
    pub is_put_off: bool,
    /// The day within the week, or lately, on which the owner wished to be in touch again, where nothing
    /// has come of it.
    pub wished: Option<Date>,
    /// How often they have passed work on to the owner so far.
    pub referrals: u32,
    /// What they look for, in the owner's words, and the fact that says so.
    pub need: Option<(String, FactId)>,
    /// What is missing before they could refer.
    pub missing: Missing,
    /// The lowest of trust, understanding and opportunity, where all are known.
    pub readiness: Option<u8>,
    /// What the owner decided about the relationship.
    pub care: Option<Care>,
}

/// Weeks that an invitation is given to be answered.
const ASKED_WEEKS: f64 = 3.0;

/// Weeks for which a wish to be in touch again is brought up.
const WISHED_WEEKS: f64 = 3.0;

/// Everybody a plan may name: counted, not set aside, not opposed to contact, and met at all.
pub(super) fn circle<'a>(week: &Week<'a>) -> Vec<Acquaintance<'a>> {
    let people = week.book.facts.people.iter().enumerate();
    let named = people.filter(|(_, p)| p.may_be_asked());
    numbered(named.filter_map(|(at, p)| acquaintance(week, at, p)).collect())
}

/// The circle without those whom the owner let go.
pub(super) fn without_let_go(mut circle: Vec<Acquaintance<'_>>) -> Vec<Acquaintance<'_>> {
    circle.retain(|one| one.care != Some(Care::LetGo));
    numbered(circle)
}

fn numbered(mut circle: Vec<Acquaintance<'_>>) -> Vec<Acquaintance<'_>> {
    for (place, one) in circle.iter_mut().enumerate() {
        one.place = place;
    }
    circle
}

/// Somebody, by their place in the book.
fn acquaintance<'a>(week: &Week<'a>, at: usize, person: &'a Person) -> Option<Acquaintance<'a>> {
    let standing = ladder::climb_at(week.book, at, week.sunday, week.params);
    let mut talks = Talks::of(week, at);
    let seen = side_by_side(week, at);
    let met = [person.met_on.filter(|&on| on <= week.today), talks.first, seen.first]
        .into_iter()
        .flatten()
        .min()?;
    let readiness = ladder::readiness(week.book, person.id, week.sunday, week.params);
    let referrals = week.book.passed_on_at(at, week.sunday).len();
    let need = week.book.looked_for(person, week.sunday);
    let params = &week.params.plan;
    talks.until(week.sunday, params);
    let (depth, deeper) = depth::now_and_next(standing.level, talks.weight, params);
    // What the level adds to what talks have built up was there all along, as far as one can tell.
    let built = depth::multiplier(params, depth::of_talks(talks.weight, params));
    let lived = talks.lived * depth::multiplier(params, depth) / built.max(1e-6);
    Some(Acquaintance {
        place: 0,
        at,
        depth,
        deeper,
        lived,
        unanswered: talks.unanswered,
        person,
        standing,
        together: talks.together,
        touched: talks.touched,
        wrote: talks.wrote,
        one_to_ones: talks.one_to_ones,
        side_by_side: seen.times,
        is_one_room: seen.is_one_room,
        room: seen.room.or(person.met_at),
        met: Some(met),
        is_busy: talks.is_busy || talks.is_put_off,
        is_put_off: talks.is_put_off,
        wished: talks.wished.filter(|&on| talks.touched.is_none_or(|touched| touched < on)),
        referrals: u32::try_from(referrals).unwrap_or(u32::MAX),
        need: need.map(|(what, fact)| (what.to_owned(), fact)),
        missing: readiness.missing,
        readiness: readiness.value,
        care: person.care_at(week.sunday),
    })
}

#[derive(Default)]
struct Talks {
    first: Option<Date>,
    together: Option<Date>,
    touched: Option<Date>,
    wrote: Option<Date>,
    one_to_ones: u32,
    /// One-to-ones, each counting less with the years, as of the last time together.
    weight: f64,
    lived: f64,
    unanswered: u32,
    is_busy: bool,
    is_put_off: bool,
    wished: Option<Date>,
}

impl Talks {
    fn of(week: &Week<'_>, at: usize) -> Self {
        let mut talks = Self::default();
        for talk in week.book.talks_at(at) {
            let is_to_come = talk.on > week.today;
            if talk.stage >= Stage::Agreed && is_to_come {
                // Whatever is told of a day ahead, there is no talk before it was.
                talks.is_busy = true;
            } else if talk.stage == Stage::Happened
                || (talk.stage == Stage::Agreed && talk.on < week.monday)
            {
                if talk.on <= week.sunday {
                    talks.happened(talk.kind, talk.on, &week.params.plan);
                }
            } else if talk.stage == Stage::Agreed {
                talks.is_busy = true;
            } else if talk.stage == Stage::Asked {
                // Whoever was asked this week is looked at as before: the week's plan holds the hour.
                let is_held = week.holds(talk.on) && takes_time(talk.kind);
                talks.is_busy |= !is_held && weeks_between(talk.on, week.monday) < ASKED_WEEKS;
                talks.unanswered += u32::from(!is_held && talk.on <= week.sunday);
            } else if talk.on > week.sunday {
                talks.is_put_off = true;
            } else if weeks_between(talk.on, week.monday) <= WISHED_WEEKS && talks.unanswered == 0 {
                // Whoever was asked and put it off is asked again like anybody, not written to.
                talks.wished = Some(talk.on);
            }
        }
        talks
    }

    fn happened(&mut self, kind: ConversationKind, on: Date, params: &PlanParams) {
        self.first = self.first.or(Some(on));
        self.touched = Some(on);
        if is_written(kind) {
            self.wrote = Some(on);
        }
        if is_together(kind) {
            self.until(on, params);
            self.together = Some(on);
            self.unanswered = 0;
        }
        self.one_to_ones += u32::from(kind.is_one_to_one());
        self.weight += if kind.is_one_to_one() { 1.0 } else { 0.0 };
    }

    /// Lets the weeks pass since the last time together.
    fn until(&mut self, on: Date, params: &PlanParams) {
        let Some(last) = self.together else { return };
        let weeks = weeks_between(last, on);
        let depth = depth::of_talks(self.weight, params);
        let warm = depth::warm_quarters(depth::half_life(params, depth), 0.0, weeks);
        self.lived += depth::multiplier(params, depth) * warm;
        self.weight = depth::faded(self.weight, weeks);
    }
}

fn is_together(kind: ConversationKind) -> bool {
    use ConversationKind as Kind;
    matches!(kind, Kind::OneToOne | Kind::Video | Kind::Call | Kind::SmallGroup)
}

fn is_written(kind: ConversationKind) -> bool {
    use ConversationKind as Kind;
    matches!(kind, Kind::Email | Kind::Message | Kind::Letter)
}

/// Meetings at which both were, within a year.
#[derive(Default)]
struct SideBySide {
    times: u32,
    /// The room of the last one.
    room: Option<RoomId>,
    is_one_room: bool,
    /// The first one before the week, whenever that was.
    first: Option<Date>,
}

fn side_by_side(week: &Week<'_>, at: usize) -> SideBySide {
    let since = days_before(week.monday, 365);
    let mut seen = SideBySide { is_one_room: true, ..SideBySide::default() };
    for meeting in week.book.meetings_at(at).take_while(|m| m.on < week.monday) {
        seen.first = seen.first.or(Some(meeting.on));
        if meeting.on >= since {
            seen.times += 1;
            seen.is_one_room &= seen.room.is_none_or(|room| room == meeting.room);
            seen.room = Some(meeting.room);
        }
    }
    seen
}

impl Acquaintance<'_> {
    /// The first name, as one says it.
    pub(super) fn first_name(&self) -> &str {
        self.person.name.split_whitespace().next().unwrap_or(&self.person.name)
    }

    /// Whether they were seen so lately that another hour would be too soon.
    pub(super) fn is_resting(&self, week: &Week<'_>) -> bool {
        let quiet = self.together.or(self.touched.filter(|_| self.standing.level == 0));
        quiet.is_some_and(|on| weeks_between(on, week.monday) < self.rest_weeks(week))
    }

    /// Weeks after an hour together in which the plan asks for no other.
    pub(super) fn rest_weeks(&self, week: &Week<'_>) -> f64 {
        let params = &week.params.plan;
        let level = usize::from(self.standing.level);
        let rest = params.rest_weeks.get(level).copied().unwrap_or(26.0);
        if self.referrals > 0 { rest.min(params.rest_referrer_weeks) } else { rest }
    }

    /// The fact that tells their need, unless it is their own row.
    pub(super) fn need_fact(&self) -> Option<FactId> {
        let person = FactId::from(self.person.id);
        self.need.as_ref().map(|(_, fact)| *fact).filter(|&fact| fact != person)
    }

    /// Weeks since both last talked, or since they were met.
    pub(super) fn silence_weeks(&self, week: &Week<'_>) -> f64 {
        self.together.or(self.met).map_or(0.0, |on| weeks_between(on, week.sunday))
    }
}

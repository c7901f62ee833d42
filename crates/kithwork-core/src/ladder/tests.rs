use super::*;

mod next;
mod passed_on;
mod rhythm;

use crate::explanation::{Explanation, Origin};
use crate::fact::Facts;
use crate::facts::{
    Business, Conversation, ConversationKind, Direction, Help, HelpKind, Meeting, Need, Person,
    Project, ProjectKind, Rated, Rating, Room,
};
use crate::id::RoomId;
use jiff::civil::date;
use uuid::Uuid;

const TODAY: Date = date(2026, 11, 16);

fn id(n: u128) -> FactId {
    FactId(Uuid::from_u128(n))
}

fn who() -> PersonId {
    PersonId(Uuid::from_u128(1))
}

/// One person, met in one room, and nothing else.
struct Story {
    facts: Facts,
    next: u128,
}

impl Story {
    fn new() -> Self {
        let mut facts = Facts::default();
        facts.people.push(Person::named(who(), "Priya Shah"));
        facts.rooms.push(Room::named(RoomId(Uuid::from_u128(2)), "Thursday"));
        Self { facts, next: 10 }
    }

    fn id(&mut self) -> FactId {
        self.next += 1;
        id(self.next)
    }

    fn sat_together(mut self, on: Date) -> Self {
        let mut meeting = Meeting::held(self.id(), RoomId(Uuid::from_u128(2)), on);
        meeting.people.push(who());
        self.facts.meetings.push(meeting);
        self
    }

    fn talked(mut self, kind: ConversationKind, on: Date) -> Self {
        let talk = Conversation::happened(self.id(), kind, on, vec![who()]);
        self.facts.conversations.push(talk);
        self
    }

    fn one_to_one(self, on: Date) -> Self {
        self.talked(ConversationKind::OneToOne, on)
    }

    fn need(mut self, on: Date) -> Self {
        let need =
            Need { id: self.id(), person: who(), on: Some(on), what: "staff".into(), met_on: None };
        self.facts.needs.push(need);
        self
    }

    fn help(mut self, direction: Direction, kind: HelpKind, on: Date, asked: Option<bool>) -> Self {
        let (about, outcome) = (None, None);
        let id = self.id();
        self.facts.help.push(Help {
            id,
            on: Some(on),
            direction,
            person: who(),
            kind,
            asked,
            about,
            outcome,
        });
        self
    }

    fn rated(mut self, what: Rated, score: u8, on: Option<Date>) -> Self {
        let rating = Rating { id: self.id(), person: who(), what, score, on };
        self.facts.ratings.push(rating);
        self
    }

    fn standing(&self) -> Standing {
        climb(&Book::new(self.facts.clone(), &[]), who(), TODAY, &Params::default())
    }

    fn ready(&self) -> Readiness {
        readiness(&Book::new(self.facts.clone(), &[]), who(), TODAY, &Params::default())
    }
}

fn engaged() -> Story {
    Story::new()
        .one_to_one(date(2025, 1, 10))
        .one_to_one(date(2025, 2, 10))
        .rated(Rated::Understanding, 3, Some(date(2025, 3, 1)))
        .help(Direction::Given, HelpKind::Advice, date(2025, 4, 1), None)
        .help(Direction::Received, HelpKind::Support, date(2025, 5, 1), Some(true))
}

fn collaborating() -> Story {
    let introduced = |story: Story, direction, month| {
        story.help(direction, HelpKind::Introduction, date(2025, month, 3), None)
    };
    let mut story = engaged();
    for month in [6, 8] {
        story = introduced(story, Direction::Given, month);
        story = introduced(story, Direction::Received, month);
    }
    story
}

/// Row 13.
#[test]
fn a_name_alone_is_worth_nothing() {
    let standing = Story::new().standing();
    assert_eq!((standing.level, standing.label), (0, "Name only"));
    assert_eq!((standing.state, standing.p_alive, standing.last), (None, None, None));
    assert!(standing.evidence.is_empty());
}

/// Row 16.
#[test]
fn a_year_in_one_room_leads_to_nodding_and_no_further() {
    let mut story = Story::new();
    for week in 0..52 {
        story = story.sat_together(crate::days::days_after(date(2025, 11, 20), week * 7));
    }
    let standing = story.standing();
    assert_eq!(standing.level, 1);
    assert_eq!(standing.contacts, 1, "sitting in one room is no repeat contact");
}

#[test]
fn messages_alone_show_no_recognition() {
    let story = Story::new()
        .talked(ConversationKind::Email, date(2026, 1, 1))
        .talked(ConversationKind::Email, date(2026, 2, 1));
    assert_eq!(story.standing().level, 0);
    assert_eq!(story.sat_together(date(2026, 3, 1)).standing().level, 1);
}

/// Row 14.
#[test]
fn each_rung_shows_its_evidence_and_falls_with_it() {
    let story = Story::new().one_to_one(date(2026, 5, 1)).need(date(2026, 5, 1));
    let standing = story.standing();
    assert_eq!((standing.level, standing.evidence[0].on), (2, Some(date(2026, 5, 1))));
    assert_eq!(standing.evidence[0].facts, [id(11), id(12)]);
    let mut without = story;
    without.facts.needs.clear();
    assert_eq!(without.standing().level, 0);
}

#[test]
fn a_need_heard_long_after_the_one_to_one_leads_to_no_rung() {
    let story = Story::new().one_to_one(date(2024, 1, 1)).need(date(2026, 5, 1));
    assert_eq!(story.standing().level, 0);
    assert_eq!(story.one_to_one(date(2026, 6, 1)).standing().level, 2);
}

#[test]
fn help_both_ways_within_a_year_makes_equals() {
    let standing = engaged().standing();
    assert_eq!((standing.level, standing.label), (3, "Equally engaged"));
    assert_eq!(standing.evidence.last().unwrap().on, Some(date(2025, 5, 1)));
    let apart = Story::new()
        .one_to_one(date(2024, 1, 10))
        .one_to_one(date(2024, 2, 10))
        .rated(Rated::Understanding, 3, Some(date(2024, 3, 1)))
        .help(Direction::Given, HelpKind::Advice, date(2024, 4, 1), None)
        .help(Direction::Received, HelpKind::Support, date(2025, 5, 1), None);
    assert_eq!(apart.standing().level, 1);
}

#[test]
fn what_was_reached_stays_though_its_window_has_passed() {
    let mut story = engaged();
    for talk in &mut story.facts.conversations {
        talk.on = crate::days::days_before(talk.on, 700);
    }
    for help in &mut story.facts.help {
        help.on = help.on.map(|on| crate::days::days_before(on, 700));
    }
    story.facts.ratings[0].on = Some(date(2023, 4, 1));
    let standing = story.standing();
    assert_eq!((standing.level, standing.state), (3, Some(State::Dormant)));
}

#[test]
fn collaborators_introduce_each_other_and_champions_speak_up_unasked() {
    assert_eq!(collaborating().standing().level, 4);
    let unasked = |story: Story, month| {
        story.help(Direction::Received, HelpKind::Testimonial, date(2026, month, 1), Some(false))
    };
    let champion = unasked(unasked(collaborating(), 1), 2);
    assert_eq!(champion.standing().level, 4, "nobody has checked the playback");
    let champion = champion.rated(Rated::Understanding, 4, Some(date(2026, 3, 1)));
    assert_eq!((champion.standing().level, champion.standing().label), (5, "Champion"));
}

/// Something made together and finished is enough, once they can be phoned.
#[test]
fn a_joint_creation_makes_collaborators_and_what_is_unfinished_does_not() {
    let (begun_on, ended) = (Some(date(2025, 6, 1)), Some(date(2025, 7, 1)));
    let mut story = engaged();
    let (id, what) = (story.id(), "A talk".to_owned());
    let (kind, people) = (ProjectKind::Event, vec![who()]);
    let project = Project { id, what, kind, begun_on, ended_on: None, outcome: None, people };
    story.facts.projects.push(project);
    assert_eq!(story.standing().level, 3, "it is not finished");
    story.facts.projects[0].ended_on = ended;
    let standing = story.standing();
    let rung = standing.evidence.last().unwrap();
    assert_eq!((standing.level, rung.on, rung.facts.contains(&id)), (4, ended, true));
    story.facts.help.iter_mut().for_each(|help| help.asked = None);
    assert_eq!(story.standing().level, 3, "whether they can be phoned is not known");
}

#[test]
fn facts_after_the_date_are_not_seen() {
    let story = engaged();
    let book = Book::new(story.facts.clone(), &[]);
    let earlier = climb(&book, who(), date(2025, 3, 15), &Params::default());
    assert_eq!(earlier.level, 1);
}

/// §2.1 (ii): a weekly contact seen last week is not lost, whatever the model says.
#[test]
fn somebody_seen_on_cadence_never_reads_as_dormant() {
    let mut story = Story::new().need(date(2025, 1, 1));
    for week in 0..40 {
        story = story.one_to_one(crate::days::days_after(date(2025, 11, 20), week * 7));
    }
    // Silent for about 16 weeks: 40 weekly contacts make the model give up, 13 weeks' cadence doesn't.
    let standing = story.standing();
    assert!(standing.p_alive.unwrap() < 0.3);
    assert_eq!(standing.state, Some(State::Cooling));
}

/// Row 53.
#[test]
fn the_bottleneck_says_what_to_do() {
    let on = Some(date(2026, 10, 1));
    let rated = |trust, understanding| {
        Story::new()
            .rated(Rated::Trust, trust, on)
            .rated(Rated::Understanding, understanding, on)
            .rated(Rated::Access, 4, on)
    };
    assert_eq!(rated(4, 1).ready().missing, Missing::Teach);
    assert_eq!(rated(1, 4).ready().missing, Missing::Deepen);
    assert_eq!(rated(2, 2).ready().missing, Missing::Teach, "ties: understanding first");
    assert_eq!(rated(4, 4).ready().missing, Missing::Nothing);
    assert_eq!(rated(4, 3).ready().value, Some(3));
    assert_eq!(Story::new().ready().missing, Missing::FindOut);
    assert_eq!(Story::new().ready().value, None);
}

/// Who passes work on has shown what nobody asked them; a low check still says what to do.
#[test]
fn whoever_has_referred_lately_could() {
    let referred = |on| {
        let mut story = Story::new().rated(Rated::Trust, 4, Some(date(2026, 10, 1)));
        let id = story.id();
        story.facts.business.push(Business {
            id,
            won_on: Some(on),
            client: "Mill Lane Bakery".to_owned(),
            source_kind: None,
            source: None,
            referrer: Some(who()),
            room: None,
            value: None,
            notes: None,
        });
        story
    };
    let ready = referred(date(2026, 6, 1)).ready();
    assert_eq!((ready.missing, ready.opportunity, ready.value), (Missing::Nothing, None, None));
    assert!(ready.says(2).starts_with("They have passed work on"), "{}", ready.says(2));
    assert_eq!(referred(date(2024, 6, 1)).ready().missing, Missing::FindOut);
    let unclear =
        referred(date(2026, 6, 1)).rated(Rated::Understanding, 1, Some(date(2026, 10, 1)));
    assert_eq!(unclear.ready().missing, Missing::Teach);
}

/// What is known already is not asked for again.
#[test]
fn only_what_is_unknown_is_to_be_found_out() {
    let on = Some(date(2026, 10, 1));
    let all = "Find out whether they trust you, what they think you do, and whether they meet your \
               clients.";
    assert_eq!(Story::new().ready().says(2), all);
    let told = Story::new().rated(Rated::Understanding, 4, on);
    let rest = "Find out whether they trust you and whether they meet your clients.";
    assert_eq!(told.ready().says(2), rest);
    let rated = told.rated(Rated::Trust, 4, on);
    assert_eq!(rated.ready().says(2), "Find out whether they meet your clients.");
}

/// Row 9.
#[test]
fn a_check_older_than_180_days_is_unknown_and_not_a_no() {
    let old = Story::new().rated(Rated::Understanding, 0, Some(date(2026, 5, 1)));
    assert_eq!((old.ready().understanding, old.ready().missing), (None, Missing::FindOut));
    let recent = Story::new().rated(Rated::Understanding, 0, Some(date(2026, 6, 1)));
    assert_eq!((recent.ready().understanding, recent.ready().missing), (Some(0), Missing::Teach));
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]
    /// A level rests on its evidence alone: taking facts away never raises it, and taking the evidence
    /// of the highest rung away again and again brings it down.
    #[test]
    fn without_its_evidence_a_level_falls(
        deeds in proptest::collection::vec((0_u8..7, 0_i32..900), 0..30),
    ) {
        let mut story = Story::new();
        for (deed, days) in deeds {
            let on = crate::days::days_before(TODAY, days);
            story = match deed {
                0 => story.one_to_one(on),
                1 => story.sat_together(on),
                2 => story.need(on),
                3 => story.help(Direction::Given, HelpKind::Introduction, on, None),
                4 => story.help(Direction::Received, HelpKind::Introduction, on, Some(true)),
                5 => story.help(Direction::Received, HelpKind::Testimonial, on, Some(false)),
                _ => story.rated(Rated::Understanding, 4, Some(on)),
            };
        }
        let mut standing = story.standing();
        for _ in 0..31 {
            let Some(top) = standing.evidence.last() else { break };
            let gone = |id: FactId| top.facts.contains(&id);
            story.facts.conversations.retain(|c| !gone(c.id));
            story.facts.meetings.retain(|m| !gone(m.id));
            story.facts.needs.retain(|n| !gone(n.id));
            story.facts.help.retain(|h| !gone(h.id));
            story.facts.ratings.retain(|r| !gone(r.id));
            let next = story.standing();
            assert!(next.level <= standing.level);
            standing = next;
        }
        assert_eq!(standing.level, 0);
    }
}

/// Row 15: the names of the levels, and the owner's own.
#[test]
fn a_level_is_called_as_the_owner_likes_and_plainly_where_they_said_nothing() {
    let own = ["", "", "  ", "Inner circle"].map(str::to_owned);
    let names: Vec<String> = level_names(&own).into_iter().map(|level| level.name).collect();
    assert_eq!(names[2..4], ["Getting to know", "Inner circle"]);
    assert_eq!((level_name(&own, 9), level_name(&[], 9)), ("Champion", "Champion"));
}

/// Row 57: somebody not yet known is never asked, however ready they seem.
#[test]
fn who_is_ready_and_not_yet_known_is_not_asked() {
    let ready = Readiness {
        trust: Some(4),
        understanding: Some(4),
        understood_by: None,
        opportunity: Some(4),
        value: Some(4),
        has_referred: false,
        missing: Missing::Nothing,
        facts: Vec::new(),
    };
    assert!(ready.says(2).contains("ask them"));
    assert!((0..2).all(|level| !ready.says(level).contains("ask them")));
}

#[test]
fn the_next_step_leaves_out_what_has_been_done_of_it() {
    let met = || {
        Story::new().sat_together(date(2025, 1, 3)).talked(ConversationKind::Call, date(2025, 1, 4))
    };
    assert!(met().standing().next_step.starts_with("Sit down together one to one, and write"));
    let sat = met().one_to_one(date(2025, 2, 1)).standing();
    assert_eq!((sat.level, sat.next_step), (1, "Write down one thing they need or aim for."));
    let heard = met().need(date(2025, 2, 1)).standing();
    assert_eq!((heard.level, heard.next_step), (1, "Sit down together one to one."));
    let asked =
        met().one_to_one(date(2025, 2, 1)).one_to_one(date(2025, 3, 1)).need(date(2025, 2, 1));
    let asked = asked.rated(Rated::Understanding, 3, Some(date(2025, 3, 1))).standing();
    assert_eq!((asked.level, asked.next_step), (2, "Help each other once in each direction."));
}

/// Row 52: the sentence agrees with the timeline, which has the letters too.
#[test]
fn letters_are_contact_outside_rooms_and_only_talks_tell_whether_it_lives() {
    let ago = |days| crate::days::days_before(TODAY, days);
    let says = |story: &Story| {
        let book = Book::new(story.facts.clone(), &[]);
        alive(&book, who(), TODAY, &Params::default()).unwrap().explanation.says
    };
    let once = Story::new().sat_together(ago(60)).talked(ConversationKind::Call, ago(28));
    assert!(says(&once).starts_with("In touch outside rooms once, 4 weeks ago: of 100"));
    let wrote =
        once.talked(ConversationKind::Email, ago(21)).talked(ConversationKind::Email, ago(7));
    let told = "In touch outside rooms on 3 days, last 7 days ago; sat down or called once, 4 weeks ago: of 100";
    assert!(says(&wrote).starts_with(told), "{}", says(&wrote));
    let only = Story::new().sat_together(ago(60)).talked(ConversationKind::Email, ago(7));
    let told = "In touch outside rooms once, 7 days ago, and never sat down or called: of 100";
    assert!(says(&only).starts_with(told), "{}", says(&only));
}

/// Row 14: two sittings alone teach nobody what the other looks for, and that is what is said to be missing.
#[test]
fn who_was_sat_down_with_and_not_listened_to_reads_what_is_missing() {
    let twice = Story::new().one_to_one(date(2026, 9, 1)).one_to_one(date(2026, 10, 1));
    let missing = |story: &Story| {
        let book = Book::new(story.facts.clone(), &[]);
        not_listened(&book, who(), TODAY, story.standing().level)
    };
    assert_eq!(twice.standing().level, 1);
    let (says, talks) = missing(&twice).unwrap();
    assert_eq!(says, "Sat down twice; what they look for isn’t noted yet.");
    assert_eq!(talks.len(), 2);
    let heard = twice.need(date(2026, 10, 1));
    assert_eq!((heard.standing().level, missing(&heard)), (2, None));
}

/// Rows 14 and 52: the words say what happened, and run the way the numbers do.
#[test]
fn how_warm_it_is_is_said_as_it_happened() {
    let said = |story: &Story| story.standing().in_words(&[]);
    let yesterday = crate::days::days_before(TODAY, 1);
    assert_eq!(said(&Story::new().sat_together(yesterday)), "Talked once, new");
    let met = crate::days::days_before(TODAY, 6);
    let wrote = Story::new().sat_together(met).talked(ConversationKind::Message, TODAY);
    assert_eq!(said(&wrote), "Nodding acquaintance, new");

    let mut weekly = Story::new();
    for week in 0..52 {
        weekly = weekly.sat_together(crate::days::days_before(TODAY, 3 + week * 7));
    }
    assert_eq!(said(&weekly), "Nodding acquaintance, seen lately");
    assert_eq!(weekly.standing().state, Some(State::Cooling), "the model says what it said");

    let once = |days| Story::new().one_to_one(crate::days::days_before(TODAY, days));
    let sat = |days| crate::days::days_before(TODAY, days).strftime("%B %Y").to_string();
    assert_eq!(said(&once(200)), format!("Sat down together in {}, quiet", sat(200)));
    assert_eq!(said(&once(50)), format!("Sat down together in {}, cooling", sat(50)));
    let phoned = crate::days::days_before(TODAY, 200);
    let phoned = Story::new().talked(ConversationKind::Call, phoned);
    assert_eq!(said(&phoned), "Talked once, quiet");
    assert_eq!(said(&Story::new()), "Name only");
    let own = ["A name".to_owned()];
    assert_eq!(once(200).standing().in_words(&own), "A name, quiet");
}

/// Row 52: what reads warmer never has the smaller number.
#[test]
fn the_words_never_run_against_the_numbers() {
    for days in (0..500).step_by(7) {
        for seen in 1..4 {
            let mut story = Story::new();
            for n in 0..seen {
                story = story.sat_together(crate::days::days_before(TODAY, days + n * 30));
            }
            let standing = story.standing();
            let (of_100, warmth) = (standing.p_alive.unwrap() * 100.0, standing.warmth.unwrap());
            match warmth {
                "cooling" => assert!((30.0..60.0).contains(&of_100), "{days}: {of_100}"),
                "quiet" | "nearly quiet" => assert!(of_100 < 30.0, "{days}: {of_100}"),
                "warm" => assert!(of_100 >= 60.0, "{days}: {of_100}"),
                other => assert!(["new", "seen lately"].contains(&other), "{days}: {other}"),
            }
        }
    }
}

//! The documents that programs read, to the letter of docs/interface.md: the command line and the
//! web API print the same ones. The public spellings `groups`, `interactions` and `nurture` live
//! here and in the sheets, nowhere else. Version 1 only grows.

mod access;
mod aim;
mod calendar;
mod change;
mod channel;
mod error;
mod evening;
mod found;
mod giving;
mod group;
mod halves;
mod import;
mod level;
mod lists;
mod money;
mod needs;
mod note;
mod offers;
mod people;
mod person;
mod pitch;
mod plan;
mod playback;
mod profile;
mod question;
mod rating;
mod review;
mod room_rating;
mod said;
mod settings;
mod start;
mod talks;
mod together;
mod trash;
mod triage;
mod whom;

pub use access::{DevicesJson, PairingJson, TokenMadeJson, TokensJson};
pub use aim::{AimJson, AimsJson, ExperimentJson, ExperimentsJson};
pub use calendar::{CalendarJson, CalendarsJson};
pub use change::{ChangesJson, DoneJson, PastJson, UndoJson};
pub use channel::ChannelToldJson;
pub use error::{ErrorBody, ErrorJson};
pub use evening::EveningJson;
pub use found::{FoundGroupJson, FoundJson};
pub use giving::{GivingJson, PositionJson};
pub use group::{GroupJson, GroupLineJson, GroupsJson};
pub use halves::HalvesJson;
pub use import::{FileJson, ImportJson, RefusedJson};
pub use level::LevelsJson;
pub use lists::{BulkJson, ListJson, ListsJson, TagJson, TagsJson};
pub use money::MoneyJson;
pub use needs::NeedsJson;
pub use note::{NoteJson, UnderstoodJson};
pub use offers::OffersJson;
pub use people::{HitJson, PeopleJson};
pub use person::{EvidenceJson, ExplainsJson, PersonJson, ReadinessJson, TimelineJson};
pub use pitch::{GaveJson, PitchJson, QuickJson};
pub use plan::{CarriedJson, ExpectedJson, ItemJson, LastWeekJson, MinutesJson, PlanJson};
pub use playback::PlaybackJson;
pub use profile::{MissingJson, ProfileJson};
pub use question::{QuestionJson, QuestionsJson};
pub use rating::{ObservedJson, RatingJson};
pub use review::{
    ChannelJson, DepthJson, FindingJson, OriginJson, PeriodJson, ReturnJson, ReviewJson, RoomJson,
    SpentJson, TimeJson, TotalsJson,
};
pub use room_rating::{RatedRoomsJson, RoomRatingJson};
pub use said::{MentionJson, QuotesJson, SaidJson};
pub use settings::SettingsJson;
pub use start::{AnswerJson, StartJson, StepJson};
pub use talks::TalksJson;
pub use together::{HelpKeptJson, ProjectKeptJson, ProjectsJson};
pub use trash::{EmptiedJson, ThrownJson, TrashJson};
pub use triage::{DecidedJson, TriageJson, TriagedJson};
pub use whom::{CandidateJson, NeedJson, WhomJson};

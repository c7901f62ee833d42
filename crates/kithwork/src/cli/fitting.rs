//! Which people are asked for: the options of every verb that takes a filter.

use clap::ValueEnum;
use jiff::civil::Date;
use kithwork_app::people_list;
use kithwork_app::{Ctx, Result};
use kithwork_core::facts::PeopleFilter;
use kithwork_core::ladder::State;
use kithwork_store::Store;

/// Which people are asked for.
#[derive(Clone, Debug, Default, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
pub(crate) struct Fitting {
    /// At this level, 0 to 5; may be given several times
    #[arg(long = "level", value_name = "LEVEL", value_parser = clap::value_parser!(u8).range(0..=5))]
    levels: Vec<u8>,
    /// How warm it is; may be given several times
    #[arg(long = "state", value_name = "STATE")]
    states: Vec<Warmth>,
    /// Met in this group; may be given several times
    #[arg(long = "room", value_name = "GROUP")]
    rooms: Vec<String>,
    /// Of this line of business; may be given several times
    #[arg(long = "sector", value_name = "WORDS")]
    sectors: Vec<String>,
    /// Bearing this tag; may be given several times
    #[arg(long = "tag", value_name = "TAG")]
    tags: Vec<String>,
    /// Only those whom you have not sat down with yet
    #[arg(long)]
    not_sat_down: bool,
    /// Only those whom you met, with nothing since, nothing agreed and nothing decided
    #[arg(long)]
    undecided: bool,
    /// Only those who could refer you
    #[arg(long)]
    could_refer: bool,
    /// Only those who are set aside
    #[arg(long)]
    set_aside: bool,
    /// Only those last seen before that day
    #[arg(long, value_name = "DATE", value_parser = super::day::day)]
    seen_before: Option<Date>,
    /// Only those seen on that day or after it
    #[arg(long, value_name = "DATE", value_parser = super::day::day)]
    seen_after: Option<Date>,
}

/// How warm a relationship is.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Warmth {
    /// In touch
    Warm,
    /// Less often in touch than it used to be
    Cooling,
    /// Quiet
    Dormant,
}

impl From<Warmth> for State {
    fn from(warmth: Warmth) -> Self {
        match warmth {
            Warmth::Warm => Self::Warm,
            Warmth::Cooling => Self::Cooling,
            Warmth::Dormant => Self::Dormant,
        }
    }
}

impl Fitting {
    /// The filter that is meant, with words to find where there are any.
    pub(super) async fn filter(
        self,
        words: Option<String>,
        store: &dyn Store,
        ctx: &Ctx,
    ) -> Result<PeopleFilter> {
        let rest = PeopleFilter {
            words,
            levels: self.levels,
            states: self.states.into_iter().map(State::from).collect(),
            sectors: self.sectors,
            not_sat_down: self.not_sat_down,
            undecided: self.undecided,
            could_refer: self.could_refer,
            set_aside: self.set_aside,
            seen_before: self.seen_before,
            seen_after: self.seen_after,
            ..PeopleFilter::default()
        };
        people_list::filter(store, ctx, &self.rooms, &self.tags, rest).await
    }
}

//! `rate [GROUP]`

use crate::draw;
use crate::session::{Ended, Session};
use kithwork_app::json::{RatedRoomsJson, RoomRatingJson};
use kithwork_app::{Result, room_rating};
use kithwork_core::facts::RoomPart;
use kithwork_core::params::RoomParams;

/// Say what you think of a group or event, and see which to keep
///
/// Each part is 0 to 4, more is better. Without a group it lists them, best first.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork rate \"Thursday Chapter\" --ethos 4 --fit 3 --cost 1
  kithwork rate thursday --ethos 2 --note \"more selling than listening lately\"
  kithwork rate
  kithwork rate --weigh ethos=3

The usual weights stand in “kithwork params”, under rooms; “kithwork settings --matters ethos”
makes one count three times.")]
pub(crate) struct Rate {
    /// Its name, or the beginning of it
    group: Option<String>,
    /// Do people come to help each other: 4 they do, 0 everybody sells
    #[arg(long, value_name = "0-4", value_parser = clap::value_parser!(u8).range(0..=4), requires = "group")]
    ethos: Option<u8>,
    /// Do the right people come: 4 most of them, 0 none
    #[arg(long, value_name = "0-4", value_parser = clap::value_parser!(u8).range(0..=4), requires = "group")]
    fit: Option<u8>,
    /// How light is it on purse and diary: 4 hardly anything, 0 far too much
    #[arg(long, value_name = "0-4", value_parser = clap::value_parser!(u8).range(0..=4), requires = "group")]
    cost: Option<u8>,
    /// Why, in your words
    #[arg(long, value_name = "TEXT", requires = "group")]
    note: Option<String>,
    /// What a part weighs in this list, such as ethos=3; may be given several times
    #[arg(long, value_name = "PART=WEIGHT", value_parser = weight, conflicts_with = "group")]
    weigh: Vec<(RoomPart, f64)>,
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl Rate {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let (store, ctx, screen) = (&*book.store, &book.ctx, session.screen);
        if let Some(group) = &self.group {
            let opinion = room_rating::Opinion {
                ethos: self.ethos,
                fit: self.fit,
                cost: self.cost,
                notes: self.note,
            };
            let kept = room_rating::keep(store, ctx, group, opinion).await?;
            screen.show(&RoomRatingJson::from(&kept), || draw::room_rating(&kept))?;
        } else {
            let weights = weighed(room_rating::weights(store, ctx).await?, &self.weigh);
            let rooms = room_rating::ranked(store, ctx, weights).await?;
            let document = RatedRoomsJson { weights, rooms };
            screen.show(&document, || draw::rated_rooms(&document))?;
        }
        Ok(Ended::Done)
    }
}

fn weighed(mut weights: RoomParams, said: &[(RoomPart, f64)]) -> RoomParams {
    for &(part, weight) in said {
        match part {
            RoomPart::Ethos => weights.ethos = weight,
            RoomPart::Fit => weights.fit = weight,
            RoomPart::Cost => weights.cost = weight,
        }
    }
    weights
}

/// A part and its weight.
fn weight(said: &str) -> std::result::Result<(RoomPart, f64), String> {
    let read = || {
        let (part, weight) = said.split_once('=')?;
        let part = RoomPart::named(part.trim())?;
        let weight: f64 = weight.trim().parse().ok()?;
        (weight.is_finite() && weight >= 0.0).then_some((part, weight))
    };
    read().ok_or_else(|| "write ethos, fit or cost and a weight, such as ethos=3".to_owned())
}

#[cfg(test)]
mod tests {
    use super::{RoomPart, weight};

    #[test]
    fn a_weight_is_a_part_and_a_number_from_nought() {
        assert_eq!(weight("ethos=3"), Ok((RoomPart::Ethos, 3.0)));
        assert_eq!(weight(" cost = 0.5 "), Ok((RoomPart::Cost, 0.5)));
        for wrong in ["ethos", "ethos=-1", "ethos=NaN", "love=3", "fit=inf", ""] {
            assert!(weight(wrong).is_err(), "{wrong}");
        }
    }
}

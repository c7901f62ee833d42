//! Rooms, channels, and where business came from.

use super::{Figure, figure};
use crate::review::reading::Reading;
use crate::review::time::hours;
use crate::review::words::many;
use crate::review::{ChannelReview, OriginTotal, Review, RoomReview, Sources};

pub(super) fn each(reading: &Reading<'_>, review: &Review) -> Vec<Figure> {
    let mut figures = Vec::new();
    for (at, room) in review.rooms.iter().enumerate() {
        figures.extend(of_room(reading, at, room));
    }
    let origins = review.business_by_origin.iter().enumerate();
    figures.extend(origins.map(|(at, origin)| of_origin(at, origin)));
    for (at, channel) in review.channels.iter().enumerate() {
        figures.extend(of_channel(reading, at, channel));
    }
    figures.push(of_sources(&review.sources));
    figures
}

fn of_room(reading: &Reading<'_>, at: usize, room: &RoomReview) -> Vec<Figure> {
    let says = format!(
        "{} there, {}, travel included; time with the people first met there is counted beside it. What \
         came through a chain of introductions counts where the chain began.",
        many(room.meetings, "meeting", "meetings"),
        hours(room.minutes),
    );
    let meetings = reading.meetings.iter().filter(|m| m.room == room.room);
    let counts = figure(format!("/rooms/{at}"), "count-by-origin", says)
        .count("meetings", room.meetings, "1")
        .count("time there", room.minutes, "minutes")
        .count("people first met there", room.people_met, "people")
        .count("one-to-ones with them", room.one_to_ones, "1")
        .count("time with them", room.people_minutes, "minutes")
        .count("referrals that began there", room.referrals, "1")
        .dated(meetings.map(|m| (Some(m.on), m.id)))
        .changes("A meeting there, or naming the room where somebody was first met.");
    let returns = room.return_per_hour.iter().enumerate().map(|(n, hour)| Figure {
        at: format!("/rooms/{at}/return_per_hour/{n}"),
        explanation: hour.explanation.clone(),
    });
    let leaving = room.leaving.as_ref().map(|leaving| {
        let ahead = figure(format!("/rooms/{at}/leaving"), "half-year-ahead", leaving.says.clone())
            .judged("weeks ahead", f64::from(leaving.weeks), "weeks");
        let ahead = match leaving.meetings {
            Some(meetings) => ahead.count("meetings to come", meetings, "1"),
            None => ahead,
        };
        let ahead = match leaving.minutes {
            Some(minutes) => ahead.count("time they take", minutes, "minutes"),
            None => ahead,
        };
        ahead
            .count("under way already", leaving.comes_anyway, "1")
            .changes("Going more or less often: the last quarter’s habit is carried on.")
    });
    std::iter::once(counts).chain(returns).chain(leaving).collect()
}

fn of_origin(at: usize, origin: &OriginTotal) -> Figure {
    let deals = origin.facts.len() as u64;
    let says = format!(
        "{} whose chain of introductions began here, added up to the penny.",
        many(deals, "piece of business", "pieces of business")
    );
    let facts = origin.facts.iter().map(|&fact| (None, fact));
    figure(format!("/business_by_origin/{at}"), "origin", says)
        .count("pieces of business", deals, "1")
        .dated(facts)
        .changes("Business with a value, or who it came through and where you met them.")
}

fn of_channel(reading: &Reading<'_>, at: usize, channel: &ChannelReview) -> Vec<Figure> {
    let says = format!(
        "{} given, and {}; networking is the way of the meetings and conversations themselves.",
        hours(channel.minutes),
        many(channel.events, "result", "results")
    );
    let own = |m: &&crate::facts::ChannelMonth| {
        channel.name.as_ref().is_some_and(|name| name.to_lowercase() == m.channel.to_lowercase())
    };
    let months = reading.book.facts.channel_months.iter().filter(own);
    let counts = figure(format!("/channels/{at}"), "sum-by-channel", says)
        .count("time", channel.minutes, "minutes")
        .count("results", channel.events, "1")
        .dated(months.map(|m| (Some(m.month), m.id)))
        .changes("Another month’s hours, cost and sales; for networking, another entry.");
    let hour = |name: &str, hour: &crate::review::ReturnPerHour| Figure {
        at: format!("/channels/{at}/{name}"),
        explanation: hour.explanation.clone(),
    };
    let mut figures = vec![
        counts,
        hour("return_per_hour", &channel.return_per_hour),
        hour("marginal", &channel.marginal),
    ];
    if let Some(beside) = &channel.beside_networking {
        let params = &reading.params.returns;
        let least = crate::models::wilson::as_f64(params.least_events_in_pair);
        figures.push(
            figure(format!("/channels/{at}/beside_networking"), "verdict-rule", &beside.says)
                .judged("how sure it must be", params.sure_from, "share")
                .judged("results it takes", least, "1")
                .judged("effort that must be mature", params.mature_from, "share")
                .changes(
                    "More results of either, or time for the hours that are too young to tell.",
                ),
        );
    }
    figures
}

fn of_sources(sources: &Sources) -> Figure {
    let says = "Referred business by whom it came through; as spread out as so many equal sources, e to \
                the power of Shannon’s entropy of the shares.";
    let facts = sources.people.iter().flat_map(|source| &source.facts);
    figure("/sources", "equal-kinds", says)
        .count("pieces of referred business", sources.deals, "1")
        .count("people it came through", sources.people.len() as u64, "people")
        .dated(facts.map(|&fact| (None, fact)))
        .changes("Business through somebody else makes it more even.")
}

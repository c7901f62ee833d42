//! What every page has around it.

use crate::act::Act;
use crate::assets;
use crate::done::Done;
use crate::pages::sent::{Form, Sent};
use crate::ticket::Ticket;
use askama::Template;
use kithwork_core::evening::Offered;
use kithwork_core::fact::Facts;
use kithwork_core::id::PersonId;

/// What every page has around it.
#[derive(Clone, Debug)]
pub(crate) struct Frame {
    /// The page's title, without our name.
    pub title: String,
    /// The place in the main navigation that the page belongs to.
    pub place: Place,
    /// Whom a note of this moment is most likely about.
    pub near: Beside,
    /// What was done just before.
    pub done: Option<Done>,
    /// Out of which each form's ticket is made; none for a page that nobody visits.
    ticket: Option<Ticket>,
    /// The ticket of a form that could not be taken, which it keeps.
    kept: Option<Ticket>,
    /// The page's own address, to which its forms lead back.
    back: String,
    /// What the book holds something for by now.
    appeared: Appeared,
    /// The form that could not be taken.
    sent: Sent,
}

/// The places that stand in the navigation with their first content, and under More before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a place of its own")]
pub(crate) struct Appeared {
    pub help: bool,
    pub business: bool,
    pub pitch: bool,
    pub map: bool,
}

impl Appeared {
    /// What a book holds something for.
    pub(crate) fn of(facts: &Facts) -> Self {
        Self {
            help: !facts.help.is_empty(),
            business: !facts.business.is_empty() || !facts.referrals.is_empty(),
            pitch: !facts.pitches.is_empty(),
            map: !facts.conversations.is_empty() || !facts.meetings.is_empty(),
        }
    }
}

/// Whom a note of this moment is most likely about, and the meeting it may be of.
#[derive(Clone, Debug, Default)]
pub(crate) struct Beside {
    pub meeting: Option<Offered>,
    pub people: Vec<(PersonId, String)>,
}

/// What every form sends along.
#[derive(Debug, Template)]
#[template(
    ext = "html",
    source = r#"{% if let Some(ticket) = ticket %}<input type="hidden" name="ticket" value="{{ ticket }}">{% endif %}<input type="hidden" name="back" value="{{ back }}">"#
)]
pub(crate) struct Hidden<'f> {
    ticket: Option<Ticket>,
    back: &'f str,
}

impl askama::filters::HtmlSafe for Hidden<'_> {}

/// The places of the main navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    ThisWeek,
    People,
    Groups,
    Review,
    More,
    Nowhere,
}

/// One link of the main navigation.
pub(crate) struct Link {
    pub href: &'static str,
    pub label: &'static str,
    /// What a listener hears besides, where the label alone says too little.
    pub unseen: &'static str,
    /// Its icon's path on a 24 by 24 grid.
    pub icon: &'static str,
    pub here: bool,
}

impl Frame {
    /// A page at a place.
    pub(crate) fn new(title: impl Into<String>, place: Place) -> Self {
        let (done, ticket, kept) = (None, None, None);
        Self {
            title: title.into(),
            place,
            near: Beside::default(),
            done,
            ticket,
            kept,
            back: "/".to_owned(),
            appeared: Appeared::default(),
            sent: Sent::default(),
        }
    }

    /// The same, with the form that could not be taken.
    pub(crate) fn again(&mut self, sent: Sent) {
        self.sent = sent;
    }

    /// The form of the page that sends to this address: as it was sent, or empty.
    pub(crate) fn form(&self, to: &str) -> Form<'_> {
        self.sent.form(to)
    }

    /// The same, of a book that holds something for these places.
    pub(crate) fn holding(&mut self, appeared: Appeared) {
        self.appeared = appeared;
    }

    /// The places that have appeared, with their addresses and whether one is there.
    pub(crate) fn appeared(&self) -> Vec<(&'static str, &'static str, bool)> {
        let Appeared { help, business, pitch, map } = self.appeared;
        let all = [
            (help, "/help-given", "Help"),
            (business, "/business", "Business"),
            (pitch, "/pitch", "Your minute"),
            (map, "/map", "Your network"),
        ];
        let there = all.into_iter().filter(|(is_there, ..)| *is_there);
        there.map(|(_, href, label)| (href, label, self.back == href)).collect()
    }

    /// Makes it ready for a visit.
    pub(crate) fn visit(
        &mut self,
        ticket: Ticket,
        kept: Option<Ticket>,
        back: String,
        done: Option<Done>,
    ) {
        (self.ticket, self.kept, self.back, self.done) = (Some(ticket), kept, back, done);
    }

    /// What the form for this thing sends along.
    pub(crate) fn hidden(&self, thing: &str) -> Hidden<'_> {
        Hidden { ticket: self.ticket.map(|ticket| ticket.of(thing)), back: &self.back }
    }

    /// What the form of a button sends along.
    pub(crate) fn hidden_of<'f>(&'f self, act: &Act) -> Hidden<'f> {
        let hidden = self.hidden(&act.key());
        Hidden { back: act.leads_to.unwrap_or(hidden.back), ..hidden }
    }

    /// What the page's own form sends along: refused, it keeps its ticket.
    pub(crate) fn own(&self) -> Hidden<'_> {
        let ticket = self.kept.or_else(|| self.ticket.map(|ticket| ticket.of("own")));
        Hidden { ticket, back: &self.back }
    }

    pub(crate) fn links(&self) -> [Link; 5] {
        let is_under = |place| self.place == place;
        // One place is the current one: a page with a link of its own is not under More besides.
        let has_own = self.appeared().iter().any(|(_, _, here)| *here);
        let link = |place, href, label, icon| {
            let here = is_under(place) && !(has_own && place == Place::More);
            let unseen = if place == Place::More { " pages" } else { "" };
            Link { href, label, unseen, icon, here }
        };
        [
            link(Place::ThisWeek, "/", "This week", "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4"),
            link(
                Place::People,
                "/people",
                "People",
                "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c.6-4 3-6 6.5-6s5.9 2 6.5 6M16 4.4a3.5 3.5 0 0 1 0 6.3M18 14.6c2 .8 3.200 2.600 3.500 5.400",
            ),
            link(Place::Groups, "/groups", "Groups", "M4 20V9l8-5 8 5v11M4 20h16M9.500 20v-6h5v6"),
            link(Place::Review, "/review", "Review", "M5 20V11M12 20V4M19 20v-6M3 20h18"),
            link(Place::More, "/more", "More", "M4.500 12h1M11.500 12h1M18.500 12h1"),
        ]
    }

    pub(crate) fn styles() -> [String; 4] {
        ["tokens.css", "base.css", "layout.css", "parts.css"].map(assets::href)
    }

    pub(crate) fn script() -> String {
        assets::href("app.js")
    }

    pub(crate) fn icon() -> String {
        assets::href("icon.svg")
    }
}

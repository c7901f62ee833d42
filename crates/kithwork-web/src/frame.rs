//! What every page has around it.

use crate::assets;

/// What every page has around it.
#[derive(Clone, Debug)]
pub(crate) struct Frame {
    /// The page's title, without our name.
    pub title: String,
    /// The place in the main navigation that the page belongs to.
    pub place: Place,
}

/// The places of the main navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    ThisWeek,
    People,
    Groups,
    Review,
    Nowhere,
}

/// One link of the main navigation.
pub(crate) struct Link {
    pub href: &'static str,
    pub label: &'static str,
    /// Its icon's path on a 24 by 24 grid.
    pub icon: &'static str,
    pub here: bool,
}

impl Frame {
    /// A page at a place.
    pub(crate) fn new(title: impl Into<String>, place: Place) -> Self {
        Self { title: title.into(), place }
    }

    pub(crate) fn links(&self) -> [Link; 4] {
        let link = |place, href, label, icon| Link { href, label, icon, here: self.place == place };
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
        ]
    }

    pub(crate) fn styles() -> [String; 4] {
        ["tokens.css", "base.css", "layout.css", "parts.css"].map(assets::href)
    }

    pub(crate) fn icon() -> String {
        assets::href("icon.svg")
    }
}

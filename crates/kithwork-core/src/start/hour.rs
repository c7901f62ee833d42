//! The first hour: one screen each, every one to be skipped.

/// A screen of the first hour, in the order in which they come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Screen {
    /// Bring what there is: contacts, a calendar, a spreadsheet.
    Bring,
    /// What was found, to be put right.
    Found,
    /// Where the last clients came from.
    Clients,
    /// The first person to write to, with the words.
    First,
    /// What success is.
    Success,
}

impl Screen {
    /// Every one, in order.
    pub const ALL: [Self; 5] =
        [Self::Bring, Self::Found, Self::Clients, Self::First, Self::Success];

    /// Its spelling in addresses and in what is kept.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Bring => "bring",
            Self::Found => "found",
            Self::Clients => "clients",
            Self::First => "first",
            Self::Success => "success",
        }
    }

    /// The one of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|screen| screen.name() == name)
    }

    /// Its number, from 1.
    pub fn number(self) -> usize {
        self as usize + 1
    }

    /// The one after it; none after the last. Where the book is empty nothing was found, and nothing
    /// can be put right.
    pub fn next(self, is_empty: bool) -> Option<Self> {
        let after = Self::ALL.into_iter().filter(|screen| *screen > self);
        after.into_iter().find(|screen| !is_empty || *screen != Self::Found)
    }
}

#[cfg(test)]
mod tests {
    use super::Screen;

    #[test]
    fn each_screen_leads_to_the_next_and_an_empty_book_has_nothing_to_put_right() {
        let way = |is_empty| {
            std::iter::successors(Some(Screen::Bring), |at| at.next(is_empty)).collect::<Vec<_>>()
        };
        assert_eq!(way(false), Screen::ALL);
        assert_eq!(way(true), [Screen::Bring, Screen::Clients, Screen::First, Screen::Success]);
        for screen in Screen::ALL {
            assert_eq!(Screen::named(screen.name()), Some(screen));
            assert_eq!(Screen::ALL[screen.number() - 1], screen);
        }
    }
}

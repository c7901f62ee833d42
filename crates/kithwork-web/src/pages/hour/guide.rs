//! How contacts and calendars are got out of where they are, step by step with drawings of the screens.
//!
//! Checked against the makers' own help pages in the autumn of 2026; menus move, so each step says in
//! words what to look for.

use askama::Template;

/// Where the owner's contacts and calendar are.
#[derive(Debug)]
pub(crate) struct Guide {
    /// What it is called.
    pub name: &'static str,
    /// What is got out of it, each with its steps.
    pub ways: &'static [Way],
}

/// One thing that is got out.
#[derive(Debug)]
pub(crate) struct Way {
    /// What.
    pub what: &'static str,
    /// How.
    pub steps: &'static [Step],
    /// What to mind; else empty.
    pub mind: &'static str,
}

/// One step.
#[derive(Debug)]
pub(crate) struct Step {
    /// What to do.
    pub says: &'static str,
    /// The screen on which it is done.
    pub screen: Screen,
}

/// A drawing of a screen: a few lines of text, one of which is pressed.
#[derive(Debug, Template)]
#[template(path = "hour/screen.html")]
pub(crate) struct Screen {
    is_phone: bool,
    head: &'static str,
    lines: &'static [&'static str],
    /// The line that is pressed.
    lit: usize,
}

impl askama::filters::HtmlSafe for &Screen {}

impl Screen {
    fn width(&self) -> usize {
        if self.is_phone { 128 } else { 208 }
    }

    fn height(&self) -> usize {
        self.lines.len() * 24 + 44
    }

    /// Each line with its height, and whether it is the one to press.
    fn placed(&self) -> impl Iterator<Item = (&'static str, usize, bool)> + '_ {
        self.lines.iter().enumerate().map(|(n, line)| (*line, n * 24 + 36, n == self.lit))
    }
}

const fn phone(head: &'static str, lines: &'static [&'static str], lit: usize) -> Screen {
    Screen { is_phone: true, head, lines, lit }
}

const fn computer(head: &'static str, lines: &'static [&'static str], lit: usize) -> Screen {
    Screen { is_phone: false, head, lines, lit }
}

/// Every place, the most common first.
pub(crate) const GUIDES: &[Guide] = &[IPHONE, ANDROID, GOOGLE, OUTLOOK, LINKEDIN, SPREADSHEET];

const IPHONE: Guide = Guide {
    name: "iPhone",
    ways: &[
        Way {
            what: "Contacts, on the phone",
            steps: &[
                Step {
                    says: "Open Contacts and tap Lists at the top.",
                    screen: phone("Contacts", &["‹ Lists", "Ann Bell", "Ben Cole"], 0),
                },
                Step {
                    says: "Keep a finger on All Contacts until a menu opens, then tap Export.",
                    screen: phone("Lists", &["All Contacts", "Email", "Export"], 2),
                },
                Step {
                    says: "Tap Done, then Save to Files.",
                    screen: phone("Share", &["AirDrop", "Mail", "Save to Files"], 2),
                },
            ],
            mind: "No Export there? On a computer: iCloud.com, Contacts, select all, Export vCard.",
        },
        Way {
            what: "Calendar, as a link",
            steps: &[
                Step {
                    says: "Open Calendar, tap Calendars at the bottom, then the ⓘ beside yours.",
                    screen: phone("Calendars", &["● Home  ⓘ", "● Work  ⓘ"], 1),
                },
                Step {
                    says: "Switch on Public Calendar, tap Share Link, then Copy.",
                    screen: phone("Edit", &["Public Calendar", "Share Link…"], 1),
                },
            ],
            mind: "Whoever has the link can read that calendar. Switch it off again once it is read in, \
                   or on a Mac use Calendar, File, Export instead.",
        },
    ],
};

const ANDROID: Guide = Guide {
    name: "Android",
    ways: &[
        Way {
            what: "Contacts, on the phone",
            steps: &[
                Step {
                    says: "Open Contacts and tap Organise (on older phones: Fix and manage).",
                    screen: phone("Contacts", &["Contacts", "Highlights", "Organise"], 2),
                },
                Step {
                    says: "Tap Export to file and save it, for example to Downloads.",
                    screen: phone("Organise", &["Import from file", "Export to file"], 1),
                },
            ],
            mind: "Samsung: Contacts, the menu with three lines, Manage contacts, Export contacts.",
        },
        Way {
            what: "Calendar",
            steps: &[Step {
                says: "It is a Google calendar: see Google, on a computer.",
                screen: computer("calendar.google.com", &["Settings and sharing"], 0),
            }],
            mind: "",
        },
    ],
};

const GOOGLE: Guide = Guide {
    name: "Google",
    ways: &[
        Way {
            what: "Contacts, on a computer",
            steps: &[
                Step {
                    says: "Open contacts.google.com and choose Export, at the top right of the list.",
                    screen: computer("contacts.google.com", &["Print", "Export", "Hide"], 1),
                },
                Step {
                    says: "Choose vCard (for iOS Contacts), then Export.",
                    screen: computer("Export contacts", &["Google CSV", "Outlook CSV", "vCard"], 2),
                },
            ],
            mind: "",
        },
        Way {
            what: "Calendar, as a secret link",
            steps: &[
                Step {
                    says: "Open calendar.google.com. Beside your calendar, at the left, press the three \
                           dots, then Settings and sharing.",
                    screen: computer(
                        "My calendars",
                        &["Display this only", "Settings and sharing"],
                        1,
                    ),
                },
                Step {
                    says: "Scroll to Integrate calendar and copy the Secret address in iCal format.",
                    screen: computer(
                        "Integrate calendar",
                        &["Public URL", "Secret address in iCal format"],
                        1,
                    ),
                },
            ],
            mind: "The secret address is shown on a computer only. Give it to nobody; Reset beside it \
                   makes a new one.",
        },
    ],
};

const OUTLOOK: Guide = Guide {
    name: "Outlook",
    ways: &[
        Way {
            what: "Contacts",
            steps: &[
                Step {
                    says: "Open People, then Manage contacts, then Export contacts.",
                    screen: computer("People", &["Import contacts", "Export contacts"], 1),
                },
                Step {
                    says: "Choose all contacts, then Export. A .csv file comes down.",
                    screen: computer("Export contacts", &["All contacts", "Export"], 1),
                },
            ],
            mind: "",
        },
        Way {
            what: "Calendar, as a link",
            steps: &[
                Step {
                    says: "Open Settings (the wheel), Calendar, Shared calendars.",
                    screen: computer("Settings", &["Mail", "Calendar", "Shared calendars"], 2),
                },
                Step {
                    says: "Under Publish a calendar choose yours and Can view all details, Publish, and \
                           copy the ICS link.",
                    screen: computer("Publish a calendar", &["HTML link", "ICS link"], 1),
                },
            ],
            mind: "Whoever has the link can read it; Unpublish ends that. Classic Outlook on Windows: \
                   Calendar, File, Save Calendar writes an .ics file.",
        },
    ],
};

const LINKEDIN: Guide = Guide {
    name: "LinkedIn",
    ways: &[Way {
        what: "Connections, on a computer",
        steps: &[
            Step {
                says: "Click Me, Settings & Privacy, Data privacy, Get a copy of your data.",
                screen: computer(
                    "Data privacy",
                    &["Manage your data", "Get a copy of your data"],
                    1,
                ),
            },
            Step {
                says: "Tick Connections alone and Request archive. An e-mail with a zip comes within \
                       minutes.",
                screen: computer("Your data", &["☑ Connections", "Request archive"], 1),
            },
        ],
        mind: "Connections of whom nothing else is known count as people known by name only: worth nothing by themselves.",
    }],
};

const SPREADSHEET: Guide = Guide {
    name: "A spreadsheet of my own",
    ways: &[Way {
        what: "People, groups, meetings or clients",
        steps: &[Step {
            says: "Save it as .xlsx or .csv and choose it below, as it is. Columns are found by their \
                   names; what is not understood is told.",
            screen: computer("people.xlsx", &["name  met_on  met_at", "Ann Bell  3 Sep  Lunch"], 0),
        }],
        mind: "",
    }],
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_drawing_shows_the_line_that_is_pressed() {
        for guide in GUIDES {
            assert!(!guide.ways.is_empty(), "{}", guide.name);
            for step in guide.ways.iter().flat_map(|way| way.steps) {
                let drawn = step.screen.render().unwrap();
                assert_eq!(drawn.matches("class=\"lit\"").count(), 1, "{}", step.says);
                let fits = if step.screen.is_phone { 17 } else { 30 };
                let long = step.screen.lines.iter().find(|line| line.chars().count() > fits);
                assert_eq!(long, None, "{}: too long for its screen", step.says);
            }
        }
    }
}

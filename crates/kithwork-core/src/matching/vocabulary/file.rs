//! The three files of the list, read into entries.

/// A profession.
pub(super) struct Profession {
    /// Its name first, then other words for it.
    pub names: Vec<&'static str>,
    pub sector: Option<&'static str>,
    pub close: Vec<&'static str>,
}

/// A county or city region.
pub(super) struct County {
    pub names: Vec<&'static str>,
    pub region: Option<&'static str>,
    pub towns: Vec<Town>,
}

/// A town.
pub(super) struct Town {
    pub names: Vec<&'static str>,
    /// An everyday word too.
    pub is_word_too: bool,
}

pub(super) fn professions() -> impl Iterator<Item = Profession> {
    lines(include_str!("professions.txt")).map(|line| {
        let (rest, close) = cut(line, '~');
        let (names, sector) = cut(rest, '>');
        Profession {
            names: named(names, ':'),
            sector: Some(sector).filter(|name| !name.is_empty()),
            close: list(close),
        }
    })
}

/// Each sector's name first, then other words for it.
pub(super) fn sectors() -> impl Iterator<Item = Vec<&'static str>> {
    lines(include_str!("sectors.txt")).map(|line| named(line, ':'))
}

pub(super) fn counties() -> impl Iterator<Item = County> {
    lines(include_str!("places.txt")).map(|line| {
        let (head, towns) = cut(line, ':');
        let (names, region) = cut(head, '>');
        County {
            names: named(names, '='),
            region: Some(region).filter(|name| !name.is_empty()),
            towns: list(towns).into_iter().map(town).collect(),
        }
    })
}

fn town(item: &'static str) -> Town {
    let bare = item.trim_start_matches('*');
    Town { names: named(bare, '='), is_word_too: bare != item }
}

/// What stands before a sign and after it, the latter empty without one.
fn cut(line: &'static str, sign: char) -> (&'static str, &'static str) {
    let (before, after) = line.split_once(sign).unwrap_or((line, ""));
    (before.trim(), after.trim())
}

/// A name and, after the sign, other words for it.
fn named(line: &'static str, sign: char) -> Vec<&'static str> {
    let (name, others) = cut(line, sign);
    std::iter::once(name).chain(list(others)).collect()
}

fn list(text: &'static str) -> Vec<&'static str> {
    text.split(',').map(str::trim).filter(|item| !item.is_empty()).collect()
}

fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

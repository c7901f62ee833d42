//! People's names: what in them is the name, and whether two of them can mean one person.

use super::fold::fold;

const TITLES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "prof",
    "professor",
    "sir",
    "dame",
    "lord",
    "lady",
    "rev",
    "revd",
    "cllr",
    "councillor",
];
const AFTER: &[&str] = &[
    "jr", "jnr", "snr", "mbe", "obe", "cbe", "phd", "mba", "bsc", "msc", "ba", "ma", "fca", "aca",
    "acca", "frsa", "fcca", "cpa", "esq", "mcipd", "fcipd",
];

/// The folded name without titles, letters after it, brackets, and with `Shah, Priya` turned.
pub(super) fn name_key(name: &str) -> String {
    let turned = turn(without_brackets(name).trim());
    let folded = fold(&turned);
    let mut words: Vec<&str> = folded.split(' ').collect();
    while words.len() > 1 && words.first().is_some_and(|word| TITLES.contains(word)) {
        words.remove(0);
    }
    while words.len() > 2 && words.last().is_some_and(|word| AFTER.contains(word)) {
        words.pop();
    }
    words.join(" ")
}

/// Whether a name key has a family name, so that it can mean just one person.
pub(super) fn is_full(key: &str) -> bool {
    key.split(' ').filter(|word| word.chars().count() > 1).count() > 1
}

/// The first word of a name key.
pub(super) fn first_name(key: &str) -> &str {
    key.split(' ').next().unwrap_or(key)
}

fn without_brackets(name: &str) -> String {
    let mut depth = 0_u32;
    name.chars()
        .filter(|letter| match letter {
            '(' | '[' => {
                depth += 1;
                false
            }
            ')' | ']' => {
                depth = depth.saturating_sub(1);
                false
            }
            _ => depth == 0,
        })
        .collect()
}

/// `Shah, Priya` as `Priya Shah`; `Priya Shah, MBE` stays.
fn turn(name: &str) -> String {
    match name.split_once(',') {
        Some((family, given))
            if !given.contains(',')
                && !given.trim().is_empty()
                && !fold(given).split(' ').any(|word| AFTER.contains(&word)) =>
        {
            format!("{} {}", given.trim(), family.trim())
        }
        _ => name.to_owned(),
    }
}

/// Whether two name keys can be one person's: equal, one within the other (`sam`, `sam jones`),
/// initials, a pet name, or one slip of the finger in a full name.
pub(super) fn are_compatible(a: &str, b: &str) -> bool {
    if a == b || a.is_empty() || b.is_empty() {
        return true;
    }
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    if short.len() == 1 {
        return long.iter().any(|word| are_words_alike(short[0], word));
    }
    are_words_alike(short[0], long[0])
        && are_words_alike(short[short.len() - 1], long[long.len() - 1])
}

fn are_words_alike(a: &str, b: &str) -> bool {
    let initial = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
    a == b || initial(a, b) || initial(b, a) || are_pet_names(a, b) || is_slip(a, b)
}

/// Whether two words of at least four letters differ by one slip: a letter more, fewer, other, or two
/// swapped.
pub(super) fn is_slip(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    if short.len() < 4 || long.len() - short.len() > 1 || short[0] != long[0] {
        return false;
    }
    let same_head = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    let (s, l) = (&short[same_head..], &long[same_head..]);
    if s.len() < l.len() {
        return l.get(1..) == Some(s);
    }
    let swapped = s.len() > 1 && s[0] == l[1] && s[1] == l[0] && s[2..] == l[2..];
    s.is_empty() || s[1..] == l[1..] || swapped
}

/// Short forms that British and American people go by.
const PET_NAMES: &[&[&str]] = &[
    &["alexander", "alexandra", "alex", "sandy", "al"],
    &["andrew", "andy", "drew"],
    &["anthony", "antony", "tony"],
    &["barbara", "barb", "babs"],
    &["benjamin", "ben", "benny"],
    &["catherine", "katherine", "kathryn", "kate", "katie", "kath", "cathy", "kathy", "cat"],
    &["charles", "charlotte", "charlie", "chuck", "lottie"],
    &["christopher", "christine", "christina", "chris", "tina"],
    &["daniel", "danielle", "dan", "danny", "dani"],
    &["david", "dave", "davey"],
    &["deborah", "debra", "debbie", "deb"],
    &["donald", "don"],
    &["edward", "ed", "eddie", "ted", "ned"],
    &["elizabeth", "liz", "lizzie", "beth", "betty", "eliza", "libby"],
    &["frances", "francis", "fran", "frank"],
    &["gregory", "greg"],
    &["harold", "harry", "henry", "hal"],
    &["jacob", "jake"],
    &["james", "jim", "jimmy", "jamie"],
    &["jennifer", "jen", "jenny"],
    &["john", "jack", "johnny", "jon", "jonathan"],
    &["joseph", "josephine", "joe", "jo", "joanna", "joanne"],
    &["joshua", "josh"],
    &["kenneth", "ken"],
    &["lawrence", "laurence", "larry"],
    &["margaret", "maggie", "meg", "peggy"],
    &["matthew", "matt"],
    &["michael", "mike", "mick", "micky"],
    &["mohammed", "muhammad", "mohamed", "mo"],
    &["nicholas", "nicola", "nick", "nicky"],
    &["oliver", "olivia", "ollie"],
    &["patricia", "pat", "trish", "patrick", "paddy", "patty"],
    &["peter", "pete"],
    &["philip", "phillip", "phil"],
    &["rebecca", "becky", "bec"],
    &["richard", "rich", "rick", "dick"],
    &["robert", "rob", "bob", "bobby", "robbie"],
    &["ronald", "ron"],
    &["samuel", "samantha", "sam", "sammy"],
    &["stephen", "steven", "steve", "stephanie", "steph"],
    &["susan", "suzanne", "sue", "susie", "suzie"],
    &["terence", "teresa", "terry", "theresa"],
    &["thomas", "tom", "tommy"],
    &["timothy", "tim"],
    &["victoria", "vicky", "vicki", "tori"],
    &["vincent", "vince"],
    &["william", "will", "bill", "billy", "liam"],
    &["zachary", "zach", "zack"],
];

/// Whether two words are forms of one given name.
pub(super) fn are_pet_names(a: &str, b: &str) -> bool {
    PET_NAMES.iter().any(|names| names.contains(&a) && names.contains(&b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_under_its_trimmings() {
        for name in ["Dr Priya Shah", "Shah, Priya", "Priya Shah, MBE", "PRIYA SHAH (Acme)"] {
            assert_eq!(name_key(name), "priya shah", "{name}");
        }
        assert_eq!(name_key("Dr"), "dr");
        assert!(!is_full("priya s"));
    }

    #[test]
    fn names_of_one_person_are_compatible_and_others_are_not() {
        for (a, b) in [
            ("sam", "sam jones"),
            ("p shah", "priya shah"),
            ("rob hill", "robert hill"),
            ("priya shah", "pryia shah"),
            ("jane mary smith", "jane smith"),
        ] {
            assert!(are_compatible(a, b), "{a} / {b}");
            assert!(are_compatible(b, a), "{b} / {a}");
        }
        for (a, b) in [("jane smith", "jane brown"), ("tom hill", "una hill"), ("sam", "tom hill")]
        {
            assert!(!are_compatible(a, b), "{a} / {b}");
        }
    }
}

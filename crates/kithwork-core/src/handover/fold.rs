//! One spelling for what people spell in many ways, so that names can be looked up.

/// The folded form of a name: lower case, accents off, `&` as `and`, apostrophes dropped, whatever
/// is neither letter nor digit one space. Two names are the same when their folded forms are equal.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for letter in text.chars() {
        if is_silent(letter) {
            continue;
        }
        if letter == '&' {
            push_gap(&mut folded, true);
            folded.push_str("and");
            gap = true;
        } else if letter.is_alphanumeric() {
            push_gap(&mut folded, gap);
            gap = false;
            push_plain(&mut folded, letter);
        } else {
            gap = true;
        }
    }
    folded
}

/// An organisation's folded name without what only says which kind of company it is.
pub(super) fn fold_organisation(text: &str) -> String {
    const FORMS: &[&str] = &[
        "ltd", "limited", "inc", "llc", "llp", "plc", "co", "corp", "company", "gmbh", "ag", "the",
        "uk", "group", "and",
    ];
    let folded = fold(text);
    let kept: Vec<&str> = folded.split(' ').filter(|word| !FORMS.contains(word)).collect();
    if kept.is_empty() { folded } else { kept.join(" ") }
}

fn push_gap(folded: &mut String, gap: bool) {
    if gap && !folded.is_empty() && !folded.ends_with(' ') {
        folded.push(' ');
    }
}

/// Apostrophes, combining marks, joiners and variation selectors carry no name of their own.
fn is_silent(letter: char) -> bool {
    matches!(letter,
        '\'' | '`' | '\u{2018}' | '\u{2019}' | '\u{02bc}' | '\u{b4}' | '\u{200b}'..='\u{200d}'
        | '\u{300}'..='\u{36f}' | '\u{fe00}'..='\u{fe0f}' | '\u{ad}')
}

fn push_plain(folded: &mut String, letter: char) {
    if letter.is_ascii() {
        folded.push(letter.to_ascii_lowercase());
        return;
    }
    for lower in letter.to_lowercase() {
        match plain(lower) {
            Some(plain) => folded.push_str(plain),
            None if is_silent(lower) => {}
            None => folded.push(lower),
        }
    }
}

/// The letters of European names without their marks.
fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
        'þ' => "th",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_fold_together() {
        for (a, b) in [
            ("  Priya   SHAH ", "priya shah"),
            ("Leon O’Connor", "Leon O'Connor"),
            ("Smith & Sons", "smith and sons"),
            ("Zoë Müller", "Zoe\u{308} Muller"),
            ("Thursday-Chapter", "thursday chapter"),
        ] {
            assert_eq!(fold(a), fold(b), "{a}");
        }
        assert_eq!(fold("☕️ …"), "");
        assert_eq!(fold_organisation("The Acme Co. Ltd"), "acme");
        assert_eq!(fold_organisation("Group"), "group");
    }
}

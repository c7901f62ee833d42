//! E-mail addresses, telephone numbers and profiles in the one spelling that lets two files mean
//! the same person.

use phonenumber::{Mode, country};

/// An e-mail address in lower case, without `mailto:`; none where nothing is left of it.
pub(crate) fn email(text: &str) -> Option<String> {
    let text = text.trim().trim_matches(|c| matches!(c, '<' | '>'));
    let lower = text.to_lowercase();
    let address = lower.strip_prefix("mailto:").unwrap_or(&lower).trim();
    (!address.is_empty()).then(|| address.to_owned())
}

/// A telephone number in E.164 where the country is known, else as written. An extension stays
/// (RFC 3966 §3): people share a switchboard.
pub(crate) fn phone(text: &str, region: &str) -> Option<String> {
    let text = text.trim();
    let text = text.strip_prefix("tel:").unwrap_or(text).trim();
    if text.is_empty() {
        return None;
    }
    Some(plain_e164(text).or_else(|| parsed_e164(text, region)).unwrap_or_else(|| text.to_owned()))
}

/// What is E.164 but for its spacing needs no table of countries.
fn plain_e164(text: &str) -> Option<String> {
    let rest = text.strip_prefix('+')?;
    let spacing = |c: char| c.is_whitespace() || matches!(c, '-' | '.');
    if !rest.chars().all(|c| c.is_ascii_digit() || spacing(c)) {
        return None;
    }
    let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
    (8..=15).contains(&digits.len()).then(|| format!("+{digits}"))
}

fn parsed_e164(text: &str, region: &str) -> Option<String> {
    let country: Option<country::Id> = region.trim().to_ascii_uppercase().parse().ok();
    // The longest number with its extension and spacing; the parser's time grows with its input.
    if text.len() > 64 {
        return None;
    }
    let number = phonenumber::parse(country, text).ok()?;
    let digits = number.national().value().checked_ilog10()? + 1;
    if !text.starts_with('+') && !number.is_valid() && !(7..=12).contains(&digits) {
        return None;
    }
    let e164 = phonenumber::PhoneNumber::format(&number).mode(Mode::E164).to_string();
    let plain = e164.split(';').next().unwrap_or(&e164);
    Some(match number.extension() {
        Some(extension) => format!("{plain};ext={extension}"),
        None => plain.to_owned(),
    })
}

/// The address of a LinkedIn profile in lower case without a closing slash; none where the address
/// is of something else.
pub(crate) fn profile(url: &str) -> Option<String> {
    let lower = url.trim().to_lowercase();
    let address = lower.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    let rest = address.split("linkedin.com/").nth(1)?;
    (rest.starts_with("in/") || rest.starts_with("pub/")).then(|| address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_a_known_country_are_spelt_one_way() {
        for text in ["+44 7700 900123", "07700 900123", "(07700) 900-123", "0044 7700 900123"] {
            assert_eq!(phone(text, "GB").as_deref(), Some("+447700900123"), "{text}");
        }
        assert_eq!(phone("+44 (0)20 7946 0018", "GB").as_deref(), Some("+442079460018"));
        assert_eq!(phone("tel:+49-89-123456", "GB").as_deref(), Some("+4989123456"));
        assert_eq!(phone("030 123456", "DE").as_deref(), Some("+4930123456"));
        assert_eq!(phone("020 7946 0018 ext. 12", "GB").as_deref(), Some("+442079460018;ext=12"));
    }

    #[test]
    fn what_is_no_number_stays_as_written() {
        assert_eq!(phone("ask Zoë", "GB").as_deref(), Some("ask Zoë"));
        assert_eq!(phone("100", "GB").as_deref(), Some("100"));
        assert_eq!(phone("07700 900123", "??").as_deref(), Some("07700 900123"));
        assert_eq!(phone("  ", "GB"), None);
    }

    #[test]
    fn addresses_and_profiles_lose_what_says_nothing() {
        assert_eq!(email(" mailto:Zoe@Example.COM ").as_deref(), Some("zoe@example.com"));
        assert_eq!(
            profile("https://www.LinkedIn.com/in/Zoe-M/?trk=x").as_deref(),
            Some("https://www.linkedin.com/in/zoe-m")
        );
        assert_eq!(profile("https://example.com/in/zoe"), None);
    }
}

//! One comparison: the times side by side, and whether the answers agree.

use std::time::Duration;

/// A row of the table.
#[derive(Debug)]
pub(crate) struct Row {
    /// What was done.
    pub(crate) work: String,
    /// On how much.
    pub(crate) size: String,
    /// How long ours took.
    pub(crate) ours: Duration,
    /// Who did the same beside it; none where they are not to be had.
    pub(crate) peer: Option<Peer>,
}

/// The peer's side of a row.
#[derive(Debug)]
pub(crate) struct Peer {
    /// The library, as its package is named.
    pub(crate) name: &'static str,
    /// How long it took.
    pub(crate) took: Duration,
    /// What there is to say of the answers.
    pub(crate) answers: Answers,
}

/// The two answers beside each other.
#[derive(Debug, PartialEq)]
pub(crate) struct Answers {
    /// In words.
    pub(crate) said: String,
    /// Whether they agree, or ours is the better one.
    pub(crate) agree: bool,
}

impl Row {
    /// Ours and the peer's.
    pub(crate) fn new(work: &str, size: &str, ours: Duration, peer: Option<Peer>) -> Self {
        Self { work: work.to_owned(), size: size.to_owned(), ours, peer }
    }

    /// Ours as a part of the peer's time; below 1 ours is faster.
    pub(crate) fn ratio(&self) -> Option<f64> {
        let peer = self.peer.as_ref()?;
        Some(self.ours.as_secs_f64() / peer.took.as_secs_f64().max(1e-9))
    }
}

impl Peer {
    /// The peer's side; its seconds as it told them.
    pub(crate) fn new(name: &'static str, seconds: f64, answers: Answers) -> Self {
        let took = Duration::try_from_secs_f64(seconds).unwrap_or_default();
        Self { name, took, answers }
    }
}

impl Answers {
    /// Lists of values that agree where none differs by more than `tolerance`, relative to the larger of
    /// the value and 1; `what` says what they are.
    pub(crate) fn near(what: &str, ours: &[f64], theirs: &[f64], tolerance: f64) -> Self {
        let most = largest_difference(ours, theirs);
        Self { said: format!("{what} within {most:.0e}"), agree: most <= tolerance }
    }

    /// Both to say, agreeing where both do.
    pub(crate) fn and(self, Self { said, agree }: Self) -> Self {
        Self { said: format!("{}; {said}", self.said), agree: self.agree && agree }
    }
}

/// The largest difference, relative where values are larger than 1; infinite for lists of different
/// length and for what is no number.
fn largest_difference(ours: &[f64], theirs: &[f64]) -> f64 {
    if ours.len() != theirs.len() {
        return f64::INFINITY;
    }
    let differ = |(a, b): (&f64, &f64)| (a - b).abs() / a.abs().max(1.0);
    let worse = |most: f64, one: f64| if one.is_nan() { f64::INFINITY } else { most.max(one) };
    ours.iter().zip(theirs).map(differ).fold(0.0, worse)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(ours: &[f64], theirs: &[f64]) -> bool {
        Answers::near("", ours, theirs, 1e-6).agree
    }

    #[test]
    fn answers_agree_where_no_value_differs() {
        assert!(near(&[1.0, 1e6], &[1.0 + 5e-7, 1e6 + 0.5]));
        assert!(!near(&[1.0], &[1.0 + 2e-6]));
        assert!(!near(&[1.0, 2.0], &[1.0]), "one is missing");
        assert!(!near(&[f64::NAN], &[f64::NAN]), "no number is no answer");
        assert_eq!(Answers::near("sizes", &[2.0], &[2.5], 1.0).said, "sizes within 2e-1");
    }

    #[test]
    fn a_time_that_is_none_is_no_time() {
        let answers = Answers { said: String::new(), agree: true };
        assert_eq!(Peer::new("x", f64::NAN, answers).took, Duration::ZERO);
    }
}

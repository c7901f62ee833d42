//! Everybody meets everybody once: the circle method.

/// One round of one-to-ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Round {
    /// Who meets whom, the lower first, in order.
    pub pairs: Vec<(usize, usize)>,
    /// Who has nobody this time; only in a group of odd size.
    pub rests: Option<usize>,
}

/// Rounds in which all members meet each other once: n − 1 of them for an even group, n with one
/// resting each for an odd one; none for fewer than two. Source: Kirkman 1847, *On a problem in
/// combinations*; de Werra 1981, *Scheduling in sports*.
pub fn round_robin(members: usize) -> Vec<Round> {
    if members < 2 {
        return Vec::new();
    }
    // The last seat stands still; in an odd group it is empty.
    let seats = members + members % 2;
    let turning = seats - 1;
    let round = |turn: usize| {
        let opposite = |k: usize| ((turn + k) % turning, (turn + turning - k) % turning);
        let still = std::iter::once((turn, turning));
        arranged(still.chain((1..seats / 2).map(opposite)), members)
    };
    (0..turning).map(round).collect()
}

/// Pairs in order; whoever is paired with an empty seat rests.
pub(super) fn arranged(pairs: impl Iterator<Item = (usize, usize)>, members: usize) -> Round {
    let mut round = Round::default();
    for (a, b) in pairs {
        let (low, high) = (a.min(b), a.max(b));
        if high < members {
            round.pairs.push((low, high));
        } else {
            round.rests = Some(low);
        }
    }
    round.pairs.sort_unstable();
    round
}

//! How far two spellings lie apart.

/// Edits between two words: a letter more, less, other or swapped with its neighbour
/// (optimal string alignment; Damerau 1964, CACM 7(3) 171).
pub(super) fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (i, &x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, &y) in b.iter().enumerate() {
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(&y) && b.get(j - 1) == Some(&x);
            let at = |row: &[usize], j: usize| row.get(j).copied().unwrap_or(usize::MAX / 2);
            let mut least = at(&above, j) + usize::from(x != y);
            least = least.min(at(&above, j + 1) + 1).min(at(&row, j) + 1);
            if swapped {
                least = least.min(at(&before, j - 1) + 1);
            }
            row.push(least);
        }
        before = above;
        above = row;
    }
    above.last().copied().unwrap_or(0)
}

/// Whether one is the other with the slips that its length allows: none below four letters, one up
/// to seven, two from eight on.
pub(super) fn is_near(said: &str, known: &str) -> bool {
    let (one, other) = (known.chars().count(), said.chars().count());
    let allowed = match one.min(other) {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    };
    let apart = one.abs_diff(other);
    said == known || (apart <= allowed && distance(said, known) <= allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_swap_of_neighbours_is_one_edit() {
        for (a, b, edits) in [
            ("jones", "joens", 1),
            ("sara", "sarah", 1),
            ("ann", "ann", 0),
            ("", "abc", 3),
            ("jones", "james", 2),
        ] {
            assert_eq!(distance(a, b), edits, "{a} {b}");
        }
    }
}

//! A table of three to five who can help each other, and not only the host.

/// People looked at: the first of the pool. All their tables are tried, some fifty thousand at most.
const POOL: usize = 24;

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct SmallTable {
    /// The guests, by place in the pool, in order.
    pub guests: Vec<usize>,
    /// How much they can do for each other: the sum over its pairs, divided by the guests.
    pub worth: f64,
}

/// The best table of `sizes.0` to `sizes.1` guests from a pool, its most promising first (24 of them
/// are looked at). `helps` says how well the first could help the second, ≥ 0; `may_share` whether two
/// may sit together. Everybody at the table can help or be helped by somebody there. Ties go to those
/// earlier in the pool. None where there is no such table.
pub fn small_table(
    pool: usize,
    sizes: (usize, usize),
    helps: impl Fn(usize, usize) -> f64,
    may_share: impl Fn(usize, usize) -> bool,
) -> Option<SmallTable> {
    let pool = pool.min(POOL);
    let help = |a: usize, b: usize| {
        let help = helps(a, b);
        if help.is_finite() { help.max(0.0) } else { 0.0 }
    };
    let mut between = vec![None; pool * pool];
    for a in 0..pool {
        for b in a + 1..pool {
            if may_share(a, b) && may_share(b, a) {
                between[a * pool + b] = Some(help(a, b) + help(b, a));
            }
        }
    }
    let mut search = Search { pool, sizes, between, best: None };
    search.try_from(0, &mut Vec::new(), 0.0);
    search.best
}

struct Search {
    pool: usize,
    sizes: (usize, usize),
    /// What two could do for each other; none where they may not share a table.
    between: Vec<Option<f64>>,
    best: Option<SmallTable>,
}

impl Search {
    fn try_from(&mut self, next: usize, guests: &mut Vec<usize>, sum: f64) {
        if guests.len() >= self.sizes.0.max(2) {
            self.weigh(guests, sum);
        }
        if guests.len() >= self.sizes.1 {
            return;
        }
        for guest in next..self.pool {
            let added: Option<f64> =
                guests.iter().map(|&other| self.between[other * self.pool + guest]).sum();
            if let Some(added) = added {
                guests.push(guest);
                self.try_from(guest + 1, guests, sum + added);
                guests.pop();
            }
        }
    }

    fn weigh(&mut self, guests: &[usize], sum: f64) {
        let worth = sum / crate::models::wilson::as_f64(guests.len() as u64);
        let is_better = self.best.as_ref().is_none_or(|best| worth > best.worth + 1e-12);
        if is_better && guests.iter().all(|&guest| self.gains(guest, guests)) {
            self.best = Some(SmallTable { guests: guests.to_vec(), worth });
        }
    }

    fn gains(&self, guest: usize, guests: &[usize]) -> bool {
        let between = |other: usize| self.between[guest.min(other) * self.pool + guest.max(other)];
        let others = guests.iter().filter(|&&other| other != guest);
        others.filter_map(|&other| between(other)).any(|help| help > 0.0)
    }
}

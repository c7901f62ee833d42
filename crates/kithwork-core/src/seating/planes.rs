//! Rounds of tables at which nobody meets anybody twice, from geometry.
//!
//! People are points (i, j), i of as many as there are tables, j of as many as sit at one. In round r
//! the table is i + r·j: two points are on one line only, in a field. With as many seats as tables the
//! columns make one round more: q + 1 rounds, the lines of the affine plane of order q (Bose 1938).
//! In a ring that is no field the slopes below its least prime factor keep the property.

use super::round_robin::round_robin;

/// A round: the people of each table.
pub(super) type Tables = Vec<Vec<usize>>;

/// The most rounds without a repeat for so many tables of so many, as published: OEIS A107431, and ten
/// for eight tables of four (csplib prob010). None where it isn't listed.
pub fn known_rounds(tables: usize, size: usize) -> Option<usize> {
    const LISTED: [(usize, usize, usize); 16] = [
        (2, 2, 3),
        (3, 2, 5),
        (3, 3, 4),
        (4, 2, 7),
        (4, 3, 4),
        (4, 4, 5),
        (5, 2, 9),
        (5, 3, 7),
        (5, 4, 5),
        (5, 5, 6),
        (6, 2, 11),
        (6, 3, 8),
        (6, 4, 7),
        (6, 5, 6),
        (6, 6, 3),
        (8, 4, 10),
    ];
    LISTED.iter().find(|row| (row.0, row.1) == (tables, size)).map(|row| row.2)
}

/// Rounds without a repeat for so many people at so many tables, whose sizes differ by one at most;
/// none where no construction is known.
pub(super) fn rounds(people: usize, tables: usize) -> Vec<Tables> {
    let size = people.div_ceil(tables.max(1));
    let is_full = people == size * tables;
    if tables == 0 || size < 2 || size > tables {
        return Vec::new();
    }
    if size == 2 && is_full {
        let pair = |&(a, b): &(usize, usize)| vec![a, b];
        return round_robin(people).iter().map(|r| r.pairs.iter().map(pair).collect()).collect();
    }
    if (tables, size) == (5, 3) && is_full {
        return schoolgirls();
    }
    let (ring, slopes) = Field::of(tables)
        .map_or_else(|| (Field::ring(tables), least_factor(tables)), |field| (field, tables));
    let mut rounds: Vec<Tables> = (0..slopes)
        .map(|slope| {
            let table =
                |person: usize| ring.add(person % tables, ring.times(slope, person / tables));
            seated(people, tables, table)
        })
        .collect();
    if is_full && size == tables {
        rounds.push(seated(people, tables, |person| person / tables));
    }
    rounds
}

fn seated(people: usize, tables: usize, table: impl Fn(usize) -> usize) -> Tables {
    let mut seated = vec![Vec::new(); tables];
    for person in 0..people {
        if let Some(table) = seated.get_mut(table(person)) {
            table.push(person);
        }
    }
    seated
}

/// Kirkman's fifteen schoolgirls (1850): seven days of threes. One stands still, two circles of seven
/// turn; each difference within and between the circles comes once in the first day.
fn schoolgirls() -> Vec<Tables> {
    const FIRST: [[usize; 3]; 5] = [[14, 0, 7], [1, 2, 4], [3, 8, 12], [5, 11, 13], [6, 9, 10]];
    let turned = |girl: usize, day: usize| match girl {
        14 => 14,
        _ => girl / 7 * 7 + (girl + day - girl / 7 * 7) % 7,
    };
    let table = |three: &[usize; 3], day| three.iter().map(|&girl| turned(girl, day)).collect();
    (0..7).map(|day| FIRST.iter().map(|three| table(three, day)).collect()).collect()
}

fn least_factor(n: usize) -> usize {
    (2..n).find(|factor| n.is_multiple_of(*factor)).unwrap_or(n)
}

/// Numbers below a prime power, as polynomials over the prime; or the whole numbers of a clock.
struct Field {
    prime: usize,
    degree: usize,
    /// The lower coefficients of the polynomial that counts as nothing, lowest first.
    modulus: Vec<usize>,
}

/// Above this degree the field is not made: two tests for roots would no longer do.
const MOST_DEGREE: usize = 3;

impl Field {
    /// The field of so many numbers, where there is one of a low degree.
    fn of(order: usize) -> Option<Self> {
        let prime = least_factor(order);
        let degree = (1..=MOST_DEGREE).find(|&k| prime.checked_pow(exponent(k)) == Some(order))?;
        let coefficients = |code: usize| digits(code, prime, degree);
        let modulus = (0..order).map(coefficients).find(|low| has_no_root(low, prime))?;
        Some(Self { prime, degree, modulus })
    }

    /// A clock of so many hours, which is a field for a prime alone.
    fn ring(order: usize) -> Self {
        Self { prime: order, degree: 1, modulus: vec![0] }
    }

    fn add(&self, a: usize, b: usize) -> usize {
        let (a, b) = (digits(a, self.prime, self.degree), digits(b, self.prime, self.degree));
        self.number(a.iter().zip(&b).map(|(a, b)| (a + b) % self.prime))
    }

    fn times(&self, a: usize, b: usize) -> usize {
        if self.degree == 1 {
            return a * b % self.prime;
        }
        let (a, b) = (digits(a, self.prime, self.degree), digits(b, self.prime, self.degree));
        let mut product = vec![0; self.degree * 2 - 1];
        for (i, a) in a.iter().enumerate() {
            for (j, b) in b.iter().enumerate() {
                product[i + j] = (product[i + j] + a * b) % self.prime;
            }
        }
        for high in (self.degree..product.len()).rev() {
            let factor = std::mem::take(&mut product[high]);
            for (low, coefficient) in self.modulus.iter().enumerate() {
                let at = high - self.degree + low;
                product[at] = (product[at] + factor * (self.prime - coefficient)) % self.prime;
            }
        }
        self.number(product.into_iter().take(self.degree))
    }

    fn number(&self, digits: impl DoubleEndedIterator<Item = usize>) -> usize {
        digits.rev().fold(0, |number, digit| number * self.prime + digit)
    }
}

fn exponent(degree: usize) -> u32 {
    u32::try_from(degree).unwrap_or(u32::MAX)
}

fn digits(mut number: usize, base: usize, count: usize) -> Vec<usize> {
    let mut digits = Vec::with_capacity(count);
    for _ in 0..count {
        digits.push(number % base);
        number /= base;
    }
    digits
}

/// Whether x^k + … with these lower coefficients has no root; up to degree three it then has no factor.
/// For degree one anything will do.
fn has_no_root(low: &[usize], prime: usize) -> bool {
    let value = |x: usize| {
        let lower = low.iter().rev().fold(1, |sum, coefficient| (sum * x + coefficient) % prime);
        lower % prime
    };
    low.len() == 1 || (0..prime).all(|x| value(x) != 0)
}

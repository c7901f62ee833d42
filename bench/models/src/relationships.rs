//! Made-up relationships, which live and end as the MBG/NBD model says.

use crate::draw::Draw;
use kithwork_core::models::mbg_nbd::{MbgNbd, Record};

/// CDNOW's published parameters.
const CDNOW: MbgNbd = MbgNbd { r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 };

/// So many, each known for a number of weeks between these; times in whole days.
pub(crate) fn made_up(draw: &mut Draw, count: usize, weeks: (u32, u32)) -> Vec<Record> {
    (0..count).map(|_| one(draw, weeks)).collect()
}

fn one(draw: &mut Draw, (youngest, oldest): (u32, u32)) -> Record {
    let age = draw.between(7 * youngest, 7 * oldest);
    let rate = draw.gamma(CDNOW.r, CDNOW.alpha);
    let ends = draw.beta(CDNOW.a, CDNOW.b);
    let (mut repeats, mut last) = (0.0, 0.0);
    // Nothing may come before the first contact's own end: it is asked after each, the first included.
    while !draw.happens(ends) {
        let next = last + draw.exponential(rate);
        if next >= f64::from(age) / 7.0 {
            break;
        }
        (repeats, last) = (repeats + 1.0, next);
    }
    Record { repeats, last: (last * 7.0).round() / 7.0, age: f64::from(age) / 7.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_makes_the_same_relationships_and_all_are_sound() {
        let made = |seed| made_up(&mut Draw::new(seed), 500, (26, 520));
        assert_eq!(made(1), made(1));
        assert_ne!(made(1), made(2));
        for record in made(1) {
            assert_eq!(record.tidy(), record);
            assert!((26.0..520.0).contains(&record.age));
        }
        let again = made(1).iter().filter(|r| r.repeats > 0.0).count();
        assert!((100..400).contains(&again), "{again} of 500 had a second contact");
    }
}

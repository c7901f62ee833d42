//! How long things take: the best of several runs, which is what the machine can do when left alone.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// After so much time no further run is begun; the peers keep to the same.
pub(crate) const PATIENCE: Duration = Duration::from_secs(3);

/// The shortest time of so many runs, at least one, and what the last of them gave.
pub(crate) fn best<T>(runs: u32, mut work: impl FnMut() -> T) -> (Duration, T) {
    let since = Instant::now();
    let mut once = || {
        let from = Instant::now();
        let gave = black_box(work());
        (from.elapsed(), gave)
    };
    let (mut shortest, mut gave) = once();
    for _ in 1..runs {
        if since.elapsed() > PATIENCE {
            break;
        }
        let (took, again) = once();
        shortest = shortest.min(took);
        gave = again;
    }
    (shortest, gave)
}

#[cfg(test)]
mod tests {
    use super::best;

    #[test]
    fn the_work_is_done_so_often_and_its_last_answer_given() {
        for (runs, done) in [(0, 1), (1, 1), (3, 3)] {
            let mut times = 0;
            let (_, gave) = best(runs, || {
                times += 1;
                times
            });
            assert_eq!(gave, done);
        }
    }
}

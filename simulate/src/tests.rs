//! The plan keeps its worth: a few short worlds, lived through on every run of the tests. The page of benchmarks has
//! the measure itself, of many worlds and two years each.

use crate::family::FAMILIES;
use crate::life::Outcome;
use crate::policy;
use crate::score::Score;
use crate::trial;
use crate::world::World;
use kithwork_core::params::Params;

/// A fifth under what half a year in these worlds gives: 1.61 times what people do now, and 0.68 times what a thoughtful
/// person could do, who is ahead while the book is young.
const LEAST: (f64, f64) = (1.3, 0.55);
/// Weeks of history, and under each policy.
const WEEKS: (usize, usize) = (20, 26);

#[test]
fn the_plan_beats_what_people_do_and_holds_its_own_beside_a_thoughtful_person() {
    let policies = policy::all(Params::default());
    let worlds: Vec<Vec<Outcome>> = std::thread::scope(|scope| {
        let one = |at: usize| {
            let policies = &policies;
            scope.spawn(move || trial::of(&World::new(FAMILIES[at], 3, at, 0), policies, WEEKS))
        };
        (0..FAMILIES.len())
            .step_by(2)
            .map(one)
            .collect::<Vec<_>>()
            .into_iter()
            .map(|t| t.join().unwrap())
            .collect()
    });
    let beside = |is_usual: bool| {
        let is_one = |&at: &usize| policies[at].is_usual() == is_usual;
        let others: Vec<usize> = (1..policies.len()).filter(is_one).collect();
        Score { worlds: &worlds, others: &others }.ratio().middle
    };
    let (usual, thoughtful) = (beside(true), beside(false));
    assert!(usual > LEAST.0, "{usual:.2} times what people do now");
    assert!(thoughtful > LEAST.1, "{thoughtful:.2} times what a thoughtful person could do");
}

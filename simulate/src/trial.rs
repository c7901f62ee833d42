//! One world lived through once by each policy.

use crate::life::{Life, Outcome};
use crate::policy::{self, Policy};
use crate::world::{HISTORY, WEEKS, World};

/// Times a week that a policy is asked what to do with what is left.
const ROUNDS: usize = 6;

/// What each policy made of a world, in the order of [`policy::all`].
pub(crate) fn run(world: &World, policies: &[Box<dyn Policy>]) -> Vec<Outcome> {
    of(world, policies, (HISTORY, WEEKS))
}

/// The same with so many weeks of history, and so many under each policy.
pub(crate) fn of(
    world: &World,
    policies: &[Box<dyn Policy>],
    (history, weeks): (usize, usize),
) -> Vec<Outcome> {
    let mut start = Life::new(world);
    live(&mut start, &policy::before(), history);
    start.outcome = Outcome::default();
    let lived = |policy: &dyn Policy| {
        let mut life = start.clone();
        live(&mut life, policy, weeks);
        life.outcome
    };
    policies.iter().map(|policy| lived(policy.as_ref())).collect()
}

fn live(life: &mut Life<'_>, policy: &dyn Policy, weeks: usize) {
    for _ in 0..weeks {
        life.begin();
        for round in 0..ROUNDS {
            let before = life.left;
            let deeds = policy.more(life, round);
            for deed in &deeds {
                life.act(deed);
            }
            let asked = deeds.iter().any(|d| matches!(d, crate::life::Deed::Sit(..)));
            if life.left < 10 || (life.left == before && !asked) {
                break;
            }
        }
        life.end();
    }
}

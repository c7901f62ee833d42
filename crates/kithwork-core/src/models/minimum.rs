//! The lowest point of a smooth function of a few variables: the BFGS method (Nocedal & Wright,
//! *Numerical Optimization*, 2nd ed. 2006, algorithm 6.1, with backtracking, algorithm 3.1).
//!
//! For fitting two to four parameters, given as logarithms so that none can turn negative. It is
//! deterministic. A crate for this brings a dozen others; the whole method is the page below.

/// No step moves a variable further than this: for logarithms, a factor of e.
const LONGEST_STEP: f64 = 1.0;
const MOST_STEPS: u32 = 200;
/// What a step must still promise, relative to the value, to be worth taking.
const TOLERANCE: f64 = 1e-12;
/// What may be left where rounding hides any further fall.
const ROUGH_TOLERANCE: f64 = 1e-8;

/// Where a search ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Minimum<const N: usize> {
    /// The lowest point found.
    pub at: [f64; N],
    /// The function there.
    pub value: f64,
    /// Whether it is a minimum; else the search went astray.
    pub is_found: bool,
}

/// The function's value and slope at one point.
struct Place<const N: usize> {
    at: [f64; N],
    value: f64,
    slope: [f64; N],
}

type Matrix<const N: usize> = [[f64; N]; N];

/// Goes downhill from `start`; `f` gives the value and the slope in each variable.
pub fn minimise<const N: usize>(
    start: [f64; N],
    f: impl Fn(&[f64; N]) -> (f64, [f64; N]),
) -> Minimum<N> {
    let (value, slope) = f(&start);
    let mut here = Place { at: start, value, slope };
    let (mut inverse, mut is_fresh) = (scaled_identity(1.0), true);
    for _ in 0..MOST_STEPS {
        let direction = here.direction(&inverse);
        let fall = -dot(&here.slope, &direction);
        if !here.value.is_finite() || !fall.is_finite() {
            break;
        }
        let scale = 1.0 + here.value.abs();
        if fall <= TOLERANCE * scale {
            return here.end(true);
        }
        match here.downhill(&direction, fall, &f) {
            Some(next) => {
                learn(&mut inverse, &here, &next, is_fresh);
                (here, is_fresh) = (next, false);
            }
            None if is_fresh => return here.end(fall <= ROUGH_TOLERANCE * scale),
            None => (inverse, is_fresh) = (scaled_identity(1.0), true),
        }
    }
    here.end(false)
}

/// A function with its slope by central differences, for where no formula is at hand.
pub fn with_slope<const N: usize>(
    f: impl Fn(&[f64; N]) -> f64,
) -> impl Fn(&[f64; N]) -> (f64, [f64; N]) {
    move |at| {
        let slope = std::array::from_fn(|i| {
            let step = 1e-5 * at[i].abs().max(1.0);
            let beside = |by: f64| {
                let mut moved = *at;
                moved[i] += by;
                f(&moved)
            };
            (beside(step) - beside(-step)) / (2.0 * step)
        });
        (f(at), slope)
    }
}

impl<const N: usize> Place<N> {
    /// Where the slope, turned by what was learned of the curvature, leads downhill.
    fn direction(&self, inverse: &Matrix<N>) -> [f64; N] {
        let direction: [f64; N] = std::array::from_fn(|i| -dot(&inverse[i], &self.slope));
        let longest = direction.iter().fold(0.0_f64, |most, d| most.max(d.abs()));
        let factor = if longest > LONGEST_STEP { LONGEST_STEP / longest } else { 1.0 };
        direction.map(|d| d * factor)
    }

    /// The first of ever shorter steps that falls as it should; none where there is none.
    fn downhill(
        &self,
        direction: &[f64; N],
        fall: f64,
        f: &impl Fn(&[f64; N]) -> (f64, [f64; N]),
    ) -> Option<Self> {
        let mut length = 1.0;
        for _ in 0..40 {
            let at = std::array::from_fn(|i| self.at[i] + length * direction[i]);
            let (value, slope) = f(&at);
            if value <= self.value - 1e-4 * length * fall && slope.iter().all(|s| s.is_finite()) {
                return Some(Self { at, value, slope });
            }
            length /= 2.0;
        }
        None
    }

    fn end(self, is_found: bool) -> Minimum<N> {
        Minimum { at: self.at, value: self.value, is_found }
    }
}

/// Corrects the inverse of the curvature by what one step showed (formula 6.17); a step along which the
/// slope did not grow shows nothing.
fn learn<const N: usize>(inverse: &mut Matrix<N>, from: &Place<N>, to: &Place<N>, is_fresh: bool) {
    let step: [f64; N] = std::array::from_fn(|i| to.at[i] - from.at[i]);
    let bend: [f64; N] = std::array::from_fn(|i| to.slope[i] - from.slope[i]);
    let along = dot(&step, &bend);
    if along <= 0.0 || !along.is_finite() {
        return;
    }
    if is_fresh {
        *inverse = scaled_identity(along / dot(&bend, &bend));
    }
    let turned: [f64; N] = std::array::from_fn(|i| dot(&inverse[i], &bend));
    let weight = (1.0 + dot(&bend, &turned) / along) / along;
    for i in 0..N {
        for j in 0..N {
            let mixed = step[i] * turned[j] + turned[i] * step[j];
            inverse[i][j] += weight * step[i] * step[j] - mixed / along;
        }
    }
}

fn scaled_identity<const N: usize>(scale: f64) -> Matrix<N> {
    std::array::from_fn(|i| std::array::from_fn(|j| if i == j { scale } else { 0.0 }))
}

fn dot<const N: usize>(left: &[f64; N], right: &[f64; N]) -> f64 {
    left.iter().zip(right).map(|(l, r)| l * r).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(left: f64, right: f64, tolerance: f64) {
        assert!((left - right).abs() <= tolerance, "{left} is not {right}");
    }

    /// Rosenbrock 1960, Computer J. 3:175: a bent valley, lowest at (1, 1).
    fn rosenbrock(at: &[f64; 2]) -> f64 {
        100.0 * (at[1] - at[0] * at[0]).powi(2) + (1.0 - at[0]).powi(2)
    }

    #[test]
    fn the_bent_valley_is_followed_to_its_end() {
        let end = minimise([-1.2, 1.0], with_slope(rosenbrock));
        assert!(end.is_found);
        near(end.at[0], 1.0, 1e-5);
        near(end.at[1], 1.0, 1e-5);
    }

    /// Wood's function (Colville 1968), four variables, lowest at (1, 1, 1, 1).
    #[test]
    fn four_variables_are_no_harder() {
        let wood = |&[a, b, c, d]: &[f64; 4]| {
            100.0 * (b - a * a).powi(2)
                + (1.0 - a).powi(2)
                + 90.0 * (d - c * c).powi(2)
                + (1.0 - c).powi(2)
                + 10.1 * ((b - 1.0).powi(2) + (d - 1.0).powi(2))
                + 19.8 * (b - 1.0) * (d - 1.0)
        };
        let end = minimise([-3.0, -1.0, -3.0, -1.0], with_slope(wood));
        assert!(end.is_found, "{end:?}");
        for value in end.at {
            near(value, 1.0, 1e-4);
        }
    }

    #[test]
    fn a_function_without_bottom_or_without_value_is_said_to_have_none() {
        assert!(!minimise([0.0], |&[x]: &[f64; 1]| (-x, [-1.0])).is_found);
        assert!(!minimise([0.0], |_: &[f64; 1]| (f64::NAN, [f64::NAN])).is_found);
        assert!(!minimise([1.0], |_: &[f64; 1]| (f64::INFINITY, [1.0])).is_found);
        assert!(minimise([3.0], |_: &[f64; 1]| (7.0, [0.0])).is_found, "level ground");
    }

    proptest::proptest! {
        #[test]
        fn a_bowl_is_emptied_wherever_its_bottom_lies(
            x in -20.0..20.0_f64, y in -20.0..20.0_f64, steep in 0.01..1000.0_f64,
        ) {
            let bowl = |at: &[f64; 2]| {
                let (dx, dy) = (at[0] - x, at[1] - y);
                (steep * dx * dx + dy * dy, [2.0 * steep * dx, 2.0 * dy])
            };
            let end = minimise([0.0, 0.0], bowl);
            assert!(end.is_found);
            near(end.at[0], x, 1e-3);
            near(end.at[1], y, 1e-3);
        }
    }
}

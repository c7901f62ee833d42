//! Gauss's hypergeometric function ₂F₁ on 0 ≤ z < 1, by its series (Abramowitz & Stegun 1964, 15.1.1):
//! Σ (a)ₙ(b)ₙ/(c)ₙ · zⁿ/n!, where (a)ₙ = a(a + 1)…(a + n − 1). No well-kept crate has it.

/// Enough for full precision up to z = 0.9996.
const MOST_TERMS: f64 = 100_000.0;

/// ₂F₁(a, b; c; z) for 0 ≤ z < 1 and c > 0; none outside, and where its value is beyond the numbers or
/// the series too slow.
pub fn gauss(a: f64, b: f64, c: f64, z: f64) -> Option<f64> {
    let tail = series(c, z, |n| (a + n) * (b + n) / ((c + n) * (n + 1.0)))?;
    Some(1.0 + tail)
}

/// The slope of ₂F₁(a, b; c; z) in b at b = 0, Σ (a)ₙ/(c)ₙ · zⁿ/n, on the same domain: what remains
/// of (₂F₁ − 1)/b as b vanishes.
pub fn gauss_slope(a: f64, c: f64, z: f64) -> Option<f64> {
    series(c, z, |n| (a + n) / (c + n) * if n > 0.0 { n / (n + 1.0) } else { 1.0 })
}

/// Σ_{n≥1} of terms whose quotient is `quotient(n)·z`, the term before the first being 1.
fn series(c: f64, z: f64, quotient: impl Fn(f64) -> f64) -> Option<f64> {
    if !(0.0..1.0).contains(&z) || c <= 0.0 {
        return None;
    }
    let (mut term, mut sum, mut n) = (1.0_f64, 0.0_f64, 0.0_f64);
    while n < MOST_TERMS {
        term *= quotient(n) * z;
        sum += term;
        n += 1.0;
        if !sum.is_finite() {
            return None;
        }
        if term.abs() <= 1e-16 * (1.0 + sum.abs()) {
            return Some(sum);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(left: f64, right: f64) {
        assert!((left - right).abs() <= 1e-11 * right.abs().max(1.0), "{left} is not {right}");
    }

    /// Abramowitz & Stegun 15.1.3–15.1.8, 15.1.4, 15.1.6.
    #[test]
    fn it_is_the_elementary_functions_where_it_should_be() {
        for z in [0.0, 1e-9, 0.1, 0.5, 0.9, 0.99, 0.999] {
            near(gauss(1.7, 2.3, 2.3, z).unwrap(), (1.0_f64 - z).powf(-1.7));
            if z > 0.0 {
                near(gauss(1.0, 1.0, 2.0, z).unwrap(), -(-z).ln_1p() / z);
                let root = f64::sqrt(z);
                near(gauss(0.5, 0.5, 1.5, z).unwrap(), root.asin() / root);
            }
        }
    }

    /// mpmath, thirty digits.
    #[test]
    fn it_agrees_with_another_implementation() {
        for (a, b, c, z, value) in [
            (0.243, 2.426, 2.219, 0.5, 1.207_097_007_044_04),
            (2.243, 4.426, 4.219, 0.5004, 5.171_543_852_444_6),
            (12.3, 9.1, 10.2, 0.3, 50.736_561_619_953_84),
            (26.55, 1.61, 27.16, 0.03, 1.049_089_797_874_43),
            (0.553, 1.606, 2.159, 0.9, 2.225_744_782_947_599_3),
            (3.5, -0.4, 6.2, 0.8, 0.779_265_201_437_477_1),
            (-0.6, 0.7, 5.0, 0.97, 0.912_917_899_483_178_3),
            (100.5, 101.2, 102.0, 0.2, 4_602_072_414.993_896),
        ] {
            near(gauss(a, b, c, z).unwrap(), value);
        }
    }

    #[test]
    fn the_slope_is_that_of_the_function() {
        for z in [0.1, 0.5, 0.95] {
            let (a, c, b) = (3.2, 4.5, 1e-6);
            let beside = (gauss(a, b, c, z).unwrap() - gauss(a, -b, c, z).unwrap()) / (2.0 * b);
            assert!((gauss_slope(a, c, z).unwrap() - beside).abs() < 1e-7);
        }
    }

    #[test]
    fn outside_its_domain_it_has_no_value() {
        for (c, z) in
            [(1.0, 1.0), (1.0, -0.1), (1.0, f64::NAN), (0.0, 0.5), (-1.0, 0.5), (f64::NAN, 0.5)]
        {
            assert_eq!(gauss(1.0, 1.0, c, z), None);
        }
        assert_eq!(gauss(1e300, 1e300, 1.0, 0.9), None, "beyond the numbers");
    }
}

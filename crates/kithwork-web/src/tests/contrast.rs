//! The contrast of every pair of colours that is used, computed from the tokens (WCAG 2.2, 1.4.3
//! and 1.4.11).

use std::collections::HashMap;

const TOKENS: &str = include_str!("../../assets/tokens.css");

/// The colours of both schemes: dark overrides light.
fn schemes() -> [(&'static str, HashMap<String, String>); 2] {
    let (light, dark) = TOKENS.split_once("prefers-color-scheme: dark").unwrap();
    let colours = |css: &str| -> HashMap<String, String> {
        let lines = css.lines().filter_map(|l| l.trim().strip_suffix(';')?.split_once(": #"));
        lines.map(|(name, hex)| (name.to_owned(), hex.to_owned())).collect()
    };
    let light = colours(light);
    let mut both = light.clone();
    both.extend(colours(dark));
    [("light", light), ("dark", both)]
}

/// Relative luminance (WCAG 2.2, definition).
fn luminance(hex: &str) -> f64 {
    let rgb = u32::from_str_radix(hex, 16).unwrap();
    let channel = |shift: u32| {
        let value = f64::from((rgb >> shift) & 0xff) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
}

fn contrast(a: &str, b: &str) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn black_on_white_is_twenty_one_to_one() {
    assert!((contrast("000000", "ffffff") - 21.0).abs() < 1e-9);
}

#[test]
fn text_is_legible_on_every_ground_in_both_schemes() {
    for (scheme, colours) in schemes() {
        for ground in ["--paper", "--card", "--wash"] {
            for text in ["--ink", "--soft", "--accent", "--warm"] {
                let ratio = contrast(&colours[text], &colours[ground]);
                assert!(ratio >= 4.5, "{scheme}: {text} on {ground} is {ratio:.2}");
            }
        }
        let ratio = contrast(&colours["--on-accent"], &colours["--accent"]);
        assert!(ratio >= 4.5, "{scheme}: on accent {ratio:.2}");
    }
}

#[test]
fn edges_of_fields_and_marks_of_charts_stand_out_in_both_schemes() {
    for (scheme, colours) in schemes() {
        for (mark, ground) in [
            ("--edge", "--paper"),
            ("--edge", "--card"),
            ("--accent", "--paper"),
            ("--accent", "--rest"),
            ("--ink", "--rest"),
        ] {
            let ratio = contrast(&colours[mark], &colours[ground]);
            assert!(ratio >= 3.0, "{scheme}: {mark} on {ground} is {ratio:.2}");
        }
    }
}

//! Parameters of the plan that a run sets otherwise: `--with plan.exploration=0.4`.

use kithwork_core::params::Params;
use serde_json::Value;

/// The defaults with each setting, `name=value` with the value in JSON; none where one can't be read.
pub(crate) fn read<'w>(settings: impl Iterator<Item = &'w str>) -> Option<Params> {
    let mut all = serde_json::to_value(Params::default()).ok()?;
    for setting in settings {
        let (name, value) = setting.split_once('=')?;
        let pointer = format!("/{}", name.replace('.', "/"));
        *all.pointer_mut(&pointer)? = serde_json::from_str::<Value>(value).ok()?;
    }
    serde_json::from_value(all).ok()
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_setting_changes_what_it_names_and_nothing_else() {
        let params = read(["plan.exploration=0.4", "plan.rest_weeks/2=3.5"].into_iter()).unwrap();
        assert!((params.plan.exploration - 0.4).abs() < 1e-12);
        assert!((params.plan.rest_weeks[2] - 3.5).abs() < 1e-12);
        assert_eq!(read(std::iter::empty()), Some(kithwork_core::params::Params::default()));
        assert!(read(["plan.nothing=1"].into_iter()).is_none());
    }
}

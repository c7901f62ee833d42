//! The close of a week.

use super::figures::short_day;
use super::shape::wrapped;
use crate::screen::Screen;
use kithwork_core::plan::Close;

/// What happened, what is left over, one thanks.
pub(crate) fn close(close: &Close, screen: Screen) -> String {
    let title = if close.was_away() { "Welcome back" } else { "The week’s close" };
    let mut text = format!("{}\n", screen.heading(title));
    if close.is_clear() {
        return text + &wrapped(&close.says_clear(), 2);
    }
    for one in &close.unsaid {
        let line = format!("{}: {}. Did it happen?", short_day(one.on), one.names.join(" and "));
        text.push_str(&wrapped(&line, 2));
    }
    for one in &close.unnoted {
        let line = format!(
            "{}: going by its rhythm {} met. Were you there? Nothing is noted of it.",
            short_day(one.on),
            one.name
        );
        text.push_str(&wrapped(&line, 2));
    }
    for one in &close.promises {
        let what = one.what.trim_end_matches('.');
        let by = one
            .due_on
            .map_or_else(|| "no day said".to_owned(), |on| format!("for {}", short_day(on)));
        let line = format!("You promised {}: {what}, {by}.", one.name);
        text.push_str(&wrapped(&line, 2));
    }
    for one in &close.kept {
        let line = format!("{}: “{}”. Nothing was understood of it.", short_day(one.on), one.words);
        text.push_str(&wrapped(&line, 2));
    }
    if let Some(thanks) = &close.thanks {
        let line = format!(
            "{} {} on {}. A line of thanks?",
            thanks.name,
            thanks.what,
            short_day(thanks.on)
        );
        text.push_str(&wrapped(&line, 2));
    }
    text
}

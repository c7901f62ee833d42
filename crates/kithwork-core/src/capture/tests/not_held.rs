//! A talk that was called off is none; whatever else was called off is news told at a talk.

use super::{Known, Part};

fn talks(text: &str) -> usize {
    let understood = Known::new().understand(text);
    understood.parts.iter().filter(|part| matches!(part, Part::Conversation(_))).count()
}

#[test]
fn what_else_was_called_off_is_no_reason_against_the_talk() {
    for text in [
        "coffee with Tom Ellis, his contract was cancelled",
        "coffee with Tom Ellis and his contract was cancelled",
        "coffee with Tom Ellis his contract was cancelled",
        "lunch with Priya Shah. Her flight got cancelled",
        "121 with Ann Lee, the merger fell through",
        "121 with Ann Lee, the deal with the council did not happen",
        "call with Dave Okafor, he had to cancel his holiday",
        "coffee with Ann Lee, she called off the wedding",
        "121 with Tom Ellis, their office move was postponed",
        "121 with Tom Ellis, Priya Shah's contract was cancelled",
        "lunch with Priya Shah, she didn't show me the plans",
    ] {
        assert_eq!(talks(text), 1, "{text}");
    }
}

#[test]
fn a_talk_that_was_called_off_is_none() {
    for text in [
        "121 with Tom Ellis was cancelled",
        "121 with Tom Ellis cancelled",
        "121 with Tom Ellis, it was cancelled",
        "coffee with Tom Ellis at the station was cancelled",
        "our lunch with Priya Shah was cancelled",
        "the 121 with Ann Lee fell through",
        "Tuesday's 121 with Tom Ellis was called off",
        "lunch with Ann Lee didn't happen",
        "lunch with Ann Lee and her team was cancelled",
        "coffee with Dave Okafor, he had to cancel",
        "coffee with Dave Okafor, he had to cancel our meeting",
        "coffee with Ann Lee, she didn't show",
        "coffee with Ann Lee, she called it off",
    ] {
        assert_eq!(talks(text), 0, "{text}");
    }
}

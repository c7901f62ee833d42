//! Row 29: tired, three minutes left: from nothing to a usable minute in at most four questions.

use e2e::{Owner, Result};
use serde_json::Value;
use std::io::Write;
use std::process::Stdio;

const NOW: &str = "2026-11-16T09:00:00Z";

/// Types these lines at `pitch quick`; the document, and the questions that were asked.
fn quick(owner: &Owner, typed: &str) -> Result<(Value, Vec<String>)> {
    let mut command = owner.command(&["--now", NOW, "pitch", "quick", "--json"]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut program = command.spawn()?;
    program.stdin.take().ok_or("no way in")?.write_all(typed.as_bytes())?;
    let output = program.wait_with_output()?;
    let asked = String::from_utf8(output.stderr)?;
    assert!(output.status.success(), "{asked}");
    let asked = asked.lines().filter(|line| line.contains('?')).map(str::to_owned).collect();
    Ok((serde_json::from_slice(&output.stdout)?, asked))
}

#[test]
fn from_an_empty_book_four_answers_make_a_minute_with_a_request() -> Result {
    let owner = Owner::new()?;
    let typed = "we get the invoices of small firms paid\na baker waited ninety days\n\
                 now it is nine\nbookkeepers in Leeds\n";
    let (made, asked) = quick(&owner, typed)?;
    assert!(asked.len() <= 4, "{asked:?}");
    assert_eq!(made["rehearsal"]["ask"]["state"], "specific", "{made}");
    assert_ne!(made["rehearsal"]["length"], "over", "{made}");
    let text = made["pitch"]["text"].as_str().unwrap_or_default();
    assert!(text.starts_with("We get the invoices of small firms paid. A baker"), "{text}");
    // It can be chosen at once.
    let desk = owner.json_at(NOW, &["pitch"])?;
    assert_eq!(desk["focus"]["version"], "Quick, 16 November 2026", "{desk}");
    Ok(())
}

#[test]
fn what_the_profile_tells_is_taken_by_saying_nothing() -> Result {
    let owner = Owner::new()?;
    owner.json_at(NOW, &["profile", "--helps", "We mend roofs in a day"])?;
    owner.json_at(NOW, &["settings", "--target", "architects in York"])?;
    let (made, asked) = quick(&owner, "\n\n\n\n")?;
    assert!(asked[0].contains("[We mend roofs in a day]"), "{asked:?}");
    let text = made["pitch"]["text"].as_str().unwrap_or_default();
    assert_eq!(text, "We mend roofs in a day. I would like to meet architects in York.");
    Ok(())
}

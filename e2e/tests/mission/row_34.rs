//! Row 34: the minute is rehearsed: 60 seconds with five to spare, words a minute, a specific request.

use e2e::{Owner, Result};

const NOW: &str = "2026-11-16T09:00:00Z";

#[test]
fn a_hundred_and_seventy_words_at_150_a_minute_take_68_seconds_which_is_over() -> Result {
    let owner = Owner::new()?;
    let words = vec!["word"; 170].join(" ");
    owner.json_at(NOW, &["pitch", "keep", "long", &words])?;
    let told = owner.json_at(NOW, &["pitch", "rehearse", "long", "--pace", "150"])?;
    assert_eq!((&told["words"], &told["seconds"]), (&170.into(), &68.into()), "{told}");
    assert_eq!(told["length"], "over", "{told}");
    let said = owner.text_at(NOW, &["pitch", "rehearse", "long"])?;
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("68 seconds, over a minute: 20 words too many."), "{said}");
    assert!(said.contains("the usual pace, 150 words a minute"), "{said}");
    Ok(())
}

#[test]
fn a_stopwatch_teaches_the_owners_own_pace() -> Result {
    let owner = Owner::new()?;
    let words = vec!["word"; 170].join(" ");
    owner.json_at(NOW, &["pitch", "keep", "long", &words])?;
    let told = owner.json_at(NOW, &["pitch", "rehearse", "long", "--took", "85"])?;
    assert_eq!((&told["pace"], &told["is_own_pace"]), (&120.into(), &true.into()), "{told}");
    let told = owner.json_at(NOW, &["pitch", "rehearse", "--text", "one two three"])?;
    assert_eq!((&told["pace"], &told["length"]), (&120.into(), &"under".into()), "{told}");
    let left_running = owner.run(&["pitch", "rehearse", "long", "--took", "3600"])?;
    assert_eq!(left_running.status.code(), Some(1));
    Ok(())
}

#[test]
fn a_request_for_anybody_is_told_from_one_for_somebody() -> Result {
    let owner = Owner::new()?;
    for (text, state) in [
        ("We mend roofs.", "missing"),
        ("We mend roofs. I am looking for anybody with a roof.", "vague"),
        ("We mend roofs. Who knows an architect in York?", "specific"),
    ] {
        let told = owner.json_at(NOW, &["pitch", "rehearse", "--text", text])?;
        assert_eq!(told["ask"]["state"], state, "{told}");
    }
    Ok(())
}

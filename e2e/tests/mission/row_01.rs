//! Row 1: five breakfasts, two lunches and an evening a week, and nothing with people.

use crate::sheet::sheet;
use e2e::{Owner, Result, Served};

#[test]
fn a_week_of_meetings_shows_its_hours_and_no_time_with_people() -> Result {
    let breakfasts = (9..=13).map(|day| format!("2026-11-{day:02},Breakfast,90,30"));
    let lunches = [10, 12].map(|day| format!("2026-11-{day:02},Lunch,60,20"));
    let evening = ["2026-11-11,Evening,120,40".to_owned()];
    let rows = breakfasts.chain(lunches).chain(evening);
    let owner = Owner::with(&[("meetings", sheet("date,group,minutes,travel_minutes", rows))])?;

    let review = owner.review("2026-11-15")?;
    assert_eq!(review["totals"]["meetings"], 8);
    assert_eq!(review["time"]["all"]["meeting_minutes"], 5 * 120 + 2 * 80 + 160);
    assert_eq!(review["time"]["depth_share"]["value"], 0.0);

    let said = owner.text(&["review", "--as-of", "2026-11-15"])?;
    assert!(said.contains("0%"), "{said}");
    Ok(())
}

#[test]
fn hours_of_cold_calling_are_told_and_set_beside_networking() -> Result {
    let owner = Owner::with(&[(
        "meetings",
        sheet("date,group,minutes", ["2026-11-09,Breakfast,90".to_owned()]),
    )])?;
    for day in ["2026-11-10", "2026-11-12"] {
        let told = ["channel", "cold calling", "--on", day, "--minutes", "120", "--sales", "0"];
        owner.json_at("2026-11-16T09:00:00Z", &told)?;
    }
    let review = owner.review("2026-11-15")?;
    let channels = review["channels"].as_array().ok_or("the review has channels")?;
    let calls = channels.iter().find(|channel| channel["name"] == "cold calling");
    assert_eq!(calls.ok_or("cold calling is told")?["minutes"], 240, "{channels:?}");
    Ok(())
}

/// Writes a note into the box of a page as a browser does, with the meeting that the page has chosen, and
/// hands back what is then said of it.
fn noted(served: &Served, text: &str) -> Result<String> {
    let page = served.page("/groups")?;
    let value = |before: &str| {
        let (_, rest) = page.split_once(before)?;
        Some(rest.split_once("value=\"")?.1.split_once('"')?.0.to_owned())
    };
    let chosen = value("id=\"capture-meeting\"").unwrap_or_default();
    let fields = [("text", text), ("meeting", chosen.as_str()), ("back", "/groups")];
    let answer = served.send("/notes", &fields)?;
    let to = answer
        .lines()
        .find_map(|line| line.to_lowercase().strip_prefix("location: ").map(str::to_owned));
    let done = served.page(to.ok_or("it leads somewhere")?.trim())?;
    let said =
        done.split_once("aria-label=\"What was just done\"").ok_or("it says what was done")?.1;
    let said = said.split_once("</section>").map_or(said, |(said, _)| said);
    // Names are set apart, so that one written the other way round turns nothing else.
    Ok(said.replace("<bdi>", "").replace("</bdi>", "").replace(['\u{a0}', '\u{202f}'], " "))
}

/// The week told in plain words on the web, while a meeting of today is chosen by the box.
#[test]
fn the_same_week_is_told_in_plain_words_from_any_page() -> Result {
    let owner = Owner::new()?;
    let now = "2026-11-22T10:00:00Z";
    let served = Served::start(&owner, &["--now", now])?;
    noted(&served, "Breakfast at the Chamber today")?;
    assert!(served.page("/groups")?.contains("id=\"capture-meeting\""));
    for (text, says) in [
        ("Breakfast at Chamber Monday 2 h, travel 40 min", "Chamber, 2 h, travel 40 min"),
        ("Chamber breakfast Tuesday and Thursday, 2 h each", "19 Nov 2026"),
        ("Rotary lunch Wednesday 7:00 to 8:30", "Rotary, 1 h 30"),
        ("Rotary lunch Friday 1 h 30, £18", "Rotary, 1 h 30"),
        ("evening networking event last night, 3 hours", "Evening networking event, 3 h"),
        ("cold calling on Thursday, 3 hours", "cold calling, 3 h"),
    ] {
        let said = noted(&served, text)?;
        assert!(said.contains(says), "{text}: {said}");
    }
    let said = noted(&served, "Five breakfasts at the Chamber this week, two lunches at Rotary")?;
    assert!(
        said.contains("No meeting was made of") && said.contains("two lunches at Rotary"),
        "{said}"
    );
    assert!(served.page("/friday")?.contains("Five breakfasts at the Chamber"), "the words wait");

    let review = owner.review("2026-11-22")?;
    assert_eq!(review["totals"]["meetings"], 7);
    let minutes = 160 + 2 * 120 + 2 * 90 + 180;
    assert_eq!(review["time"]["all"]["meeting_minutes"], minutes);
    assert_eq!(review["time"]["depth_share"]["value"], 0.0);
    // Hours of another way stand in the comparison once its sales are told; they are in the book at once.
    let folder = owner.folder().join("all");
    owner.text(&["export", folder.to_str().ok_or("a plain path")?])?;
    let channels = std::fs::read_to_string(folder.join("channels.csv"))?;
    assert!(channels.contains("cold calling,2026-11,3"), "{channels}");
    Ok(())
}

/// Preparation stands with what it was for, from wherever it is told, and outlives an export.
#[test]
fn preparation_counts_with_what_it_prepared() -> Result {
    let meetings = sheet(
        "date,group,minutes,travel_minutes,prep_minutes",
        ["2026-11-09,Breakfast,90,30,20".to_owned()],
    );
    let owner = Owner::with(&[("meetings", meetings)])?;
    let now = "2026-11-13T09:00:00Z";
    let text = "one-to-one with Priya Shah on Tuesday 1 h, preparation 15 min";
    let note = owner.json_at(now, &["note", text])?;
    assert_eq!(note["understood"][0]["prep_minutes"], 15, "{note}");
    let asked = ["event", "Breakfast", "--on", "2026-11-11", "--minutes", "90", "--prep", "10"];
    owner.json_at(now, &asked)?;
    let later =
        ["one-to-one", "Priya Shah", "--on", "2026-11-12", "--minutes", "30", "--prep", "5"];
    owner.json_at(now, &later)?;

    let time = owner.review("2026-11-15")?["time"]["all"].clone();
    assert_eq!(time["meeting_minutes"], (90 + 30 + 20) + (90 + 10));
    assert_eq!(time["nurture_minutes"], (60 + 15) + (30 + 5));
    assert_eq!(time["prep_minutes"], 20 + 15 + 10 + 5);
    let said = owner.text(&["review", "--as-of", "2026-11-15"])?;
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("travel and 50 minutes of preparation included"), "{said}");

    let folder = owner.folder().join("all");
    owner.text(&["export", folder.to_str().ok_or("a plain path")?])?;
    let again = Owner::new()?;
    again.text(&["import", folder.to_str().ok_or("a plain path")?])?;
    assert_eq!(again.review("2026-11-15")?["time"]["all"]["prep_minutes"], 50);
    Ok(())
}

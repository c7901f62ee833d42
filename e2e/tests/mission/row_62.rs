//! Row 62: giving is not a debt. No text of ours says so; only the owner's own promises are reminded of.

use crate::sheet::sheet;
use e2e::{Owner, Result, Served};
use std::path::{Path, PathBuf};

const NOW: &str = "2026-11-16T09:00:00Z";

/// What is asked of the sample book, besides what is asked about each of its people.
const COMMANDS: &[&[&str]] = &[
    &["review"],
    &["plan"],
    &["plan", "--hours", "20"],
    &["people"],
    &["triage"],
    &["questions"],
    &["whom"],
    &["pitch"],
    &["trigger"],
    &["said"],
    &["rate"],
    &["levels"],
    &["settings"],
    &["params"],
    &["note", "lent Ada Frost my projector"],
    &["undo"],
    &["check"],
    &["--help"],
    &["man"],
    &["person", "nobody at all"],
    &["rate", "nowhere", "--ethos", "4"],
    &["playback", "nobody at all", "yes"],
];

/// The first of the four words that a text holds as a whole word. They are put together here so that
/// this file holds none of them itself.
fn debt(text: &str) -> Option<String> {
    let endings = ["e", "es", "ed", "ing"];
    let mut words = text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    words.find(|word| word.strip_prefix("ow").is_some_and(|ending| endings.contains(&ending)))
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Everything the program prints about the sample book, to people and to programs.
#[test]
fn nothing_that_is_printed_or_shown_speaks_of_a_debt() -> Result {
    assert!(debt(&["they o", "we you"].concat()).is_some() && debt("Owen showed").is_none());
    let owner = Owner::new()?;
    owner.run(&["import", &root().join("samples").to_string_lossy()])?;
    owner.text_at(NOW, &["trigger", "our best people keep leaving"])?;
    let everyone = owner.json_at(NOW, &["people"])?;
    let names: Vec<&str> = everyone["people"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|one| one["name"].as_str())
        .collect();
    assert!(names.len() > 20, "{}", names.len());
    let mut commands: Vec<Vec<&str>> = COMMANDS.iter().map(|words| words.to_vec()).collect();
    for name in names.iter().step_by(12) {
        commands.push(vec!["person", name]);
        commands.push(vec!["prepare", name]);
    }
    for verb in verbs(&owner)? {
        let help = owner.text(&[&verb, "--help"])?;
        assert_eq!(debt(&help), None, "{verb} --help");
    }
    for command in commands {
        for json in [&[][..], &["--json"]] {
            let output = owner.run(&[&["--now", NOW], &*command, json].concat())?;
            let said = [output.stdout, output.stderr]
                .map(|out| String::from_utf8_lossy(&out).into_owned());
            assert_eq!(said.iter().find_map(|text| debt(text)), None, "{command:?}: {said:?}");
        }
    }
    let served = Served::start(&owner, &["--now", NOW])?;
    for page in ["/", "/people", "/groups", "/review", "/more", "/nowhere", "/api/v1/openapi.json"]
    {
        let answer = served.page(page)?;
        assert!(answer.starts_with("HTTP/1.1"), "{page}");
        assert_eq!(debt(&answer), None, "{page}");
    }
    Ok(())
}

/// The verbs as the help lists them.
fn verbs(owner: &Owner) -> Result<Vec<String>> {
    let help = owner.text(&["--help"])?;
    let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let listed = listed.take_while(|line| !line.is_empty());
    let named = listed.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let verbs: Vec<String> =
        named.filter_map(|line| line.split_whitespace().next().map(str::to_owned)).collect();
    assert!(verbs.len() > 20, "{help}");
    Ok(verbs)
}

/// Every string that a source file holds, and every page and style sheet.
#[test]
fn no_string_of_the_sources_speaks_of_a_debt() -> Result {
    let (mut files, mut strings) = (Vec::new(), 0);
    for crate_name in ["kithwork-core", "kithwork-app", "kithwork-web", "kithwork"] {
        found(&root().join("crates").join(crate_name), &mut files)?;
    }
    for file in files {
        let text = std::fs::read_to_string(&file)?;
        let is_code = file.extension().is_some_and(|kind| kind == "rs");
        let reads = file.ends_with("capture/verbs.rs");
        let tests = file.components().any(|part| part.as_os_str() == "tests");
        let names_them = tests || file.ends_with("plan/tests.rs") || file.ends_with("error.rs");
        if reads || names_them {
            // What users write is read there, or the words are named to be refused.
            continue;
        }
        let all = if is_code { literals(&text) } else { vec![text] };
        strings += all.len();
        for literal in all {
            assert_eq!(debt(&literal), None, "{}: {literal}", file.display());
        }
    }
    assert!(strings > 2000, "{strings}");
    Ok(())
}

fn found(folder: &Path, files: &mut Vec<PathBuf>) -> Result {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found(&path, files)?;
        } else if path
            .extension()
            .is_some_and(|k| ["rs", "html", "svg", "js", "css"].iter().any(|e| k == *e))
        {
            files.push(path);
        }
    }
    Ok(())
}

/// What stands between quotation marks, near enough: an escaped mark ends nothing.
fn literals(code: &str) -> Vec<String> {
    let (mut all, mut inside, mut escaped) = (Vec::new(), None::<String>, false);
    for c in code.chars() {
        match &mut inside {
            Some(text) if escaped => {
                text.push(c);
                escaped = false;
            }
            Some(_) if c == '\\' => escaped = true,
            Some(_) if c == '"' => all.extend(inside.take()),
            Some(text) => text.push(c),
            None if c == '"' => inside = Some(String::new()),
            None => {}
        }
    }
    all
}

#[test]
fn an_own_promise_past_its_day_is_reminded_of_and_nobody_elses_is() -> Result {
    let promises = [
        "2026-10-20,Ada Abbot,mine,send the pricing article,2026-11-02,",
        "2026-10-20,Ben Birch,theirs,send the contract,2026-11-02,",
        "2026-10-20,Cora Cole,mine,the photographs,2026-11-02,2026-11-01",
    ];
    let people = ["Ada Abbot", "Ben Birch", "Cora Cole"].map(|name| format!("{name},2026-05-01"));
    let owner = Owner::with(&[
        ("people", sheet("name,met_on", people)),
        (
            "promises",
            sheet("made_on,person,direction,what,due_on,done_on", promises.map(str::to_owned)),
        ),
    ])?;
    let plan = owner.json_at(NOW, &["plan", "--week", "2026-11-16", "--hours", "6"])?;
    let kept: Vec<String> = plan["items"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|item| item["kind"] == "promise")
        .map(|item| item["people"].to_string())
        .collect();
    assert_eq!(kept, ["[\"Ada Abbot\"]"], "{plan:#}");
    let told = owner.text_at(NOW, &["plan", "--week", "2026-11-16"])?;
    assert!(told.contains("send the pricing article") && !told.contains("the contract"), "{told}");
    assert!(told.contains("It was due on 2"), "{told}");
    assert_eq!(owner.review("2026-11-16")?["totals"]["promises_overdue"], 2);
    Ok(())
}

use crate::{Context, Given, Reading, read};
use jiff::civil::date;
use kithwork_core::facts::ConversationKind;
use kithwork_core::handover::Said;
use kithwork_core::source::Source;

fn reading(file: &str) -> Reading {
    let context = Context { region: "GB", zone: "Europe/London" };
    read(&Given { path: "export.json", octets: file.as_bytes() }, &context).remove(0)
}

const MONICA: &str = r#"{"version":"1.0","account":{"uuid":"a","data":[
 {"count":2,"type":"contact","values":[
  {"uuid":"c1","properties":{"first_name":"Priya","last_name":"Shah","job":"Director","company":"Acme",
    "first_met_date":{"date":"2024-05-06T00:00:00Z","is_age_based":false,"is_year_unknown":false},"first_met_through":"c2"},
   "data":[{"count":1,"type":"contact_field","values":[{"properties":{"data":"P@x.example","type":"f1"}},{"properties":{"data":"07700 900123","type":"f2"}}]},
    {"count":1,"type":"call","values":[{"properties":{"called_at":"2026-07-01T23:30:00Z","content":"tender"}}]},
    {"count":1,"type":"note","values":[{"properties":{"body":"likes chess"}}]},
    {"count":1,"type":"activity","values":["x1"]}]},
  {"uuid":"c2","properties":{"first_name":"Sam"},"data":[{"count":1,"type":"activity","values":["x1"]}]},
  {"uuid":"c3","properties":[],"data":[]}]},
 {"count":1,"type":"activity","values":[{"uuid":"x1","properties":{"summary":"Lunch","happened_at":"2026-06-05T00:00:00Z"}}]}],
 "instance":{"contact_field_types":[{"uuid":"f1","properties":{"name":"Email","type":"email"}},{"uuid":"f2","properties":{"name":"Phone","type":"phone"}}]}}}"#;

#[test]
fn monicas_contacts_and_what_happened_with_them_are_read() {
    let told = reading(MONICA);
    assert_eq!((told.kind.as_str(), told.read, told.records.len()), ("monica", 5, 4));
    assert_eq!(told.refused[0].reason, "name-missing");
    let Said::Person(priya) = &told.records[0].said else { panic!("no person") };
    assert_eq!((priya.name.as_deref(), priya.met_on), (Some("Priya Shah"), Some(date(2024, 5, 6))));
    assert_eq!(priya.introduced_by.as_deref(), Some("Sam"));
    assert_eq!(
        (priya.emails[0].as_str(), priya.phones[0].as_str()),
        ("p@x.example", "+447700900123")
    );
    assert_eq!(priya.notes.as_deref(), Some("likes chess"));
    let Said::Conversation(lunch) = &told.records[2].said else { panic!("no conversation") };
    assert_eq!((lunch.kind, lunch.people.len()), (ConversationKind::SmallGroup, 2));
    let Said::Conversation(call) = &told.records[3].said else { panic!("no conversation") };
    assert_eq!((call.kind, call.on), (ConversationKind::Call, date(2026, 7, 2)));
}

#[test]
fn our_own_export_keeps_every_record_it_can() {
    let told = reading(
        r#"{"kithwork":1,"statements":[
        {"source":"own","key":"pitches|v1","line":null,"number":7,"document":"typed","said":{"says":"pitch","version":"v1","text":null,"first_used_on":null,"extra":{}}},
        {"source":"nobody"}]}"#,
    );
    assert_eq!((told.kind.as_str(), told.read, told.whole_refused), ("kithwork", 2, false));
    assert_eq!((told.records[0].source, told.records[0].number), (Source::Own, 7));
    assert_eq!(told.refused[0].reason, "record-unreadable");
}

#[test]
fn json_that_is_not_for_us_is_refused_with_a_reason() {
    for (file, reason) in [
        (r#"{"kithwork":9,"statements":[]}"#, "version-unknown"),
        (r#"{"people":[]}"#, "not-recognised"),
        ("[1,2]", "not-recognised"),
        (r#"{"kithwork":1,"statements":[{"#, "unfinished"),
        (&"[".repeat(100_000), "not-recognised"),
    ] {
        let told = reading(file);
        assert!(told.whole_refused);
        assert_eq!(told.refused[0].reason, reason);
    }
}

use crate::{Context, Given, Reading, read};
use kithwork_core::handover::{Said, SaidPerson};
use kithwork_core::source::Source;

fn reading(file: &str) -> Reading {
    let context = Context { region: "GB", zone: "Europe/London" };
    read(&Given { path: "contacts.csv", octets: file.as_bytes() }, &context).remove(0)
}

fn person(reading: &Reading, at: usize) -> &SaidPerson {
    match &reading.records[at].said {
        Said::Person(person) => person,
        other => panic!("no person: {other:?}"),
    }
}

#[test]
fn linkedin_is_read_with_and_without_its_preamble_old_and_new() {
    let preamble = "Notes:\n\"When exporting, \"\"some\"\" are missing, sorry.\"\n\n";
    let header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";
    let row =
        "Priya,Shah,https://www.linkedin.com/in/Priya/,P@x.example,Acme,Director,19 Nov 2024\n";
    for (file, line) in [(format!("{preamble}{header}{row}"), 5), (format!("{header}{row}"), 2)] {
        let told = reading(&file);
        assert_eq!((told.kind.as_str(), told.read, &told.refused[..]), ("linkedin", 1, &[][..]));
        let record = &told.records[0];
        assert_eq!((record.source, record.line), (Source::Linkedin, Some(line)));
        assert_eq!(record.key, "linkedin|https://www.linkedin.com/in/priya");
        let person = person(&told, 0);
        assert_eq!(person.name.as_deref(), Some("Priya Shah"));
        assert_eq!(person.profile.as_deref(), Some("https://www.linkedin.com/in/priya"));
        assert_eq!(person.role.as_deref(), Some("Director"));
        assert_eq!(person.extra["Connected On"], "2024-11-19");
    }
    let old = reading(
        "First Name,Last Name,Email Address,Company,Position,Connected On\nPriya,Shah,,Acme,,19 Nov 2024\n,,,,,1 Jan 2024\n",
    );
    assert_eq!(old.records[0].key, "linkedin|priya shah|acme");
    assert_eq!(
        (old.read, old.refused[0].reason.as_str(), old.refused[0].line),
        (2, "name-missing", Some(3))
    );
}

#[test]
fn google_is_read_old_and_new() {
    let old = reading(
        "Name,Given Name,Family Name,Yomi Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Name\n\
         Priya Shah,Priya,Shah,,* myContacts,* Work,A@x.example ::: b@x.example,Mobile,07700 900123,Acme\n",
    );
    let new = reading(
        "First Name,Last Name,File As,Organization Name,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value\n\
         Priya,Shah,,Acme,* myContacts,* Work,A@x.example ::: b@x.example,Mobile,07700 900123\n",
    );
    for told in [old, new] {
        assert_eq!((told.kind.as_str(), told.read), ("google", 1));
        assert_eq!(told.records[0].source, Source::Card);
        let person = person(&told, 0);
        assert_eq!(person.name.as_deref(), Some("Priya Shah"));
        assert_eq!(person.emails, ["a@x.example", "b@x.example"]);
        assert_eq!(person.phones, ["+447700900123"]);
        assert_eq!(person.organisation.as_deref(), Some("Acme"));
    }
}

#[test]
fn outlook_and_thunderbird_are_read() {
    let outlook = reading(
        "\"Title\",\"First Name\",\"Last Name\",\"Company\",\"Job Title\",\"Business City\",\"Assistant's Phone\",\"Business Fax\",\"Business Phone\",\"E-mail Address\",\"E-mail Type\",\"E-mail 2 Address\",\"Hobby\"\n\
         \"Dr\",\"Priya\",\"Shah\",\"Acme\",\"Director\",\"Leeds\",\"1\",\"2\",\"020 7946 0018\",\"p@x.example\",\"SMTP\",\"\",\"chess\"\n",
    );
    assert_eq!(outlook.kind, "outlook");
    let told = person(&outlook, 0);
    assert_eq!(told.name.as_deref(), Some("Dr Priya Shah"));
    assert_eq!(
        (told.phones.as_slice(), told.city.as_deref()),
        (&["+442079460018".to_owned()][..], Some("Leeds"))
    );
    assert_eq!((told.role.as_deref(), told.extra["Hobby"].as_str()), (Some("Director"), "chess"));
    assert!(outlook.ignored_columns.contains(&"Hobby".to_owned()));

    let bird = reading(
        "First Name,Last Name,Display Name,Primary Email,Work Phone,Organization,\nPriya,Shah,P,p@x.example,,Acme,\n",
    );
    assert_eq!((bird.kind.as_str(), bird.read, bird.refused.len()), ("thunderbird", 1, 0));
    assert_eq!(person(&bird, 0).name.as_deref(), Some("Priya Shah"));
}

use crate::{Context, Given, Reading, read};
use kithwork_core::handover::{Said, SaidPerson};

const CONTEXT: Context<'static> = Context { region: "GB", zone: "Europe/London" };

fn reading(file: &[u8]) -> Reading {
    read(&Given { path: "contacts.vcf", octets: file }, &CONTEXT).remove(0)
}

fn people(file: &[u8]) -> Vec<SaidPerson> {
    let told = |record: kithwork_core::handover::Record| match record.said {
        Said::Person(person) => *person,
        other => panic!("no person: {other:?}"),
    };
    reading(file).records.into_iter().map(told).collect()
}

#[test]
fn a_card_tells_of_a_person_and_is_kept_octet_for_octet() {
    let card = "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:urn:uuid:0b7e\r\nFN:Zoë Müller\r\n\
                N:Müller;Zoë;;;\r\nEMAIL;TYPE=work:Zoe@Example.com\r\nTEL:tel:07700-900123\r\n\
                ORG:Acme;Sales\r\nTITLE:Director\r\nADR:;;1 High St;Leeds;;LS1;UK\r\n\
                URL:https://www.linkedin.com/in/Zoe/\r\nX-FOO:x;y,z\r\nBDAY:--0412\r\nEND:VCARD";
    let file = format!("{card}\r\n");
    let person = people(file.as_bytes()).remove(0);
    assert_eq!(person.name.as_deref(), Some("Zoë Müller"));
    assert_eq!(person.uid.as_deref(), Some("0b7e"));
    assert_eq!(person.emails, ["zoe@example.com"]);
    assert_eq!(person.phones, ["+447700900123"]);
    assert_eq!(person.organisation.as_deref(), Some("Acme"));
    assert_eq!(person.role.as_deref(), Some("Director"));
    assert_eq!(person.city.as_deref(), Some("Leeds"));
    assert_eq!(person.profile.as_deref(), Some("https://www.linkedin.com/in/zoe"));
    assert!(!person.is_organisation);
    assert_eq!(person.card.unwrap().0, card.as_bytes());
    assert_eq!(reading(file.as_bytes()).records[0].key, "card|0b7e");
}

#[test]
fn a_name_is_found_where_fn_is_missing() {
    for (line, name) in [
        ("N:Shah;Priya;;Dr;", "Dr Priya Shah"),
        ("ORG:Acme", "Acme"),
        ("EMAIL:priya.shah@example.com", "priya.shah"),
    ] {
        let file = format!("BEGIN:VCARD\nVERSION:3.0\n{line}\nEND:VCARD\n");
        assert_eq!(people(file.as_bytes())[0].name.as_deref(), Some(name));
    }
    let nobody = reading(b"BEGIN:VCARD\nVERSION:3.0\nNOTE:x\nEND:VCARD\n");
    assert_eq!((nobody.read, nobody.refused[0].reason.as_str()), (1, "name-missing"));
}

#[test]
fn old_cards_are_read_in_their_own_charset() {
    let quoted = b"BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;Zo=\r\n=C3=AB\r\nEND:VCARD\r\n";
    assert_eq!(people(quoted)[0].name.as_deref(), Some("Zoë Müller"));
    for silent in [&b"M=C3=BCller;Zo=C3=AB"[..], b"M=FCller;Zo=EB"] {
        let card =
            [b"BEGIN:VCARD\nVERSION:2.1\nN;ENCODING=QUOTED-PRINTABLE:", silent, b"\nEND:VCARD\n"];
        assert_eq!(people(&card.concat())[0].name.as_deref(), Some("Zoë Müller"));
    }
    let greek = b"BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=ISO-8859-7:\xC1\xE2\xE3\r\nEND:VCARD\r\n";
    let person = people(greek).remove(0);
    assert_eq!(person.name.as_deref(), Some("Αβγ"));
    assert_eq!(person.card.unwrap().0, greek.strip_suffix(b"\r\n").unwrap());
}

#[test]
fn companies_and_lists_are_no_people() {
    for lines in
        ["KIND:org\nFN:Acme", "KIND:group\nFN:All", "FN:Acme\nORG:Acme\nX-ABShowAs:COMPANY"]
    {
        let file = format!("BEGIN:VCARD\nVERSION:4.0\n{lines}\nEND:VCARD\n");
        assert!(people(file.as_bytes())[0].is_organisation, "{lines}");
    }
}

#[test]
fn an_agents_card_neither_ends_nor_fills_the_card_around_it() {
    let file = b"BEGIN:VCARD\nVERSION:2.1\nFN:Ann\nAGENT:\nBEGIN:VCARD\nVERSION:2.1\nFN:Bob\nTEL:1\nEND:VCARD\nORG:Acme\nEND:VCARD\n";
    let all = people(file);
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].organisation.as_deref(), Some("Acme"));
    assert!(all[0].phones.is_empty());
    assert_eq!(all[0].card.as_ref().unwrap().0.len(), file.len() - 1);
}

#[test]
fn a_card_that_is_cut_off_is_refused_with_its_line() {
    let told = reading(b"BEGIN:VCARD\nFN:A\nEND:VCARD\nBEGIN:VCARD\nFN:B\n");
    assert_eq!((told.read, told.records.len(), told.refused.len()), (2, 1, 1));
    assert_eq!((told.refused[0].line, told.refused[0].reason.as_str()), (Some(4), "unfinished"));
}

#[test]
fn the_same_card_without_uid_has_the_same_key_twice() {
    let file = b"BEGIN:VCARD\nFN:A\nEND:VCARD\n";
    let (first, second) = (reading(file), reading(file));
    assert_eq!(first.records[0].key, second.records[0].key);
    assert!(first.records[0].key.len() > 30);
}

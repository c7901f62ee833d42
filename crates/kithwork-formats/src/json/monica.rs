//! Monica 4's export of an account: contacts with what happened with them. Activities, calls and
//! conversations become conversations; notes stay notes, since writing about people is not seeing
//! them.

use crate::icalendar::wall_time_in;
use crate::key::Keys;
use crate::reach;
use crate::read::{Context, Reading};
use crate::refusal::Reason;
use jiff::Timestamp;
use jiff::civil::Date;
use kithwork_core::facts::ConversationKind;
use kithwork_core::handover::{Said, SaidConversation, SaidPerson};
use kithwork_core::source::Source;
use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, HashMap};

#[derive(Deserialize)]
struct Export {
    account: Account,
}

#[derive(Deserialize)]
struct Account {
    #[serde(default)]
    data: Vec<Collection<Item>>,
    #[serde(default)]
    instance: Instance,
}

#[derive(Deserialize)]
struct Collection<T> {
    #[serde(rename = "type")]
    of: String,
    #[serde(default = "Vec::new")]
    values: Vec<T>,
}

#[derive(Default, Deserialize)]
struct Instance {
    #[serde(default)]
    contact_field_types: Vec<Item>,
}

/// Anything of Monica's: who, what, and what belongs to it. Members of some collections are only
/// named by their UUID.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Item {
    uuid: Option<String>,
    #[serde(deserialize_with = "properties")]
    properties: Map<String, Value>,
    data: Vec<Collection<Value>>,
}

/// PHP writes an empty object as an empty list.
fn properties<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Map<String, Value>, D::Error> {
    Ok(match Value::deserialize(from)? {
        Value::Object(map) => map,
        _ => Map::new(),
    })
}

impl Item {
    fn text(&self, name: &str) -> Option<String> {
        let text = self.properties.get(name)?.as_str()?.trim();
        (!text.is_empty()).then(|| text.to_owned())
    }

    fn members<'a>(&'a self, of: &'a str) -> impl Iterator<Item = &'a Value> {
        self.data.iter().filter(move |c| c.of == of).flat_map(|c| &c.values)
    }

    fn items<'a>(&'a self, of: &'a str) -> impl Iterator<Item = Item> + 'a {
        self.members(of).filter_map(|value| Item::deserialize(value).ok())
    }

    fn name(&self) -> Option<String> {
        let parts = ["first_name", "middle_name", "last_name"].into_iter();
        let name = parts.filter_map(|part| self.text(part)).collect::<Vec<_>>().join(" ");
        if name.is_empty() { self.text("nickname") } else { Some(name) }
    }
}

/// Reads an export that has an `account`.
pub(super) fn read(path: &str, octets: &[u8], context: &Context<'_>) -> Reading {
    let export: Export = match serde_json::from_slice(octets) {
        Ok(export) => export,
        Err(error) => return super::broken(path, &error),
    };
    let account = export.account;
    let all = |of: &str| -> Vec<&Item> {
        account.data.iter().filter(|c| c.of == of).flat_map(|c| &c.values).collect()
    };
    let (contacts, activities) = (all("contact"), all("activity"));
    let mut told = Told::new(path, context, &contacts, &account.instance);
    for contact in &contacts {
        told.person(contact);
    }
    for activity in &activities {
        told.activity(activity, &contacts);
    }
    for contact in &contacts {
        told.talks(contact);
    }
    told.reading
}

struct Told<'a> {
    reading: Reading,
    context: &'a Context<'a>,
    keys: Keys,
    names: HashMap<String, String>,
    protocols: HashMap<String, String>,
}

impl<'a> Told<'a> {
    fn new(path: &str, context: &'a Context<'a>, contacts: &[&Item], instance: &Instance) -> Self {
        let named = |item: &&Item| Some((item.uuid.clone()?, item.name()?));
        let protocol = |item: &Item| {
            let meant = item.text("type").or_else(|| item.text("protocol"));
            Some((item.uuid.clone()?, meant.or_else(|| item.text("name"))?.to_lowercase()))
        };
        Self {
            reading: Reading::new(path, "monica"),
            context,
            keys: Keys::default(),
            names: contacts.iter().filter_map(named).collect(),
            protocols: instance.contact_field_types.iter().filter_map(protocol).collect(),
        }
    }

    fn person(&mut self, contact: &Item) {
        let Some(name) = contact.name() else {
            return self.reading.refuse(Reason::NameMissing, None);
        };
        let notes: Vec<_> = contact.items("note").filter_map(|note| note.text("body")).collect();
        let through = contact.text("first_met_through");
        let mut person = SaidPerson {
            name: Some(name.clone()),
            uid: contact.uuid.clone(),
            organisation: contact.text("company"),
            role: contact.text("job"),
            city: contact.items("address").find_map(|address| address.text("city")),
            met_on: contact.properties.get("first_met_date").and_then(special_date),
            introduced_by: through.and_then(|uuid| self.names.get(&uuid).cloned()),
            what_they_do: contact.text("description"),
            notes: (!notes.is_empty()).then(|| notes.join("\n")),
            ..SaidPerson::default()
        };
        contact.items("contact_field").for_each(|field| self.reach(&field, &mut person));
        let key =
            self.keys.numbered(format!("monica|{}", contact.uuid.as_deref().unwrap_or(&name)));
        self.reading.take(Source::Card, key, None, Said::Person(Box::new(person)));
    }

    fn reach(&self, field: &Item, person: &mut SaidPerson) {
        let Some(value) = field.text("data") else { return };
        let kind = field.text("type").and_then(|uuid| self.protocols.get(&uuid).cloned());
        match kind.as_deref().unwrap_or_default() {
            kind if kind.contains("mail") => person.emails.extend(reach::email(&value)),
            kind if kind.contains("phone") || kind.contains("tel") => {
                person.phones.extend(reach::phone(&value, self.context.region));
            }
            _ if value.contains('@') => person.emails.extend(reach::email(&value)),
            _ => {
                person.profile = person.profile.take().or_else(|| reach::profile(&value));
                person.urls.push(value);
            }
        }
    }

    fn activity(&mut self, activity: &Item, contacts: &[&Item]) {
        let uuid = activity.uuid.as_deref();
        let with = contacts.iter().filter(|contact| {
            uuid.is_some() && contact.members("activity").any(|member| member.as_str() == uuid)
        });
        let people: Vec<_> = with.filter_map(|contact| contact.name()).collect();
        let kind = match people.len() {
            0 | 1 => ConversationKind::OneToOne,
            _ => ConversationKind::SmallGroup,
        };
        let on = activity.text("happened_at");
        let notes = [activity.text("summary"), activity.text("description")];
        self.conversation(on, kind, people, notes, uuid.map(str::to_owned));
    }

    fn talks(&mut self, contact: &Item) {
        let people: Vec<_> = contact.name().into_iter().collect();
        for call in contact.items("call") {
            let (on, notes) = (call.text("called_at"), [call.text("content"), None]);
            self.conversation(on, ConversationKind::Call, people.clone(), notes, None);
        }
        for talk in contact.items("conversation") {
            let on = talk.text("happened_at");
            self.conversation(on, ConversationKind::Message, people.clone(), [None, None], None);
        }
    }

    fn conversation(
        &mut self,
        on: Option<String>,
        kind: ConversationKind,
        people: Vec<String>,
        notes: [Option<String>; 2],
        uuid: Option<String>,
    ) {
        let Some(on) = on.and_then(|on| date(&on, self.context.zone)) else {
            return self.reading.refuse(Reason::DateMissing, None);
        };
        if people.is_empty() {
            return self.reading.refuse(Reason::PeopleMissing, None);
        }
        let who = uuid.unwrap_or_else(|| crate::key::names(&people));
        let key = self.keys.numbered(format!("monica|{on}|{who}"));
        let notes: Vec<_> = notes.into_iter().flatten().collect();
        let said = SaidConversation {
            on,
            kind,
            people,
            minutes: None,
            travel_minutes: None,
            prep_minutes: None,
            cost: None,
            objective: None,
            objective_met: None,
            they_know_me: None,
            they_learned: None,
            i_learned: None,
            energy: None,
            notes: (!notes.is_empty()).then(|| notes.join("\n")),
            extra: BTreeMap::new(),
        };
        self.reading.take(Source::Sheet, key, None, Said::Conversation(said));
    }
}

/// A date, or the day on the book's clock of an instant. Midnight in UTC is how Monica writes a day.
fn date(text: &str, zone: &str) -> Option<Date> {
    let day = text.get(..10)?.parse().ok()?;
    match text.parse::<Timestamp>() {
        Ok(at) if !text.contains("T00:00:00") => Some(wall_time_in(zone, at).date()),
        _ => Some(day),
    }
}

/// A date whose year is known and was not guessed from an age.
fn special_date(value: &Value) -> Option<Date> {
    let is = |name: &str| value.get(name).and_then(Value::as_bool).unwrap_or(false);
    let text = value.get("date")?.as_str()?;
    (!is("is_age_based") && !is("is_year_unknown")).then(|| text.get(..10)?.parse().ok())?
}

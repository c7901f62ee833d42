//! A book that holds something for every form of the pages.

use crate::tests::calendars::One;
use crate::tests::fixture;
use crate::tests::live::Live;
use axum::http::StatusCode;
use jiff::civil::date;
use kithwork_app::calendar;
use kithwork_core::change::Edit;
use kithwork_core::fact::FactKind;
use kithwork_core::facts::{Conversation, ConversationKind, Stage};
use kithwork_core::id::{FactId, PersonId};
use scraper::ElementRef;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

const SHEETS: [(&str, &str); 9] = [
    (
        "people",
        "name,email,met_on,met_at,what_they_do,who_they_serve,looking_for\n\
         Ada Abbot,ada@x.example,2026-02-01,Thursday Table,bookkeeper,restaurants,a web designer\n\
         Ben Birch,ben@x.example,2026-02-01,Thursday Table,web designer,restaurants,a photographer\n\
         Cleo Cole,,2026-02-01,,photographer,restaurants,a bookkeeper\n\
         Dan Dale,,2026-10-01,Thursday Table,roofer,,\nEve Eden,,2026-02-01,,dentist,families,\n\
         Priya Shah,priya@x.example,2026-03-02,,,,\nPriya Shah,other@x.example,2026-03-02,,,,\n\
         Sam Lee,sam@x.example,2026-03-02,,,,\nSam Stone,stone@x.example,2026-03-02,,,,\n",
    ),
    ("groups", "name,kind,cadence\nThursday Table,breakfast,weekly\n"),
    (
        "meetings",
        "date,group,starts,minutes,talked_to,pitch\n\
         2026-11-12,Thursday Table,08:00,90,Ada Abbot,farms\n2026-11-19,Thursday Table,08:00,90,,\n\
         2026-11-05,Harbour Mixer,18:00,90,,\n2026-10-01,Thursday Table,08:00,90,Dan Dale,\n",
    ),
    (
        "interactions",
        "date,kind,people,minutes,objective,i_learned\n\
         2026-11-02,one_to_one,Ada Abbot,60,learn what she looks for,\n\
         2026-09-02,one_to_one,Ben Birch,60,,\n2026-09-03,one_to_one,Cleo Cole,60,,he wants a van\n\
         2026-09-04,one_to_one,Eve Eden,60,,\n",
    ),
    (
        "promises",
        "made_on,person,direction,what,due_on\n2026-11-02,Ada Abbot,mine,the price list,2026-11-18\n",
    ),
    (
        "referrals",
        "date,direction,from,to,prospect,status,value,currency,closed_on\n\
         2026-10-01,received,Ada Abbot,me,Bell & Co,open,2400,GBP,\n\
         2026-09-01,received,Ben Birch,me,Mills Ltd,won,900,GBP,2026-10-05\n",
    ),
    ("business", "won_on,client,source_kind,source,value\n2026-10-05,Mills Ltd,direct,,900\n"),
    ("channels", "channel,month,hours,sales\nCold calls,2026-10,3,0\n"),
    ("pitches", "version,text\nfarms,I write plain words for farms.\n"),
];

const CALENDAR: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n\
BEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Europe/London:20260903T070000\r\nDTEND;TZID=Europe/London:20260903T083000\r\nRRULE:FREQ=WEEKLY\r\nSUMMARY:Riverside Network\r\nEND:VEVENT\r\n\
BEGIN:VEVENT\r\nUID:2\r\nDTSTART;TZID=Europe/London:20260901T120000\r\nDTEND;TZID=Europe/London:20260901T133000\r\nRRULE:FREQ=WEEKLY\r\nSUMMARY:Project Steering Group\r\nEND:VEVENT\r\n\
END:VCALENDAR\r\n";

const CARD: &str =
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Taxi Tim\r\nTEL:+447700900999\r\nEND:VCARD\r\n";

/// A link that is kept already.
pub(super) const LINK: &str = "https://calendar.example/private-0123/basic.ics";

/// The book, with the ids that addresses are written with.
pub(super) struct Full {
    pub live: Live,
    names: Vec<(&'static str, String)>,
}

impl Full {
    pub(super) async fn book() -> Self {
        let live = Live::with(&SHEETS).await.fetching(Arc::new(One));
        let drawn = AtomicU8::new(1);
        let chance = move || Ok([drawn.fetch_add(1, Ordering::Relaxed); 32]);
        let live = live.served(|web| web.drawing(Arc::new(chance)).with_door(fixture::door()));
        live.read_as("contacts.vcf", CARD).await;
        live.read_as("calendar.ics", CALENDAR).await;
        let mut full = Self { live, names: Vec::new() };
        full.name_people().await;
        full.told().await;
        full.name_the_rest().await;
        full
    }

    /// An address or a value with its ids filled in.
    pub(super) fn filled(&self, text: &str) -> String {
        self.names.iter().fold(text.to_owned(), |text, (name, id)| text.replace(name, id))
    }

    async fn name_people(&mut self) {
        let all = self.live.store.names(self.live.ctx.tenant).await.unwrap();
        let id = |name: &str| all.iter().find(|(_, known)| known == name).unwrap().0.to_string();
        let priyas: Vec<_> = all.iter().filter(|(_, name)| name == "Priya Shah").collect();
        let each = [("{ada}", "Ada Abbot"), ("{ben}", "Ben Birch"), ("{cleo}", "Cleo Cole")];
        self.names = each.map(|(key, name)| (key, id(name))).to_vec();
        self.names.push(("{priya}", priyas[0].0.to_string()));
        self.names.push(("{namesake}", priyas[1].0.to_string()));
    }

    /// What no sheet tells.
    async fn told(&self) {
        let live = &self.live;
        let [ada, ben, cleo] = ["{ada}", "{ben}", "{cleo}"].map(|name| self.filled(name));
        let all: [(&str, &[(&str, &str)]); 15] = [
            ("/notes", &[("text", "call with Eve Eden, she needs a plumber")]),
            ("/notes", &[("text", "Ben Birch offers a spare desk")]),
            ("/notes", &[("text", "121 with Sam")]),
            ("/asks", &[("who", &cleo), ("kind", "one_to_one")]),
            ("/aims", &[("what", "Three referrals"), ("kind", "referrals")]),
            (
                "/presentations",
                &[
                    ("what", "Shop windows"),
                    ("listeners", "Ada Abbot"),
                    ("points", "Web designer or template"),
                ],
            ),
            ("/pitch/profile", &[("helps", "We get invoices paid")]),
            ("/pitch/triggers", &[("what", "my books are a mess")]),
            ("/proposals", &[("who", &ada), ("who", &ben)]),
            (&format!("/card/for/{ada}"), &[]),
            (&format!("/people/{ada}/said"), &[("words", "never late")]),
            ("/lists", &[("name", "Undecided"), ("undecided", "yes")]),
            ("/people/bulk", &[("deed", "tag"), ("put_tag", "north"), ("who", &ada)]),
            ("/people/bulk", &[("deed", "tag"), ("put_tag", "south"), ("who", &ben)]),
            ("/phone/tokens", &[("token_name", "Backup"), ("scope", "read")]),
        ];
        for (path, fields) in all {
            let done = live.post(path, fields).await;
            assert!(!done.status.is_client_error(), "{path}: {}", done.text);
        }
        self.introduced(&ada, &ben).await;
        live.post("/proposals", &[("who", &ben), ("who", &cleo)]).await;
        self.agreed(&ben).await;
        self.paired().await;
        calendar::add(&*live.store, &live.ctx, LINK, None).await.unwrap();
        let south = self.first(FactKind::Tag, 1).await;
        live.post(&format!("/entries/{south}/delete"), &[]).await;
    }

    /// The first introduction is made, and what came of it is not known.
    async fn introduced(&self, ada: &str, ben: &str) {
        let way = format!("/proposals/{}", self.first(FactKind::ProposedIntroduction, 0).await);
        for (step, fields) in [
            ("asked", &[("who", ada)][..]),
            ("said", &[("who", ada), ("yes", "yes")]),
            ("asked", &[("who", ben)]),
            ("said", &[("who", ben), ("yes", "yes")]),
            ("made", &[]),
        ] {
            let done = self.live.post(&format!("{way}/{step}"), fields).await;
            assert_eq!(done.status, StatusCode::SEE_OTHER, "{step}: {}", done.text);
        }
    }

    /// A one-to-one of today that stands in the diary.
    async fn agreed(&self, ben: &str) {
        let (live, ben) = (&self.live, PersonId(ben.parse().unwrap()));
        let (kind, today) = (ConversationKind::OneToOne, date(2026, 11, 16));
        let id = FactId(live.ctx.ids()());
        let talk = Conversation::happened(id, kind, today, vec![ben]);
        let edit = Edit::created(Conversation { stage: Stage::Agreed, ..talk });
        let change = live.ctx.change("agree", None, vec![edit]);
        live.store.commit(live.ctx.tenant, &change).await.unwrap();
    }

    /// A phone.
    async fn paired(&self) {
        let page = self.live.page("/phone").await;
        let code = page.texts(".pairing b.address").pop().unwrap();
        let paired = self.live.post("/pair", &[("code", &code), ("name", "A phone")]).await;
        assert_eq!(paired.status, StatusCode::SEE_OTHER, "{}", paired.text);
    }

    async fn name_the_rest(&mut self) {
        for (key, kind, at) in [
            ("{list}", FactKind::PeopleList, 0),
            ("{tag}", FactKind::Tag, 0),
            ("{minute}", FactKind::Pitch, 0),
        ] {
            let id = self.first(kind, at).await;
            self.names.push((key, id));
        }
        let groups = self.live.page("/groups").await;
        let all = groups.all("th a[href^='/groups/']");
        let is_the_table = |a: &&ElementRef<'_>| a.text().any(|name| name == "Thursday Table");
        let group = all.iter().find(is_the_table).unwrap();
        let other = last_part(all.iter().find(|a| !is_the_table(a)).unwrap());
        self.names.push(("{group}", last_part(group)));
        self.live.post(&format!("/groups/{other}/rating"), &[("fit", "3")]).await;
        let meetings = self.live.page("/meetings").await;
        let waiting = meetings.all("#waiting ~ ul a");
        let mixer = waiting.iter().find(|a| a.text().any(|name| name == "Harbour Mixer")).unwrap();
        self.names.push(("{meeting}", last_part(mixer)));
    }

    async fn first(&self, kind: FactKind, at: usize) -> String {
        self.live.store.all(self.live.ctx.tenant, kind).await.unwrap()[at].id().to_string()
    }
}

/// The id that a link leads to.
fn last_part(link: &ElementRef<'_>) -> String {
    link.value().attr("href").unwrap().rsplit('/').next().unwrap().to_owned()
}

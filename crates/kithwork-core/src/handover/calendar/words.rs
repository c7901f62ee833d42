//! The words by which people write their calendars, in Britain and America, all in one place. Each is
//! folded: lower case, without marks. A phrase's words are separated by blanks, phrases by commas.

use std::collections::HashMap;
use std::sync::LazyLock;

/// A list of words and phrases, by their first words.
pub(super) struct Phrases(HashMap<&'static str, Vec<Vec<&'static str>>>);

impl Phrases {
    fn of(list: &'static str) -> Self {
        let mut by_first: HashMap<&str, Vec<Vec<&str>>> = HashMap::new();
        for phrase in list.split(',') {
            let words: Vec<&str> = phrase.split_whitespace().collect();
            if let Some(first) = words.first() {
                by_first.entry(first).or_default().push(words);
            }
        }
        Self(by_first)
    }

    /// How many words its longest phrase takes at the front.
    pub(super) fn longest(&self, words: &[&str]) -> Option<usize> {
        let phrases = self.0.get(words.first()?)?;
        phrases.iter().filter(|phrase| words.starts_with(phrase)).map(Vec::len).max()
    }

    /// Whether one of its phrases stands in the words; whole words only.
    pub(super) fn stands_in(&self, words: &[&str]) -> bool {
        (0..words.len()).any(|at| self.longest(&words[at..]).is_some())
    }

    /// Whether it holds a word by itself.
    pub(super) fn has(&self, word: &str) -> bool {
        self.longest(&[word]).is_some()
    }
}

/// Sitting down with someone.
pub(super) static TOGETHER: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "121, 1 2 1, 1 1, 1 to 1, 1to1, 1 on 1, 1on1, 1x1, one to one, one 2 one, one2one, one on \
         one, o2o, one one, 121s, coffee, coffees, cofee, coffe, cuppa, tea, brew, breakfast, \
         brekkie, brekky, bfast, brunch, lunch, lunchtime, dinner, supper, drink, drinks, beer, \
         beers, pint, wine, curry, catch up, catchup, catch, katch up, meet, meeting, mtg, meet \
         up, chat, natter, chinwag, intro, introduction, walk, walk and talk, sync, touch base, \
         check in, checkin, follow up, debrief, f2f, face to face, connect, get together, see, \
         visit, pow wow, bite, bite to eat, afternoon tea, latte, flat white, cappuccino, cake, \
         sit down, discovery, consultation, conversation, discussion, session",
    )
});

/// Seeing each other through a screen.
pub(super) static VIDEO: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "zoom, zoom call, teams, ms teams, teams call, zoom meeting, teams meeting, gmeet, google \
         meet, google meeting, skype, skype call, webex, facetime, video, video call, videocall, \
         vc, online, virtual, hangout, hangouts, whereby, virtual coffee, zoom coffee, coffee \
         zoom",
    )
});

/// Links to a screen, in a location or a description.
pub(super) const VIDEO_LINKS: &[&str] = &[
    "zoom.us",
    "teams.microsoft",
    "teams.live",
    "meet.google",
    "webex.com",
    "whereby.com",
    "skype.com",
    "gotomeeting",
    "bluejeans",
    "microsoft teams",
    "zoom",
    "google meet",
    "online",
];

/// By telephone.
pub(super) static PHONE: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "call, phone call, telephone call, phone, telephone, tel, ring, phone chat, speak, speak \
         to, call to, phonecall, tc, dial in, whatsapp call, quick call",
    )
});

/// Words around a name that are no name.
pub(super) static FILLERS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "with, w, wth, wiht, and, n, x, the, a, an, my, our, to, of, for, quick, via, vs, plus, \
         in, person, tbc, tentative, confirmed, conf, prov, provisional, hold, rescheduled, \
         moved, new, first, second, 1st, 2nd, again, please, am, pm, mins, min, minutes, hour, \
         hr, informal, initial, regular, weekly, fortnightly, monthly, quarterly, annual, early, \
         late, morning, afternoon, evening, working, business, invite, invitation, accepted, fwd, \
         fw, up, over, grab, have, having, someone, then, from, by, between",
    )
});

/// What follows is where or what about, and names nobody.
pub(super) static ASIDES: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "at, re, about, regarding, discuss, discussing, on, near, ref, topic, agenda, subject, \
         concerning",
    )
});

/// Networking, in so many words: one of them makes an entry a room's.
pub(super) static ROOMS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "bni, chamber, chapter, networking, network, netwalking, netwalk, meetup, meet ups, \
         meetups, mastermind, rotary, toastmasters, guild, federation, fsb, institute, \
         institution, association, forum, club, conference, summit, expo, exhibition, convention, \
         trade show, tradeshow, trade fair, mixer, roundtable, round table, founders, \
         entrepreneurs, business breakfast, business lunch, business club, women in, iod, \
         4networking, 4n, athena, vistage, provisors, ypo, branch night, branch meeting, open \
         coffee, referral group, leads group, lead group, breakfast club, lunch club, alumni, \
         congress, symposium, drinks reception, members lunch, members breakfast, members \
         evening, connections, cipd, cbi, soroptimist, soroptimists, lions, kiwanis, society, \
         consortium, collective, showcase, pitch night, speed networking, business group, \
         business network, business exchange, biz club, biz breakfast, breakfast meeting group, \
         linkedin local, linkedinlocal, tedx, hub meeting, accelerator, incubator, livery, \
         masons, women s network, smei, le tip, letip",
    )
});

/// Words of rooms' names that tell little alone; two of them, or one in a series, do.
pub(super) static ROOMISH: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "breakfast, lunch, evening, night, morning, group, circle, hub, exchange, connect, \
         community, leaders, directors, owners, business, biz, property, tech, women, \
         professionals, partners, members, branch, fortnight, risers, alliance, council, panel, \
         event, social, socials, after hours, referral, referrals, growth, professional, \
         enterprise, trade, traders, merchants, makers, creatives, digital, startup, startups, \
         start ups, marketing, sme, smes, freelancers, local, regional, seminar, gathering, \
         salon, league, union, board, executives, managers, bites",
    )
});

/// The owner's own life and work: no networking, whatever else the title says.
pub(super) static PRIVATE: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "dentist, dental, hygienist, doctor, doctors, dr appt, gp, surgery, hospital, clinic, \
         nurse, optician, opticians, physio, physiotherapy, osteopath, chiropractor, chiropodist, \
         vet, vets, blood test, scan, jab, vaccine, vaccination, flu jab, mot, appointment, appt, \
         prescription, therapy, counselling, school, nursery, creche, pick up, pickup, drop off, \
         dropoff, parents evening, parents eve, half term, inset, sports day, nativity, pta, \
         kids, kid, children, child, baby, babysitter, childcare, homework, swimming, ballet, \
         piano, guitar, violin, lesson, lessons, scouts, cubs, brownies, beavers, guides, soccer, \
         football, rugby, cricket, hockey, tennis, squash, badminton, golf, netball, karate, \
         judo, gymnastics, dance, choir, orchestra, band practice, rehearsal, gym, yoga, pilates, \
         spin, spinning, crossfit, run, parkrun, running, jog, swim, bike, cycling, workout, \
         training run, personal trainer, pt session, hiit, zumba, birthday, bday, anniversary, \
         wedding, funeral, christening, baptism, engagement party, hen do, stag do, baby shower, \
         party, barbecue, bbq, christmas, xmas, easter, thanksgiving, mothers day, fathers day, \
         valentines, halloween, bonfire, new year, bank holiday, holiday, holidays, vacation, \
         annual leave, leave, day off, time off, pto, ooo, out of office, away, weekend, flight, \
         flights, fly, airport, train, train to, travel, travel to, drive, drive to, driving, \
         hotel, check out, ferry, eurostar, taxi, commute, bus, haircut, hair, barber, barbers, \
         hairdresser, nails, nail, facial, massage, spa, beautician, waxing, mum, mums, mom, \
         moms, mummy, dad, dads, daddy, gran, granny, grandma, grandad, grandpa, nan, nana, \
         auntie, aunt, uncle, wife, husband, hubby, son, daughter, brother, sister, cousin, \
         niece, nephew, parents, family, in laws, date night, cinema, theatre, theater, concert, \
         gig, netflix, movie, film, church, mass, mosque, synagogue, temple, plumber, boiler, \
         boiler service, electrician, builder, gas engineer, engineer visit, delivery, parcel, \
         ocado, tesco, shopping, groceries, bins, bin day, recycling, cleaner, window cleaner, \
         gardener, garden, diy, decorator, estate agent, viewing, house viewing, moving, car \
         service, garage, tyres, insurance renewal, dog, dog walk, cat, payroll, vat, vat return, \
         tax, tax return, paye, self assessment, accounts, year end, month end, invoices, \
         invoicing, invoice, expenses, bookkeeping, bank, payday, pay day, board pack, board \
         meeting, team meeting, team lunch, team call, staff meeting, standup, stand up, sprint, \
         retro, all hands, town hall, appraisal, interview, interviews, performance review, \
         deadline, focus time, focus, deep work, do not book, dnb, busy, blocked, block, admin, \
         emails, email, inbox, planning, prep, preparation, write, writing, draft, proposal, \
         report, reminder, remember, renew, renewal, pay, buy, order, book, submit, send, finish, \
         backup, update, cancelled, canceled, sleep, lie in, nap, rest, me time, meditation, \
         allotment, pub quiz, quiz, poker, book club, knitting, gaming, golf club, tennis club, \
         football club, youth club, running club, kids club, after school club, homework club, \
         rugby club, cricket club, swimming club, night out, sunday lunch, sunday roast, roast, \
         take away, takeaway, no meetings, home, wfh, working from home, lunch break, break, \
         client work, site visit, court, jury service, school run, sats, exam, exams, graduation, \
         open day, university, passport, visa, dinner reservation, restaurant booking, \
         babysitting, sleepover, playdate, play date",
    )
});

/// Words that a room's name has or has not.
pub(super) static OPTIONAL: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "the, a, of, at, meeting, mtg, meetings, session, weekly, monthly, fortnightly, and, in, \
         my, our, for, to, event, regular, with, group, am, pm, tbc, usual, attend",
    )
});

/// Words by which a room's name is spelt in more than one way.
pub(super) fn plain_word(word: &str) -> &str {
    match word {
        "mon" => "monday",
        "tue" | "tues" => "tuesday",
        "wed" | "weds" => "wednesday",
        "thu" | "thur" | "thurs" => "thursday",
        "fri" => "friday",
        "bfast" | "brekkie" | "brekky" => "breakfast",
        "eve" => "evening",
        "assoc" | "assn" => "association",
        "inst" => "institute",
        "conf" => "conference",
        "chap" => "chapter",
        "biz" => "business",
        "grp" => "group",
        other => other,
    }
}

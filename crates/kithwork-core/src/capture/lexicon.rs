//! Words that are no names, and names that are words too.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Whether a lower-case word is so common that it can't be taken for a name without a capital.
pub(super) fn is_common(low: &str) -> bool {
    COMMON_WORDS.contains(low) || is_doing(low)
}

/// Whether a first name is an everyday word too, so that it counts only where a name must stand.
pub(super) fn is_word_too(low: &str) -> bool {
    NAMES_AND_WORDS.contains(low) || is_common(low)
}

/// Whether it names a channel that business comes through, and nobody.
pub(super) fn is_channel(low: &str) -> bool {
    CHANNEL_WORDS.contains(low)
}

/// Whether it is a verb of doing something for somebody: what a promise begins with.
pub(super) fn is_doing(low: &str) -> bool {
    VERBS.contains(low)
}

/// Whether it tells that a thing was given to somebody.
pub(super) fn is_giving(low: &str) -> bool {
    matches!(low, "sent" | "gave" | "lent" | "forwarded" | "posted" | "delivered")
}

/// The lists as sets: every name of the book is asked for.
type Words = LazyLock<HashSet<&'static str>>;

static NAMES_AND_WORDS: Words = LazyLock::new(|| WORDS_TOO.split(' ').collect());
static COMMON_WORDS: Words = LazyLock::new(|| COMMON.split(' ').collect());
static CHANNEL_WORDS: Words = LazyLock::new(|| CHANNELS.split(' ').collect());
static VERBS: Words = LazyLock::new(|| DOING.split(' ').collect());

/// Names of channels.
const CHANNELS: &str = "\
    google linkedin facebook instagram ads advert adverts website web seo newsletter podcast tiktok \
    twitter youtube bing yell checkatrade mailshot leaflet leaflets flyer flyers search radio \
    webinar blog directory";

/// First names that are everyday words.
const WORDS_TOO: &str = "\
    will mark bill grant rose may june april art rob sue grace hope faith joy dawn guy frank \
    jack chase max pat drew miles penny ray rich sandy skip wade dean don gene lance sunny \
    summer victor violet ivy iris holly ginger daisy amber ruby jade pearl crystal nick josh \
    harry tony carol eve flora heath jay jean lee ken mike olive paris peg robin basil brook \
    cliff dale earl gay glen hank herb jeans jerry laurel miss norm pete reed rod roman rusty \
    stew tim troy van vic an";

/// Everyday words of notes.
const COMMON: &str = "\
    a advice an the and or but so then also too plus about above after again against ago all already \
    always am any anyone are around as asked at away back bad be because been before being best \
    better between big both breakfast brief briefly brilliant busy by call called came can catch \
    catchup chat chatted client coffee coming cost costing costs could couple cup day days dinner did discussed \
    down drink drinks during each early email emailed end enjoyed evening event every everyone \
    excellent fab fantastic few finally first for fortnight found friend from full gave getting \
    go going good got great group had half happy has having he hello her here him his hour hours \
    how hr hrs husband i if in interested interesting into introduced is it its job just keen \
    know knows last late later led left letter like likes liked linkedin long looking lot lots \
    lovely lunch lunchtime many me meeting met min mins minute minutes month months more morning \
    most moving much must my need needed needs new next nice night no not now of off offered old \
    on once one only online other our out over owner passed people phoned please promised quick \
    quickly quite rang re really recommended referral referred regarding remember remind rep run \
    runs running said same sat saw says she short should since some someone soon sorted spoke \
    spoken still struggling teams texted than thanks that their them there they this through \
    time to today together told tomorrow tonight two three four five six up us useful very via \
    video wants wanted was we week weeks well went were what when where which while who whole \
    wife with work works working would year yesterday yet you zoom until till within without \
    something seemed seems sent shared started starting talked talking turns explained mentioned \
    agreed helped hoping wanting does doing done dont didnt isnt wasnt yes ok fine lead leads \
    business company boss team everybody nobody somebody anybody others lads girls guys folks \
    whatsapp whatsapped one-to-one 121 social networking chamber second third face facetime \
    skype hangout phone mobile home office round near behind under herself himself myself \
    won worth through thank thanks signed closed landed deal job contract off myself ourselves \
    came turned invoiced popped brew next pounds quid grand euros dollars hundred thousand chap \
    bloke lady fella woman man heard mentioned back late early wed eventually actually really \
    followed following action note notes todo hi dear mr mrs ms dr christmas summer monday \
    tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri \
    sun january february march july august september october november december jan \
    feb apr jun jul aug sep sept oct nov dec costa starbucks nero pret gone productive promising \
    positive warm friendly fun funny sharp super helpful honest nervous ran bumped messaged \
    wrote seen see invited connected recommends refer refers lent brought bought taught took paid kept \
    drove energy";

/// Verbs of doing.
const DOING: &str = "\
    send introduce intro call ring phone email e-mail text message share pass give put speak ask \
    connect forward invite book find look check think get bring help let drop refer recommend \
    mention set write review pay chase confirm talk show read draft post arrange organise \
    organize try make come tell sort fix lend buy visit prepare dig link sign see follow advise \
    print update research whatsapp have do meet join support provide supply deliver return reply \
    quote suggest test take";

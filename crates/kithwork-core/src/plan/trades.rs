//! Words of trades that mean the same need: a small list, one line a trade. It only helps to find
//! matches; what is shown are the words people used.

use std::collections::HashMap;
use std::sync::LazyLock;

/// The trade a word belongs to, as its line's first word; the word itself where it is in none.
pub(super) fn trade(word: &str) -> &str {
    static LINES: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
        let lines = TRADES.iter().filter_map(|line| Some((line.split(' ').next()?, line)));
        // A word in two lines belongs to the first.
        let words = lines.rev().flat_map(|(first, line)| line.split(' ').map(move |w| (w, first)));
        words.collect()
    });
    LINES.get(word).copied().unwrap_or(word)
}

const TRADES: &[&str] = &[
    "accountant accountants accounting accountancy accounts bookkeeper bookkeepers bookkeeping payroll tax vat",
    "solicitor solicitors lawyer lawyers legal law conveyancing conveyancer probate barrister attorney",
    "adviser advisers advisor advisors ifa pension pensions wealth",
    "mortgage mortgages broker lender lending",
    "insurance insurer underwriter cover",
    "web website websites wordpress ecommerce",
    "designer designers design graphic logo branding brand",
    "marketing marketer marketeer seo ppc advertising adverts social pr publicity",
    "copywriter copywriting copy writer writing editor",
    "photographer photographers photography photos photo headshots",
    "videographer videographers video videos film filming",
    "printer printers printing print brochures leaflets signage signwriter signs",
    "it computer computers network support helpdesk cyber cybersecurity",
    "software developer developers app apps programmer programming coding",
    "telecoms phones telephony broadband voip",
    "hr recruitment recruiter recruiters recruiting hiring staffing staff personnel",
    "coach coaches coaching mentor mentoring",
    "trainer trainers training courses workshops",
    "va assistant assistants admin secretarial virtual",
    "builder builders building construction contractor extension extensions refurbishment",
    "architect architects architecture planning",
    "surveyor surveyors surveying surveys",
    "plumber plumbers plumbing heating boiler boilers",
    "electrician electricians electrical electrics wiring",
    "decorator decorators decorating painter painting",
    "cleaner cleaners cleaning",
    "gardener gardeners gardening landscaping landscaper",
    "estate estates letting lettings property properties landlord landlords",
    "caterer caterers catering chef baker bakery cakes food",
    "venue venues hotel hotels conference events event",
    "florist florists flowers",
    "travel holidays holiday tours",
    "courier couriers logistics haulage freight delivery distribution distributor",
    "garage mechanic vehicles vehicle van vans car cars fleet leasing",
    "translator translators translation interpreter",
    "therapist therapists therapy physio physiotherapy osteopath massage counselling counsellor",
    "fitness gym pilates yoga",
    "nutrition nutritionist dietitian",
    "security alarms alarm cctv locksmith",
    "energy solar utilities electricity gas",
    "office offices coworking desk",
    "manufacturer manufacturers manufacturing engineering engineer engineers",
    "charity charities fundraising fundraiser",
    "school schools education teacher tutor tutoring",
    "jeweller jewellers jewellery",
    "fashion clothing clothes uniforms workwear",
    "funding finance loan loans investor investors investment invoice",
];

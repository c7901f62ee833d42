//! The verbs that open a clause.

use super::clauses::Head;

/// Who the verb's subject may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    /// The owner, said.
    Me,
    /// Another, said.
    Other,
    /// The owner, or nobody said.
    MeUnsaid,
    /// Another, or nobody said.
    OtherUnsaid,
    /// Nobody said, where a clause may open.
    Opening,
}

/// What a verb opens, who its subject may be, and its phrases with bars between them. `_` stands
/// for a person, `%` for a verb of doing. Longer phrases stand before their own beginnings.
pub(super) const VERBS: &[(Head, Who, &str)] = &[
    (
        Head::Asked,
        Who::MeUnsaid,
        "\
         have asked _ to introduce|asked _ to introduce|asked _ to put me|asked _ to refer|\
         asked _ to recommend|asked _ for a referral|asked _ for an introduction|asked _ for an intro",
    ),
    (
        Head::FollowUp,
        Who::MeUnsaid,
        "\
         should follow up|must follow up|need to follow up|will follow up|to follow up|\
         have to follow up",
    ),
    (
        Head::Received,
        Who::Other,
        "\
         has introduced me to|introduced me to|put me in touch with|connected me with|\
         connected me to|has referred me to|referred me to|recommended me to|gave me|\
         has given me|helped me|recommended me|referred me|sent me|passed me|lent me|\
         showed me|advised me|invited me|wrote me|told me about|referred|has passed on|\
         passed on|has passed|passed",
    ),
    (
        Head::Received,
        Who::Other,
        "\
         introduced _ to|introduced _ and|introduced _ with|put _ in touch with|\
         connected _ with|connected _ to",
    ),
    (
        Head::Received,
        Who::MeUnsaid,
        "\
         got a referral from _|got a referral off _|had a referral from _|\
         had a referral off _|received a referral from _|referral from _|referral off _|\
         got a lead from _|got a lead off _|had a lead from _|had a lead off _|\
         received a lead from _|lead from _|lead off _",
    ),
    (
        Head::Won,
        Who::MeUnsaid,
        "\
         have just won|have won|have just landed|have landed|have just closed|have closed|\
         have just signed|have signed|won|landed|closed|signed up|signed",
    ),
    (
        Head::Received,
        Who::OtherUnsaid,
        "\
         introduced me to|put me in touch with|recommended me|gave me|helped me|sent me",
    ),
    // `Sat next to Ann promised her the notes`: nobody promises to herself.
    (Head::Mine, Who::Other, "promised her|promised him"),
    (
        Head::Theirs,
        Who::Other,
        "\
         has promised to|promised to|has promised me|promised me|has promised|promised|\
         said he would|said she would|said they would|said he will|said she will|\
         said they will|told me he would|told me she would|told me they would|\
         told me he will|told me she will|told me they will|agreed to|has agreed to|\
         offered to|has offered to|have offered to|is going to|are going to|will %|\
         would %",
    ),
    (Head::Theirs, Who::OtherUnsaid, "promised me"),
    (
        Head::Mine,
        Who::MeUnsaid,
        "\
         have promised _ to|promised _ to|promised to|have promised to|promised _ i would|\
         promised _ i will|promised _ that i would|promised _ a|said i would|said i will|\
         said that i would|said to _ i would|said to _ i will|told _ i would|told _ i will|\
         told _ that i would|told _ that i will",
    ),
    (
        Head::Mine,
        Who::MeUnsaid,
        "\
         have promised _|promised _|have promised|promised",
    ),
    (
        Head::Mine,
        Who::Me,
        "\
         said would|said will|agreed to|have agreed to|offered to|need to|must|should|\
         have to|have got to|am going to|am to|will %|would %|owe _|owe",
    ),
    (
        Head::Mine,
        Who::Opening,
        "\
         said would|said will|agreed to|offered to|need to|must|should|remember to|\
         remind me to|note to self to|note to self|going to %|have to|todo|will %",
    ),
    (Head::Theirs, Who::Other, "offers to|is offering to|are offering to"),
    (
        Head::Offer,
        Who::Other,
        "is offering|are offering|has offered|have offered|can offer|offers|offered|is giving away",
    ),
    (
        Head::Need,
        Who::OtherUnsaid,
        "\
         is in need of|in need of|is looking for|are looking for|was looking for|\
         were looking for|looking for|loking for|is looking to|are looking to|\
         looks for|looks out for|is on the look out for|is on the lookout for|\
         on the lookout for|searches for|seeks|\
         is searching for|is hunting for|is trying to find|is short of|is desperate for|\
         is struggling with|are struggling with|struggling with|struggles with|is seeking|\
         seeking|could do with|needs help with|needs to find|needs|wants to|wants",
    ),
    (
        Head::Need,
        Who::Other,
        "\
         is after|are after|was after|look for|seek|after a|after an|need|needed|nees|neds|want to|\
         want|wanted to|wanted|would like to meet|would love to meet|would like to|would love to|\
         would like|would love|is keen to|is keen on|asked for|\
         asked if i know|asked if i knew|asked me for|is hoping to",
    ),
    (
        Head::Gave,
        Who::MeUnsaid,
        "\
         introduced _ to|introduced _ and|introduced _ with|put _ in touch with|\
         connected _ with|connected _ to|connected _ and",
    ),
    (
        Head::Gave,
        Who::MeUnsaid,
        "shared my experience|shared an idea|shared my idea|shared my ideas",
    ),
    (
        Head::Received,
        Who::Other,
        "shared his experience|shared her experience|shared their experience",
    ),
    (
        Head::Gave,
        Who::MeUnsaid,
        "\
         passed a lead to _|passed a referral to _|passed a lead on to _|passed on a lead to _|\
         gave a lead to _|gave a referral to _|sent a lead to _|sent a referral to _",
    ),
    (
        Head::Gave,
        Who::MeUnsaid,
        "\
         gave _|have given _|helped _|lent _|advised _|showed _|sent _|passed _|\
         invited _|recommended _|referred _|wrote _",
    ),
    (
        Head::FollowUp,
        Who::MeUnsaid,
        "\
         follow up with _|follow up|followup|follow-up|follow _ up|chase _ up|chase _|\
         catch up again|check in with _|check in|touch base|speak again|meet again|\
         see _ again|meet _ again|call back|call _ back|ring _ back|ring back|\
         get back to _|get back in touch|next 121|next one to one",
    ),
];

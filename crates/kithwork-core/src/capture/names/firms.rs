//! Firms, which are nobody: `Harbour Dental`, `Lakeside Joinery Ltd`, `Hargreaves & Sons`; and whoever was
//! passed on, a prospect and no contact yet.

use super::super::words::{Break, is_in};
use super::{Finder, lists};

/// The longest name of a firm, words.
const LONGEST: usize = 6;

/// What a firm calls itself by, after its own name.
const ENDINGS: &str = "\
    ltd limited plc llp inc llc gmbh co company companies group partnership sons daughters bros brothers \
    hotel hotels inn guesthouse hostel restaurant restaurants cafe caf\u{e9} bistro pub brewery bakery \
    bakers butchers deli catering caterers foods farm farms dairy nursery nurseries florists \
    dental dentistry dentists clinic surgery pharmacy opticians physiotherapy vets veterinary hospital \
    garage motors autos tyres taxis cabs haulage logistics transport removals travel tours cruises \
    joinery plumbing roofing electrical electrics builders building construction scaffolding \
    glazing windows kitchens bathrooms carpets flooring interiors furniture cleaning landscapes \
    landscaping engineering fabrications printers printing signs \
    solicitors accountants accountancy bookkeeping architects surveyors lettings estates properties \
    property cottages lodges holidays insurance mortgages finance wealth recruitment \
    consulting consultancy consultants associates partners agency services solutions systems software \
    technologies technology digital media marketing design designs studio studios photography films \
    school college academy university council museum theatre trust charity foundation \
    salon spa gym fitness stores supermarket boutique jewellers enterprises industries \
    international holdings ventures supplies trading manufacturing practice";

/// What stands behind `and` in a firm's name.
const HEIRS: [&str; 6] = ["sons", "daughters", "co", "company", "partners", "associates"];

impl Finder<'_, '_> {
    /// Where the name of a firm ends that begins with the `length` words from `at`, which would else be
    /// somebody's; none where they are no firm's. What many people bear as a surname makes none.
    pub(super) fn firm(&self, at: usize, length: usize) -> Option<usize> {
        let named = at + length;
        let capitals = self.is_capital(at);
        let goes_on = |i: usize| self.joins(i - 1) && (i < named || self.is_capital(i) == capitals);
        let ends = (at + 1..at + LONGEST)
            .take_while(|&i| goes_on(i))
            .take_while(|&i| i <= named || self.is_ending(i))
            .filter(|&i| self.is_ending(i))
            .last()
            .map(|last| last + 1);
        // `Lena Fox design` is somebody and what she does; `Lena Fox Design` a firm.
        let is_somebody = !capitals && length > 1 && lists::is_given(self.low(at));
        let alone = (length == 1 && HEIRS.contains(&self.low(at))).then_some(named);
        ends.filter(|_| !is_somebody).or_else(|| self.heirs(named)).or(alone)
    }

    /// `& Co`, `and Sons`: where the heirs end that word `and` begins, behind the name of a firm.
    pub(super) fn heirs(&self, and: usize) -> Option<usize> {
        let joined = |i: usize| i > 0 && self.joins(i - 1);
        let is_one = self.low(and) == "and" && joined(and) && joined(and + 1);
        (is_one && HEIRS.contains(&self.low(and + 1))).then_some(and + 2)
    }

    fn is_ending(&self, at: usize) -> bool {
        let low = self.low(at);
        is_in(ENDINGS, low) && !lists::is_family(low)
    }

    /// Whether who is named at `at` was passed on: `a referral from Ann: Nigel Thexton`,
    /// `gave me a lead: Nigel Thexton`.
    pub(super) fn is_prospect(&self, at: usize, length: usize) -> bool {
        if self.says_something(at + length) {
            return false;
        }
        let Some(before) = at
            .checked_sub(1)
            .filter(|&i| self.words.get(i).is_some_and(|word| word.ends == Break::Comma))
        else {
            return false;
        };
        if is_passed(self.low(before)) {
            return true;
        }
        let person =
            self.mentions.last().map(|mention| &mention.at).filter(|giver| giver.end == at);
        let giver = person.or_else(|| self.taken.iter().find(|room| room.end == at));
        giver.is_some_and(|giver| {
            let back = |n: usize| giver.start.checked_sub(n).map_or("", |i| self.low(i));
            let skip = usize::from(matches!(back(1), "the" | "our"));
            matches!(back(1 + skip), "from" | "off") && is_passed(back(2 + skip))
        })
    }
}

/// Whether a word stands behind `and` in a firm's name.
pub(in crate::capture) fn is_heir(low: &str) -> bool {
    HEIRS.contains(&low)
}

fn is_passed(low: &str) -> bool {
    matches!(low, "referral" | "lead")
}

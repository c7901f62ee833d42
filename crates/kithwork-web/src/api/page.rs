//! Lists page by page: at most so many at a time, and after which of them the next page begins. A page
//! begins after a thing, not at a number, so that what is added meanwhile neither repeats nor hides
//! anything.

use kithwork_app::{Code, Error};
use serde::{Deserialize, Serialize};

/// The most on one page.
pub(super) const MOST: u32 = 500;

/// Which page is asked for.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Paging {
    /// At most so many, 1 to 500; without it, all of them.
    limit: Option<u32>,
    /// Only what comes after: `next` of the page before.
    after: Option<String>,
}

/// A document of which one page is shown.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Page<T> {
    #[serde(flatten)]
    document: T,
    /// After what the next page begins; none where this is the last.
    next: Option<String>,
}

/// A page being cut out of a document's lists, one after the other.
#[derive(Debug)]
pub(super) struct Cut {
    /// After what it begins, as long as that was not met.
    after: Option<String>,
    left: usize,
    last: Option<String>,
    has_more: bool,
}

impl Paging {
    /// Begins a page; where no number is named, of at most so many.
    pub(super) fn cut(self, usual: usize) -> Cut {
        let most = |limit: u32| limit.clamp(1, MOST) as usize;
        let after = self.after.filter(|after| !after.is_empty());
        Cut { after, left: self.limit.map_or(usual, most), last: None, has_more: false }
    }

    /// One page of a document that has one list.
    ///
    /// # Errors
    /// [`Code::ValueInvalid`] where what it is to begin after is not there any more.
    pub(super) fn of<T, I>(
        self,
        mut document: T,
        list: impl FnOnce(&mut T) -> &mut Vec<I>,
        key: impl Fn(&I) -> String,
    ) -> Result<Page<T>, Error> {
        let mut cut = self.cut(usize::MAX);
        cut.take(list(&mut document), key);
        cut.page(document)
    }
}

impl Cut {
    /// Leaves of a list what belongs to the page. The keys of all lists of a document differ.
    pub(super) fn take<I>(&mut self, list: &mut Vec<I>, key: impl Fn(&I) -> String) {
        if let Some(after) = &self.after {
            let Some(at) = list.iter().position(|one| key(one) == *after) else {
                list.clear();
                return;
            };
            list.drain(..=at);
            self.after = None;
        }
        self.has_more |= list.len() > self.left;
        list.truncate(self.left);
        self.left = self.left.saturating_sub(list.len());
        self.last = list.last().map(key).or_else(|| self.last.take());
    }

    /// The page, with what the next one begins after.
    ///
    /// # Errors
    /// [`Code::ValueInvalid`] where what it is to begin after is not there any more.
    pub(super) fn page<T>(self, document: T) -> Result<Page<T>, Error> {
        if self.after.is_some() {
            let problem = "is not in this list any more";
            let hint = "begin again without it";
            return Err(Error::new(Code::ValueInvalid).field("after", problem).hint(hint));
        }
        Ok(Page { document, next: self.last.filter(|_| self.has_more) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(limit: Option<u32>, after: Option<&str>) -> Result<(Vec<u8>, Option<String>), Error> {
        let paging = Paging { limit, after: after.map(str::to_owned) };
        let (mut one, mut other) = (vec![1, 2, 3], vec![4, 5]);
        let mut cut = paging.cut(usize::MAX);
        cut.take(&mut one, u8::to_string);
        cut.take(&mut other, u8::to_string);
        let next = cut.page(())?.next;
        one.extend(other);
        Ok((one, next))
    }

    #[test]
    fn a_page_goes_on_from_one_list_into_the_next() {
        let next = |at: &str| Some(at.to_owned());
        assert_eq!(page(None, None).unwrap(), (vec![1, 2, 3, 4, 5], None));
        assert_eq!(page(Some(2), None).unwrap(), (vec![1, 2], next("2")));
        assert_eq!(page(Some(2), Some("2")).unwrap(), (vec![3, 4], next("4")));
        assert_eq!(page(Some(2), Some("4")).unwrap(), (vec![5], None));
        assert_eq!(page(Some(3), None).unwrap(), (vec![1, 2, 3], next("3")));
        assert_eq!(page(Some(2), Some("3")).unwrap(), (vec![4, 5], None));
        assert_eq!(page(Some(0), None).unwrap(), (vec![1], next("1")));
        assert_eq!(page(Some(9), Some("5")).unwrap(), (vec![], None));
    }

    #[test]
    fn what_is_gone_is_no_place_to_begin_after() {
        assert_eq!(page(None, Some("9")).unwrap_err().fields[0].field, "after");
    }
}

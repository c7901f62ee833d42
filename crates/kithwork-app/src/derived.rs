//! What was worked out of one book and holds as long as the book does: whatever a page or a program asks
//! for again is worked out once for each change, not once for each page.

use std::any::Any;
use std::collections::VecDeque;
use std::sync::Arc;

/// So much is kept beside one book: what was asked for longest ago is let go first.
const KEPT: usize = 32;

/// Something of whatever type.
type Thing = dyn Any + Send + Sync;

/// What was worked out of one book, each kept by its type and by whatever it depends on besides the book.
#[derive(Default)]
pub(crate) struct Derived(VecDeque<(Box<Thing>, Arc<Thing>)>);

impl Derived {
    /// What was worked out before of the same.
    pub(crate) fn find<K, T>(&mut self, of: &K) -> Option<Arc<T>>
    where
        K: PartialEq + Send + Sync + 'static,
        T: Send + Sync + 'static,
    {
        let is_it = |(key, thing): &(Box<Thing>, Arc<Thing>)| {
            thing.is::<T>() && key.downcast_ref::<K>() == Some(of)
        };
        let at = self.0.iter().position(is_it)?;
        let found = self.0.remove(at)?;
        let thing = Arc::clone(&found.1);
        self.0.push_back(found);
        thing.downcast().ok()
    }

    /// Keeps what was worked out.
    pub(crate) fn put<K, T>(&mut self, of: K, thing: &Arc<T>)
    where
        K: PartialEq + Send + Sync + 'static,
        T: Send + Sync + 'static,
    {
        if self.0.len() >= KEPT {
            self.0.pop_front();
        }
        let thing: Arc<Thing> = Arc::<T>::clone(thing);
        self.0.push_back((Box::new(of), thing));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_found_by_its_type_and_by_what_it_depends_on() {
        let mut derived = Derived::default();
        derived.put(1_u8, &Arc::new("one"));
        derived.put(1_u8, &Arc::new(1.0_f64));
        derived.put(2_u8, &Arc::new("two"));
        assert_eq!(derived.find::<_, &str>(&1_u8).as_deref(), Some(&"one"));
        assert_eq!(derived.find::<_, &str>(&2_u8).as_deref(), Some(&"two"));
        assert_eq!(derived.find::<_, f64>(&1_u8).as_deref(), Some(&1.0));
        assert_eq!(derived.find::<_, f64>(&2_u8), None);
        assert_eq!(derived.find::<_, &str>(&1_u16), None, "another type is another thing");
    }

    #[test]
    fn what_was_asked_for_longest_ago_is_let_go_first() {
        let mut derived = Derived::default();
        for n in 0..KEPT {
            derived.put(n, &Arc::new(n));
        }
        assert!(derived.find::<_, usize>(&0_usize).is_some());
        derived.put(KEPT, &Arc::new(KEPT));
        assert!(derived.find::<_, usize>(&0_usize).is_some(), "it was asked for just now");
        assert_eq!(derived.find::<_, usize>(&1_usize), None);
    }
}

//! What somebody does, said beside their name. It fills what is unknown and corrects nothing.

use super::draft::Draft;
use super::told;
use crate::error::Result;
use crate::person::own;
use kithwork_core::capture::Part;
use kithwork_core::change::Edit;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::Person;
use kithwork_core::handover::SaidPerson;
use kithwork_core::id::FactId;

impl Draft<'_> {
    /// Writes what somebody does, where the book does not know it yet.
    pub(super) async fn trade(&mut self, part: &Part, who: usize, what: &str) -> Result<()> {
        let Some(id) = self.one(Some(who)) else { return Ok(()) };
        if let Some(new) = self.created.iter_mut().find(|person| person.id == id) {
            new.what_they_do = Some(what.to_owned());
        } else {
            let known =
                self.store.fact(self.ctx.tenant, FactKind::Person, FactId::from(id)).await?;
            let Some(Fact::Person(before)) = known else { return Ok(()) };
            if before.what_they_do.is_some() || before.role.is_some() {
                return Ok(());
            }
            let statement = FactId((self.ids)());
            let does = |base| SaidPerson { what_they_do: Some(what.to_owned()), ..base };
            self.edits.extend(own::stated(self.store, self.ctx, &before, statement, does).await?);
            let after = Person { what_they_do: Some(what.to_owned()), ..before.clone() };
            self.edits.extend(Edit::changed(before, after));
        }
        self.told.facts.push(FactId::from(id));
        self.told.understood.push(told::part(part, self.understood, self.known));
        Ok(())
    }
}

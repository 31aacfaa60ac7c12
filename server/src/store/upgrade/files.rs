//! Files are counted by the fields that name them: what goes names none any more.

use ratebook::records::ColumnPart;
use ratebook::records::definition::EntityScope;
use ratebook::records::schema::{ColumnModel, TableContent};

use super::mason::Mason;
use crate::store::change::is_file;
use crate::store::failure::Failure;
use crate::store::sql::release;

impl Mason<'_, '_> {
    /// Has the files be named no more that rows name in a column which goes, or in any of a table.
    pub(super) async fn release(&mut self, name: &str, column: Option<&str>) -> Result<(), Failure> {
        let table = self.table(name)?;
        let entity = self.before.and_then(|before| before.entity(&table.entity));
        let names_files = |own: &&ColumnModel| match table.holds {
            TableContent::Custom => own.name == "other",
            _ => {
                let field = own.field.as_deref().and_then(|field| entity?.field(field));
                own.part == ColumnPart::Value && field.is_some_and(is_file)
            }
        };
        let own = table
            .columns
            .iter()
            .filter(|own| column.is_none_or(|name| own.name == name));
        let own: Vec<&str> = own.filter(names_files).map(|own| own.name.as_str()).collect();
        // The platform has no files.
        if table.scope == EntityScope::Tenant && !own.is_empty() {
            self.open(name).await?;
            for column in own {
                self.tell(&release(self.dialect, name, column)).await?;
            }
        }
        Ok(())
    }
}

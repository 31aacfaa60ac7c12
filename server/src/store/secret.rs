//! Secrets taken out again: one field of one record, for whoever its plan shows it to.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use ratebook::records::{QueryPlan, Test};

use super::change::Target;
use super::door::TenantTx;
use super::failure::Failure;
use super::rows::RowCells;
use super::sql;
use super::vault::Place;

/// A secret as somebody finds it.
pub(crate) enum Secret {
    /// It is not shown to them; whether there is one is not told either.
    Hidden,
    /// It is shown: the text, or nothing where the record has none.
    Shown(Option<String>),
}

impl TenantTx<'_> {
    /// The one field of a plan, which is a secret; nothing where there is no record that the plan finds.
    pub(crate) async fn secret(
        &mut self,
        target: Target<'_>,
        plan: &QueryPlan,
        id: [u8; 16],
    ) -> Result<Option<Secret>, Failure> {
        let listing = sql::one(self.dialect(), target.pack, plan, self.tenant(), id);
        let field = match plan.fields.as_slice() {
            [visible] => target.entity.fields().get(visible.field).map(|field| (visible, field)),
            _ => None,
        };
        let (Some(listing), Some((visible, field))) = (listing, field) else {
            return Err(Failure::defect("a secret of a plan that answers no single field"));
        };
        let rows = self.rows(&listing.statement).await?;
        let Some(row) = rows.first() else {
            return Ok(None);
        };
        let is_shown = match &visible.seen {
            Test::Constant(truth) => *truth,
            // Whether it is seen stands behind the columns.
            _ => row.truth(listing.columns.len())?.unwrap_or(false),
        };
        if !is_shown {
            return Ok(Some(Secret::Hidden));
        }
        let place = listing.columns.iter().position(|own| Some(*own) == field.column());
        let place = place.ok_or_else(|| Failure::defect("a secret without a column"))?;
        let sealed = match field.is_custom() {
            true => row.text(place)?.map(|text| STANDARD_NO_PAD.decode(text)).transpose(),
            false => Ok(row.bytes(place)?.map(<[u8]>::to_vec)),
        };
        let sealed = sealed.map_err(|_| Failure::defect("a secret that is not kept as Base64"))?;
        let place = Place::of((target.entity, field), (self.tenant(), id));
        let text = sealed.map(|sealed| target.vault.open(&place, &sealed)).transpose()?;
        let text = text.map(String::from_utf8).transpose();
        let text = text.map_err(|_| Failure::defect("a secret that is no text"))?;
        Ok(Some(Secret::Shown(text)))
    }
}

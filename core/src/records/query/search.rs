//! A part of any searched field: in which columns it is looked for, and what is found is ranked by.

use super::super::compiled::{Field, Pack};
use super::super::definition::FieldKind;
use super::super::languages::{is_language, preferred};
use super::plan::Asking;
use super::{Rank, RecordQuery, Test};
use crate::fault::shortened;
use crate::{Code, Reason, Result};

/// The languages that whoever asks would rather read than the pack's first.
pub(super) fn languages(pack: &Pack, query: &RecordQuery) -> Result<Vec<String>> {
    let Some(locale) = &query.locale else {
        return Ok(Vec::new());
    };
    if !is_language(locale) {
        let message = format!("`{}` is not a language such as `en` or `en-IN`", shortened(locale));
        return Err(Reason::new(Code::RequestRange, "/locale", message).into());
    }
    Ok(preferred(locale, pack.definition().first_language()))
}

impl Asking<'_> {
    pub(super) fn search(&self) -> Result<Test> {
        let Some(term) = &self.query.q else {
            return Ok(Test::Constant(true));
        };
        // A field that is hidden of some records is searched in none.
        let fields = self.entity().fields().iter().enumerate();
        let searched = fields.filter(|(place, field)| field.definition().search && self.reader.names(*place));
        let (tags, searched): (Vec<_>, Vec<_>) = searched.partition(|(_, field)| field.kind() == FieldKind::Tags);
        let lists = tags.into_iter().filter_map(|(place, _)| u16::try_from(place).ok());
        let lists: Vec<u16> = lists.collect();
        let shown = |field: &Field| field.shown_column().filter(|_| self.by_language);
        let columns = searched
            .into_iter()
            .map(|(_, field)| (shown(field), field.folded_column().or(field.column())));
        let columns: Vec<u16> = columns.flat_map(|(shown, own)| shown.into_iter().chain(own)).collect();
        if columns.is_empty() && lists.is_empty() {
            let message = format!("nothing of `{}` can be searched", self.entity().plural());
            return Err(Reason::new(Code::RequestUnknown, "/q", message).into());
        }
        Ok(Test::search(columns, lists, term))
    }

    /// What is found best comes first, unless an order is named. Samples have no id by which a page could follow.
    pub(super) fn rank(&self, search: &Test) -> Option<Rank> {
        let Test::Search { columns, lists, part } = search else {
            return None;
        };
        let ranked = self.query.sort.is_empty() && self.entity().column_named("id").is_some();
        ranked.then(|| Rank {
            columns: columns.clone(),
            lists: lists.clone(),
            part: part.clone(),
        })
    }
}

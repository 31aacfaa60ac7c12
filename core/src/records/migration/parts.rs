//! The constraints and indexes of a table whose rows go on: those that are the same under another name are renamed, not made again.

use super::super::schema::{ForeignKeyModel, IndexModel, UniqueModel};
use super::columns::Columns;
use super::steps::Phase;
use super::{
    AddedForeignKey, AddedIndex, AddedUnique, MigrationAct, MigrationClass, NamedPart, RenamedColumn, RowRule,
};

pub(super) fn weave_parts(columns: &mut Columns<'_, '_>) {
    uniques(columns);
    foreign_keys(columns);
    indexes(columns);
}

/// What there is of a kind of part, and what is wanted: pairs that go on, what is dropped, what is made.
struct Sorted<'s, T> {
    renamed: Vec<(&'s str, &'s str)>,
    dropped: Vec<&'s str>,
    made: Vec<&'s T>,
}

fn sorted<'s, T>(
    old: &'s [T],
    new: &'s [T],
    same: impl Fn(&T, &T) -> bool,
    name: impl for<'n> Fn(&'n T) -> &'n str,
) -> Sorted<'s, T> {
    let mut sorted = Sorted {
        renamed: Vec::new(),
        dropped: Vec::new(),
        made: Vec::new(),
    };
    for own in old {
        match new.iter().find(|other| same(own, other)) {
            Some(other) if name(other) == name(own) => {}
            Some(other) => sorted.renamed.push((name(own), name(other))),
            None => sorted.dropped.push(name(own)),
        }
    }
    sorted.made = new
        .iter()
        .filter(|other| !old.iter().any(|own| same(own, other)))
        .collect();
    sorted
}

fn renamed(columns: &Columns<'_, '_>, (name, now): (&str, &str)) -> RenamedColumn {
    RenamedColumn {
        table: columns.new.name.clone(),
        name: name.to_owned(),
        renamed: now.to_owned(),
    }
}

fn dropped(columns: &Columns<'_, '_>, name: &str) -> NamedPart {
    NamedPart {
        table: columns.old.name.clone(),
        name: name.to_owned(),
    }
}

fn uniques(columns: &mut Columns<'_, '_>) {
    let (old, new) = (columns.old, columns.new);
    let same = |own: &UniqueModel, other: &UniqueModel| {
        // Values that are reckoned one after the other may be those of another record on the way.
        let stays = !other.columns.iter().any(|name| columns.is_reckoned(name));
        stays && own.alive == other.alive && columns.names_now(&own.columns).as_ref() == Some(&other.columns)
    };
    let found = sorted(&old.uniques, &new.uniques, same, |own| &own.name);
    for name in found.dropped {
        let act = MigrationAct::DropUnique(dropped(columns, name));
        let sentence = format!("drop the unique constraint `{name}`");
        columns.weaver.safe(Phase::DropParts, sentence, act);
    }
    for pair in found.renamed {
        let act = MigrationAct::RenameUnique(renamed(columns, pair));
        let sentence = format!("rename the unique constraint `{}` to `{}`", pair.0, pair.1);
        columns.weaver.safe(Phase::Rename, sentence, act);
    }
    for unique in found.made {
        // What held of all rows holds of those that were not deleted.
        let reckoned = unique.columns.iter().any(|name| columns.is_reckoned(name));
        let wider = !reckoned
            && old
                .uniques
                .iter()
                .any(|own| !own.alive && columns.names_now(&own.columns).as_ref() == Some(&unique.columns));
        let class = if wider {
            MigrationClass::Safe
        } else {
            looked_over(columns, unique)
        };
        let sentence = format!("make the unique constraint `{}`", unique.name);
        let act = MigrationAct::AddUnique(AddedUnique {
            table: new.name.clone(),
            unique: unique.clone(),
        });
        columns.weaver.add(Phase::Join, class, sentence, act);
    }
}

/// Has the rows looked over when there are values that could be the same.
fn looked_over(columns: &mut Columns<'_, '_>, unique: &UniqueModel) -> MigrationClass {
    if unique.columns.iter().any(|name| columns.is_reckoned(name)) {
        return MigrationClass::NeedsBackfill;
    }
    let fields = unique.columns.iter().find_map(|name| columns.both(name));
    if let Some((before, after)) = fields {
        columns.check(before, after, RowRule::Unique);
        return MigrationClass::NeedsBackfill;
    }
    if unique.columns.iter().any(|name| columns.is_filled(name)) {
        MigrationClass::NeedsBackfill
    } else {
        MigrationClass::Safe
    }
}

fn foreign_keys(columns: &mut Columns<'_, '_>) {
    let (old, new) = (columns.old, columns.new);
    let same = |own: &ForeignKeyModel, other: &ForeignKeyModel| {
        let to_same = columns.weaver.tables.get(&own.table) == Some(&other.table);
        to_same
            && columns.names_now(&own.columns).as_ref() == Some(&other.columns)
            // The key of samples is called as their fields are.
            && own.target.len() == other.target.len()
    };
    let found = sorted(&old.foreign_keys, &new.foreign_keys, same, |own| &own.name);
    for name in found.dropped {
        let act = MigrationAct::DropForeignKey(dropped(columns, name));
        let sentence = format!("drop the foreign key `{name}`");
        columns.weaver.safe(Phase::DropForeignKeys, sentence, act);
    }
    for pair in found.renamed {
        let act = MigrationAct::RenameForeignKey(renamed(columns, pair));
        let sentence = format!("rename the foreign key `{}` to `{}`", pair.0, pair.1);
        columns.weaver.safe(Phase::Rename, sentence, act);
    }
    for key in found.made {
        let sentence = format!("make the foreign key `{}`", key.name);
        let act = MigrationAct::AddForeignKey(AddedForeignKey {
            table: new.name.clone(),
            foreign_key: key.clone(),
        });
        columns.weaver.safe(Phase::Join, sentence, act);
    }
}

fn indexes(columns: &mut Columns<'_, '_>) {
    let (old, new) = (columns.old, columns.new);
    let same = |own: &IndexModel, other: &IndexModel| {
        let now = columns.index_now(own);
        now.is_some_and(|now| now.columns == other.columns && now.alive == other.alive)
    };
    let found = sorted(&old.indexes, &new.indexes, same, |own| &own.name);
    for name in found.dropped {
        let act = MigrationAct::DropIndex(dropped(columns, name));
        let sentence = format!("drop the index `{name}`");
        columns.weaver.safe(Phase::DropParts, sentence, act);
    }
    for pair in found.renamed {
        let act = MigrationAct::RenameIndex(renamed(columns, pair));
        let sentence = format!("rename the index `{}` to `{}`", pair.0, pair.1);
        columns.weaver.safe(Phase::Rename, sentence, act);
    }
    for index in found.made {
        let sentence = format!("make the index `{}`", index.name);
        let act = MigrationAct::AddIndex(AddedIndex {
            table: new.name.clone(),
            index: index.clone(),
        });
        columns.weaver.safe(Phase::Join, sentence, act);
    }
}

-- What a pack was before: the machines by which records began their life, and the names under which their histories were written.

CREATE TABLE pack_machines (
    pack TEXT NOT NULL,
    -- Of which entity, as it is called now.
    entity TEXT NOT NULL,
    -- As `machine_version` of its records says it.
    version INTEGER NOT NULL,
    -- The machine, in JSON.
    definition TEXT NOT NULL,
    PRIMARY KEY (pack, entity, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE pack_names (
    pack TEXT NOT NULL,
    -- As it is called now.
    entity TEXT NOT NULL,
    -- The field as it is called now; empty of the entity itself.
    field TEXT NOT NULL,
    -- What it was called until that moment.
    was TEXT NOT NULL,
    until INTEGER NOT NULL,
    PRIMARY KEY (pack, entity, field, was, until)
) STRICT, WITHOUT ROWID;

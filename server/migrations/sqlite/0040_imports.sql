-- Sheets that become records by a job, lists and reports that become files by one, and when that happens by the clock.

CREATE TABLE imports (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    id BLOB NOT NULL,
    -- Of what its rows are.
    entity TEXT NOT NULL,
    -- Who asked for it, by which key of theirs, and by which roles: they are needed to the end.
    asked_by TEXT NOT NULL,
    key_id BLOB,
    roles TEXT NOT NULL,
    -- Where the sheet lies, and how it is written; in JSON.
    file_id BLOB NOT NULL,
    style TEXT NOT NULL,
    mapping TEXT NOT NULL,
    -- `all`, `good` or `nothing`.
    keep TEXT NOT NULL,
    -- `waiting`, `checking`, `keeping`, `done`, `refused`, `stopped`, `cancelled` or `failed`.
    state TEXT NOT NULL,
    -- How many rows it has, once that is known; the last one that was gone through, and how many were.
    row_count INTEGER,
    last_row INTEGER NOT NULL,
    passed INTEGER NOT NULL,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    at_fault INTEGER NOT NULL,
    -- How many faults are kept, and how many more there were.
    faults INTEGER NOT NULL,
    more_faults INTEGER NOT NULL,
    -- Why it ended as it did.
    why TEXT,
    -- The first records as they would be kept, encrypted.
    shown BLOB,
    job_key TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    finished_at INTEGER,
    PRIMARY KEY (tenant_id, id)
) STRICT;

CREATE INDEX imports_of ON imports (tenant_id, asked_by, id);
CREATE INDEX imports_by_age ON imports (created_at);

CREATE TABLE import_faults (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    import_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    row_number INTEGER NOT NULL,
    -- The column, the code and the message, encrypted: they may quote what stands in the sheet.
    told BLOB NOT NULL,
    PRIMARY KEY (tenant_id, import_id, number)
) STRICT;

CREATE TABLE export_schedules (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    id BLOB NOT NULL,
    name TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    key_id BLOB,
    roles TEXT NOT NULL,
    -- What is exported, in JSON.
    asked TEXT NOT NULL,
    -- Members who are told of it besides, a list in JSON.
    readers TEXT NOT NULL,
    mail INTEGER NOT NULL,
    -- When, by whose clock that was reckoned, and when it comes next.
    cron TEXT NOT NULL,
    zone TEXT NOT NULL,
    due_at INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
) STRICT;

CREATE INDEX export_schedules_of ON export_schedules (tenant_id, asked_by, id);
CREATE INDEX export_schedules_due ON export_schedules (due_at);

CREATE TABLE exports (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    id BLOB NOT NULL,
    asked_by TEXT NOT NULL,
    key_id BLOB,
    roles TEXT NOT NULL,
    asked TEXT NOT NULL,
    readers TEXT NOT NULL,
    mail INTEGER NOT NULL,
    -- Which schedule asked for it.
    schedule_id BLOB,
    -- `waiting`, `running`, `done`, `stopped`, `cancelled` or `failed`.
    state TEXT NOT NULL,
    row_count INTEGER NOT NULL,
    file_id BLOB,
    -- The moment of which it tells, and what was read of the table, by a hash: whoever may read the same may read the file.
    told_at INTEGER,
    plan BLOB,
    why TEXT,
    job_key TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    finished_at INTEGER,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
) STRICT;

CREATE INDEX exports_of ON exports (tenant_id, asked_by, id);
CREATE INDEX exports_expired ON exports (expires_at);

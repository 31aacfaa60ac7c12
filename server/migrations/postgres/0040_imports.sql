-- Sheets that become records by a job, lists and reports that become files by one, and when that happens by the clock.

CREATE TABLE imports (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    -- Of what its rows are.
    entity text COLLATE "C" NOT NULL,
    -- Who asked for it, by which key of theirs, and by which roles: they are needed to the end.
    asked_by text COLLATE "C" NOT NULL,
    key_id uuid,
    roles text COLLATE "C" NOT NULL,
    -- Where the sheet lies, and how it is written; in JSON.
    file_id uuid NOT NULL,
    style text COLLATE "C" NOT NULL,
    mapping text COLLATE "C" NOT NULL,
    -- `all`, `good` or `nothing`.
    keep text COLLATE "C" NOT NULL,
    -- `waiting`, `checking`, `keeping`, `done`, `refused`, `stopped`, `cancelled` or `failed`.
    state text COLLATE "C" NOT NULL,
    -- How many rows it has, once that is known; the last one that was gone through, and how many were.
    row_count bigint,
    last_row bigint NOT NULL,
    passed bigint NOT NULL,
    created bigint NOT NULL,
    changed bigint NOT NULL,
    at_fault bigint NOT NULL,
    -- How many faults are kept, and how many more there were.
    faults bigint NOT NULL,
    more_faults bigint NOT NULL,
    -- Why it ended as it did.
    why text COLLATE "C",
    -- The first records as they would be kept, encrypted.
    shown bytea,
    job_key text COLLATE "C" NOT NULL,
    created_at bigint NOT NULL,
    finished_at bigint,
    PRIMARY KEY (tenant_id, id)
);

CREATE INDEX imports_of ON imports (tenant_id, asked_by, id);
CREATE INDEX imports_by_age ON imports (created_at);

CREATE TABLE import_faults (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    import_id uuid NOT NULL,
    number bigint NOT NULL,
    row_number bigint NOT NULL,
    -- The column, the code and the message, encrypted: they may quote what stands in the sheet.
    told bytea NOT NULL,
    PRIMARY KEY (tenant_id, import_id, number)
);

CREATE TABLE export_schedules (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    name text COLLATE "C" NOT NULL,
    asked_by text COLLATE "C" NOT NULL,
    key_id uuid,
    roles text COLLATE "C" NOT NULL,
    -- What is exported, in JSON.
    asked text COLLATE "C" NOT NULL,
    -- Members who are told of it besides, a list in JSON.
    readers text COLLATE "C" NOT NULL,
    mail boolean NOT NULL,
    -- When, by whose clock that was reckoned, and when it comes next.
    cron text COLLATE "C" NOT NULL,
    zone text COLLATE "C" NOT NULL,
    due_at bigint NOT NULL,
    created_at bigint NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE INDEX export_schedules_of ON export_schedules (tenant_id, asked_by, id);
CREATE INDEX export_schedules_due ON export_schedules (due_at);

CREATE TABLE exports (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    asked_by text COLLATE "C" NOT NULL,
    key_id uuid,
    roles text COLLATE "C" NOT NULL,
    asked text COLLATE "C" NOT NULL,
    readers text COLLATE "C" NOT NULL,
    mail boolean NOT NULL,
    -- Which schedule asked for it.
    schedule_id uuid,
    -- `waiting`, `running`, `done`, `stopped`, `cancelled` or `failed`.
    state text COLLATE "C" NOT NULL,
    row_count bigint NOT NULL,
    file_id uuid,
    -- The moment of which it tells, and what was read of the table, by a hash: whoever may read the same may read the file.
    told_at bigint,
    plan bytea,
    why text COLLATE "C",
    job_key text COLLATE "C" NOT NULL,
    created_at bigint NOT NULL,
    finished_at bigint,
    expires_at bigint NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE INDEX exports_of ON exports (tenant_id, asked_by, id);
CREATE INDEX exports_expired ON exports (expires_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON imports TO ratebook_tenant;
ALTER TABLE imports ENABLE ROW LEVEL SECURITY;
ALTER TABLE imports FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON imports TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON imports TO CURRENT_USER USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON import_faults TO ratebook_tenant;
ALTER TABLE import_faults ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_faults FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON import_faults TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON import_faults TO CURRENT_USER USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON export_schedules TO ratebook_tenant;
ALTER TABLE export_schedules ENABLE ROW LEVEL SECURITY;
ALTER TABLE export_schedules FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON export_schedules TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON export_schedules TO CURRENT_USER USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON exports TO ratebook_tenant;
ALTER TABLE exports ENABLE ROW LEVEL SECURITY;
ALTER TABLE exports FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON exports TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON exports TO CURRENT_USER USING (true) WITH CHECK (true);

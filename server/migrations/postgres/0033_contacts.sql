-- When a record is looked at for what a pack writes to people by itself.
CREATE TABLE contact_timers (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    entity text COLLATE "C" NOT NULL,
    record_id uuid NOT NULL,
    due_at bigint NOT NULL,
    -- Of the pack by which that was reckoned.
    version bigint NOT NULL,
    PRIMARY KEY (tenant_id, entity, record_id)
);

CREATE INDEX contact_timers_due ON contact_timers (due_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON contact_timers TO ratebook_tenant;
ALTER TABLE contact_timers ENABLE ROW LEVEL SECURITY;
ALTER TABLE contact_timers FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON contact_timers TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON contact_timers TO CURRENT_USER USING (true) WITH CHECK (true);

-- What went out about records: each once, by its key.
CREATE TABLE contacts (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    entity text COLLATE "C" NOT NULL,
    record_id uuid NOT NULL,
    -- Plan, contact and occurrence.
    key text COLLATE "C" NOT NULL,
    plan text COLLATE "C" NOT NULL,
    contact text COLLATE "C" NOT NULL,
    letter text COLLATE "C" NOT NULL,
    channel text COLLATE "C" NOT NULL,
    due_at bigint NOT NULL,
    sent_at bigint NOT NULL,
    PRIMARY KEY (tenant_id, entity, record_id, key)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON contacts TO ratebook_tenant;
ALTER TABLE contacts ENABLE ROW LEVEL SECURITY;
ALTER TABLE contacts FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON contacts TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON contacts TO CURRENT_USER USING (true) WITH CHECK (true);

-- Records that went into other ones of their entity: where each is by now. What went into one that goes on is with that.
CREATE TABLE merges (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    entity text COLLATE "C" NOT NULL,
    record_id uuid NOT NULL,
    into_id uuid NOT NULL,
    merged_at bigint NOT NULL,
    PRIMARY KEY (tenant_id, entity, record_id)
);

CREATE INDEX merges_into ON merges (tenant_id, entity, into_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON merges TO ratebook_tenant;
ALTER TABLE merges ENABLE ROW LEVEL SECURITY;
ALTER TABLE merges FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON merges TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON merges TO CURRENT_USER USING (true) WITH CHECK (true);

-- What members were told of one record.
CREATE INDEX notifications_of_record ON notifications (tenant_id, entity, record_id);

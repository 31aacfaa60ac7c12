-- What was written down, chained: each entry of the audit that has committed is sealed behind the one before, in an order of its own.

CREATE TABLE audit_seals (
    tenant_id uuid NOT NULL,
    -- Counted from 1, without a gap.
    sequence bigint NOT NULL,
    -- The entry of the audit.
    entry uuid NOT NULL,
    -- The hash of the one before, and its own: SHA-256 of what the engine makes of the entry.
    previous bytea NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (tenant_id, sequence),
    UNIQUE (tenant_id, entry)
);

-- The last one that is sealed of each: what the next one hangs on.
CREATE TABLE audit_heads (
    tenant_id uuid NOT NULL PRIMARY KEY,
    sequence bigint NOT NULL,
    hash bytea NOT NULL
);

-- What entries say of people, beside them: it can be erased, and no seal breaks, since the entries have commitments to it in its place.
CREATE TABLE audit_personal (
    tenant_id uuid NOT NULL,
    entry uuid NOT NULL,
    -- In hexadecimal digits; without it nobody finds what was said by trying.
    salt text COLLATE "C" NOT NULL,
    -- A list in JSON.
    changes text COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant_id, entry)
);

-- The tenant of which something is erased, for as long as the transaction takes that does it.
CREATE TABLE erasing (
    tenant_id uuid NOT NULL PRIMARY KEY
);

GRANT SELECT, INSERT, DELETE ON audit_personal TO ratebook_tenant;
ALTER TABLE audit_personal ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_personal FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON audit_personal TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON audit_personal TO CURRENT_USER USING (true) WITH CHECK (true);
REVOKE UPDATE, TRUNCATE ON audit_personal FROM CURRENT_USER;

-- Who works on what a tenant has does not come to any of the others. The server itself adds and reads; what is sealed goes with the rest of a
-- tenant that is deleted for good, while it is erased, and nobody changes it. The tenant's own life stays, and so does the head.
ALTER TABLE audit_seals ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_seals FORCE ROW LEVEL SECURITY;
CREATE POLICY reads ON audit_seals FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY adds ON audit_seals FOR INSERT TO CURRENT_USER WITH CHECK (true);
CREATE POLICY erases ON audit_seals FOR DELETE TO CURRENT_USER USING (
    EXISTS (SELECT 1 FROM erasing e JOIN tenants t ON t.id = e.tenant_id WHERE e.tenant_id = audit_seals.tenant_id AND t.state = 'deleted')
    AND NOT EXISTS (SELECT 1 FROM audit a WHERE a.tenant_id = audit_seals.tenant_id AND a.id = audit_seals.entry)
);
REVOKE UPDATE, TRUNCATE ON audit_seals FROM CURRENT_USER;

ALTER TABLE audit_heads ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_heads FORCE ROW LEVEL SECURITY;
CREATE POLICY platform ON audit_heads TO CURRENT_USER USING (true) WITH CHECK (true);
REVOKE DELETE, TRUNCATE ON audit_heads FROM CURRENT_USER;

ALTER TABLE erasing ENABLE ROW LEVEL SECURITY;
ALTER TABLE erasing FORCE ROW LEVEL SECURITY;
CREATE POLICY platform ON erasing TO CURRENT_USER USING (true) WITH CHECK (true);

-- Who owns the tables may become whoever works on what a tenant has, and what is allowed to that role is allowed to the owner.
DROP POLICY tenant ON audit;
CREATE POLICY tenant_reads ON audit FOR SELECT TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY tenant_adds ON audit FOR INSERT TO ratebook_tenant WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
DROP POLICY platform ON audit;
CREATE POLICY reads ON audit FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY adds ON audit FOR INSERT TO CURRENT_USER WITH CHECK (true);
CREATE POLICY erases ON audit FOR DELETE TO CURRENT_USER USING (
    EXISTS (SELECT 1 FROM erasing e JOIN tenants t ON t.id = e.tenant_id WHERE e.tenant_id = audit.tenant_id AND t.state = 'deleted')
    AND (entity <> 'tenant' OR record_id IS DISTINCT FROM tenant_id)
);
REVOKE UPDATE, TRUNCATE ON audit FROM CURRENT_USER;

-- People who are made nameless, records that are kept as they are, and what people have agreed to.

CREATE TABLE anonymisings (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    person uuid NOT NULL,
    -- `waiting`, `done` once nothing says any more whom it is about, or `stopped` where another act goes on with it.
    state text COLLATE "C" NOT NULL,
    asked_by text COLLATE "C" NOT NULL,
    -- What was taken out, and the salt of what stands in its place, encrypted: it goes once it is done.
    known bytea,
    -- What has become of it, in JSON: how many records, and which are kept.
    told text COLLATE "C",
    asked_at bigint NOT NULL,
    finished_at bigint,
    PRIMARY KEY (tenant_id, id)
);

CREATE UNIQUE INDEX anonymisings_waiting ON anonymisings (tenant_id, person) WHERE state = 'waiting';

CREATE TABLE legal_holds (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    entity text COLLATE "C" NOT NULL,
    record_id uuid NOT NULL,
    why text COLLATE "C" NOT NULL,
    made_by text COLLATE "C" NOT NULL,
    created_at bigint NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, entity, record_id)
);

-- What people have agreed to and taken back, one after the other: nothing of it is changed.
CREATE TABLE consents (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    person uuid NOT NULL,
    purpose text COLLATE "C" NOT NULL,
    is_given boolean NOT NULL,
    -- Of the text that they read, and its language.
    version text COLLATE "C",
    language text COLLATE "C",
    -- How it came: a form, a call, a letter.
    source text COLLATE "C" NOT NULL,
    recorded_by text COLLATE "C" NOT NULL,
    -- When they did, and when that was written down.
    at bigint NOT NULL,
    created_at bigint NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE INDEX consents_of ON consents (tenant_id, person, id);

GRANT SELECT, INSERT, UPDATE, DELETE ON anonymisings TO ratebook_tenant;
ALTER TABLE anonymisings ENABLE ROW LEVEL SECURITY;
ALTER TABLE anonymisings FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON anonymisings TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON anonymisings TO CURRENT_USER USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON legal_holds TO ratebook_tenant;
ALTER TABLE legal_holds ENABLE ROW LEVEL SECURITY;
ALTER TABLE legal_holds FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON legal_holds TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON legal_holds TO CURRENT_USER USING (true) WITH CHECK (true);

GRANT SELECT, INSERT ON consents TO ratebook_tenant;
ALTER TABLE consents ENABLE ROW LEVEL SECURITY;
ALTER TABLE consents FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON consents TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON consents TO CURRENT_USER USING (true) WITH CHECK (true);
REVOKE UPDATE, TRUNCATE ON consents FROM CURRENT_USER;

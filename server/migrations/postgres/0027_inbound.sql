-- Where mail of tenants arrives, and which mails have arrived there.

CREATE TABLE inboxes (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    -- By which the pack says what becomes of it.
    name text COLLATE "C" NOT NULL,
    -- SHA-256 of its key, which is kept nowhere.
    hash bytea NOT NULL,
    -- The e-mail whose mail arrives there: answers to letters go to it.
    address text COLLATE "C",
    -- The mail server that is believed when it tells where a mail comes from.
    authserv_id text COLLATE "C",
    opened_by text COLLATE "C" NOT NULL,
    opened_at bigint NOT NULL,
    PRIMARY KEY (tenant_id, name)
);

CREATE INDEX inboxes_by_hash ON inboxes (hash);

-- Of each mail something is made once.
CREATE TABLE inbound_mails (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    name text COLLATE "C" NOT NULL,
    -- SHA-256 of its `Message-ID` and from whom it says that it is, or of all of it.
    hash bytea NOT NULL,
    -- SHA-256 of its `Message-ID`, by which others name it that answer it.
    thread bytea,
    -- Of who wrote it, and whether that is proven, a hash by a key of the installation.
    sender bytea NOT NULL,
    is_proven boolean NOT NULL,
    -- What became of it, and the record that it answers or has become.
    entity text COLLATE "C" NOT NULL,
    record_id uuid NOT NULL,
    about_id uuid NOT NULL,
    received_at bigint NOT NULL,
    PRIMARY KEY (tenant_id, name, hash)
);

CREATE INDEX inbound_mails_of_sender ON inbound_mails (tenant_id, name, sender, received_at);
CREATE INDEX inbound_mails_unproven ON inbound_mails (tenant_id, name, received_at) WHERE NOT is_proven;
CREATE INDEX inbound_mails_of_thread ON inbound_mails (tenant_id, name, thread);
CREATE INDEX inbound_mails_by_age ON inbound_mails (received_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON inboxes TO ratebook_tenant;
ALTER TABLE inboxes ENABLE ROW LEVEL SECURITY;
ALTER TABLE inboxes FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON inboxes TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON inboxes TO CURRENT_USER USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON inbound_mails TO ratebook_tenant;
ALTER TABLE inbound_mails ENABLE ROW LEVEL SECURITY;
ALTER TABLE inbound_mails FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON inbound_mails TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON inbound_mails TO CURRENT_USER USING (true) WITH CHECK (true);

-- What goes to telephones and browsers, and what is counted of letters.

-- Browsers and telephones to which a member has let push.
CREATE TABLE push_subscriptions (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    member text COLLATE "C" NOT NULL,
    -- SHA-256 of its address: it is had once.
    hash bytea NOT NULL,
    -- Its address and keys, encrypted: whoever has them may push.
    sealed bytea NOT NULL,
    label text COLLATE "C",
    created_at bigint NOT NULL,
    used_at bigint,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, hash)
);

CREATE INDEX push_subscriptions_of_member ON push_subscriptions (tenant_id, member);

GRANT SELECT, INSERT, UPDATE, DELETE ON push_subscriptions TO ratebook_tenant;
ALTER TABLE push_subscriptions ENABLE ROW LEVEL SECURITY;
ALTER TABLE push_subscriptions FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON push_subscriptions TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON push_subscriptions TO CURRENT_USER USING (true) WITH CHECK (true);

-- By whom a tenant has SMS sent, where that is not the installation's.
CREATE TABLE sms_senders (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    -- Nothing where they go by the gateway of the installation, and only the rest is its own.
    address text COLLATE "C",
    account text COLLATE "C",
    -- Encrypted.
    token bytea,
    sender text COLLATE "C",
    -- In JSON: when nothing is sent.
    quiet_hours text COLLATE "C",
    updated_at bigint NOT NULL,
    PRIMARY KEY (tenant_id)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON sms_senders TO ratebook_tenant;
ALTER TABLE sms_senders ENABLE ROW LEVEL SECURITY;
ALTER TABLE sms_senders FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON sms_senders TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON sms_senders TO CURRENT_USER USING (true) WITH CHECK (true);

-- What became of each SMS: nothing of what it says, or to whom.
CREATE TABLE sms (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    -- That of its job.
    id uuid NOT NULL,
    letter text COLLATE "C" NOT NULL,
    entity text COLLATE "C" NOT NULL,
    record_id uuid NOT NULL,
    -- Whom it is about, with whom it is forgotten.
    person uuid,
    -- `asked` while it is not known whether the gateway has taken it.
    state text COLLATE "C" NOT NULL,
    -- What the gateway calls it.
    gateway_id text COLLATE "C",
    segments bigint NOT NULL,
    told text COLLATE "C",
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE INDEX sms_of_record ON sms (tenant_id, entity, record_id);
CREATE INDEX sms_of_person ON sms (tenant_id, person);
CREATE INDEX sms_of_gateway ON sms (gateway_id);
CREATE INDEX sms_by_age ON sms (created_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON sms TO ratebook_tenant;
ALTER TABLE sms ENABLE ROW LEVEL SECURITY;
ALTER TABLE sms FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON sms TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON sms TO CURRENT_USER USING (true) WITH CHECK (true);

-- Whether a tenant has it counted that letters are opened, and that links in them are followed.
CREATE TABLE mail_measures (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    opens boolean NOT NULL,
    clicks boolean NOT NULL,
    -- To what whoever is no member must have agreed.
    purpose text COLLATE "C",
    updated_at bigint NOT NULL,
    PRIMARY KEY (tenant_id)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON mail_measures TO ratebook_tenant;
ALTER TABLE mail_measures ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail_measures FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON mail_measures TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON mail_measures TO CURRENT_USER USING (true) WITH CHECK (true);

-- Letters that are counted: to whom is not kept.
CREATE TABLE mails (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    -- That of its job.
    id uuid NOT NULL,
    letter text COLLATE "C" NOT NULL,
    entity text COLLATE "C" NOT NULL,
    record_id uuid NOT NULL,
    -- Whom it is about, with whom it is forgotten.
    person uuid,
    -- The member to whom it went, whose departure ends it.
    member text COLLATE "C",
    sent_at bigint NOT NULL,
    opens bigint NOT NULL,
    opens_by_machines bigint NOT NULL,
    first_opened_at bigint,
    last_opened_at bigint,
    PRIMARY KEY (tenant_id, id)
);

CREATE INDEX mails_of_record ON mails (tenant_id, entity, record_id);
CREATE INDEX mails_of_person ON mails (tenant_id, person);
CREATE INDEX mails_of_member ON mails (tenant_id, member);
CREATE INDEX mails_by_age ON mails (sent_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON mails TO ratebook_tenant;
ALTER TABLE mails ENABLE ROW LEVEL SECURITY;
ALTER TABLE mails FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON mails TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON mails TO CURRENT_USER USING (true) WITH CHECK (true);

-- Where links in them lead.
CREATE TABLE mail_links (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    mail_id uuid NOT NULL,
    place bigint NOT NULL,
    -- Encrypted: it may say something of whoever it was sent to.
    address bytea NOT NULL,
    clicks bigint NOT NULL,
    clicks_by_machines bigint NOT NULL,
    first_followed_at bigint,
    last_followed_at bigint,
    PRIMARY KEY (tenant_id, mail_id, place),
    FOREIGN KEY (tenant_id, mail_id) REFERENCES mails (tenant_id, id) ON DELETE CASCADE
);

GRANT SELECT, INSERT, UPDATE, DELETE ON mail_links TO ratebook_tenant;
ALTER TABLE mail_links ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail_links FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON mail_links TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON mail_links TO CURRENT_USER USING (true) WITH CHECK (true);

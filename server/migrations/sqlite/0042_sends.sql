-- What goes to telephones and browsers, and what is counted of letters.

-- Browsers and telephones to which a member has let push.
CREATE TABLE push_subscriptions (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    id BLOB NOT NULL,
    member TEXT NOT NULL,
    -- SHA-256 of its address: it is had once.
    hash BLOB NOT NULL,
    -- Its address and keys, encrypted: whoever has them may push.
    sealed BLOB NOT NULL,
    label TEXT,
    created_at INTEGER NOT NULL,
    used_at INTEGER,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, hash)
) STRICT;

CREATE INDEX push_subscriptions_of_member ON push_subscriptions (tenant_id, member);

-- By whom a tenant has SMS sent, where that is not the installation's.
CREATE TABLE sms_senders (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    -- Nothing where they go by the gateway of the installation, and only the rest is its own.
    address TEXT,
    account TEXT,
    -- Encrypted.
    token BLOB,
    sender TEXT,
    -- In JSON: when nothing is sent.
    quiet_hours TEXT,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id)
) STRICT;

-- What became of each SMS: nothing of what it says, or to whom.
CREATE TABLE sms (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    -- That of its job.
    id BLOB NOT NULL,
    letter TEXT NOT NULL,
    entity TEXT NOT NULL,
    record_id BLOB NOT NULL,
    -- Whom it is about, with whom it is forgotten.
    person BLOB,
    -- `asked` while it is not known whether the gateway has taken it.
    state TEXT NOT NULL,
    -- What the gateway calls it.
    gateway_id TEXT,
    segments INTEGER NOT NULL,
    told TEXT,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
) STRICT;

CREATE INDEX sms_of_record ON sms (tenant_id, entity, record_id);
CREATE INDEX sms_of_person ON sms (tenant_id, person);
CREATE INDEX sms_of_gateway ON sms (gateway_id);
CREATE INDEX sms_by_age ON sms (created_at);

-- Whether a tenant has it counted that letters are opened, and that links in them are followed.
CREATE TABLE mail_measures (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    opens INTEGER NOT NULL,
    clicks INTEGER NOT NULL,
    -- To what whoever is no member must have agreed.
    purpose TEXT,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id)
) STRICT;

-- Letters that are counted: to whom is not kept.
CREATE TABLE mails (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    -- That of its job.
    id BLOB NOT NULL,
    letter TEXT NOT NULL,
    entity TEXT NOT NULL,
    record_id BLOB NOT NULL,
    -- Whom it is about, with whom it is forgotten.
    person BLOB,
    -- The member to whom it went, whose departure ends it.
    member TEXT,
    sent_at INTEGER NOT NULL,
    opens INTEGER NOT NULL,
    opens_by_machines INTEGER NOT NULL,
    first_opened_at INTEGER,
    last_opened_at INTEGER,
    PRIMARY KEY (tenant_id, id)
) STRICT;

CREATE INDEX mails_of_record ON mails (tenant_id, entity, record_id);
CREATE INDEX mails_of_person ON mails (tenant_id, person);
CREATE INDEX mails_of_member ON mails (tenant_id, member);
CREATE INDEX mails_by_age ON mails (sent_at);

-- Where links in them lead.
CREATE TABLE mail_links (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    mail_id BLOB NOT NULL,
    place INTEGER NOT NULL,
    -- Encrypted: it may say something of whoever it was sent to.
    address BLOB NOT NULL,
    clicks INTEGER NOT NULL,
    clicks_by_machines INTEGER NOT NULL,
    first_followed_at INTEGER,
    last_followed_at INTEGER,
    PRIMARY KEY (tenant_id, mail_id, place),
    FOREIGN KEY (tenant_id, mail_id) REFERENCES mails (tenant_id, id) ON DELETE CASCADE
) STRICT;

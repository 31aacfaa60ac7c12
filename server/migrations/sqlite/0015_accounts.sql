-- Links that hold once, invitations to tenants, and what people say of themselves.

CREATE TABLE one_time_links (
    -- Of what concerns no tenant: sixteen zeros.
    tenant_id BLOB NOT NULL,
    -- `verify`, `reset`, `sign_in` or `invitation`: a link holds for nothing else.
    purpose TEXT NOT NULL,
    -- Whose it is: an e-mail, whether there is an account of it or not; of what somebody who is signed in has asked for, the id of their account.
    -- Of each purpose there is one at a time: asking again makes the one before useless.
    subject TEXT NOT NULL,
    -- Where it was sent to.
    email TEXT NOT NULL,
    -- SHA-256 of the token.
    hash BLOB NOT NULL,
    -- Whether it was sent by letter alone: whoever has it reads what is sent to the e-mail.
    by_letter INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, purpose, subject)
) STRICT;

CREATE INDEX one_time_links_by_hash ON one_time_links (hash);
CREATE INDEX one_time_links_by_age ON one_time_links (expires_at);

CREATE TABLE invitations (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    id BLOB NOT NULL,
    email TEXT NOT NULL,
    -- What they are called there.
    name TEXT NOT NULL,
    -- Names of roles, as a list in JSON.
    roles TEXT NOT NULL,
    -- What another system has kept of their password, for an account that is new.
    password TEXT,
    -- In whose name it holds: as long as they may give these roles.
    invited_by BLOB NOT NULL REFERENCES accounts (id),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, email)
) STRICT;

-- Since when it is known that whoever has the account reads what is sent to its e-mail.
ALTER TABLE accounts ADD COLUMN verified_at INTEGER;
-- The language of their letters.
ALTER TABLE accounts ADD COLUMN locale TEXT;

-- Links that hold once, invitations to tenants, and what people say of themselves.

CREATE TABLE one_time_links (
    -- Of what concerns no tenant: sixteen zeros.
    tenant_id uuid NOT NULL,
    -- `verify`, `reset`, `sign_in` or `invitation`: a link holds for nothing else.
    purpose text COLLATE "C" NOT NULL,
    -- Whose it is: an e-mail, whether there is an account of it or not; of what somebody who is signed in has asked for, the id of their account.
    -- Of each purpose there is one at a time: asking again makes the one before useless.
    subject text COLLATE "C" NOT NULL,
    -- Where it was sent to.
    email text COLLATE "C" NOT NULL,
    -- SHA-256 of the token.
    hash bytea NOT NULL,
    -- Whether it was sent by letter alone: whoever has it reads what is sent to the e-mail.
    by_letter boolean NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    PRIMARY KEY (tenant_id, purpose, subject)
);

CREATE INDEX one_time_links_by_hash ON one_time_links (hash);
CREATE INDEX one_time_links_by_age ON one_time_links (expires_at);

-- The platform's alone: the tenants' role is granted nothing of it.
ALTER TABLE one_time_links ENABLE ROW LEVEL SECURITY;
ALTER TABLE one_time_links FORCE ROW LEVEL SECURITY;
CREATE POLICY platform ON one_time_links TO CURRENT_USER USING (true) WITH CHECK (true);

CREATE TABLE invitations (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    email text COLLATE "C" NOT NULL,
    -- What they are called there.
    name text COLLATE "C" NOT NULL,
    -- Names of roles, as a list in JSON.
    roles text COLLATE "C" NOT NULL,
    -- What another system has kept of their password, for an account that is new.
    password text COLLATE "C",
    -- In whose name it holds: as long as they may give these roles.
    invited_by uuid NOT NULL REFERENCES accounts (id),
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, email)
);

ALTER TABLE invitations ENABLE ROW LEVEL SECURITY;
ALTER TABLE invitations FORCE ROW LEVEL SECURITY;
CREATE POLICY platform ON invitations TO CURRENT_USER USING (true) WITH CHECK (true);

-- Since when it is known that whoever has the account reads what is sent to its e-mail.
ALTER TABLE accounts ADD COLUMN verified_at bigint;
-- The language of their letters.
ALTER TABLE accounts ADD COLUMN locale text COLLATE "C";

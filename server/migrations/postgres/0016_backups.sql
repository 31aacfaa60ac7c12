-- Copies of everything that are kept elsewhere: when they were made, where they lie, and why one was not made.

CREATE TABLE backups (
    id uuid NOT NULL PRIMARY KEY,
    -- For which moment of the schedule; of one that somebody asked for, when that was.
    due_at bigint NOT NULL,
    -- Which attempt at it.
    attempt bigint NOT NULL,
    -- Who asked for it; nothing where it was the clock.
    asked_by uuid,
    -- `running`, `kept`, `failed`, or `gone` once it is older than backups are kept.
    state text COLLATE "C" NOT NULL,
    begun_at bigint NOT NULL,
    -- Until when whoever makes it is believed to be at it.
    lease_until bigint NOT NULL,
    finished_at bigint,
    file text COLLATE "C",
    bytes bigint,
    rows_kept bigint,
    -- SHA-256 of the file, in hexadecimal digits.
    sha256 text COLLATE "C",
    -- Why it was not made.
    why text COLLATE "C",
    UNIQUE (due_at, attempt)
);

-- Copies of everything that are kept elsewhere: when they were made, where they lie, and why one was not made.

CREATE TABLE backups (
    id BLOB NOT NULL PRIMARY KEY,
    -- For which moment of the schedule; of one that somebody asked for, when that was.
    due_at INTEGER NOT NULL,
    -- Which attempt at it.
    attempt INTEGER NOT NULL,
    -- Who asked for it; nothing where it was the clock.
    asked_by BLOB,
    -- `running`, `kept`, `failed`, or `gone` once it is older than backups are kept.
    state TEXT NOT NULL,
    begun_at INTEGER NOT NULL,
    -- Until when whoever makes it is believed to be at it.
    lease_until INTEGER NOT NULL,
    finished_at INTEGER,
    file TEXT,
    bytes INTEGER,
    rows_kept INTEGER,
    -- SHA-256 of the file, in hexadecimal digits.
    sha256 TEXT,
    -- Why it was not made.
    why TEXT,
    UNIQUE (due_at, attempt)
) STRICT;

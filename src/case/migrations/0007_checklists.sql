-- Checklists: which fields and facts a team requires of the records of a kind.

CREATE TABLE checklist (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    record_kind TEXT NOT NULL,
    term TEXT,              -- for records that bear this term of their vocabulary alone
    tag TEXT,               -- for records that bear this tag alone
    items TEXT NOT NULL,    -- JSON array of objects
    notes TEXT NOT NULL
) STRICT;

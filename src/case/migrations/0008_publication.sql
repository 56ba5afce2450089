-- Copies for publication: which rectangles of photos they must not show, and that they were made, with what was withheld.

CREATE TABLE redaction (
    id TEXT PRIMARY KEY,
    photo TEXT NOT NULL,
    x INTEGER NOT NULL,
    y INTEGER NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    why TEXT NOT NULL,
    notes TEXT NOT NULL,
    by TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
CREATE INDEX redaction_photo ON redaction (photo);

CREATE TABLE publication (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    purpose TEXT NOT NULL,
    recipient TEXT NOT NULL,
    by TEXT NOT NULL,
    at TEXT NOT NULL,
    options TEXT NOT NULL,  -- JSON object
    copies TEXT NOT NULL,   -- JSON array of objects
    refused TEXT NOT NULL,  -- JSON array of objects
    notes TEXT NOT NULL
) STRICT;

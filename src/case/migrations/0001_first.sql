-- The first schema. Tables in three groups: the history (the truth), its projections (can be rebuilt from the
-- history), and originals with what was computed from their bytes.

-- One row for each change to the case, append-only. See docs/file-format.md for how `hash` is computed.
CREATE TABLE history (
    seq        INTEGER PRIMARY KEY,
    device     TEXT NOT NULL,      -- the device's id, a UUID
    device_seq INTEGER NOT NULL,   -- 1, 2, 3, ... on that device
    at         TEXT NOT NULL,      -- RFC 3339, UTC
    person     TEXT NOT NULL,
    action     TEXT NOT NULL,      -- what was done: create-strike, edit, undo, ...
    step       INTEGER NOT NULL,   -- seq of the first entry of what was done in one go
    takes_back INTEGER,            -- the step that an undo takes back or a redo does again
    ops        TEXT NOT NULL,      -- JSON array of {kind, id, before, after}
    prev_hash  BLOB NOT NULL,      -- SHA-256 of the device's entry before; 32 zero bytes for the first
    hash       BLOB NOT NULL,      -- SHA-256 of this entry
    UNIQUE (device, device_seq)
) STRICT;
CREATE INDEX history_step ON history (step);

-- The newest entry of each device, so that a history that was cut at its end is noticed.
CREATE TABLE chain_head (
    device     TEXT PRIMARY KEY,
    name       TEXT NOT NULL,
    device_seq INTEGER NOT NULL,
    hash       BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Which entries touched a record.
CREATE TABLE history_record (
    kind TEXT NOT NULL,
    id   TEXT NOT NULL,
    seq  INTEGER NOT NULL REFERENCES history (seq),
    PRIMARY KEY (kind, id, seq)
) STRICT, WITHOUT ROWID;

-- Originals, byte for byte, apart from the rows that are listed.
CREATE TABLE original (
    id     INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    bytes  BLOB NOT NULL
) STRICT;

-- Computed from an original's bytes: can be made anew at any time.
CREATE TABLE preview (
    id     INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    small  BLOB,
    large  BLOB
) STRICT;
CREATE TABLE metadata (
    sha256 TEXT PRIMARY KEY,
    tags   TEXT NOT NULL           -- JSON array of [block, name, value]
) STRICT;

-- Projections. Columns ending in _day count days from 1970-01-01.

CREATE TABLE case_info (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, organisation TEXT, handling TEXT, notes TEXT NOT NULL
) STRICT;

CREATE TABLE strike (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, occurred TEXT, time_zone TEXT, reported TEXT, reported_by TEXT,
    reported_link TEXT, place_name TEXT, latitude REAL, longitude REAL, radius_m REAL, target TEXT, status TEXT,
    cover_photo TEXT, notes TEXT NOT NULL, sources TEXT NOT NULL,
    first_day INTEGER, last_day INTEGER,           -- the days on which the calendar shows it
    basis TEXT                                     -- observed or reported_on
) STRICT;
CREATE INDEX strike_day ON strike (first_day, last_day);
CREATE INDEX strike_long ON strike (first_day, last_day) WHERE last_day - first_day > 62;

CREATE TABLE weapon (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, class TEXT, model TEXT, model_grade TEXT, strike TEXT, origin TEXT,
    origin_basis TEXT, maker TEXT, exhibit_number TEXT, notes TEXT NOT NULL, sources TEXT NOT NULL
) STRICT;
CREATE INDEX weapon_strike ON weapon (strike);

CREATE TABLE component (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, kind TEXT, weapon TEXT, parent TEXT, maker TEXT, part_number TEXT,
    supply TEXT, condition TEXT, quantity INTEGER NOT NULL, length_mm REAL, width_mm REAL, height_mm REAL, mass_g REAL,
    exhibit_number TEXT, recovered TEXT, recovered_by TEXT, place_name TEXT, latitude REAL, longitude REAL,
    radius_m REAL, kept_at TEXT, documented TEXT, seen TEXT, notes TEXT NOT NULL, sources TEXT NOT NULL
) STRICT;
CREATE INDEX component_weapon ON component (weapon);
CREATE INDEX component_parent ON component (parent);

CREATE TABLE photo (
    id TEXT PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, byte_size INTEGER NOT NULL, file_name TEXT NOT NULL,
    source_path TEXT, format TEXT NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL, orientation INTEGER,
    captured TEXT, captured_offset TEXT, captured_origin TEXT, latitude REAL, longitude REAL, altitude_m REAL,
    gps_time TEXT, camera_make TEXT, camera_model TEXT, camera_serial TEXT, lens TEXT, software TEXT,
    kind TEXT NOT NULL, caption TEXT NOT NULL, photographer TEXT, credit TEXT, licence TEXT, undecodable TEXT,
    warnings TEXT NOT NULL, added TEXT NOT NULL, notes TEXT NOT NULL
) STRICT;
CREATE INDEX photo_captured ON photo (captured);

CREATE TABLE marking (
    id TEXT PRIMARY KEY, component TEXT, title TEXT NOT NULL, kind TEXT, method TEXT, script TEXT, face TEXT,
    notes TEXT NOT NULL
) STRICT;
CREATE INDEX marking_component ON marking (component);

CREATE TABLE region (
    id TEXT PRIMARY KEY, marking TEXT NOT NULL, photo TEXT NOT NULL, x INTEGER NOT NULL, y INTEGER NOT NULL,
    width INTEGER NOT NULL, height INTEGER NOT NULL, angle REAL NOT NULL
) STRICT;
CREATE INDEX region_marking ON region (marking);
CREATE INDEX region_photo ON region (photo);

CREATE TABLE transcription (
    id TEXT PRIMARY KEY, marking TEXT NOT NULL, text TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL, note TEXT NOT NULL
) STRICT;
CREATE INDEX transcription_marking ON transcription (marking);

CREATE TABLE finding (
    id TEXT PRIMARY KEY, marking TEXT NOT NULL, transcription TEXT NOT NULL, verdict TEXT NOT NULL, system TEXT NOT NULL,
    rule TEXT NOT NULL, raw TEXT NOT NULL, earliest TEXT, latest TEXT, meaning TEXT NOT NULL, grade TEXT NOT NULL,
    strike_earliest TEXT, strike_latest TEXT, production_latest TEXT, days_min INTEGER, days_max INTEGER,
    statement TEXT NOT NULL, reason TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL, rule_sources TEXT NOT NULL
) STRICT;
CREATE INDEX finding_marking ON finding (marking);

CREATE TABLE tag (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, vocabulary TEXT NOT NULL, colour TEXT
) STRICT;
CREATE INDEX tag_name ON tag (vocabulary, name);

CREATE TABLE tagging (
    id TEXT PRIMARY KEY, tag TEXT NOT NULL, record_kind TEXT NOT NULL, record TEXT NOT NULL
) STRICT;
CREATE INDEX tagging_tag ON tagging (tag, record_kind, record);
CREATE INDEX tagging_record ON tagging (record_kind, record, tag);

CREATE TABLE depiction (
    id TEXT PRIMARY KEY, photo TEXT NOT NULL, subject_kind TEXT NOT NULL, subject TEXT NOT NULL
) STRICT;
CREATE INDEX depiction_photo ON depiction (photo);
CREATE INDEX depiction_subject ON depiction (subject_kind, subject, photo);

-- Full-text search over what people wrote. Trigrams find any part of three characters or more in every script.
CREATE TABLE search_text (
    id   INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    record TEXT NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (kind, record)
) STRICT;
CREATE VIRTUAL TABLE search_index USING fts5 (text, content = 'search_text', content_rowid = 'id', tokenize = 'trigram');
CREATE TRIGGER search_text_added AFTER INSERT ON search_text BEGIN
    INSERT INTO search_index (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER search_text_removed AFTER DELETE ON search_text BEGIN
    INSERT INTO search_index (search_index, rowid, text) VALUES ('delete', old.id, old.text);
END;
CREATE TRIGGER search_text_changed AFTER UPDATE ON search_text BEGIN
    INSERT INTO search_index (search_index, rowid, text) VALUES ('delete', old.id, old.text);
    INSERT INTO search_index (rowid, text) VALUES (new.id, new.text);
END;

-- Markings that can be defended: how a region is looked at, who read a mark under which conditions, what a machine read
-- there byte for byte, how a maker counts weeks, a team's symbols and rules of reading, and which photos were opened.

ALTER TABLE region ADD COLUMN view TEXT;              -- JSON object; NULL shows the photo as it is
ALTER TABLE transcription ADD COLUMN role TEXT;       -- blind_reader, adjudicator, machine; NULL is any other reader
ALTER TABLE transcription ADD COLUMN symbology TEXT;  -- of a bar code or 2-D code
ALTER TABLE transcription ADD COLUMN data TEXT;       -- its bytes in hexadecimal digits
ALTER TABLE component ADD COLUMN week_profile TEXT;   -- iso, tolerant, mil38535, fairchild6

CREATE TABLE symbol (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, strokes TEXT NOT NULL, notes TEXT NOT NULL
) STRICT;

CREATE TABLE rule_file (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, text TEXT NOT NULL, notes TEXT NOT NULL
) STRICT;

-- Who looked at which photo last. No record: it changes nothing, and losing it loses nothing.
CREATE TABLE opened (
    photo TEXT NOT NULL, person TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (photo, person)
) STRICT, WITHOUT ROWID;

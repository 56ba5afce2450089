-- Vocabularies that a team edits: what a tag or a term is called in three languages, by what else it is found, where it was
-- read, and whether it is still offered.

ALTER TABLE tag ADD COLUMN en TEXT;
ALTER TABLE tag ADD COLUMN uk TEXT;
ALTER TABLE tag ADD COLUMN ko TEXT;
ALTER TABLE tag ADD COLUMN synonyms TEXT NOT NULL DEFAULT '[]';  -- JSON array of texts
ALTER TABLE tag ADD COLUMN source TEXT;
ALTER TABLE tag ADD COLUMN note TEXT;
ALTER TABLE tag ADD COLUMN standing TEXT;                        -- hidden; NULL is offered

-- The days of the report of a strike whose own days are known: a layer of the calendar shows them too. What a strike's days
-- rest on is in the index, so that a layer is counted without reading rows.

ALTER TABLE strike ADD COLUMN report_first INTEGER;
ALTER TABLE strike ADD COLUMN report_last INTEGER;
UPDATE strike SET report_first = witness_first_day(reported), report_last = witness_last_day(reported)
WHERE basis = 'observed' AND reported IS NOT NULL;

DROP INDEX strike_day;
CREATE INDEX strike_day ON strike (first_day, last_day, basis);
CREATE INDEX strike_report ON strike (report_first, report_last, first_day, last_day) WHERE report_first IS NOT NULL;
CREATE INDEX strike_long_report ON strike (report_first, report_last, first_day, last_day)
    WHERE report_last - report_first > 62;

-- From version 3 to 4: the papers behind reorganisations of units; totals declared for whole
-- periods; term reports that went out; the words beside papers.

CREATE TABLE unit_event (
  ledger_id TEXT NOT NULL,
  row_id TEXT NOT NULL,
  unit_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  happened_on TEXT NOT NULL,
  decision_no TEXT,
  decision_date TEXT,
  note TEXT,
  source_id TEXT,
  sheet TEXT,
  "row" INTEGER,
  said_in INTEGER NOT NULL,
  change_in INTEGER NOT NULL,
  change_out INTEGER,
  CONSTRAINT unit_event_key PRIMARY KEY (ledger_id, row_id),
  CONSTRAINT known_kind CHECK (kind IN ('CREATE', 'MERGE', 'SPLIT', 'RENAME', 'MOVE', 'ABOLISH')),
  CONSTRAINT unit_event_closes_later CHECK (change_out > change_in),
  CONSTRAINT unit_event_said_before CHECK (said_in <= change_in),
  CONSTRAINT unit_of_unit_id FOREIGN KEY(ledger_id, unit_id) REFERENCES unit (ledger_id, unit_id),
  CONSTRAINT source_of_source_id FOREIGN KEY(ledger_id, source_id) REFERENCES source (ledger_id, source_id),
  CONSTRAINT change_of_change_in FOREIGN KEY(ledger_id, change_in) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT change_of_change_out FOREIGN KEY(ledger_id, change_out) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE INDEX unit_event_by_change ON unit_event (ledger_id, change_in);
CREATE INDEX unit_event_by_closing ON unit_event (ledger_id, change_out) WHERE change_out IS NOT NULL;
CREATE UNIQUE INDEX unit_event_live ON unit_event (ledger_id, unit_id, kind, happened_on) WHERE change_out IS NULL;
CREATE TRIGGER unit_event_as_written BEFORE UPDATE ON unit_event WHEN
  NOT (OLD.change_out IS NULL
  AND NEW.change_out IS NOT NULL
  AND NEW."ledger_id" IS OLD."ledger_id"
  AND NEW."row_id" IS OLD."row_id"
  AND NEW."unit_id" IS OLD."unit_id"
  AND NEW."kind" IS OLD."kind"
  AND NEW."happened_on" IS OLD."happened_on"
  AND NEW."decision_no" IS OLD."decision_no"
  AND NEW."decision_date" IS OLD."decision_date"
  AND NEW."note" IS OLD."note"
  AND NEW."source_id" IS OLD."source_id"
  AND NEW."sheet" IS OLD."sheet"
  AND NEW."row" IS OLD."row"
  AND NEW."said_in" IS OLD."said_in"
  AND NEW."change_in" IS OLD."change_in")
BEGIN SELECT RAISE(ABORT, 'the ledger rewrites nothing'); END;
CREATE TRIGGER unit_event_stays BEFORE DELETE ON unit_event
BEGIN SELECT RAISE(ABORT, 'the ledger forgets nothing'); END;

CREATE TABLE declared_total (
  ledger_id TEXT NOT NULL,
  row_id TEXT NOT NULL,
  what TEXT NOT NULL,
  unit_id TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  number INTEGER NOT NULL,
  cell TEXT,
  source_id TEXT,
  sheet TEXT,
  "row" INTEGER,
  said_in INTEGER NOT NULL,
  change_in INTEGER NOT NULL,
  change_out INTEGER,
  CONSTRAINT declared_total_key PRIMARY KEY (ledger_id, row_id),
  CONSTRAINT declared_total_closes_later CHECK (change_out > change_in),
  CONSTRAINT declared_total_said_before CHECK (said_in <= change_in),
  CONSTRAINT unit_of_unit_id FOREIGN KEY(ledger_id, unit_id) REFERENCES unit (ledger_id, unit_id),
  CONSTRAINT source_of_source_id FOREIGN KEY(ledger_id, source_id) REFERENCES source (ledger_id, source_id),
  CONSTRAINT change_of_change_in FOREIGN KEY(ledger_id, change_in) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT change_of_change_out FOREIGN KEY(ledger_id, change_out) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE INDEX declared_total_by_change ON declared_total (ledger_id, change_in);
CREATE INDEX declared_total_by_closing ON declared_total (ledger_id, change_out) WHERE change_out IS NOT NULL;
CREATE UNIQUE INDEX declared_total_live ON declared_total (ledger_id, what, unit_id, starts_on, ends_on) WHERE change_out IS NULL;
CREATE TRIGGER declared_total_as_written BEFORE UPDATE ON declared_total WHEN
  NOT (OLD.change_out IS NULL
  AND NEW.change_out IS NOT NULL
  AND NEW."ledger_id" IS OLD."ledger_id"
  AND NEW."row_id" IS OLD."row_id"
  AND NEW."what" IS OLD."what"
  AND NEW."unit_id" IS OLD."unit_id"
  AND NEW."starts_on" IS OLD."starts_on"
  AND NEW."ends_on" IS OLD."ends_on"
  AND NEW."number" IS OLD."number"
  AND NEW."cell" IS OLD."cell"
  AND NEW."source_id" IS OLD."source_id"
  AND NEW."sheet" IS OLD."sheet"
  AND NEW."row" IS OLD."row"
  AND NEW."said_in" IS OLD."said_in"
  AND NEW."change_in" IS OLD."change_in")
BEGIN SELECT RAISE(ABORT, 'the ledger rewrites nothing'); END;
CREATE TRIGGER declared_total_stays BEFORE DELETE ON declared_total
BEGIN SELECT RAISE(ABORT, 'the ledger forgets nothing'); END;

CREATE TABLE report_run (
  ledger_id TEXT NOT NULL,
  report_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  asked TEXT NOT NULL,
  known_at INTEGER NOT NULL,
  head TEXT NOT NULL,
  result TEXT NOT NULL,
  change_in INTEGER NOT NULL,
  CONSTRAINT report_run_key PRIMARY KEY (ledger_id, report_id),
  CONSTRAINT change_of_change_in FOREIGN KEY(ledger_id, change_in) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE INDEX report_run_by_change ON report_run (ledger_id, change_in);
CREATE UNIQUE INDEX report_run_by_number ON report_run (ledger_id, number);
CREATE TRIGGER report_run_as_written BEFORE UPDATE ON report_run
BEGIN SELECT RAISE(ABORT, 'the ledger rewrites nothing'); END;
CREATE TRIGGER report_run_stays BEFORE DELETE ON report_run
BEGIN SELECT RAISE(ABORT, 'the ledger forgets nothing'); END;

ALTER TABLE permission ADD COLUMN "reason_text" TEXT;
DROP TRIGGER permission_as_written;
CREATE TRIGGER permission_as_written BEFORE UPDATE ON permission WHEN
  NOT (OLD.change_out IS NULL
  AND NEW.change_out IS NOT NULL
  AND NEW."ledger_id" IS OLD."ledger_id"
  AND NEW."row_id" IS OLD."row_id"
  AND NEW."person_id" IS OLD."person_id"
  AND NEW."kind" IS OLD."kind"
  AND NEW."valid_from" IS OLD."valid_from"
  AND NEW."valid_to" IS OLD."valid_to"
  AND NEW."paper" IS OLD."paper"
  AND NEW."share" IS OLD."share"
  AND NEW."granted_by" IS OLD."granted_by"
  AND NEW."granted_on" IS OLD."granted_on"
  AND NEW."reason_text" IS OLD."reason_text"
  AND NEW."source_id" IS OLD."source_id"
  AND NEW."sheet" IS OLD."sheet"
  AND NEW."row" IS OLD."row"
  AND NEW."said_in" IS OLD."said_in"
  AND NEW."change_in" IS OLD."change_in")
BEGIN SELECT RAISE(ABORT, 'the ledger rewrites nothing'); END;

ALTER TABLE assignment ADD COLUMN "reason_text" TEXT;
DROP TRIGGER assignment_as_written;
CREATE TRIGGER assignment_as_written BEFORE UPDATE ON assignment WHEN
  NOT (OLD.change_out IS NULL
  AND NEW.change_out IS NOT NULL
  AND NEW."ledger_id" IS OLD."ledger_id"
  AND NEW."row_id" IS OLD."row_id"
  AND NEW."person_id" IS OLD."person_id"
  AND NEW."unit_id" IS OLD."unit_id"
  AND NEW."kind" IS OLD."kind"
  AND NEW."valid_from" IS OLD."valid_from"
  AND NEW."valid_to" IS OLD."valid_to"
  AND NEW."paper" IS OLD."paper"
  AND NEW."granted_by" IS OLD."granted_by"
  AND NEW."granted_on" IS OLD."granted_on"
  AND NEW."reason_text" IS OLD."reason_text"
  AND NEW."source_id" IS OLD."source_id"
  AND NEW."sheet" IS OLD."sheet"
  AND NEW."row" IS OLD."row"
  AND NEW."said_in" IS OLD."said_in"
  AND NEW."change_in" IS OLD."change_in")
BEGIN SELECT RAISE(ABORT, 'the ledger rewrites nothing'); END;

-- From version 2 to 3: lists that went out and what came of them; public holidays; reductions of
-- dues and who granted a paper; papers of temporary places; reasons that nobody has judged yet.
ALTER TABLE excuse ADD COLUMN "pending" INTEGER DEFAULT '0' NOT NULL;
ALTER TABLE excuse ADD COLUMN "judged_on" TEXT;
ALTER TABLE excuse ADD COLUMN "reason_text" TEXT;

DROP TRIGGER excuse_as_written;
CREATE TRIGGER excuse_as_written BEFORE UPDATE ON excuse WHEN
  NOT (OLD.change_out IS NULL
  AND NEW.change_out IS NOT NULL
  AND NEW."ledger_id" IS OLD."ledger_id"
  AND NEW."row_id" IS OLD."row_id"
  AND NEW."excuse_id" IS OLD."excuse_id"
  AND NEW."person_id" IS OLD."person_id"
  AND NEW."ground" IS OLD."ground"
  AND NEW."kind" IS OLD."kind"
  AND NEW."valid_from" IS OLD."valid_from"
  AND NEW."valid_to" IS OLD."valid_to"
  AND NEW."accepted" IS OLD."accepted"
  AND NEW."pending" IS OLD."pending"
  AND NEW."accepted_by" IS OLD."accepted_by"
  AND NEW."judged_on" IS OLD."judged_on"
  AND NEW."paper" IS OLD."paper"
  AND NEW."reason_text" IS OLD."reason_text"
  AND NEW."source_id" IS OLD."source_id"
  AND NEW."sheet" IS OLD."sheet"
  AND NEW."row" IS OLD."row"
  AND NEW."said_in" IS OLD."said_in"
  AND NEW."change_in" IS OLD."change_in")
BEGIN SELECT RAISE(ABORT, 'the ledger rewrites nothing'); END;

ALTER TABLE assignment ADD COLUMN "paper" TEXT;
ALTER TABLE assignment ADD COLUMN "granted_by" TEXT;
ALTER TABLE assignment ADD COLUMN "granted_on" TEXT;

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
  AND NEW."source_id" IS OLD."source_id"
  AND NEW."sheet" IS OLD."sheet"
  AND NEW."row" IS OLD."row"
  AND NEW."said_in" IS OLD."said_in"
  AND NEW."change_in" IS OLD."change_in")
BEGIN SELECT RAISE(ABORT, 'the ledger rewrites nothing'); END;

-- A check cannot be altered in place: the table is built again, row by row the same.
CREATE TABLE permission_3 (
  ledger_id TEXT NOT NULL,
  row_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  valid_from TEXT,
  valid_to TEXT,
  paper TEXT,
  share INTEGER,
  granted_by TEXT,
  granted_on TEXT,
  source_id TEXT,
  sheet TEXT,
  "row" INTEGER,
  said_in INTEGER NOT NULL,
  change_in INTEGER NOT NULL,
  change_out INTEGER,
  CONSTRAINT permission_key PRIMARY KEY (ledger_id, row_id),
  CONSTRAINT known_kind CHECK (kind IN ('EXEMPT_ACTIVITY', 'TEMP_EXEMPT', 'SUSPENDED', 'EXEMPT', 'DEFERRED', 'REDUCED')),
  CONSTRAINT permission_closes_later CHECK (change_out > change_in),
  CONSTRAINT permission_said_before CHECK (said_in <= change_in),
  CONSTRAINT person_of_person_id FOREIGN KEY(ledger_id, person_id) REFERENCES person (ledger_id, person_id),
  CONSTRAINT source_of_source_id FOREIGN KEY(ledger_id, source_id) REFERENCES source (ledger_id, source_id),
  CONSTRAINT change_of_change_in FOREIGN KEY(ledger_id, change_in) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT change_of_change_out FOREIGN KEY(ledger_id, change_out) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
INSERT INTO permission_3 ("ledger_id", "row_id", "person_id", "kind", "valid_from", "valid_to", "paper", "source_id", "sheet", "row", "said_in", "change_in", "change_out")
  SELECT "ledger_id", "row_id", "person_id", "kind", "valid_from", "valid_to", "paper", "source_id", "sheet", "row", "said_in", "change_in", "change_out" FROM permission;
DROP TRIGGER permission_stays;
DROP TABLE permission;
ALTER TABLE permission_3 RENAME TO permission;
CREATE INDEX permission_by_change ON permission (ledger_id, change_in);
CREATE INDEX permission_by_closing ON permission (ledger_id, change_out) WHERE change_out IS NOT NULL;
CREATE UNIQUE INDEX permission_live ON permission (ledger_id, person_id, kind, coalesce(valid_from, '')) WHERE change_out IS NULL;
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
  AND NEW."source_id" IS OLD."source_id"
  AND NEW."sheet" IS OLD."sheet"
  AND NEW."row" IS OLD."row"
  AND NEW."said_in" IS OLD."said_in"
  AND NEW."change_in" IS OLD."change_in")
BEGIN SELECT RAISE(ABORT, 'the ledger rewrites nothing'); END;
CREATE TRIGGER permission_stays BEFORE DELETE ON permission
BEGIN SELECT RAISE(ABORT, 'the ledger forgets nothing'); END;

CREATE TABLE holiday (
  ledger_id TEXT NOT NULL,
  row_id TEXT NOT NULL,
  day TEXT NOT NULL,
  name TEXT NOT NULL,
  source_id TEXT,
  sheet TEXT,
  "row" INTEGER,
  said_in INTEGER NOT NULL,
  change_in INTEGER NOT NULL,
  change_out INTEGER,
  CONSTRAINT holiday_key PRIMARY KEY (ledger_id, row_id),
  CONSTRAINT holiday_closes_later CHECK (change_out > change_in),
  CONSTRAINT holiday_said_before CHECK (said_in <= change_in),
  CONSTRAINT source_of_source_id FOREIGN KEY(ledger_id, source_id) REFERENCES source (ledger_id, source_id),
  CONSTRAINT change_of_change_in FOREIGN KEY(ledger_id, change_in) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT change_of_change_out FOREIGN KEY(ledger_id, change_out) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE INDEX holiday_by_change ON holiday (ledger_id, change_in);
CREATE INDEX holiday_by_closing ON holiday (ledger_id, change_out) WHERE change_out IS NOT NULL;
CREATE UNIQUE INDEX holiday_live ON holiday (ledger_id, day) WHERE change_out IS NULL;
CREATE TRIGGER holiday_as_written BEFORE UPDATE ON holiday WHEN
  NOT (OLD.change_out IS NULL
  AND NEW.change_out IS NOT NULL
  AND NEW."ledger_id" IS OLD."ledger_id"
  AND NEW."row_id" IS OLD."row_id"
  AND NEW."day" IS OLD."day"
  AND NEW."name" IS OLD."name"
  AND NEW."source_id" IS OLD."source_id"
  AND NEW."sheet" IS OLD."sheet"
  AND NEW."row" IS OLD."row"
  AND NEW."said_in" IS OLD."said_in"
  AND NEW."change_in" IS OLD."change_in")
BEGIN SELECT RAISE(ABORT, 'the ledger rewrites nothing'); END;
CREATE TRIGGER holiday_stays BEFORE DELETE ON holiday
BEGIN SELECT RAISE(ABORT, 'the ledger forgets nothing'); END;

CREATE TABLE review_list (
  ledger_id TEXT NOT NULL,
  list_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  year INTEGER NOT NULL,
  as_of TEXT NOT NULL,
  known_at INTEGER NOT NULL,
  head TEXT NOT NULL,
  result TEXT NOT NULL,
  change_in INTEGER NOT NULL,
  CONSTRAINT review_list_key PRIMARY KEY (ledger_id, list_id),
  CONSTRAINT change_of_change_in FOREIGN KEY(ledger_id, change_in) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE INDEX review_list_by_change ON review_list (ledger_id, change_in);
CREATE UNIQUE INDEX review_list_by_number ON review_list (ledger_id, number);
CREATE TRIGGER review_list_as_written BEFORE UPDATE ON review_list
BEGIN SELECT RAISE(ABORT, 'the ledger rewrites nothing'); END;
CREATE TRIGGER review_list_stays BEFORE DELETE ON review_list
BEGIN SELECT RAISE(ABORT, 'the ledger forgets nothing'); END;

CREATE TABLE review_item (
  ledger_id TEXT NOT NULL,
  item_id TEXT NOT NULL,
  list_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  person_id TEXT NOT NULL,
  list TEXT NOT NULL,
  shown TEXT NOT NULL,
  change_in INTEGER NOT NULL,
  CONSTRAINT review_item_key PRIMARY KEY (ledger_id, item_id),
  CONSTRAINT review_list_of_list_id FOREIGN KEY(ledger_id, list_id) REFERENCES review_list (ledger_id, list_id),
  CONSTRAINT change_of_change_in FOREIGN KEY(ledger_id, change_in) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE INDEX review_item_by_change ON review_item (ledger_id, change_in);
CREATE UNIQUE INDEX review_item_by_list ON review_item (ledger_id, list_id, person_id);
CREATE INDEX review_item_by_person ON review_item (ledger_id, person_id);
CREATE TRIGGER review_item_as_written BEFORE UPDATE ON review_item
BEGIN SELECT RAISE(ABORT, 'the ledger rewrites nothing'); END;
CREATE TRIGGER review_item_stays BEFORE DELETE ON review_item
BEGIN SELECT RAISE(ABORT, 'the ledger forgets nothing'); END;

CREATE TABLE review_answer (
  ledger_id TEXT NOT NULL,
  row_id TEXT NOT NULL,
  list_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  field TEXT NOT NULL,
  text TEXT NOT NULL,
  value TEXT,
  source_id TEXT,
  sheet TEXT,
  "row" INTEGER,
  said_in INTEGER NOT NULL,
  change_in INTEGER NOT NULL,
  change_out INTEGER,
  CONSTRAINT review_answer_key PRIMARY KEY (ledger_id, row_id),
  CONSTRAINT review_answer_closes_later CHECK (change_out > change_in),
  CONSTRAINT review_answer_said_before CHECK (said_in <= change_in),
  CONSTRAINT review_list_of_list_id FOREIGN KEY(ledger_id, list_id) REFERENCES review_list (ledger_id, list_id),
  CONSTRAINT person_of_person_id FOREIGN KEY(ledger_id, person_id) REFERENCES person (ledger_id, person_id),
  CONSTRAINT source_of_source_id FOREIGN KEY(ledger_id, source_id) REFERENCES source (ledger_id, source_id),
  CONSTRAINT change_of_change_in FOREIGN KEY(ledger_id, change_in) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT change_of_change_out FOREIGN KEY(ledger_id, change_out) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE INDEX review_answer_by_change ON review_answer (ledger_id, change_in);
CREATE INDEX review_answer_by_closing ON review_answer (ledger_id, change_out) WHERE change_out IS NOT NULL;
CREATE INDEX review_answer_by_person_id ON review_answer (ledger_id, person_id);
CREATE UNIQUE INDEX review_answer_live ON review_answer (ledger_id, list_id, person_id, field) WHERE change_out IS NULL;
CREATE TRIGGER review_answer_as_written BEFORE UPDATE ON review_answer WHEN
  NOT (OLD.change_out IS NULL
  AND NEW.change_out IS NOT NULL
  AND NEW."ledger_id" IS OLD."ledger_id"
  AND NEW."row_id" IS OLD."row_id"
  AND NEW."list_id" IS OLD."list_id"
  AND NEW."person_id" IS OLD."person_id"
  AND NEW."field" IS OLD."field"
  AND NEW."text" IS OLD."text"
  AND NEW."value" IS OLD."value"
  AND NEW."source_id" IS OLD."source_id"
  AND NEW."sheet" IS OLD."sheet"
  AND NEW."row" IS OLD."row"
  AND NEW."said_in" IS OLD."said_in"
  AND NEW."change_in" IS OLD."change_in")
BEGIN SELECT RAISE(ABORT, 'the ledger rewrites nothing'); END;
CREATE TRIGGER review_answer_stays BEFORE DELETE ON review_answer
BEGIN SELECT RAISE(ABORT, 'the ledger forgets nothing'); END;

CREATE TABLE review_step (
  ledger_id TEXT NOT NULL,
  row_id TEXT NOT NULL,
  step_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  year INTEGER NOT NULL,
  list_id TEXT,
  kind TEXT NOT NULL,
  outcome TEXT,
  happened_on TEXT,
  said_by TEXT,
  paper TEXT,
  paper_date TEXT,
  note TEXT,
  evidence TEXT,
  event_id TEXT,
  source_id TEXT,
  sheet TEXT,
  "row" INTEGER,
  said_in INTEGER NOT NULL,
  change_in INTEGER NOT NULL,
  change_out INTEGER,
  CONSTRAINT review_step_key PRIMARY KEY (ledger_id, row_id),
  CONSTRAINT known_kind CHECK (kind IN ('CONTACT', 'EXPLANATION', 'MEETING', 'PROPOSAL', 'DECISION', 'COMPLAINT')),
  CONSTRAINT review_step_closes_later CHECK (change_out > change_in),
  CONSTRAINT review_step_said_before CHECK (said_in <= change_in),
  CONSTRAINT person_of_person_id FOREIGN KEY(ledger_id, person_id) REFERENCES person (ledger_id, person_id),
  CONSTRAINT review_list_of_list_id FOREIGN KEY(ledger_id, list_id) REFERENCES review_list (ledger_id, list_id),
  CONSTRAINT source_of_source_id FOREIGN KEY(ledger_id, source_id) REFERENCES source (ledger_id, source_id),
  CONSTRAINT change_of_change_in FOREIGN KEY(ledger_id, change_in) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT change_of_change_out FOREIGN KEY(ledger_id, change_out) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE INDEX review_step_by_change ON review_step (ledger_id, change_in);
CREATE INDEX review_step_by_closing ON review_step (ledger_id, change_out) WHERE change_out IS NOT NULL;
CREATE INDEX review_step_by_person_id ON review_step (ledger_id, person_id);
CREATE UNIQUE INDEX review_step_live ON review_step (ledger_id, step_id) WHERE change_out IS NULL;
CREATE TRIGGER review_step_as_written BEFORE UPDATE ON review_step WHEN
  NOT (OLD.change_out IS NULL
  AND NEW.change_out IS NOT NULL
  AND NEW."ledger_id" IS OLD."ledger_id"
  AND NEW."row_id" IS OLD."row_id"
  AND NEW."step_id" IS OLD."step_id"
  AND NEW."person_id" IS OLD."person_id"
  AND NEW."year" IS OLD."year"
  AND NEW."list_id" IS OLD."list_id"
  AND NEW."kind" IS OLD."kind"
  AND NEW."outcome" IS OLD."outcome"
  AND NEW."happened_on" IS OLD."happened_on"
  AND NEW."said_by" IS OLD."said_by"
  AND NEW."paper" IS OLD."paper"
  AND NEW."paper_date" IS OLD."paper_date"
  AND NEW."note" IS OLD."note"
  AND NEW."evidence" IS OLD."evidence"
  AND NEW."event_id" IS OLD."event_id"
  AND NEW."source_id" IS OLD."source_id"
  AND NEW."sheet" IS OLD."sheet"
  AND NEW."row" IS OLD."row"
  AND NEW."said_in" IS OLD."said_in"
  AND NEW."change_in" IS OLD."change_in")
BEGIN SELECT RAISE(ABORT, 'the ledger rewrites nothing'); END;
CREATE TRIGGER review_step_stays BEFORE DELETE ON review_step
BEGIN SELECT RAISE(ABORT, 'the ledger forgets nothing'); END;

-- No question was ever answered by these, and a third of a large import went into them.
DROP INDEX person_by_origin;
DROP INDEX person_version_by_name_fold;
DROP INDEX person_version_by_card_no;
DROP INDEX person_version_by_national_id;

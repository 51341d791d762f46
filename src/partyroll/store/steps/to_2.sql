-- From version 1 to 2: what rosters say besides, stays away, ratings, candidates, answers; cells of
-- book lines that column and row do not tell.
ALTER TABLE person_version ADD COLUMN "occupation" TEXT;
ALTER TABLE person_version ADD COLUMN "former_occupation" TEXT;
ALTER TABLE person_version ADD COLUMN "workplace" TEXT;
ALTER TABLE person_version ADD COLUMN "member_group" TEXT;
ALTER TABLE person_version ADD COLUMN "member_type" TEXT;
ALTER TABLE person_version ADD COLUMN "position_party" TEXT;
ALTER TABLE person_version ADD COLUMN "position_state" TEXT;
ALTER TABLE person_version ADD COLUMN "education_general" TEXT;
ALTER TABLE person_version ADD COLUMN "education_professional" TEXT;
ALTER TABLE person_version ADD COLUMN "education_political" TEXT;
ALTER TABLE person_version ADD COLUMN "education_language" TEXT;
ALTER TABLE person_version ADD COLUMN "education_it" TEXT;
ALTER TABLE person_version ADD COLUMN "other_name" TEXT;
ALTER TABLE person_version ADD COLUMN "current_address" TEXT;
ALTER TABLE person_version ADD COLUMN "residence_cell" TEXT;
ALTER TABLE person_version ADD COLUMN "policy_group" TEXT;
ALTER TABLE person_version ADD COLUMN "awards" TEXT;
ALTER TABLE person_version ADD COLUMN "discipline" TEXT;
ALTER TABLE person_version ADD COLUMN "badge_no" TEXT;
ALTER TABLE person_version ADD COLUMN "introducer" TEXT;
ALTER TABLE person_version ADD COLUMN "ethnicity" TEXT;
ALTER TABLE person_version ADD COLUMN "religion" TEXT;
ALTER TABLE change ADD COLUMN "digest_form" INTEGER;

DROP TRIGGER person_version_as_written;
CREATE TRIGGER person_version_as_written BEFORE UPDATE ON person_version WHEN
  NOT (OLD.change_out IS NULL
  AND NEW.change_out IS NOT NULL
  AND NEW."ledger_id" IS OLD."ledger_id"
  AND NEW."row_id" IS OLD."row_id"
  AND NEW."person_id" IS OLD."person_id"
  AND NEW."full_name" IS OLD."full_name"
  AND NEW."name_key" IS OLD."name_key"
  AND NEW."name_fold" IS OLD."name_fold"
  AND NEW."birth_name" IS OLD."birth_name"
  AND NEW."gender" IS OLD."gender"
  AND NEW."birth_date" IS OLD."birth_date"
  AND NEW."admission_date" IS OLD."admission_date"
  AND NEW."admission_decision_date" IS OLD."admission_decision_date"
  AND NEW."official_date" IS OLD."official_date"
  AND NEW."official_blank" IS OLD."official_blank"
  AND NEW."card_no" IS OLD."card_no"
  AND NEW."card_no_old" IS OLD."card_no_old"
  AND NEW."national_id" IS OLD."national_id"
  AND NEW."member_code" IS OLD."member_code"
  AND NEW."resume_no" IS OLD."resume_no"
  AND NEW."hometown" IS OLD."hometown"
  AND NEW."birth_place" IS OLD."birth_place"
  AND NEW."permanent_address" IS OLD."permanent_address"
  AND NEW."stated_status" IS OLD."stated_status"
  AND NEW."note" IS OLD."note"
  AND NEW."occupation" IS OLD."occupation"
  AND NEW."former_occupation" IS OLD."former_occupation"
  AND NEW."workplace" IS OLD."workplace"
  AND NEW."member_group" IS OLD."member_group"
  AND NEW."member_type" IS OLD."member_type"
  AND NEW."position_party" IS OLD."position_party"
  AND NEW."position_state" IS OLD."position_state"
  AND NEW."education_general" IS OLD."education_general"
  AND NEW."education_professional" IS OLD."education_professional"
  AND NEW."education_political" IS OLD."education_political"
  AND NEW."education_language" IS OLD."education_language"
  AND NEW."education_it" IS OLD."education_it"
  AND NEW."other_name" IS OLD."other_name"
  AND NEW."current_address" IS OLD."current_address"
  AND NEW."residence_cell" IS OLD."residence_cell"
  AND NEW."policy_group" IS OLD."policy_group"
  AND NEW."awards" IS OLD."awards"
  AND NEW."discipline" IS OLD."discipline"
  AND NEW."badge_no" IS OLD."badge_no"
  AND NEW."introducer" IS OLD."introducer"
  AND NEW."ethnicity" IS OLD."ethnicity"
  AND NEW."religion" IS OLD."religion"
  AND NEW."on_roster" IS OLD."on_roster"
  AND NEW."source_id" IS OLD."source_id"
  AND NEW."sheet" IS OLD."sheet"
  AND NEW."row" IS OLD."row"
  AND NEW."said_in" IS OLD."said_in"
  AND NEW."change_in" IS OLD."change_in")
BEGIN SELECT RAISE(ABORT, 'the ledger rewrites nothing'); END;

CREATE TABLE away (
  ledger_id TEXT NOT NULL,
  row_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  unit_id TEXT,
  place TEXT,
  valid_from TEXT,
  valid_to TEXT,
  transferred INTEGER,
  confirmed_on TEXT,
  note TEXT,
  source_id TEXT,
  sheet TEXT,
  "row" INTEGER,
  said_in INTEGER NOT NULL,
  change_in INTEGER NOT NULL,
  change_out INTEGER,
  CONSTRAINT away_key PRIMARY KEY (ledger_id, row_id),
  CONSTRAINT away_closes_later CHECK (change_out > change_in),
  CONSTRAINT away_said_before CHECK (said_in <= change_in),
  CONSTRAINT person_of_person_id FOREIGN KEY(ledger_id, person_id) REFERENCES person (ledger_id, person_id),
  CONSTRAINT unit_of_unit_id FOREIGN KEY(ledger_id, unit_id) REFERENCES unit (ledger_id, unit_id),
  CONSTRAINT source_of_source_id FOREIGN KEY(ledger_id, source_id) REFERENCES source (ledger_id, source_id),
  CONSTRAINT change_of_change_in FOREIGN KEY(ledger_id, change_in) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT change_of_change_out FOREIGN KEY(ledger_id, change_out) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE INDEX away_by_change ON away (ledger_id, change_in);
CREATE INDEX away_by_closing ON away (ledger_id, change_out) WHERE change_out IS NOT NULL;
CREATE UNIQUE INDEX away_live ON away (ledger_id, person_id, coalesce(valid_from, '')) WHERE change_out IS NULL;
CREATE TRIGGER away_as_written BEFORE UPDATE ON away WHEN
  NOT (OLD.change_out IS NULL
  AND NEW.change_out IS NOT NULL
  AND NEW."ledger_id" IS OLD."ledger_id"
  AND NEW."row_id" IS OLD."row_id"
  AND NEW."person_id" IS OLD."person_id"
  AND NEW."unit_id" IS OLD."unit_id"
  AND NEW."place" IS OLD."place"
  AND NEW."valid_from" IS OLD."valid_from"
  AND NEW."valid_to" IS OLD."valid_to"
  AND NEW."transferred" IS OLD."transferred"
  AND NEW."confirmed_on" IS OLD."confirmed_on"
  AND NEW."note" IS OLD."note"
  AND NEW."source_id" IS OLD."source_id"
  AND NEW."sheet" IS OLD."sheet"
  AND NEW."row" IS OLD."row"
  AND NEW."said_in" IS OLD."said_in"
  AND NEW."change_in" IS OLD."change_in")
BEGIN SELECT RAISE(ABORT, 'the ledger rewrites nothing'); END;
CREATE TRIGGER away_stays BEFORE DELETE ON away
BEGIN SELECT RAISE(ABORT, 'the ledger forgets nothing'); END;

CREATE TABLE rating (
  ledger_id TEXT NOT NULL,
  row_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  unit_id TEXT,
  year INTEGER NOT NULL,
  stage TEXT NOT NULL,
  level TEXT NOT NULL,
  level_text TEXT NOT NULL,
  note TEXT,
  source_id TEXT,
  sheet TEXT,
  "row" INTEGER,
  said_in INTEGER NOT NULL,
  change_in INTEGER NOT NULL,
  change_out INTEGER,
  CONSTRAINT rating_key PRIMARY KEY (ledger_id, row_id),
  CONSTRAINT known_stage CHECK (stage IN ('SELF', 'CELL', 'COMMITTEE')),
  CONSTRAINT known_level CHECK (level IN ('EXCELLENT', 'GOOD', 'COMPLETE', 'NOT_COMPLETE', 'NOT_RATED')),
  CONSTRAINT rating_closes_later CHECK (change_out > change_in),
  CONSTRAINT rating_said_before CHECK (said_in <= change_in),
  CONSTRAINT person_of_person_id FOREIGN KEY(ledger_id, person_id) REFERENCES person (ledger_id, person_id),
  CONSTRAINT unit_of_unit_id FOREIGN KEY(ledger_id, unit_id) REFERENCES unit (ledger_id, unit_id),
  CONSTRAINT source_of_source_id FOREIGN KEY(ledger_id, source_id) REFERENCES source (ledger_id, source_id),
  CONSTRAINT change_of_change_in FOREIGN KEY(ledger_id, change_in) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT change_of_change_out FOREIGN KEY(ledger_id, change_out) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE INDEX rating_by_change ON rating (ledger_id, change_in);
CREATE INDEX rating_by_closing ON rating (ledger_id, change_out) WHERE change_out IS NOT NULL;
CREATE UNIQUE INDEX rating_live ON rating (ledger_id, person_id, year, stage) WHERE change_out IS NULL;
CREATE TRIGGER rating_as_written BEFORE UPDATE ON rating WHEN
  NOT (OLD.change_out IS NULL
  AND NEW.change_out IS NOT NULL
  AND NEW."ledger_id" IS OLD."ledger_id"
  AND NEW."row_id" IS OLD."row_id"
  AND NEW."person_id" IS OLD."person_id"
  AND NEW."unit_id" IS OLD."unit_id"
  AND NEW."year" IS OLD."year"
  AND NEW."stage" IS OLD."stage"
  AND NEW."level" IS OLD."level"
  AND NEW."level_text" IS OLD."level_text"
  AND NEW."note" IS OLD."note"
  AND NEW."source_id" IS OLD."source_id"
  AND NEW."sheet" IS OLD."sheet"
  AND NEW."row" IS OLD."row"
  AND NEW."said_in" IS OLD."said_in"
  AND NEW."change_in" IS OLD."change_in")
BEGIN SELECT RAISE(ABORT, 'the ledger rewrites nothing'); END;
CREATE TRIGGER rating_stays BEFORE DELETE ON rating
BEGIN SELECT RAISE(ABORT, 'the ledger forgets nothing'); END;

CREATE TABLE candidate (
  ledger_id TEXT NOT NULL,
  row_id TEXT NOT NULL,
  candidate_id TEXT NOT NULL,
  full_name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  birth_date TEXT,
  gender TEXT,
  national_id TEXT,
  unit_id TEXT,
  origin TEXT,
  helper TEXT,
  note TEXT,
  source_id TEXT,
  sheet TEXT,
  "row" INTEGER,
  said_in INTEGER NOT NULL,
  change_in INTEGER NOT NULL,
  change_out INTEGER,
  CONSTRAINT candidate_key PRIMARY KEY (ledger_id, row_id),
  CONSTRAINT candidate_closes_later CHECK (change_out > change_in),
  CONSTRAINT candidate_said_before CHECK (said_in <= change_in),
  CONSTRAINT unit_of_unit_id FOREIGN KEY(ledger_id, unit_id) REFERENCES unit (ledger_id, unit_id),
  CONSTRAINT source_of_source_id FOREIGN KEY(ledger_id, source_id) REFERENCES source (ledger_id, source_id),
  CONSTRAINT change_of_change_in FOREIGN KEY(ledger_id, change_in) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT change_of_change_out FOREIGN KEY(ledger_id, change_out) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE INDEX candidate_by_change ON candidate (ledger_id, change_in);
CREATE INDEX candidate_by_closing ON candidate (ledger_id, change_out) WHERE change_out IS NOT NULL;
CREATE INDEX candidate_by_name_key ON candidate (ledger_id, name_key);
CREATE UNIQUE INDEX candidate_live ON candidate (ledger_id, candidate_id) WHERE change_out IS NULL;
CREATE TRIGGER candidate_as_written BEFORE UPDATE ON candidate WHEN
  NOT (OLD.change_out IS NULL
  AND NEW.change_out IS NOT NULL
  AND NEW."ledger_id" IS OLD."ledger_id"
  AND NEW."row_id" IS OLD."row_id"
  AND NEW."candidate_id" IS OLD."candidate_id"
  AND NEW."full_name" IS OLD."full_name"
  AND NEW."name_key" IS OLD."name_key"
  AND NEW."birth_date" IS OLD."birth_date"
  AND NEW."gender" IS OLD."gender"
  AND NEW."national_id" IS OLD."national_id"
  AND NEW."unit_id" IS OLD."unit_id"
  AND NEW."origin" IS OLD."origin"
  AND NEW."helper" IS OLD."helper"
  AND NEW."note" IS OLD."note"
  AND NEW."source_id" IS OLD."source_id"
  AND NEW."sheet" IS OLD."sheet"
  AND NEW."row" IS OLD."row"
  AND NEW."said_in" IS OLD."said_in"
  AND NEW."change_in" IS OLD."change_in")
BEGIN SELECT RAISE(ABORT, 'the ledger rewrites nothing'); END;
CREATE TRIGGER candidate_stays BEFORE DELETE ON candidate
BEGIN SELECT RAISE(ABORT, 'the ledger forgets nothing'); END;

CREATE TABLE candidate_step (
  ledger_id TEXT NOT NULL,
  row_id TEXT NOT NULL,
  candidate_id TEXT NOT NULL,
  stage TEXT NOT NULL,
  reached_on TEXT NOT NULL,
  paper TEXT,
  source_id TEXT,
  sheet TEXT,
  "row" INTEGER,
  said_in INTEGER NOT NULL,
  change_in INTEGER NOT NULL,
  change_out INTEGER,
  CONSTRAINT candidate_step_key PRIMARY KEY (ledger_id, row_id),
  CONSTRAINT candidate_step_closes_later CHECK (change_out > change_in),
  CONSTRAINT candidate_step_said_before CHECK (said_in <= change_in),
  CONSTRAINT source_of_source_id FOREIGN KEY(ledger_id, source_id) REFERENCES source (ledger_id, source_id),
  CONSTRAINT change_of_change_in FOREIGN KEY(ledger_id, change_in) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT change_of_change_out FOREIGN KEY(ledger_id, change_out) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE INDEX candidate_step_by_change ON candidate_step (ledger_id, change_in);
CREATE INDEX candidate_step_by_closing ON candidate_step (ledger_id, change_out) WHERE change_out IS NOT NULL;
CREATE UNIQUE INDEX candidate_step_live ON candidate_step (ledger_id, candidate_id, stage) WHERE change_out IS NULL;
CREATE TRIGGER candidate_step_as_written BEFORE UPDATE ON candidate_step WHEN
  NOT (OLD.change_out IS NULL
  AND NEW.change_out IS NOT NULL
  AND NEW."ledger_id" IS OLD."ledger_id"
  AND NEW."row_id" IS OLD."row_id"
  AND NEW."candidate_id" IS OLD."candidate_id"
  AND NEW."stage" IS OLD."stage"
  AND NEW."reached_on" IS OLD."reached_on"
  AND NEW."paper" IS OLD."paper"
  AND NEW."source_id" IS OLD."source_id"
  AND NEW."sheet" IS OLD."sheet"
  AND NEW."row" IS OLD."row"
  AND NEW."said_in" IS OLD."said_in"
  AND NEW."change_in" IS OLD."change_in")
BEGIN SELECT RAISE(ABORT, 'the ledger rewrites nothing'); END;
CREATE TRIGGER candidate_step_stays BEFORE DELETE ON candidate_step
BEGIN SELECT RAISE(ABORT, 'the ledger forgets nothing'); END;

CREATE TABLE verdict (
  ledger_id TEXT NOT NULL,
  row_id TEXT NOT NULL,
  clue_key TEXT NOT NULL,
  person_id TEXT NOT NULL,
  answer TEXT NOT NULL,
  found TEXT NOT NULL,
  source_id TEXT,
  sheet TEXT,
  "row" INTEGER,
  said_in INTEGER NOT NULL,
  change_in INTEGER NOT NULL,
  change_out INTEGER,
  CONSTRAINT verdict_key PRIMARY KEY (ledger_id, row_id),
  CONSTRAINT known_answer CHECK (answer IN ('SAME', 'DIFFERENT')),
  CONSTRAINT verdict_closes_later CHECK (change_out > change_in),
  CONSTRAINT verdict_said_before CHECK (said_in <= change_in),
  CONSTRAINT person_of_person_id FOREIGN KEY(ledger_id, person_id) REFERENCES person (ledger_id, person_id),
  CONSTRAINT source_of_source_id FOREIGN KEY(ledger_id, source_id) REFERENCES source (ledger_id, source_id),
  CONSTRAINT change_of_change_in FOREIGN KEY(ledger_id, change_in) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT change_of_change_out FOREIGN KEY(ledger_id, change_out) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE INDEX verdict_by_change ON verdict (ledger_id, change_in);
CREATE INDEX verdict_by_closing ON verdict (ledger_id, change_out) WHERE change_out IS NOT NULL;
CREATE UNIQUE INDEX verdict_live ON verdict (ledger_id, clue_key, person_id) WHERE change_out IS NULL;
CREATE TRIGGER verdict_as_written BEFORE UPDATE ON verdict WHEN
  NOT (OLD.change_out IS NULL
  AND NEW.change_out IS NOT NULL
  AND NEW."ledger_id" IS OLD."ledger_id"
  AND NEW."row_id" IS OLD."row_id"
  AND NEW."clue_key" IS OLD."clue_key"
  AND NEW."person_id" IS OLD."person_id"
  AND NEW."answer" IS OLD."answer"
  AND NEW."found" IS OLD."found"
  AND NEW."source_id" IS OLD."source_id"
  AND NEW."sheet" IS OLD."sheet"
  AND NEW."row" IS OLD."row"
  AND NEW."said_in" IS OLD."said_in"
  AND NEW."change_in" IS OLD."change_in")
BEGIN SELECT RAISE(ABORT, 'the ledger rewrites nothing'); END;
CREATE TRIGGER verdict_stays BEFORE DELETE ON verdict
BEGIN SELECT RAISE(ABORT, 'the ledger forgets nothing'); END;

CREATE TABLE heading_meaning (
  ledger_id TEXT NOT NULL,
  row_id TEXT NOT NULL,
  signature TEXT NOT NULL,
  heading TEXT NOT NULL,
  field TEXT NOT NULL,
  source_id TEXT,
  sheet TEXT,
  "row" INTEGER,
  said_in INTEGER NOT NULL,
  change_in INTEGER NOT NULL,
  change_out INTEGER,
  CONSTRAINT heading_meaning_key PRIMARY KEY (ledger_id, row_id),
  CONSTRAINT heading_meaning_closes_later CHECK (change_out > change_in),
  CONSTRAINT heading_meaning_said_before CHECK (said_in <= change_in),
  CONSTRAINT source_of_source_id FOREIGN KEY(ledger_id, source_id) REFERENCES source (ledger_id, source_id),
  CONSTRAINT change_of_change_in FOREIGN KEY(ledger_id, change_in) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT change_of_change_out FOREIGN KEY(ledger_id, change_out) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE INDEX heading_meaning_by_change ON heading_meaning (ledger_id, change_in);
CREATE INDEX heading_meaning_by_closing ON heading_meaning (ledger_id, change_out) WHERE change_out IS NOT NULL;
CREATE UNIQUE INDEX heading_meaning_live ON heading_meaning (ledger_id, signature, heading) WHERE change_out IS NULL;
CREATE TRIGGER heading_meaning_as_written BEFORE UPDATE ON heading_meaning WHEN
  NOT (OLD.change_out IS NULL
  AND NEW.change_out IS NOT NULL
  AND NEW."ledger_id" IS OLD."ledger_id"
  AND NEW."row_id" IS OLD."row_id"
  AND NEW."signature" IS OLD."signature"
  AND NEW."heading" IS OLD."heading"
  AND NEW."field" IS OLD."field"
  AND NEW."source_id" IS OLD."source_id"
  AND NEW."sheet" IS OLD."sheet"
  AND NEW."row" IS OLD."row"
  AND NEW."said_in" IS OLD."said_in"
  AND NEW."change_in" IS OLD."change_in")
BEGIN SELECT RAISE(ABORT, 'the ledger rewrites nothing'); END;
CREATE TRIGGER heading_meaning_stays BEFORE DELETE ON heading_meaning
BEGIN SELECT RAISE(ABORT, 'the ledger forgets nothing'); END;

ALTER TABLE book_line ADD COLUMN "cells" TEXT;

DROP TRIGGER book_line_as_written;
CREATE TRIGGER book_line_as_written BEFORE UPDATE ON book_line WHEN
  NOT (OLD.change_out IS NULL
  AND NEW.change_out IS NOT NULL
  AND NEW."ledger_id" IS OLD."ledger_id"
  AND NEW."row_id" IS OLD."row_id"
  AND NEW."book_id" IS OLD."book_id"
  AND NEW."person_id" IS OLD."person_id"
  AND NEW."kind" IS OLD."kind"
  AND NEW."year" IS OLD."year"
  AND NEW."unit_id" IS OLD."unit_id"
  AND NEW."letters" IS OLD."letters"
  AND NEW."amounts" IS OLD."amounts"
  AND NEW."rate" IS OLD."rate"
  AND NEW."remark" IS OLD."remark"
  AND NEW."since" IS OLD."since"
  AND NEW."until" IS OLD."until"
  AND NEW."unallocated" IS OLD."unallocated"
  AND NEW."cells" IS OLD."cells"
  AND NEW."source_id" IS OLD."source_id"
  AND NEW."sheet" IS OLD."sheet"
  AND NEW."row" IS OLD."row"
  AND NEW."said_in" IS OLD."said_in"
  AND NEW."change_in" IS OLD."change_in")
BEGIN SELECT RAISE(ABORT, 'the ledger rewrites nothing'); END;

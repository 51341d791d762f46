-- From version 4 to 5: what is done to keep members: transfers on both sides, help, awards,
-- discipline, screening, remarks of hosts, ratings of units, targets, what became of matters.

CREATE TABLE admission_target (
  ledger_id TEXT NOT NULL,
  row_id TEXT NOT NULL,
  unit_id TEXT NOT NULL,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL,
  paper TEXT,
  source_id TEXT,
  sheet TEXT,
  "row" INTEGER,
  said_in INTEGER NOT NULL,
  change_in INTEGER NOT NULL,
  change_out INTEGER,
  CONSTRAINT admission_target_key PRIMARY KEY (ledger_id, row_id),
  CONSTRAINT admission_target_closes_later CHECK (change_out > change_in),
  CONSTRAINT admission_target_said_before CHECK (said_in <= change_in),
  CONSTRAINT unit_of_unit_id FOREIGN KEY(ledger_id, unit_id) REFERENCES unit (ledger_id, unit_id),
  CONSTRAINT source_of_source_id FOREIGN KEY(ledger_id, source_id) REFERENCES source (ledger_id, source_id),
  CONSTRAINT change_of_change_in FOREIGN KEY(ledger_id, change_in) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT change_of_change_out FOREIGN KEY(ledger_id, change_out) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE INDEX admission_target_by_change ON admission_target (ledger_id, change_in);
CREATE INDEX admission_target_by_closing ON admission_target (ledger_id, change_out) WHERE change_out IS NOT NULL;
CREATE UNIQUE INDEX admission_target_live ON admission_target (ledger_id, unit_id, year) WHERE change_out IS NULL;
CREATE TRIGGER admission_target_as_written BEFORE UPDATE ON admission_target WHEN
  NOT (OLD.change_out IS NULL
  AND NEW.change_out IS NOT NULL
  AND NEW."ledger_id" IS OLD."ledger_id"
  AND NEW."row_id" IS OLD."row_id"
  AND NEW."unit_id" IS OLD."unit_id"
  AND NEW."year" IS OLD."year"
  AND NEW."number" IS OLD."number"
  AND NEW."paper" IS OLD."paper"
  AND NEW."source_id" IS OLD."source_id"
  AND NEW."sheet" IS OLD."sheet"
  AND NEW."row" IS OLD."row"
  AND NEW."said_in" IS OLD."said_in"
  AND NEW."change_in" IS OLD."change_in")
BEGIN SELECT RAISE(ABORT, 'the ledger rewrites nothing'); END;
CREATE TRIGGER admission_target_stays BEFORE DELETE ON admission_target
BEGIN SELECT RAISE(ABORT, 'the ledger forgets nothing'); END;

CREATE TABLE award (
  ledger_id TEXT NOT NULL,
  row_id TEXT NOT NULL,
  award_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  unit_id TEXT,
  form TEXT NOT NULL,
  form_text TEXT,
  badge_years INTEGER,
  awarded_on TEXT,
  decision_no TEXT,
  given_by TEXT,
  reason_text TEXT,
  note TEXT,
  source_id TEXT,
  sheet TEXT,
  "row" INTEGER,
  said_in INTEGER NOT NULL,
  change_in INTEGER NOT NULL,
  change_out INTEGER,
  CONSTRAINT award_key PRIMARY KEY (ledger_id, row_id),
  CONSTRAINT known_form CHECK (form IN ('BADGE', 'MERIT', 'COMMENDATION', 'EXAMPLE', 'TITLE', 'OTHER')),
  CONSTRAINT award_closes_later CHECK (change_out > change_in),
  CONSTRAINT award_said_before CHECK (said_in <= change_in),
  CONSTRAINT person_of_person_id FOREIGN KEY(ledger_id, person_id) REFERENCES person (ledger_id, person_id),
  CONSTRAINT unit_of_unit_id FOREIGN KEY(ledger_id, unit_id) REFERENCES unit (ledger_id, unit_id),
  CONSTRAINT source_of_source_id FOREIGN KEY(ledger_id, source_id) REFERENCES source (ledger_id, source_id),
  CONSTRAINT change_of_change_in FOREIGN KEY(ledger_id, change_in) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT change_of_change_out FOREIGN KEY(ledger_id, change_out) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE INDEX award_by_change ON award (ledger_id, change_in);
CREATE INDEX award_by_closing ON award (ledger_id, change_out) WHERE change_out IS NOT NULL;
CREATE INDEX award_by_person_id ON award (ledger_id, person_id);
CREATE UNIQUE INDEX award_live ON award (ledger_id, award_id) WHERE change_out IS NULL;
CREATE TRIGGER award_as_written BEFORE UPDATE ON award WHEN
  NOT (OLD.change_out IS NULL
  AND NEW.change_out IS NOT NULL
  AND NEW."ledger_id" IS OLD."ledger_id"
  AND NEW."row_id" IS OLD."row_id"
  AND NEW."award_id" IS OLD."award_id"
  AND NEW."person_id" IS OLD."person_id"
  AND NEW."unit_id" IS OLD."unit_id"
  AND NEW."form" IS OLD."form"
  AND NEW."form_text" IS OLD."form_text"
  AND NEW."badge_years" IS OLD."badge_years"
  AND NEW."awarded_on" IS OLD."awarded_on"
  AND NEW."decision_no" IS OLD."decision_no"
  AND NEW."given_by" IS OLD."given_by"
  AND NEW."reason_text" IS OLD."reason_text"
  AND NEW."note" IS OLD."note"
  AND NEW."source_id" IS OLD."source_id"
  AND NEW."sheet" IS OLD."sheet"
  AND NEW."row" IS OLD."row"
  AND NEW."said_in" IS OLD."said_in"
  AND NEW."change_in" IS OLD."change_in")
BEGIN SELECT RAISE(ABORT, 'the ledger rewrites nothing'); END;
CREATE TRIGGER award_stays BEFORE DELETE ON award
BEGIN SELECT RAISE(ABORT, 'the ledger forgets nothing'); END;

CREATE TABLE discipline (
  ledger_id TEXT NOT NULL,
  row_id TEXT NOT NULL,
  discipline_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  unit_id TEXT,
  form TEXT NOT NULL,
  form_text TEXT,
  decided_on TEXT,
  decision_no TEXT,
  decided_by TEXT,
  valid_to TEXT,
  reason_text TEXT,
  note TEXT,
  source_id TEXT,
  sheet TEXT,
  "row" INTEGER,
  said_in INTEGER NOT NULL,
  change_in INTEGER NOT NULL,
  change_out INTEGER,
  CONSTRAINT discipline_key PRIMARY KEY (ledger_id, row_id),
  CONSTRAINT known_form CHECK (form IN ('REPRIMAND', 'WARNING', 'DISMISSAL', 'EXPULSION', 'OTHER')),
  CONSTRAINT discipline_closes_later CHECK (change_out > change_in),
  CONSTRAINT discipline_said_before CHECK (said_in <= change_in),
  CONSTRAINT person_of_person_id FOREIGN KEY(ledger_id, person_id) REFERENCES person (ledger_id, person_id),
  CONSTRAINT unit_of_unit_id FOREIGN KEY(ledger_id, unit_id) REFERENCES unit (ledger_id, unit_id),
  CONSTRAINT source_of_source_id FOREIGN KEY(ledger_id, source_id) REFERENCES source (ledger_id, source_id),
  CONSTRAINT change_of_change_in FOREIGN KEY(ledger_id, change_in) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT change_of_change_out FOREIGN KEY(ledger_id, change_out) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE INDEX discipline_by_change ON discipline (ledger_id, change_in);
CREATE INDEX discipline_by_closing ON discipline (ledger_id, change_out) WHERE change_out IS NOT NULL;
CREATE INDEX discipline_by_person_id ON discipline (ledger_id, person_id);
CREATE UNIQUE INDEX discipline_live ON discipline (ledger_id, discipline_id) WHERE change_out IS NULL;
CREATE TRIGGER discipline_as_written BEFORE UPDATE ON discipline WHEN
  NOT (OLD.change_out IS NULL
  AND NEW.change_out IS NOT NULL
  AND NEW."ledger_id" IS OLD."ledger_id"
  AND NEW."row_id" IS OLD."row_id"
  AND NEW."discipline_id" IS OLD."discipline_id"
  AND NEW."person_id" IS OLD."person_id"
  AND NEW."unit_id" IS OLD."unit_id"
  AND NEW."form" IS OLD."form"
  AND NEW."form_text" IS OLD."form_text"
  AND NEW."decided_on" IS OLD."decided_on"
  AND NEW."decision_no" IS OLD."decision_no"
  AND NEW."decided_by" IS OLD."decided_by"
  AND NEW."valid_to" IS OLD."valid_to"
  AND NEW."reason_text" IS OLD."reason_text"
  AND NEW."note" IS OLD."note"
  AND NEW."source_id" IS OLD."source_id"
  AND NEW."sheet" IS OLD."sheet"
  AND NEW."row" IS OLD."row"
  AND NEW."said_in" IS OLD."said_in"
  AND NEW."change_in" IS OLD."change_in")
BEGIN SELECT RAISE(ABORT, 'the ledger rewrites nothing'); END;
CREATE TRIGGER discipline_stays BEFORE DELETE ON discipline
BEGIN SELECT RAISE(ABORT, 'the ledger forgets nothing'); END;

CREATE TABLE host_remark (
  ledger_id TEXT NOT NULL,
  row_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  year INTEGER NOT NULL,
  place TEXT NOT NULL,
  remark TEXT NOT NULL,
  said_on TEXT,
  source_id TEXT,
  sheet TEXT,
  "row" INTEGER,
  said_in INTEGER NOT NULL,
  change_in INTEGER NOT NULL,
  change_out INTEGER,
  CONSTRAINT host_remark_key PRIMARY KEY (ledger_id, row_id),
  CONSTRAINT host_remark_closes_later CHECK (change_out > change_in),
  CONSTRAINT host_remark_said_before CHECK (said_in <= change_in),
  CONSTRAINT person_of_person_id FOREIGN KEY(ledger_id, person_id) REFERENCES person (ledger_id, person_id),
  CONSTRAINT source_of_source_id FOREIGN KEY(ledger_id, source_id) REFERENCES source (ledger_id, source_id),
  CONSTRAINT change_of_change_in FOREIGN KEY(ledger_id, change_in) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT change_of_change_out FOREIGN KEY(ledger_id, change_out) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE INDEX host_remark_by_change ON host_remark (ledger_id, change_in);
CREATE INDEX host_remark_by_closing ON host_remark (ledger_id, change_out) WHERE change_out IS NOT NULL;
CREATE UNIQUE INDEX host_remark_live ON host_remark (ledger_id, person_id, year, place) WHERE change_out IS NULL;
CREATE TRIGGER host_remark_as_written BEFORE UPDATE ON host_remark WHEN
  NOT (OLD.change_out IS NULL
  AND NEW.change_out IS NOT NULL
  AND NEW."ledger_id" IS OLD."ledger_id"
  AND NEW."row_id" IS OLD."row_id"
  AND NEW."person_id" IS OLD."person_id"
  AND NEW."year" IS OLD."year"
  AND NEW."place" IS OLD."place"
  AND NEW."remark" IS OLD."remark"
  AND NEW."said_on" IS OLD."said_on"
  AND NEW."source_id" IS OLD."source_id"
  AND NEW."sheet" IS OLD."sheet"
  AND NEW."row" IS OLD."row"
  AND NEW."said_in" IS OLD."said_in"
  AND NEW."change_in" IS OLD."change_in")
BEGIN SELECT RAISE(ABORT, 'the ledger rewrites nothing'); END;
CREATE TRIGGER host_remark_stays BEFORE DELETE ON host_remark
BEGIN SELECT RAISE(ABORT, 'the ledger forgets nothing'); END;

CREATE TABLE matter_answer (
  ledger_id TEXT NOT NULL,
  row_id TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  matter TEXT NOT NULL,
  about TEXT NOT NULL,
  outcome TEXT,
  text TEXT,
  answered_by TEXT,
  answered_on TEXT,
  paper TEXT,
  basis TEXT,
  source_id TEXT,
  sheet TEXT,
  "row" INTEGER,
  said_in INTEGER NOT NULL,
  change_in INTEGER NOT NULL,
  change_out INTEGER,
  CONSTRAINT matter_answer_key PRIMARY KEY (ledger_id, row_id),
  CONSTRAINT known_outcome CHECK (outcome IN ('DONE', 'UNDER_WAY', 'NOT_NEEDED')),
  CONSTRAINT matter_answer_closes_later CHECK (change_out > change_in),
  CONSTRAINT matter_answer_said_before CHECK (said_in <= change_in),
  CONSTRAINT source_of_source_id FOREIGN KEY(ledger_id, source_id) REFERENCES source (ledger_id, source_id),
  CONSTRAINT change_of_change_in FOREIGN KEY(ledger_id, change_in) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT change_of_change_out FOREIGN KEY(ledger_id, change_out) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE INDEX matter_answer_by_change ON matter_answer (ledger_id, change_in);
CREATE INDEX matter_answer_by_closing ON matter_answer (ledger_id, change_out) WHERE change_out IS NOT NULL;
CREATE UNIQUE INDEX matter_answer_live ON matter_answer (ledger_id, subject_id, matter, about) WHERE change_out IS NULL;
CREATE TRIGGER matter_answer_as_written BEFORE UPDATE ON matter_answer WHEN
  NOT (OLD.change_out IS NULL
  AND NEW.change_out IS NOT NULL
  AND NEW."ledger_id" IS OLD."ledger_id"
  AND NEW."row_id" IS OLD."row_id"
  AND NEW."subject_id" IS OLD."subject_id"
  AND NEW."matter" IS OLD."matter"
  AND NEW."about" IS OLD."about"
  AND NEW."outcome" IS OLD."outcome"
  AND NEW."text" IS OLD."text"
  AND NEW."answered_by" IS OLD."answered_by"
  AND NEW."answered_on" IS OLD."answered_on"
  AND NEW."paper" IS OLD."paper"
  AND NEW."basis" IS OLD."basis"
  AND NEW."source_id" IS OLD."source_id"
  AND NEW."sheet" IS OLD."sheet"
  AND NEW."row" IS OLD."row"
  AND NEW."said_in" IS OLD."said_in"
  AND NEW."change_in" IS OLD."change_in")
BEGIN SELECT RAISE(ABORT, 'the ledger rewrites nothing'); END;
CREATE TRIGGER matter_answer_stays BEFORE DELETE ON matter_answer
BEGIN SELECT RAISE(ABORT, 'the ledger forgets nothing'); END;

CREATE TABLE screening (
  ledger_id TEXT NOT NULL,
  row_id TEXT NOT NULL,
  screening_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  unit_id TEXT,
  year INTEGER NOT NULL,
  held_on TEXT,
  reason_text TEXT,
  helper TEXT,
  valid_from TEXT,
  valid_to TEXT,
  conclusion TEXT,
  paper TEXT,
  note TEXT,
  source_id TEXT,
  sheet TEXT,
  "row" INTEGER,
  said_in INTEGER NOT NULL,
  change_in INTEGER NOT NULL,
  change_out INTEGER,
  CONSTRAINT screening_key PRIMARY KEY (ledger_id, row_id),
  CONSTRAINT screening_closes_later CHECK (change_out > change_in),
  CONSTRAINT screening_said_before CHECK (said_in <= change_in),
  CONSTRAINT person_of_person_id FOREIGN KEY(ledger_id, person_id) REFERENCES person (ledger_id, person_id),
  CONSTRAINT unit_of_unit_id FOREIGN KEY(ledger_id, unit_id) REFERENCES unit (ledger_id, unit_id),
  CONSTRAINT source_of_source_id FOREIGN KEY(ledger_id, source_id) REFERENCES source (ledger_id, source_id),
  CONSTRAINT change_of_change_in FOREIGN KEY(ledger_id, change_in) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT change_of_change_out FOREIGN KEY(ledger_id, change_out) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE INDEX screening_by_change ON screening (ledger_id, change_in);
CREATE INDEX screening_by_closing ON screening (ledger_id, change_out) WHERE change_out IS NOT NULL;
CREATE INDEX screening_by_person_id ON screening (ledger_id, person_id);
CREATE UNIQUE INDEX screening_live ON screening (ledger_id, screening_id) WHERE change_out IS NULL;
CREATE TRIGGER screening_as_written BEFORE UPDATE ON screening WHEN
  NOT (OLD.change_out IS NULL
  AND NEW.change_out IS NOT NULL
  AND NEW."ledger_id" IS OLD."ledger_id"
  AND NEW."row_id" IS OLD."row_id"
  AND NEW."screening_id" IS OLD."screening_id"
  AND NEW."person_id" IS OLD."person_id"
  AND NEW."unit_id" IS OLD."unit_id"
  AND NEW."year" IS OLD."year"
  AND NEW."held_on" IS OLD."held_on"
  AND NEW."reason_text" IS OLD."reason_text"
  AND NEW."helper" IS OLD."helper"
  AND NEW."valid_from" IS OLD."valid_from"
  AND NEW."valid_to" IS OLD."valid_to"
  AND NEW."conclusion" IS OLD."conclusion"
  AND NEW."paper" IS OLD."paper"
  AND NEW."note" IS OLD."note"
  AND NEW."source_id" IS OLD."source_id"
  AND NEW."sheet" IS OLD."sheet"
  AND NEW."row" IS OLD."row"
  AND NEW."said_in" IS OLD."said_in"
  AND NEW."change_in" IS OLD."change_in")
BEGIN SELECT RAISE(ABORT, 'the ledger rewrites nothing'); END;
CREATE TRIGGER screening_stays BEFORE DELETE ON screening
BEGIN SELECT RAISE(ABORT, 'the ledger forgets nothing'); END;

CREATE TABLE support (
  ledger_id TEXT NOT NULL,
  row_id TEXT NOT NULL,
  support_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  unit_id TEXT,
  need TEXT NOT NULL,
  need_text TEXT,
  opened_on TEXT,
  measure TEXT,
  measure_text TEXT,
  amount INTEGER,
  provided_by TEXT,
  provided_on TEXT,
  closed_on TEXT,
  outcome TEXT,
  outcome_text TEXT,
  paper TEXT,
  note TEXT,
  source_id TEXT,
  sheet TEXT,
  "row" INTEGER,
  said_in INTEGER NOT NULL,
  change_in INTEGER NOT NULL,
  change_out INTEGER,
  CONSTRAINT support_key PRIMARY KEY (ledger_id, row_id),
  CONSTRAINT known_need CHECK (need IN ('HARDSHIP', 'JOB', 'HEALTH', 'DISASTER', 'DISCHARGED', 'LOAN', 'OTHER')),
  CONSTRAINT known_measure CHECK (measure IN ('VISIT', 'GIFT', 'LOAN', 'JOB_INTRODUCTION', 'TRAINING', 'HOUSING', 'INSURANCE', 'DUES_RELIEF', 'MEETING', 'HELPER', 'OTHER')),
  CONSTRAINT known_outcome CHECK (outcome IN ('RESOLVED', 'BETTER', 'UNCHANGED', 'WORSE', 'LEFT')),
  CONSTRAINT support_closes_later CHECK (change_out > change_in),
  CONSTRAINT support_said_before CHECK (said_in <= change_in),
  CONSTRAINT person_of_person_id FOREIGN KEY(ledger_id, person_id) REFERENCES person (ledger_id, person_id),
  CONSTRAINT unit_of_unit_id FOREIGN KEY(ledger_id, unit_id) REFERENCES unit (ledger_id, unit_id),
  CONSTRAINT source_of_source_id FOREIGN KEY(ledger_id, source_id) REFERENCES source (ledger_id, source_id),
  CONSTRAINT change_of_change_in FOREIGN KEY(ledger_id, change_in) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT change_of_change_out FOREIGN KEY(ledger_id, change_out) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE INDEX support_by_change ON support (ledger_id, change_in);
CREATE INDEX support_by_closing ON support (ledger_id, change_out) WHERE change_out IS NOT NULL;
CREATE INDEX support_by_person_id ON support (ledger_id, person_id);
CREATE UNIQUE INDEX support_live ON support (ledger_id, support_id) WHERE change_out IS NULL;
CREATE TRIGGER support_as_written BEFORE UPDATE ON support WHEN
  NOT (OLD.change_out IS NULL
  AND NEW.change_out IS NOT NULL
  AND NEW."ledger_id" IS OLD."ledger_id"
  AND NEW."row_id" IS OLD."row_id"
  AND NEW."support_id" IS OLD."support_id"
  AND NEW."person_id" IS OLD."person_id"
  AND NEW."unit_id" IS OLD."unit_id"
  AND NEW."need" IS OLD."need"
  AND NEW."need_text" IS OLD."need_text"
  AND NEW."opened_on" IS OLD."opened_on"
  AND NEW."measure" IS OLD."measure"
  AND NEW."measure_text" IS OLD."measure_text"
  AND NEW."amount" IS OLD."amount"
  AND NEW."provided_by" IS OLD."provided_by"
  AND NEW."provided_on" IS OLD."provided_on"
  AND NEW."closed_on" IS OLD."closed_on"
  AND NEW."outcome" IS OLD."outcome"
  AND NEW."outcome_text" IS OLD."outcome_text"
  AND NEW."paper" IS OLD."paper"
  AND NEW."note" IS OLD."note"
  AND NEW."source_id" IS OLD."source_id"
  AND NEW."sheet" IS OLD."sheet"
  AND NEW."row" IS OLD."row"
  AND NEW."said_in" IS OLD."said_in"
  AND NEW."change_in" IS OLD."change_in")
BEGIN SELECT RAISE(ABORT, 'the ledger rewrites nothing'); END;
CREATE TRIGGER support_stays BEFORE DELETE ON support
BEGIN SELECT RAISE(ABORT, 'the ledger forgets nothing'); END;

CREATE TABLE transfer (
  ledger_id TEXT NOT NULL,
  row_id TEXT NOT NULL,
  transfer_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  unit_id TEXT,
  direction TEXT NOT NULL,
  kind TEXT NOT NULL,
  place TEXT,
  other_ledger TEXT,
  reason_text TEXT,
  caused_on TEXT,
  letter_no TEXT,
  issued_on TEXT,
  valid_to TEXT,
  notified_on TEXT,
  presented_on TEXT,
  answer TEXT,
  answered_on TEXT,
  answered_by TEXT,
  answer_text TEXT,
  returned_on TEXT,
  note TEXT,
  source_id TEXT,
  sheet TEXT,
  "row" INTEGER,
  said_in INTEGER NOT NULL,
  change_in INTEGER NOT NULL,
  change_out INTEGER,
  CONSTRAINT transfer_key PRIMARY KEY (ledger_id, row_id),
  CONSTRAINT known_direction CHECK (direction IN ('OUT', 'IN')),
  CONSTRAINT known_kind CHECK (kind IN ('OFFICIAL', 'TEMPORARY')),
  CONSTRAINT known_answer CHECK (answer IN ('ARRIVED', 'REFUSED')),
  CONSTRAINT transfer_closes_later CHECK (change_out > change_in),
  CONSTRAINT transfer_said_before CHECK (said_in <= change_in),
  CONSTRAINT person_of_person_id FOREIGN KEY(ledger_id, person_id) REFERENCES person (ledger_id, person_id),
  CONSTRAINT unit_of_unit_id FOREIGN KEY(ledger_id, unit_id) REFERENCES unit (ledger_id, unit_id),
  CONSTRAINT source_of_source_id FOREIGN KEY(ledger_id, source_id) REFERENCES source (ledger_id, source_id),
  CONSTRAINT change_of_change_in FOREIGN KEY(ledger_id, change_in) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT change_of_change_out FOREIGN KEY(ledger_id, change_out) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE INDEX transfer_by_change ON transfer (ledger_id, change_in);
CREATE INDEX transfer_by_closing ON transfer (ledger_id, change_out) WHERE change_out IS NOT NULL;
CREATE INDEX transfer_by_person_id ON transfer (ledger_id, person_id);
CREATE UNIQUE INDEX transfer_live ON transfer (ledger_id, transfer_id) WHERE change_out IS NULL;
CREATE TRIGGER transfer_as_written BEFORE UPDATE ON transfer WHEN
  NOT (OLD.change_out IS NULL
  AND NEW.change_out IS NOT NULL
  AND NEW."ledger_id" IS OLD."ledger_id"
  AND NEW."row_id" IS OLD."row_id"
  AND NEW."transfer_id" IS OLD."transfer_id"
  AND NEW."person_id" IS OLD."person_id"
  AND NEW."unit_id" IS OLD."unit_id"
  AND NEW."direction" IS OLD."direction"
  AND NEW."kind" IS OLD."kind"
  AND NEW."place" IS OLD."place"
  AND NEW."other_ledger" IS OLD."other_ledger"
  AND NEW."reason_text" IS OLD."reason_text"
  AND NEW."caused_on" IS OLD."caused_on"
  AND NEW."letter_no" IS OLD."letter_no"
  AND NEW."issued_on" IS OLD."issued_on"
  AND NEW."valid_to" IS OLD."valid_to"
  AND NEW."notified_on" IS OLD."notified_on"
  AND NEW."presented_on" IS OLD."presented_on"
  AND NEW."answer" IS OLD."answer"
  AND NEW."answered_on" IS OLD."answered_on"
  AND NEW."answered_by" IS OLD."answered_by"
  AND NEW."answer_text" IS OLD."answer_text"
  AND NEW."returned_on" IS OLD."returned_on"
  AND NEW."note" IS OLD."note"
  AND NEW."source_id" IS OLD."source_id"
  AND NEW."sheet" IS OLD."sheet"
  AND NEW."row" IS OLD."row"
  AND NEW."said_in" IS OLD."said_in"
  AND NEW."change_in" IS OLD."change_in")
BEGIN SELECT RAISE(ABORT, 'the ledger rewrites nothing'); END;
CREATE TRIGGER transfer_stays BEFORE DELETE ON transfer
BEGIN SELECT RAISE(ABORT, 'the ledger forgets nothing'); END;

CREATE TABLE unit_rating (
  ledger_id TEXT NOT NULL,
  row_id TEXT NOT NULL,
  unit_id TEXT NOT NULL,
  year INTEGER NOT NULL,
  level TEXT NOT NULL,
  level_text TEXT,
  note TEXT,
  source_id TEXT,
  sheet TEXT,
  "row" INTEGER,
  said_in INTEGER NOT NULL,
  change_in INTEGER NOT NULL,
  change_out INTEGER,
  CONSTRAINT unit_rating_key PRIMARY KEY (ledger_id, row_id),
  CONSTRAINT known_level CHECK (level IN ('EXCELLENT', 'GOOD', 'COMPLETE', 'NOT_COMPLETE', 'NOT_RATED')),
  CONSTRAINT unit_rating_closes_later CHECK (change_out > change_in),
  CONSTRAINT unit_rating_said_before CHECK (said_in <= change_in),
  CONSTRAINT unit_of_unit_id FOREIGN KEY(ledger_id, unit_id) REFERENCES unit (ledger_id, unit_id),
  CONSTRAINT source_of_source_id FOREIGN KEY(ledger_id, source_id) REFERENCES source (ledger_id, source_id),
  CONSTRAINT change_of_change_in FOREIGN KEY(ledger_id, change_in) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT change_of_change_out FOREIGN KEY(ledger_id, change_out) REFERENCES change (ledger_id, number) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE INDEX unit_rating_by_change ON unit_rating (ledger_id, change_in);
CREATE INDEX unit_rating_by_closing ON unit_rating (ledger_id, change_out) WHERE change_out IS NOT NULL;
CREATE UNIQUE INDEX unit_rating_live ON unit_rating (ledger_id, unit_id, year) WHERE change_out IS NULL;
CREATE TRIGGER unit_rating_as_written BEFORE UPDATE ON unit_rating WHEN
  NOT (OLD.change_out IS NULL
  AND NEW.change_out IS NOT NULL
  AND NEW."ledger_id" IS OLD."ledger_id"
  AND NEW."row_id" IS OLD."row_id"
  AND NEW."unit_id" IS OLD."unit_id"
  AND NEW."year" IS OLD."year"
  AND NEW."level" IS OLD."level"
  AND NEW."level_text" IS OLD."level_text"
  AND NEW."note" IS OLD."note"
  AND NEW."source_id" IS OLD."source_id"
  AND NEW."sheet" IS OLD."sheet"
  AND NEW."row" IS OLD."row"
  AND NEW."said_in" IS OLD."said_in"
  AND NEW."change_in" IS OLD."change_in")
BEGIN SELECT RAISE(ABORT, 'the ledger rewrites nothing'); END;
CREATE TRIGGER unit_rating_stays BEFORE DELETE ON unit_rating
BEGIN SELECT RAISE(ABORT, 'the ledger forgets nothing'); END;

ALTER TABLE away ADD COLUMN "returned_on" TEXT;
ALTER TABLE away ADD COLUMN "contact" TEXT;
ALTER TABLE away ADD COLUMN "contacted_on" TEXT;
ALTER TABLE away ADD COLUMN "paper" TEXT;
DROP TRIGGER away_as_written;
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
  AND NEW."returned_on" IS OLD."returned_on"
  AND NEW."contact" IS OLD."contact"
  AND NEW."contacted_on" IS OLD."contacted_on"
  AND NEW."paper" IS OLD."paper"
  AND NEW."source_id" IS OLD."source_id"
  AND NEW."sheet" IS OLD."sheet"
  AND NEW."row" IS OLD."row"
  AND NEW."said_in" IS OLD."said_in"
  AND NEW."change_in" IS OLD."change_in")
BEGIN SELECT RAISE(ABORT, 'the ledger rewrites nothing'); END;

ALTER TABLE candidate ADD COLUMN "member_id" TEXT;
ALTER TABLE candidate ADD COLUMN "ended_on" TEXT;
ALTER TABLE candidate ADD COLUMN "ended_text" TEXT;
DROP TRIGGER candidate_as_written;
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
  AND NEW."member_id" IS OLD."member_id"
  AND NEW."ended_on" IS OLD."ended_on"
  AND NEW."ended_text" IS OLD."ended_text"
  AND NEW."source_id" IS OLD."source_id"
  AND NEW."sheet" IS OLD."sheet"
  AND NEW."row" IS OLD."row"
  AND NEW."said_in" IS OLD."said_in"
  AND NEW."change_in" IS OLD."change_in")
BEGIN SELECT RAISE(ABORT, 'the ledger rewrites nothing'); END;

ALTER TABLE candidate_step ADD COLUMN "entitled" INTEGER;
ALTER TABLE candidate_step ADD COLUMN "present" INTEGER;
ALTER TABLE candidate_step ADD COLUMN "in_favour" INTEGER;
DROP TRIGGER candidate_step_as_written;
CREATE TRIGGER candidate_step_as_written BEFORE UPDATE ON candidate_step WHEN
  NOT (OLD.change_out IS NULL
  AND NEW.change_out IS NOT NULL
  AND NEW."ledger_id" IS OLD."ledger_id"
  AND NEW."row_id" IS OLD."row_id"
  AND NEW."candidate_id" IS OLD."candidate_id"
  AND NEW."stage" IS OLD."stage"
  AND NEW."reached_on" IS OLD."reached_on"
  AND NEW."paper" IS OLD."paper"
  AND NEW."entitled" IS OLD."entitled"
  AND NEW."present" IS OLD."present"
  AND NEW."in_favour" IS OLD."in_favour"
  AND NEW."source_id" IS OLD."source_id"
  AND NEW."sheet" IS OLD."sheet"
  AND NEW."row" IS OLD."row"
  AND NEW."said_in" IS OLD."said_in"
  AND NEW."change_in" IS OLD."change_in")
BEGIN SELECT RAISE(ABORT, 'the ledger rewrites nothing'); END;

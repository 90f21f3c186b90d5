import Crypto
import GRDB

extension Store {
    /// Every change to the tables since the first. One that has been released is never edited: another is added behind it.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 log") { db in
            try db.execute(
                sql: """
                    CREATE TABLE meta (name TEXT PRIMARY KEY NOT NULL, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
                    CREATE TABLE audit (
                        seq INTEGER PRIMARY KEY CHECK (seq > 0),
                        at TEXT NOT NULL,
                        who TEXT NOT NULL CHECK (who <> ''),
                        kind TEXT NOT NULL,
                        subject TEXT,
                        why TEXT NOT NULL,
                        what TEXT NOT NULL,
                        previous BLOB NOT NULL CHECK (length(previous) = 32),
                        hash BLOB NOT NULL CHECK (length(hash) = 32)
                    ) STRICT;
                    CREATE INDEX audit_subject ON audit (subject) WHERE subject IS NOT NULL;
                    CREATE TRIGGER audit_kept BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the log is never shortened'); END;
                    CREATE TRIGGER audit_fixed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END;
                    CREATE TABLE subject (
                        nominal TEXT PRIMARY KEY NOT NULL,
                        salt BLOB NOT NULL CHECK (length(salt) = 32),
                        hash TEXT NOT NULL UNIQUE
                    ) STRICT, WITHOUT ROWID;
                    CREATE TABLE people (
                        audit INTEGER PRIMARY KEY REFERENCES audit (seq),
                        digest TEXT NOT NULL,
                        text BLOB NOT NULL
                    ) STRICT;
                    """)
            var random = SystemRandomNumberGenerator()
            func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) } }
            try StoreFacts.put(StoreFacts(id: bytes(16), subjectKey: bytes(32)), into: db)
        }
        migrator.registerMigration("2 approvals") { db in
            try db.execute(
                sql: """
                    CREATE TABLE blob (digest TEXT PRIMARY KEY NOT NULL, bytes BLOB NOT NULL) STRICT;
                    CREATE TABLE pack_file (
                        pack TEXT NOT NULL,
                        path TEXT NOT NULL,
                        blob TEXT NOT NULL REFERENCES blob (digest),
                        PRIMARY KEY (pack, path)
                    ) STRICT, WITHOUT ROWID;
                    CREATE TABLE approval (
                        digest TEXT PRIMARY KEY NOT NULL,
                        id TEXT NOT NULL,
                        pack TEXT NOT NULL,
                        document BLOB NOT NULL,
                        evidence TEXT NOT NULL REFERENCES blob (digest),
                        page TEXT REFERENCES blob (digest),
                        audit INTEGER NOT NULL UNIQUE REFERENCES audit (seq)
                    ) STRICT;
                    CREATE INDEX approval_id ON approval (id);
                    CREATE TABLE statement (
                        audit INTEGER PRIMARY KEY REFERENCES audit (seq),
                        approval TEXT NOT NULL REFERENCES approval (digest),
                        text BLOB NOT NULL,
                        signature BLOB NOT NULL,
                        key BLOB NOT NULL
                    ) STRICT;
                    CREATE INDEX statement_approval ON statement (approval);
                    """)
        }
        migrator.registerMigration("3 cohort") { db in
            try db.execute(
                sql: """
                    CREATE TABLE cohort_import (
                        audit INTEGER PRIMARY KEY REFERENCES audit (seq),
                        file TEXT NOT NULL,
                        digest TEXT NOT NULL,
                        who TEXT NOT NULL,
                        at TEXT NOT NULL,
                        read INTEGER NOT NULL,
                        rejected INTEGER NOT NULL,
                        added INTEGER NOT NULL,
                        changed INTEGER NOT NULL,
                        unchanged INTEGER NOT NULL
                    ) STRICT;
                    CREATE TABLE nominal (
                        id TEXT PRIMARY KEY NOT NULL,
                        borough TEXT NOT NULL,
                        line BLOB NOT NULL,
                        digest TEXT NOT NULL,
                        audit INTEGER NOT NULL REFERENCES audit (seq),
                        restricted INTEGER NOT NULL DEFAULT 0 CHECK (restricted IN (0, 1))
                    ) STRICT;
                    CREATE INDEX nominal_borough ON nominal (borough);
                    CREATE TABLE tombstone (audit INTEGER PRIMARY KEY REFERENCES audit (seq)) STRICT;
                    """)
        }
        migrator.registerMigration("4 runs") { db in
            try db.execute(
                sql: """
                    -- Where somebody stands: a member of the cohort, with a category, watched, or neither. What the first import says at
                    -- first, and after that what panels decide.
                    ALTER TABLE nominal ADD COLUMN standing TEXT NOT NULL DEFAULT 'none' CHECK (standing IN ('none', 'watched', 'member'));
                    ALTER TABLE nominal ADD COLUMN category TEXT CHECK ((category IS NOT NULL) = (standing = 'member'));
                    ALTER TABLE nominal ADD COLUMN since TEXT;
                    ALTER TABLE nominal ADD COLUMN lead_agency TEXT;
                    -- What the last run was given; null as soon as anything that belongs into it has changed. It holds for
                    -- one day where what was written on that day was left out of it, otherwise until it is null.
                    ALTER TABLE nominal ADD COLUMN input INTEGER;
                    ALTER TABLE nominal ADD COLUMN input_day TEXT;
                    -- The digest of the answers in the record that was kept last.
                    ALTER TABLE nominal ADD COLUMN answers BLOB;
                    DROP INDEX nominal_borough;
                    CREATE INDEX nominal_order ON nominal (borough, id);
                    -- Lines of an import that would have somebody stand otherwise than the store has it.
                    ALTER TABLE cohort_import ADD COLUMN standing INTEGER NOT NULL DEFAULT 0;
                    UPDATE nominal SET
                        standing = 'member',
                        category = json_extract(CAST(line AS TEXT), '$.cohort.category'),
                        since = json_extract(CAST(line AS TEXT), '$.cohort.since'),
                        lead_agency = json_extract(CAST(line AS TEXT), '$.cohort.lead_agency')
                    WHERE json_extract(CAST(line AS TEXT), '$.cohort.category') IS NOT NULL;
                    CREATE TABLE run (
                        id INTEGER PRIMARY KEY CHECK (id > 0),
                        audit INTEGER NOT NULL UNIQUE REFERENCES audit (seq),
                        borough TEXT NOT NULL,
                        as_of TEXT NOT NULL,
                        approval TEXT NOT NULL REFERENCES approval (digest),
                        pack TEXT NOT NULL,
                        pack_id TEXT NOT NULL,
                        version TEXT NOT NULL,
                        program TEXT NOT NULL,
                        at TEXT NOT NULL,
                        evaluated INTEGER NOT NULL,
                        restricted INTEGER NOT NULL,
                        rejected INTEGER NOT NULL,
                        errors INTEGER NOT NULL,
                        recommended INTEGER NOT NULL,
                        tasked INTEGER NOT NULL,
                        refused INTEGER NOT NULL,
                        has_company INTEGER NOT NULL CHECK (has_company IN (0, 1)),
                        digest BLOB NOT NULL CHECK (length(digest) = 32)
                    ) STRICT;
                    CREATE INDEX run_borough ON run (borough, as_of);
                    CREATE TABLE input (
                        id INTEGER PRIMARY KEY,
                        nominal TEXT NOT NULL REFERENCES nominal (id) ON DELETE CASCADE,
                        digest BLOB NOT NULL CHECK (length(digest) = 32),
                        line BLOB NOT NULL,
                        UNIQUE (nominal, digest)
                    ) STRICT;
                    -- One row for each nominal that a run evaluated. `record` is kept where the answer is not the one before it, apart
                    -- from dates; `leaf` stays when the nominal is forgotten, and the rest of the row goes.
                    CREATE TABLE decision (
                        run INTEGER NOT NULL REFERENCES run (id) DEFERRABLE INITIALLY DEFERRED,
                        place INTEGER NOT NULL CHECK (place > 0),
                        nominal TEXT REFERENCES nominal (id) ON DELETE SET NULL,
                        input INTEGER REFERENCES input (id) ON DELETE SET NULL,
                        digest BLOB CHECK (length(digest) = 32),
                        leaf BLOB NOT NULL CHECK (length(leaf) = 32),
                        PRIMARY KEY (run, place)
                    ) STRICT, WITHOUT ROWID;
                    CREATE INDEX decision_nominal ON decision (nominal, run) WHERE nominal IS NOT NULL;
                    CREATE INDEX decision_input ON decision (input) WHERE input IS NOT NULL;
                    CREATE TABLE record (
                        run INTEGER NOT NULL,
                        place INTEGER NOT NULL,
                        nominal TEXT NOT NULL REFERENCES nominal (id) ON DELETE CASCADE,
                        line BLOB NOT NULL,
                        PRIMARY KEY (run, place),
                        FOREIGN KEY (run, place) REFERENCES decision (run, place)
                    ) STRICT;
                    CREATE INDEX record_nominal ON record (nominal);
                    CREATE TABLE recommendation (
                        id INTEGER PRIMARY KEY AUTOINCREMENT,
                        nominal TEXT NOT NULL REFERENCES nominal (id) ON DELETE CASCADE,
                        borough TEXT NOT NULL,
                        run INTEGER NOT NULL,
                        place INTEGER NOT NULL,
                        made TEXT NOT NULL,
                        decide_by TEXT NOT NULL,
                        action TEXT NOT NULL CHECK (action IN ('select', 'monitor', 'none', 'retain', 'deselect', 'refer')),
                        category TEXT,
                        rule TEXT,
                        title TEXT,
                        because TEXT NOT NULL,
                        unknown TEXT NOT NULL,
                        state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'confirmed', 'departed', 'replaced', 'lapsed', 'restricted')),
                        closed TEXT,
                        FOREIGN KEY (run, place) REFERENCES decision (run, place),
                        CHECK ((state = 'open') = (closed IS NULL))
                    ) STRICT;
                    CREATE UNIQUE INDEX recommendation_open ON recommendation (nominal) WHERE state = 'open';
                    CREATE INDEX recommendation_nominal ON recommendation (nominal, id);
                    CREATE INDEX recommendation_queue ON recommendation (borough, decide_by) WHERE state = 'open';
                    -- What people decided. Only this changes where somebody stands.
                    CREATE TABLE panel_decision (
                        audit INTEGER PRIMARY KEY REFERENCES audit (seq),
                        recommendation INTEGER NOT NULL UNIQUE REFERENCES recommendation (id) ON DELETE CASCADE,
                        nominal TEXT NOT NULL REFERENCES nominal (id) ON DELETE CASCADE,
                        day TEXT NOT NULL,
                        who TEXT NOT NULL,
                        outcome TEXT NOT NULL CHECK (outcome IN ('confirmed', 'departed')),
                        action TEXT NOT NULL CHECK (action IN ('select', 'monitor', 'none', 'retain', 'deselect', 'refer')),
                        category TEXT,
                        reason TEXT,
                        words TEXT NOT NULL,
                        again TEXT,
                        CHECK ((outcome = 'departed') = (reason IS NOT NULL))
                    ) STRICT;
                    CREATE INDEX panel_decision_nominal ON panel_decision (nominal, audit);
                    -- Every change of where somebody stands, the first of them from an import, the others from a panel's decision.
                    CREATE TABLE standing_change (
                        audit INTEGER PRIMARY KEY REFERENCES audit (seq),
                        nominal TEXT NOT NULL REFERENCES nominal (id) ON DELETE CASCADE,
                        borough TEXT NOT NULL,
                        day TEXT NOT NULL,
                        was TEXT NOT NULL,
                        was_category TEXT,
                        now TEXT NOT NULL,
                        now_category TEXT,
                        rule TEXT
                    ) STRICT;
                    CREATE INDEX standing_change_nominal ON standing_change (nominal, audit);
                    CREATE TABLE review (
                        audit INTEGER PRIMARY KEY REFERENCES audit (seq),
                        nominal TEXT NOT NULL REFERENCES nominal (id) ON DELETE CASCADE,
                        day TEXT NOT NULL,
                        who TEXT NOT NULL,
                        outcome TEXT NOT NULL,
                        words TEXT NOT NULL
                    ) STRICT;
                    CREATE INDEX review_nominal ON review (nominal, day);
                    CREATE TABLE tasking (
                        id INTEGER PRIMARY KEY AUTOINCREMENT,
                        nominal TEXT NOT NULL REFERENCES nominal (id) ON DELETE CASCADE,
                        borough TEXT NOT NULL,
                        run INTEGER NOT NULL,
                        place INTEGER NOT NULL,
                        kind TEXT NOT NULL,
                        title TEXT NOT NULL,
                        owner TEXT NOT NULL,
                        priority TEXT,
                        opened TEXT NOT NULL,
                        due TEXT,
                        because TEXT,
                        key TEXT NOT NULL UNIQUE,
                        status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'done', 'cancelled')),
                        closed TEXT,
                        who TEXT,
                        words TEXT,
                        FOREIGN KEY (run, place) REFERENCES decision (run, place),
                        CHECK ((status = 'open') = (closed IS NULL))
                    ) STRICT;
                    CREATE INDEX tasking_nominal ON tasking (nominal);
                    CREATE INDEX tasking_open ON tasking (borough, owner, due) WHERE status = 'open';
                    -- Scores of people in the cohort: the first of each month, and each that is in another band than the one before.
                    CREATE TABLE score (
                        nominal TEXT NOT NULL REFERENCES nominal (id) ON DELETE CASCADE,
                        matrix TEXT NOT NULL,
                        day TEXT NOT NULL,
                        run INTEGER NOT NULL REFERENCES run (id) DEFERRABLE INITIALLY DEFERRED,
                        score REAL NOT NULL,
                        band TEXT,
                        PRIMARY KEY (nominal, matrix, day)
                    ) STRICT, WITHOUT ROWID;
                    CREATE INDEX score_run ON score (run);
                    INSERT INTO standing_change (audit, nominal, borough, day, was, now, now_category)
                        SELECT audit, id, borough, since, 'none', standing, category FROM nominal WHERE standing = 'member';
                    CREATE TRIGGER input_of_nominal AFTER UPDATE OF line, standing, category, since, lead_agency ON nominal
                        BEGIN UPDATE nominal SET input = NULL WHERE id = NEW.id; END;
                    CREATE TRIGGER input_of_tasking AFTER INSERT ON tasking
                        BEGIN UPDATE nominal SET input = NULL WHERE id = NEW.nominal; END;
                    CREATE TRIGGER input_of_tasking_status AFTER UPDATE OF status ON tasking
                        BEGIN UPDATE nominal SET input = NULL WHERE id = NEW.nominal; END;
                    CREATE TRIGGER input_of_review AFTER INSERT ON review
                        BEGIN UPDATE nominal SET input = NULL WHERE id = NEW.nominal; END;
                    CREATE TRIGGER input_of_score AFTER INSERT ON score
                        BEGIN UPDATE nominal SET input = NULL WHERE id = NEW.nominal; END;
                    CREATE TRIGGER input_of_score_again AFTER UPDATE ON score
                        BEGIN UPDATE nominal SET input = NULL WHERE id = NEW.nominal; END;
                    """)
        }
        migrator.registerMigration("5 pages") { db in
            try db.execute(
                sql: """
                    -- So that one page of a list costs the same however long the list is.
                    DROP INDEX recommendation_queue;
                    CREATE INDEX recommendation_queue ON recommendation (borough, decide_by, \(StoreReader.urgency), id) WHERE state = 'open';
                    CREATE INDEX recommendation_order ON recommendation (decide_by, \(StoreReader.urgency), id) WHERE state = 'open';
                    CREATE INDEX recommendation_count ON recommendation (borough, decide_by, nominal, state) WHERE state = 'open';
                    DROP INDEX tasking_open;
                    CREATE INDEX tasking_open ON tasking (borough, owner, due, nominal, status) WHERE status = 'open';
                    CREATE INDEX tasking_order ON tasking (status <> 'open', due IS NULL, due, id);
                    CREATE INDEX tasking_owner ON tasking (owner, status <> 'open', due IS NULL, due, id);
                    CREATE INDEX nominal_restricted ON nominal (id) WHERE restricted = 1;
                    CREATE INDEX audit_who ON audit (who);
                    CREATE INDEX audit_kind ON audit (kind);
                    """)
        }
        return migrator
    }
}

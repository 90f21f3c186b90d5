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
        return migrator
    }
}

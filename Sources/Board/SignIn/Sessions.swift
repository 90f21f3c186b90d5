import Crypto
import Notation

/// Who is signed in. It is kept in memory only: when the program ends, everybody signs in again.
final class Sessions: Sendable {
    struct Session: Sendable {
        let person: String
        /// Of the password with which they signed in. Where that has changed, the session has ended.
        let password: ScryptPassword
        let token: String
        let began: Int
        var used: Int
        var notice: String?
        /// What the person gave as the reason for looking at nominals, and when; nil where they have not looked at any.
        var purpose: (at: Int, words: String)?
    }

    /// Milliseconds without a request after which a session has ended.
    static let idle = 15 * 60_000
    /// Milliseconds after which it has ended in any case.
    static let longest = 8 * 3_600_000
    /// At most so many at once; the one longest unused gives way.
    private static let most = 10_000

    private let sessions = Locked<[String: Session]>([:])

    /// - Returns: what the browser keeps in its cookie, and nothing else does.
    func begin(_ person: String, password: ScryptPassword, now: Int) -> String {
        let secret = hexadecimal(randomBytes(32))
        let session = Session(person: person, password: password, token: hexadecimal(randomBytes(32)), began: now, used: now)
        sessions.withLock { sessions in
            sessions = sessions.filter { !Sessions.hasEnded($0.value, now) }
            if sessions.count >= Sessions.most, let oldest = sessions.min(by: { $0.value.used < $1.value.used })?.key { sessions[oldest] = nil }
            sessions[Sessions.key(secret)] = session
        }
        return secret
    }

    /// The session of a cookie, which goes on for another while by being asked for; nil where it has ended.
    /// - Returns: with its key, by which it can be changed.
    func find(_ secret: String, now: Int) -> (key: String, session: Session)? {
        let key = Sessions.key(secret)
        return sessions.withLock { sessions in
            guard var session = sessions[key] else { return nil }
            guard !Sessions.hasEnded(session, now) else {
                sessions[key] = nil
                return nil
            }
            session.used = now
            sessions[key] = session
            return (key, session)
        }
    }

    func end(_ key: String) { sessions.withLock { $0[key] = nil } }

    func change<Result: Sendable>(_ key: String, _ body: (inout Session) -> Result) -> Result? {
        sessions.withLock { sessions in
            guard var session = sessions[key] else { return nil }
            let result = body(&session)
            sessions[key] = session
            return result
        }
    }

    private static func hasEnded(_ session: Session, _ now: Int) -> Bool { now - session.used > idle || now - session.began > longest }

    /// So that looking one up tells nothing by the time it takes, and memory holds no cookie.
    private static func key(_ secret: String) -> String { hexadecimal(SHA256.hash(data: Array(secret.utf8))) }
}

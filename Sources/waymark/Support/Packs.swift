import Glibc
import RulePacks

/// Loads packs for verbs, and turns what is wrong with them into an end of the command.
enum Packs {
    static func load(_ path: String) throws -> PackSource {
        do throws(PackError) {
            return try PackSource.load(path).pack
        } catch {
            throw Stop(error)
        }
    }
}

/// Time that passes, for summaries only: no decision ever sees it.
enum Clock {
    static var now: timespec {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now
    }

    static func seconds(since start: timespec) -> Double {
        let end = now
        return Double(end.tv_sec - start.tv_sec) + Double(end.tv_nsec - start.tv_nsec) / 1e9
    }
}

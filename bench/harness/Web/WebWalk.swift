import Glibc

/// Many at once who use a site, from one thread: each waits for the answer to what they asked before they ask for more.
struct WebWalk {
    struct Taken {
        let route: String
        let status: Int
        let nanoseconds: Int
    }

    let walkers: [any WebWalker]
    /// Requests a second that each makes at most.
    let rate: Double
    let seconds: Double

    private struct State {
        var due: Int
        /// nil while nothing is asked for.
        var asked: (request: WebRequest, route: String, at: Int)?
    }

    func run() throws(BenchFailure) -> [Taken] {
        let begin = nanoseconds(), end = begin + Int(seconds * 1e9), pause = Int(1e9 / rate)
        var chance = WebChance(seed: 7)
        // They do not all begin at the same moment.
        var states = walkers.map { _ in State(due: begin + chance.below(pause)) }
        var taken: [Taken] = []
        while true {
            let now = nanoseconds()
            for place in walkers.indices where states[place].asked == nil && states[place].due <= now && now < end {
                let (request, route) = walkers[place].next()
                let at = nanoseconds()
                try walkers[place].connection.send(request)
                states[place].asked = (request, route, at)
                // Between half and one and a half of the pause, so that they do not fall into step; and never more than the rate.
                states[place].due = max(states[place].due, at - pause) + pause / 2 + chance.below(pause)
            }
            let waiting = states.indices.filter { states[$0].asked != nil }
            if waiting.isEmpty, now >= end { return taken }
            var polls = waiting.map { pollfd(fd: walkers[$0].connection.descriptor, events: Int16(POLLIN), revents: 0) }
            let next = states.filter { $0.asked == nil }.map(\.due).min() ?? Int.max
            let wait = now >= end ? 1000 : max(0, min(1000, (min(next, end) - nanoseconds()) / 1_000_000 + 1))
            guard poll(&polls, nfds_t(polls.count), Int32(wait)) >= 0 || errno == EINTR else { throw BenchFailure(description: "cannot wait for the server") }
            for (poll, place) in zip(polls, waiting) where poll.revents != 0 {
                guard let asked = states[place].asked, let answer = try walkers[place].connection.receive() else { continue }
                taken.append(Taken(route: asked.route, status: answer.status, nanoseconds: nanoseconds() - asked.at))
                states[place].asked = nil
                walkers[place].take(answer, to: asked.request)
            }
        }
    }
}

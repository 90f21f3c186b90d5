import Glibc

/// Where the people of a group stand in its drawing, in pixels. The same group gives the same places.
struct NetworkLayout {
    struct Spot {
        var x: Int
        var y: Int
    }

    /// One for each person.
    private(set) var spots: [Spot]
    private(set) var middle = Spot(x: 0, y: 0)
    private(set) var width = 0
    private(set) var height = 0

    /// From one circle to the next on a ring, so that what stands below each can be read.
    private static let apart = 70.0
    /// Around everything, for circles, what stands below them and the bows of lines.
    private static let margin = (side: 58, above: 46, below: 40)
    /// Rings are a little flatter than circles.
    private static let flat = 0.87
    /// How far the rings of people so many links away are from the middle; who is further away stands on the last.
    private static let rings = [0.0, 115, 215, 305, 385]

    /// People around something that they share: on one ring, or on two in turn, so that each has a free way to the middle.
    init(around count: Int) {
        let isOne = count <= 10
        let inner = max(115, Double(count) / (isOne ? 1 : 2) * NetworkLayout.apart / (2 * .pi))
        spots = (0..<count).map { place in NetworkLayout.spot(Double(place) / Double(count), inner + (isOne || place.isMultiple(of: 2) ? 0 : 90)) }
        frame()
    }

    /// The first person in the middle, and each of the others on the ring of so many links, beside the one through whom they are linked.
    /// - Parameter ties: by places among the people. Who has none with the others stands on the first ring.
    init(linked count: Int, _ ties: [(from: Int, to: Int)]) {
        let tree = Tree(count, ties)
        let turns = tree.turns()
        // Rings are as wide as the two who are nearest to each other on one need them.
        var scale = 1.0
        for ring in 1..<NetworkLayout.rings.count {
            let around = (0..<count).filter { tree.depths[$0] == ring }.map { turns[$0] }.sorted()
            guard let first = around.first, around.count > 1 else { continue }
            let gap = zip(around, around.dropFirst() + [first + 1]).map { $1 - $0 }.min() ?? 1
            scale = max(scale, NetworkLayout.apart / (2 * .pi * NetworkLayout.rings[ring] * gap))
        }
        spots = (0..<count).map { NetworkLayout.spot(turns[$0], NetworkLayout.rings[tree.depths[$0]] * scale) }
        frame()
    }

    /// - Parameter turn: from 0 at the top, clockwise to 1.
    private static func spot(_ turn: Double, _ distance: Double) -> Spot {
        Spot(x: Int((sin(turn * 2 * .pi) * distance).rounded()), y: -Int((cos(turn * 2 * .pi) * distance * flat).rounded()))
    }

    /// Moves everything to where a drawing begins.
    private mutating func frame() {
        let (xs, ys) = (spots.map(\.x) + [0], spots.map(\.y) + [0])
        let left = (xs.min() ?? 0) - NetworkLayout.margin.side, top = (ys.min() ?? 0) - NetworkLayout.margin.above
        width = (xs.max() ?? 0) + NetworkLayout.margin.side - left
        height = (ys.max() ?? 0) + NetworkLayout.margin.below - top
        spots = spots.map { Spot(x: $0.x - left, y: $0.y - top) }
        middle = Spot(x: -left, y: -top)
    }

    /// How near a line between two places comes to a third.
    static func distance(of spot: Spot, fromLine from: Spot, _ to: Spot) -> Double {
        let (x, y) = (Double(to.x - from.x), Double(to.y - from.y)), (px, py) = (Double(spot.x - from.x), Double(spot.y - from.y))
        let length = x * x + y * y
        let along = length > 0 ? min(1, max(0, (px * x + py * y) / length)) : 0
        let (dx, dy) = (px - along * x, py - along * y)
        return (dx * dx + dy * dy).squareRoot()
    }

    /// Where a bow between two places is drawn to; nil where they are one.
    static func beside(_ from: Spot, _ to: Spot) -> Spot? {
        let (x, y) = (Double(to.x - from.x), Double(to.y - from.y))
        let length = (x * x + y * y).squareRoot()
        guard length > 0 else { return nil }
        // Upwards: below stand the ids.
        let bow = x < 0 ? bow : -bow
        return Spot(x: (from.x + to.x) / 2 + Int((-y / length * bow).rounded()), y: (from.y + to.y) / 2 + Int((x / length * bow).rounded()))
    }

    private static let bow = 80.0

    /// Who is reached through whom on the shortest way from the first.
    private struct Tree {
        private var children: [[Int]]
        /// The ring of each.
        private(set) var depths: [Int]
        /// In the order of the tree, from the first.
        private var order: [Int] = []

        init(_ count: Int, _ ties: [(from: Int, to: Int)]) {
            children = Array(repeating: [], count: count)
            depths = Array(repeating: 0, count: count)
            var above = Array(repeating: 0, count: count)
            var beside: [[Int]] = Array(repeating: [], count: count)
            for tie in ties {
                beside[tie.from].append(tie.to)
                beside[tie.to].append(tie.from)
            }
            var isFound = Array(repeating: false, count: count)
            var next = 0
            func add(_ person: Int, below parent: Int?) {
                isFound[person] = true
                order.append(person)
                guard let parent else { return }
                above[person] = parent
                children[parent].append(person)
                depths[person] = depths[parent] + 1
            }
            for start in 0..<count where !isFound[start] {
                add(start, below: start == 0 ? nil : 0)
                while next < order.count {
                    let person = order[next]
                    // Behind the last ring there is none: whoever is further away stands beside those on it.
                    let parent = depths[person] == NetworkLayout.rings.count - 1 ? above[person] : person
                    for other in beside[person].sorted() where !isFound[other] { add(other, below: parent) }
                    next += 1
                }
            }
        }

        /// Where on its ring each stands, from 0 to 1. A part of the circle is divided half by how many there are behind each, half
        /// evenly, so that nobody is squeezed in beside a crowd.
        func turns() -> [Double] {
            var leaves = Array(repeating: 0, count: depths.count)
            for person in order.reversed() { leaves[person] = max(1, children[person].reduce(0) { $0 + leaves[$1] }) }
            var turns = Array(repeating: 0.0, count: depths.count)
            var parts = Array(repeating: (from: 0.0, size: 1.0), count: depths.count)
            for person in order {
                let part = parts[person]
                turns[person] = part.from + part.size / 2
                var from = part.from
                for child in children[person] {
                    let size = part.size * (Double(leaves[child]) / Double(leaves[person]) + 1 / Double(children[person].count)) / 2
                    parts[child] = (from, size)
                    from += size
                }
            }
            return turns
        }
    }
}

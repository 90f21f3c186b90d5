import DecisionStore
import TaskingProcess

/// A group as a drawing. The same group gives the same drawing.
struct NetworkDrawing {
    private static let radius = 14

    private let group: GroupPicture
    private let words: Words
    private let layout: NetworkLayout

    init(_ group: GroupPicture, words: Words) {
        self.group = group
        self.words = words
        layout = group.key == nil ? NetworkLayout(linked: group.people.count, group.ties.map { ($0.from, $0.to) }) : NetworkLayout(around: group.people.count)
    }

    private var middle: NetworkLayout.Spot { layout.middle }
    private var spots: [NetworkLayout.Spot] { layout.spots }

    func figure(_ number: Int) -> HTML {
        let (width, height) = (layout.width, layout.height)
        let title = words(.groupDrawing, ["group": group.title, "people": String(group.people.count), "links": String(group.key == nil ? group.ties.count : group.people.count)])
        return """
            <figure class="network">
            <div class="scroll" role="group" tabindex="0" aria-labelledby="group-\(number)">
            <svg viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)"\(width > 420 ? " class=\"wide\"" : .empty) role="img" aria-labelledby="drawn-\(number)">
            <title id="drawn-\(number)">\(title)</title>
            \(group.key == nil ? HTML(group.ties.map(line)) : spokes)
            \(group.key.map(hub) ?? .empty)
            \(group.people.indices.map(person))
            </svg>
            </div>
            <figcaption>\(words[.groupLegend])</figcaption>
            <ul class="key">
            \(legend)</ul>
            </figure>
            """
    }

    /// Straight, or around whoever stands in its way: it would seem to end there.
    private func line(_ tie: GroupPicture.Tie) -> HTML {
        let kind = tie.kinds.first ?? "", from = spots[tie.from], to = spots[tie.to]
        let isFree = spots.indices.allSatisfy { $0 == tie.from || $0 == tie.to || NetworkLayout.distance(of: spots[$0], fromLine: from, to) > Double(NetworkDrawing.radius + 6) }
        guard !isFree, let by = NetworkLayout.beside(from, to) else { return line(kind, from, to) }
        return "<path class=\"\(kind)\" d=\"M \(from.x) \(from.y) Q \(by.x) \(by.y) \(to.x) \(to.y)\"/>\n"
    }

    private func line(_ kind: String, _ from: NetworkLayout.Spot, _ to: NetworkLayout.Spot) -> HTML {
        "<line class=\"\(kind)\" x1=\"\(from.x)\" y1=\"\(from.y)\" x2=\"\(to.x)\" y2=\"\(to.y)\"/>\n"
    }

    private var spokes: HTML { HTML(spots.map { line("gang", middle, $0) }) }

    private func hub(_ key: String) -> HTML {
        let text = key.count > 24 ? key.prefix(23) + "…" : key[...]
        let half = 20 + 4 * text.count
        return """
            <rect class="hub" x="\(middle.x - half)" y="\(middle.y - 18)" width="\(2 * half)" height="36" rx="6"/>
            <text x="\(middle.x)" y="\(middle.y + 5)" text-anchor="middle">\(String(text))</text>
            """
    }

    private func person(_ place: Int) -> HTML {
        let person = group.people[place], spot = spots[place]
        let asked: HTML = place == 0 ? " class=\"asked\"" : .empty
        return """
            <g\(asked)><circle class="\(person.standing.kind.rawValue)" cx="\(spot.x)" cy="\(spot.y)" r="\(NetworkDrawing.radius)"/>\
            <text x="\(spot.x)" y="\(spot.y + 30)" text-anchor="middle">\(person.id.count > 14 ? person.id.prefix(13) + "…" : person.id)</text></g>

            """
    }

    /// What each circle and line that is there means.
    private var legend: [HTML] {
        let standings = Set(group.people.map(\.standing.kind))
        let circles = NominalStanding.Kind.allCases.filter(standings.contains).map { kind -> HTML in
            entry("<circle class=\"\(kind.rawValue)\" cx=\"16\" cy=\"10\" r=\"8\"/>", PanelWords.standing(NominalStanding(kind)))
        }
        let kinds = group.key == nil ? Set(group.ties.compactMap(\.kinds.first)).sorted() : []
        let lines = kinds.map { entry(line($0, .init(x: 0, y: 10), .init(x: 32, y: 10)), GroupNetwork.kind($0, words)) }
        return circles + lines + [entry("<g class=\"asked\"><circle cx=\"16\" cy=\"10\" r=\"7\"/></g>", words[.groupAsked])]
    }

    private func entry(_ shape: HTML, _ text: String) -> HTML { "<li><svg viewBox=\"0 0 32 20\" aria-hidden=\"true\">\(shape)</svg> \(text)</li>\n" }
}

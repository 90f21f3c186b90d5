import Notation

extension PageWriter {
    private static let barHeight = 44
    private static let plotTop = 12.0
    private static let plotHeight = 180.0
    private static let mostLabels = 4

    mutating func bars(_ chart: BarChart) -> String {
        let most = chart.full ?? chart.bars.map(\.value).max() ?? 0
        var shapes = ""
        for (place, bar) in chart.bars.enumerated() {
            let top = place * PageWriter.barHeight
            let width = most > 0 ? min(100, max(0, bar.value / most * 100)) : 0
            shapes += """
                <text class="label" x="0" y="\(top + 16)">\(Markup(bar.name).html)</text>
                <text class="value" x="100%" y="\(top + 16)" text-anchor="end">\(Markup(bar.text).html)</text>
                <rect class="track" x="0" y="\(top + 22)" width="100%" height="12"/>
                <rect class="s\(bar.series % 4)" x="0" y="\(top + 22)" width="\(PageWriter.percent(width))" height="12"/>

                """
        }
        return figure(
            chart.title, kind: "bars", chart.source, height: chart.bars.count * PageWriter.barHeight, legend: "", shapes: shapes,
            description: chart.bars.map { "\($0.name): \($0.text)" }.joined(separator: "; ") + ".")
    }

    mutating func lines(_ chart: LineChart) -> String {
        let values = chart.series.flatMap(\.values).compactMap(\.self)
        let most = max(values.max() ?? 0, 0)
        let least = min(values.min() ?? 0, 0)
        let last = max(1, chart.axis.count - 1)
        func x(_ place: Int) -> String { PageWriter.percent(chart.axis.count < 2 ? 50 : 8 + 88 * Double(place) / Double(last)) }
        func y(_ value: Double) -> String {
            let share = most > least ? (value - least) / (most - least) : 0
            return PageWriter.number(PageWriter.plotTop + PageWriter.plotHeight * (1 - share))
        }
        var shapes = ""
        for value in Set([least, most]).sorted() {
            shapes += "<line class=\"grid\" x1=\"0\" x2=\"100%\" y1=\"\(y(value))\" y2=\"\(y(value))\"/>\n"
            shapes += "<text class=\"axis\" x=\"0\" dy=\"-3\" y=\"\(y(value))\">\(shortestText(value))</text>\n"
        }
        let bottom = PageWriter.plotTop + PageWriter.plotHeight
        let step = max(1, (chart.axis.count + PageWriter.mostLabels - 1) / PageWriter.mostLabels)
        for (place, name) in chart.axis.enumerated() where place % step == 0 {
            let anchor = place == 0 ? "start" : place == last ? "end" : "middle"
            shapes += "<text class=\"axis\" x=\"\(x(place))\" y=\"\(PageWriter.number(bottom + 20))\" text-anchor=\"\(anchor)\">\(Markup(name).html)</text>\n"
        }
        for (number, series) in chart.series.enumerated() {
            let points = series.values.enumerated().compactMap { place, value in value.map { (place, $0) } }
            for (from, to) in zip(points, points.dropFirst()) where to.0 == from.0 + 1 {
                shapes += "<line class=\"l\(number % 4)\" x1=\"\(x(from.0))\" y1=\"\(y(from.1))\" x2=\"\(x(to.0))\" y2=\"\(y(to.1))\"/>\n"
            }
            for (place, value) in points { shapes += mark(number % 4, x(place), y(value)) }
        }
        let legend = chart.series.enumerated().map { number, series in
            "<li><svg width=\"28\" height=\"12\" aria-hidden=\"true\"><line class=\"l\(number % 4)\" x1=\"0\" x2=\"28\" y1=\"6\" y2=\"6\"/>"
                + mark(number % 4, "14", "6") + "</svg> \(Markup(series.name).html)</li>"
        }
        let told = chart.series.map { series in
            let values = zip(chart.axis, series.values).map { "\($0) \($1.map(shortestText) ?? "not known")" }
            return "\(series.name): " + values.joined(separator: ", ")
        }
        return figure(
            chart.title, kind: "lines", chart.source, height: Int(bottom) + 28, legend: "<ul class=\"legend\">\(legend.joined())</ul>", shapes: shapes,
            description: told.joined(separator: "; ") + ".")
    }

    private mutating func figure(
        _ title: String, kind: String, _ source: ChartSource?, height: Int, legend: String, shapes: String, description: String
    ) -> String {
        var attributes = ""
        if links != nil, let source {
            attributes = " data-chart=\"\(kind)\" data-columns=\"\(source.columns.map(String.init).joined(separator: " "))\""
            if let rows = source.rows { attributes += " data-rows=\"\(rows)\"" }
        }
        return PageTemplates.render(
            "chart",
            [
                "attributes": Markup(html: attributes),
                "anchor": Markup(html: anchor("chart")), "title": Markup(title), "height": Markup(html: String(height)), "legend": Markup(html: legend),
                "shapes": Markup(html: shapes), "description": Markup(description),
            ])
    }

    /// A circle, a ring, and both larger: told apart without colours, and where lines meet.
    private func mark(_ number: Int, _ x: String, _ y: String) -> String {
        "<circle class=\"m\(number)\" cx=\"\(x)\" cy=\"\(y)\" r=\"\(number < 2 ? 4 : 6)\"/>\n"
    }

    private static func percent(_ value: Double) -> String { number(value) + "%" }

    /// To two places, so that the same chart has the same bytes.
    private static func number(_ value: Double) -> String { shortestText((value * 100).rounded() / 100) }
}

import CohortAnalysis
import Evidence
import Testing

@Suite("files of figures")
struct FigureFileTests {
    private static let totals = "measure,unit,before,during,printed_change,printed_percent,source\n"
    private static let cases = "case,side,item,quantity,unit,price,per,printed,source,note\n"
    private static let costs = "heading,types,average_cost,justice_cost,price_year,source\n"

    @Test(
        "a change in percent is rounded to a tenth, a half up in size",
        arguments: [
            // (before, during, tenths), by hand: −11,114 ÷ 27,268 = −40.758…%
            (27268, 16154, -408), (1000, 1000, 0), (2000, 2001, 1), (2000, 1999, -1), (4000, 4001, 0), (3, 4, 333), (3, 5, 667), (1, 0, -1000),
        ])
    func tenths(before: Int, during: Int, expected: Int) throws {
        let file = FigureFileTests.totals + "Offences,count,\(before),\(during),,,s\n"
        let totals = try PublishedTotals(csv: Array(file.utf8), name: "t.csv")
        #expect(totals.measures.map(\.tenths) == [expected])
        #expect(totals.measures.map(\.change) == [during - before])
    }

    @Test("money is read to the penny, and nothing is guessed")
    func money() throws {
        let file = FigureFileTests.totals + "Cost,pounds,110478201.42,61375191.50,-49103010,-44.4,s\n"
        let measure = try #require(try PublishedTotals(csv: Array(file.utf8), name: "t.csv").measures.first)
        #expect(measure == PublishedTotals.Measure(name: "Cost", unit: .pounds, before: 11_047_820_142, during: 6_137_519_150, printedChange: -4_910_301_000, printedTenths: -444))
        #expect(measure.change == -4_910_300_992)
        #expect(measure.tenths == -444)
    }

    @Test(
        "a line of a case is number times price, for so many units, to a whole pound",
        arguments: [
            // 250 × £37,648 ÷ 365 = £25,786.30
            (250, "37648", 365, 25786), (182, "37648", 365, 18772), (124, "37648", 365, 12790), (22, "1668", 1, 36696), (14, "1668", 1, 23352),
            (1, "0.50", 1, 1), (1, "0.49", 1, 0), (3, "0.50", 1, 2), (0, "99", 1, 0), (100_000, "10000000", 1, 1_000_000_000_000),
        ])
    func amounts(quantity: Int, price: String, per: Int, pounds: Int) throws {
        let file = FigureFileTests.cases + "A,before,Prison,\(quantity),day,\(price),\(per),,,\n"
        #expect(try CostCase.read(csv: Array(file.utf8), name: "c.csv").map(\.lines.first?.amount) == [Pence(pounds * 100)])
    }

    @Test("a price that the print implies is named where it is one of whole pence")
    func implied() throws {
        let file = FigureFileTests.cases + "B,before,Arrests,22,arrest,1668,,37136,,\nB,before,Odd,3,day,10,,31,,\nB,before,Right,2,day,10,,20,,\nB,before,Prison,3,day,10,,,,\n"
        let lines = try #require(try CostCase.read(csv: Array(file.utf8), name: "c.csv").first).lines
        #expect(lines.map(\.impliedPrice) == [Pence(168_800), nil, nil, nil])
    }

    private static let badFiles: [(text: String, message: String)] = [
        (costs, "costs.csv: it has no figures"), ("", "costs.csv: it has no figures"), ("heading,types\nx,y\n", "costs.csv:1: the column `average_cost` is missing"),
        ("heading,types,average_cost,justice_cost,price_year,source,colour\na,,1,1,y,s,c\n", "costs.csv:1: there is no column `colour`"),
        ("heading,heading,types,average_cost,justice_cost,price_year,source\na,a,,1,1,y,s\n", "costs.csv:1: a column stands there twice"),
    ]

    private static let badLines: [(text: String, message: String)] = [
        ("Robbery,robbery,7282,2601,2003/04", "costs.csv:2: the line has 5 values, and there are 6 columns"),
        ("Robbery,robery,7282,2601,2003/04,s", "costs.csv:2: there is no type of offence `robery`"),
        ("Robbery,robbery,\"7,282\",2601,2003/04,s", "costs.csv:2: `7,282` in `average_cost` is not an amount of pounds"),
        ("Robbery,robbery,£7282,2601,2003/04,s", "costs.csv:2: `£7282` in `average_cost` is not an amount of pounds"),
        ("Robbery,robbery,1.005,1,2003/04,s", "costs.csv:2: `1.005` in `average_cost` is not an amount of pounds"),
        ("Robbery,robbery,-1,1,2003/04,s", "costs.csv:2: `-1` in `average_cost` is not an amount of pounds"),
        ("Robbery,robbery,1,2,2003/04,s", "costs.csv:2: a crime costs up to £10,000,000, and justice no more than all of it"),
        ("Robbery,robbery,99999999,2,2003/04,s", "costs.csv:2: a crime costs up to £10,000,000"),
        ("Robbery,robbery,,2,2003/04,s", "costs.csv:2: `average_cost` is empty"),
        ("Robbery,robbery,2,1,2003/04,s\nTheft,robbery,2,1,2003/04,s", "costs.csv:3: `robbery` is costed on an earlier line already"),
        ("Robbery,robbery,2,1,2003/04,s\nTheft,,2,1,2015/16,s", "costs.csv:3: prices of different years or sources cannot be added up"),
        ("\"Robbery,robbery,2,1,2003/04,s", "costs.csv:2: a quoted value is never closed"),
    ]

    @Test("a file that is no table of costs is refused, with what is wrong and where", arguments: badFiles)
    func files(file: (text: String, message: String)) { refused(file.text, file.message) }

    @Test("a line that is no cost is refused, with what is wrong and where", arguments: badLines)
    func lines(line: (text: String, message: String)) { refused(FigureFileTests.costs + line.text + "\n", line.message) }

    private func refused(_ text: String, _ message: String) {
        let error = #expect(throws: FigureFileError.self) { try CostTable(csv: Array(text.utf8), name: "costs.csv") }
        #expect(error?.message.hasPrefix(message) == true, "\(error?.message ?? "")")
    }

    private static let badCases: [(lines: String, message: String)] = [
        ("A,before,Prison,1.5,day,2,,,,\n", "c.csv:2: `1.5` in `quantity` is not a whole number"),
        ("A,before,Prison,1,day,2,0,,,\n", "c.csv:2: `0` in `per` is not a whole number of 1 or more"),
        ("A,before,Prison,100001,day,2,,,,\n", "c.csv:2: a line takes up to 100,000 units"),
        ("A,before,Prison,99999999999999999999,day,2,,,,\n", "c.csv:2: `99999999999999999999` in `quantity` is not a whole number"),
        ("A,during,Prison,1,day,2,,,,\n", "c.csv:2: the side `during` is none"), ("A,before,total,,,,,5,,\n", "c.csv: the case `A` has no lines to add up"),
        ("A,before,x,1,day,2,,,,\nB,before,x,1,day,2,,,,\nA,after,x,1,day,2,,,,\n", "c.csv:4: the lines of case `A` do not stand together"),
    ]

    @Test("a case that cannot be added up is refused", arguments: badCases)
    func caseFaults(bad: (lines: String, message: String)) {
        let text = FigureFileTests.cases + bad.lines
        let error = #expect(throws: FigureFileError.self) { try CostCase.read(csv: Array(text.utf8), name: "c.csv") }
        #expect(error?.message.hasPrefix(bad.message) == true, "\(error?.message ?? "")")
    }

    private static let badTotals: [(lines: String, message: String)] = [
        ("x,count,0,5,,,s\n", "t.csv:2: `0` in `before` is not a whole number of 1 or more"), ("x,pounds,0,5,,,s\n", "t.csv:2: there is no percentage of nothing"),
        ("x,people,1,5,,,s\n", "t.csv:2: the unit `people` is none"), ("x,count,1,5,some,,s\n", "t.csv:2: `some` in `printed_change` is not a number"),
        ("x,count,1,5,,-40.85,s\n", "t.csv:2: `-40.85` in `printed_percent` is not a number of up to 1 decimals"),
    ]

    @Test("totals that have no percentage, or no unit, are refused", arguments: badTotals)
    func totalFaults(bad: (lines: String, message: String)) {
        let text = FigureFileTests.totals + bad.lines
        let error = #expect(throws: FigureFileError.self) { try PublishedTotals(csv: Array(text.utf8), name: "t.csv") }
        #expect(error?.message.hasPrefix(bad.message) == true, "\(error?.message ?? "")")
    }
}

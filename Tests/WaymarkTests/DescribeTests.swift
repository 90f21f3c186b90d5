import Foundation
import TestSupport
import Testing

@Suite("a pack in words")
struct DescribeTests {
    @Test("has the same bytes on every run and from any folder", arguments: shippedPackNames)
    func deterministic(pack: String) throws {
        let work = try Workplace()
        let one = try work.run("describe", "rules/\(pack)", "--as-of", Workplace.date)
        let two = try work.run("describe", "rules/\(pack)/", "--markdown", "--as-of", Workplace.date)
        let three = try WaymarkBinary.run(["describe", "\(work.place.path)/rules/\(pack)", "--as-of", Workplace.date], in: "/")
        #expect(one.status == 0)
        #expect(one.out.count > 3000)
        #expect(two.out == one.out)
        #expect(three.out == one.out)
    }

    @Test("shows what an overlay changes")
    func overlay() throws {
        let work = try Workplace()
        let text = try work.run("describe", "rules/stoke-on-trent").out
        let change = text.lines.first { $0.contains("Score for PPO") && $0.contains("70") && $0.contains("90") }
        #expect(change != nil)
        #expect(text.contains("is visited with an offer to leave"))
    }
}

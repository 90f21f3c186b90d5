import Foundation
import TestSupport

/// Deque's axe, which scripts/setup.sh takes from PyPI where it can.
enum Axe {
    private static let path = "\(projectFolder)/.build/axe/axe_playwright_python/axe.min.js"
    static let isInstalled = FileManager.default.fileExists(atPath: path)
    static let missing = "needs axe, which scripts/setup.sh takes from PyPI where it can"
    static var script: String { get throws { try fileText(path) } }

    /// Every rule of WCAG 2.2 A and AA that it knows.
    static let check = """
        const done = arguments[arguments.length - 1];
        axe.run(document, { runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } })
          .then(result => done(result.violations.map(v => v.id + ": " + v.nodes.map(n => n.target.join(" ") + " " + (n.failureSummary || "")).join("; "))),
                error => done([String(error)]));
        """
}

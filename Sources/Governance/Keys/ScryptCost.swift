/// What it costs to try a passphrase.
package struct ScryptCost: Sendable, Hashable {
    /// A power of 2: memory and time grow with it.
    package var n: Int
    package var r: Int
    package var p: Int

    package init(n: Int, r: Int, p: Int) {
        self.n = n
        self.r = r
        self.p = p
    }

    /// 32 MiB, three times over.
    package static let standard = ScryptCost(n: 1 << 15, r: 8, p: 3)

    /// Whether a file may ask for it: neither too cheap to guess, nor so dear that opening the file would stop the machine.
    package func isAcceptable(least: Int) -> Bool {
        n >= least && n <= 1 << 20 && n & (n - 1) == 0 && (8...16).contains(r) && (1...16).contains(p)
    }
}

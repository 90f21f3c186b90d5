/// A long row of plain values in pieces, so that growing neither copies what is there nor asks for room in advance.
package struct Column<Element: Sendable>: Sendable {
    private static var size: Int { 1 << 14 }
    private var pieces: [[Element]] = []
    package private(set) var count = 0

    package init() {}

    package init(repeating element: Element, count: Int) {
        while self.count + Self.size <= count {
            pieces.append(Array(repeating: element, count: Self.size))
            self.count += Self.size
        }
        for _ in self.count..<count { append(element) }
    }

    package mutating func append(_ element: Element) {
        if count & (Self.size - 1) == 0 {
            var piece: [Element] = []
            piece.reserveCapacity(Self.size)
            pieces.append(piece)
        }
        pieces[pieces.count - 1].append(element)
        count += 1
    }

    package subscript(_ place: Int) -> Element {
        get { pieces[place / Self.size][place % Self.size] }
        set { pieces[place / Self.size][place % Self.size] = newValue }
    }
}

/// One of the things that an expression can come to.
enum KindAtom: Hashable {
    /// What it is cannot be followed.
    case anything
    case nothing
    case yes, no
    case number, text, date, span
    /// A text that stands in the pack as it is.
    case literal(String)
    /// A number, text or date that a field holds, by the field's place in `FieldNames`.
    case field(Int)
    /// A text that is one of several, by its place in `AnswerNames.choices`.
    case choice(Int)
    /// The nominal, a record, or an item of the list at that place in `FieldNames`.
    case record(Int)
    case list(Int)
    /// `d`, `param` or a part of them, by its place in `AnswerNames.spaces`.
    case names(Int)
    case set(Int)
    /// Made of the conditions in a table.
    case filter(Int)
    case table(Int)
    case function(Int)
    case builtin(String)
    case library(String)
    /// `matrix "sac"`, which waits for its table.
    case declarer(String, name: String?)
    case iterator(Int)
    /// `count` and the like, of a list.
    case verb(String)
    /// `has` or `get`, of a record.
    case lookup(String)
    case meanScore
}

/// What an expression can come to: any of several things; empty where it was never reached.
struct Kind {
    private static let most = 24
    private static let mostLiterals = 12

    private(set) var atoms: [KindAtom] = []
    /// There were more things than are kept.
    private(set) var isCut = false

    static let anything = Kind(.anything)
    static let bool = Kind(.yes, .no)

    init(_ atoms: KindAtom...) { self.atoms = atoms }

    var isEmpty: Bool { atoms.isEmpty }
    var isKnown: Bool { !atoms.contains(.anything) }

    /// Without nothing, which checks leave aside: most values may be missing.
    var present: [KindAtom] { atoms.filter { $0 != .nothing } }

    /// - Returns: whether it grew.
    @discardableResult
    mutating func formUnion(_ other: Kind) -> Bool {
        var grew = other.isCut && !isCut
        isCut = isCut || other.isCut
        for atom in other.atoms where insert(atom) { grew = true }
        return grew
    }

    func union(_ other: Kind) -> Kind {
        var result = self
        result.formUnion(other)
        return result
    }

    func filter(_ isKept: (KindAtom) -> Bool) -> Kind {
        var result = self
        result.atoms = atoms.filter(isKept)
        return result
    }

    private mutating func insert(_ atom: KindAtom) -> Bool {
        if atoms.contains(atom) { return false }
        if case .literal = atom {
            if atoms.contains(.text) { return false }
            if atoms.count(where: \.isLiteral) >= Kind.mostLiterals {
                atoms.removeAll(where: \.isLiteral)
                atoms.append(.text)
                return true
            }
        }
        guard atoms.count < Kind.most || atom == .anything else {
            let grew = !isCut
            isCut = true
            if !atoms.contains(.anything) { atoms.append(.anything) }
            return grew
        }
        atoms.append(atom)
        return true
    }
}

extension KindAtom {
    var isLiteral: Bool { if case .literal = self { true } else { false } }
}

/// The values of several expressions in a row, such as a function gives.
struct KindList {
    var first: [Kind] = []
    /// What may follow; empty where nothing does.
    var rest = Kind()

    init(_ first: Kind...) { self.first = first }

    init(_ first: [Kind], rest: Kind = Kind()) {
        self.first = first
        self.rest = rest
    }

    static let anything = KindList([], rest: .anything)

    subscript(place: Int) -> Kind {
        if first.indices.contains(place) { return first[place] }
        return rest.union(Kind(.nothing))
    }

    /// Everything from a place on, as one kind.
    func from(_ place: Int) -> Kind { first.dropFirst(place).reduce(rest) { $0.union($1) } }

    /// - Returns: whether it grew.
    mutating func formUnion(_ other: KindList) -> Bool {
        var grew = false
        while first.count < other.first.count {
            first.append(rest.union(Kind(.nothing)))
            grew = true
        }
        for place in first.indices where first[place].formUnion(other[place]) { grew = true }
        return rest.formUnion(other.rest) || grew
    }
}

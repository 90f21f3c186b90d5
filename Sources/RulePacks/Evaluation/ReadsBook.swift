/// What was read, as a record lists it: people for whom the rules go the same way have the same list, so those made lately are kept.
struct ReadsBook: ~Copyable {
    /// Words of the fields read, as ``LuaRuntime`` gives them.
    static let words = 16
    private static let places = 32

    private let keys: UnsafeMutablePointer<UInt64>
    private let lists: UnsafeMutablePointer<ByteBuffer>
    private let isThere: UnsafeMutablePointer<Bool>

    init() {
        keys = .allocate(capacity: ReadsBook.places * ReadsBook.words)
        keys.initialize(repeating: 0, count: ReadsBook.places * ReadsBook.words)
        lists = .allocate(capacity: ReadsBook.places)
        for place in 0..<ReadsBook.places { (lists + place).initialize(to: ByteBuffer(capacity: 0)) }
        isThere = .allocate(capacity: ReadsBook.places)
        isThere.initialize(repeating: false, count: ReadsBook.places)
    }

    deinit {
        keys.deallocate()
        lists.deinitialize(count: ReadsBook.places)
        lists.deallocate()
        isThere.deallocate()
    }

    /// Puts the list for these words, made by `make` where it is not there.
    func put(_ words: UnsafePointer<UInt64>, _ out: inout ByteBuffer, make: (inout ByteBuffer) -> Void) {
        var mixed: UInt64 = 0
        for word in 0..<ReadsBook.words { mixed = (mixed ^ words[word]) &* 0x9E37_79B9_7F4A_7C15 ^ mixed &>> 29 }
        let place = Int(truncatingIfNeeded: mixed &>> 59)
        let key = keys + place * ReadsBook.words
        var difference: UInt64 = 0
        for word in 0..<ReadsBook.words { difference |= key[word] ^ words[word] }
        if !isThere[place] || difference != 0 {
            lists[place].removeAll()
            make(&lists[place])
            key.update(from: words, count: ReadsBook.words)
            isThere[place] = true
        }
        out.put(lists[place].whole)
    }
}

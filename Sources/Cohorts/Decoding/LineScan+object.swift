/// Objects: the nominal, records, items of lists.
extension LineScan {
    /// Reads from behind the opening brace to behind the closing one.
    /// - Parameter base: the cell from which the parts' cells count.
    mutating func object(_ place: Bytes, container: Int32, base: Int) -> Bytes? {
        let plan = fields + Int(container)
        stamp &+= 1
        let mine = stamp
        var missing = plan.pointee.requiredParts
        var p = skipSpace(place)
        if p < end, p.pointee == 0x7D {
            return missing == 0 ? p + 1 : missingPart(of: container, stamp: mine, at: p)
        }
        // Where the guess for the next key is kept: with the object for its first key, then with the key before.
        var previous: Int32 = -1
        while true {
            var guess = self.guess(after: previous, plan)
            if isPlain, guess >= 0, keys[Int(guess)].isUsual {
                let usual = usual(p, from: guess, base: base, stamp: mine, previous: &previous, missing: &missing)
                p = usual.place
                if usual.isEnd { return missing == 0 ? p + 1 : missingPart(of: container, stamp: mine, at: p) }
                guess = self.guess(after: previous, plan)
            }
            let found: Int32
            if guess >= 0, let behind = match(keys + Int(guess), p) {
                found = guess
                p = behind
            } else {
                guard let (key, behind) = slowKey(p, container: container) else { return nil }
                found = key
                p = behind
                if previous < 0 { plan.pointee.guess = key } else { keys[Int(previous)].next = key }
            }
            let key = keys + Int(found)
            if key.pointee.seen == mine { return fail(.duplicateField, key: found, at: p) }
            key.pointee.seen = mine
            previous = found
            if p < end, p.pointee <= 0x20 { p = skipSpace(p) }
            guard let behind = value(p, key: found, base: base, missing: &missing) else { return nil }
            p = behind
            if p < end, p.pointee <= 0x20 { p = skipSpace(p) }
            guard p < end else { return fail(.syntax("a comma or `}`"), in: container, at: p) }
            if p.pointee == 0x2C {
                p += 1
                if p < end, p.pointee <= 0x20 { p = skipSpace(p) }
            } else if p.pointee == 0x7D {
                return missing == 0 ? p + 1 : missingPart(of: container, stamp: mine, at: p)
            } else {
                return fail(.syntax("a comma or `}`"), in: container, at: p)
            }
        }
    }

    /// The key that came behind another last time; with -1 the first of the object.
    @inline(__always)
    private func guess(after previous: Int32, _ container: UnsafeMutablePointer<FieldPlan>) -> Int32 {
        previous < 0 ? container.pointee.guess : keys[Int(previous)].next
    }

    /// The place behind the key's name and colon, where that is what stands at `p` letter for letter.
    @inline(__always)
    private func match(_ key: UnsafeMutablePointer<KeyPlan>, _ p: Bytes) -> Bytes? {
        let length = Int(key.pointee.length)
        guard end - p >= max(24, length) else { return LineScan.matchByBytes(key, p, end) }
        guard (word(p) ^ key.pointee.words.0) & key.pointee.masks.0 == 0 else { return nil }
        if length > 8 {
            guard (word(p, 8) ^ key.pointee.words.1) & key.pointee.masks.1 == 0,
                (word(p, 16) ^ key.pointee.words.2) & key.pointee.masks.2 == 0
            else { return nil }
            if length > 24 { return LineScan.matchByBytes(key, p, end) }
        }
        return p + length
    }

    // Without the scan itself, which would be copied for the call.
    @inline(never)
    private static func matchByBytes(_ key: UnsafeMutablePointer<KeyPlan>, _ p: Bytes, _ end: Bytes) -> Bytes? {
        let length = Int(key.pointee.length)
        guard end - p >= length else { return nil }
        for i in 0..<length where p[i] != key.pointee.text[i] { return nil }
        return p + length
    }

    /// A key that was not guessed: any of the container's, with spaces and escapes as JSON allows them.
    @inline(never)
    private mutating func slowKey(_ p: Bytes, container: Int32) -> (key: Int32, behind: Bytes)? {
        let plan = fields[Int(container)]
        for i in plan.firstKey..<plan.firstKey + plan.keyCount {
            if let behind = match(keys + Int(i), p) { return (i, behind) }
        }
        guard p < end, p.pointee == 0x22 else {
            _ = fail(.syntax("a field's name in double quotes"), in: container, at: p)
            return nil
        }
        let kept = stringCount
        guard let (behind, name) = text(p + 1, key: -1, container: container) else { return nil }
        stringCount = kept
        var q = skipSpace(behind)
        guard q < end, q.pointee == 0x3A else {
            _ = fail(.syntax("a colon"), in: container, at: q)
            return nil
        }
        q += 1
        for i in plan.firstKey..<plan.firstKey + plan.keyCount {
            let key = keys[Int(i)]
            guard Int(key.length) == name.count + 3 else { continue }
            if (0..<name.count).allSatisfy({ key.text[$0 + 1] == name[$0] }) { return (i, q) }
        }
        _ = fail(.unknownField(String(decoding: name, as: UTF8.self)), in: container, at: skipSpace(q))
        return nil
    }

    /// Notes the first required part that the object has not given.
    @inline(never)
    private mutating func missingPart(of container: Int32, stamp mine: UInt64, at p: Bytes) -> Bytes? {
        let plan = fields[Int(container)]
        for i in plan.firstKey..<plan.firstKey + plan.keyCount {
            let key = keys[Int(i)]
            guard !key.isAlias, fields[Int(key.field)].isRequired, key.seen != mine else { continue }
            let other = (plan.firstKey..<plan.firstKey + plan.keyCount).contains {
                keys[Int($0)].isAlias && keys[Int($0)].field == key.field && keys[Int($0)].seen == mine
            }
            if !other { return fail(.missing, key: i, at: p) }
        }
        return fail(.syntax("every required field"), in: container, at: p)
    }
}

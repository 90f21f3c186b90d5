import FieldDefinitions

/// Names that packs can use, made of names that people use.
package enum PackName {
    /// Whether a text is a name as declarations and fields have them.
    static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, isLetter(first) else { return false }
        return text.utf8.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_") }
    }

    static func isPath(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return !parts.isEmpty && parts.allSatisfy { isName(String($0)) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// `Applicant Age` is `applicant_age`, `RiskCategory` is `risk_category`, `Approved/Declined` is `approved_declined`.
    package static func of(_ label: String, else fallback: String = "value") -> String {
        var name = ""
        var before: Unicode.Scalar = " "
        for scalar in label.unicodeScalars {
            let isUpper = ("A"..."Z").contains(scalar)
            if ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || isUpper {
                if isUpper, ("a"..."z").contains(before) || ("0"..."9").contains(before) { name += "_" }
                name.unicodeScalars.append(isUpper ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar)
            } else if !name.isEmpty, !name.hasSuffix("_") {
                name += "_"
            }
            before = scalar
        }
        while name.hasSuffix("_") { name.removeLast() }
        if name.utf8.count > 48 { name = String(name.prefix(48)) }
        if let first = name.utf8.first, isDigit(first) { name = "\(fallback)_\(name)" }
        if name.isEmpty { name = fallback }
        return FieldCatalogue.luaKeywords.contains(name) || FieldCatalogue.reservedFieldNames.contains(name) ? "\(name)_\(fallback)" : name
    }

    /// The name, or the first with a number behind it that is not taken yet; it is taken from then on.
    static func unique(_ name: String, _ taken: inout Set<String>) -> String {
        var candidate = name
        var number = 2
        while !taken.insert(candidate).inserted {
            candidate = "\(name)_\(number)"
            number += 1
        }
        return candidate
    }
}

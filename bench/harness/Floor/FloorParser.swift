/// Reads one line of the common cohort as quickly as the machine can: any valid JSON, keys in any order, and nothing kept that the
/// rules do not look at. Values are not checked; a line that is not JSON where it is looked at is given up.
struct FloorParser {
    typealias Place = UnsafePointer<UInt8>

    private let end: Place

    /// The place behind the last byte of the line; sixteen bytes more must be readable.
    init(end: Place) { self.end = end }

    @inline(__always)
    private func word(_ p: Place) -> UInt64 { UnsafeRawPointer(p).loadUnaligned(as: UInt64.self) }

    @inline(__always)
    private func space(_ place: Place) -> Place {
        var p = place
        while p.pointee <= 0x20, p < end { p += 1 }
        return p
    }

    /// The first eight bytes of a name, as they lie in memory.
    @inline(__always)
    private static func name(_ text: StaticString) -> UInt64 {
        var word: UInt64 = 0
        for place in 0..<min(8, text.utf8CodeUnitCount) { word |= UInt64(text.utf8Start[place]) << UInt64(place * 8) }
        return word
    }

    /// The double quote that ends a text, past escapes.
    @inline(__always)
    private func quote(_ place: Place) -> Place {
        var p = place
        while p < end {
            let word = word(p)
            let quotes = word ^ 0x2222_2222_2222_2222
            let escapes = word ^ 0x5C5C_5C5C_5C5C_5C5C
            let zeros = ((quotes &- 0x0101_0101_0101_0101) & ~quotes | (escapes &- 0x0101_0101_0101_0101) & ~escapes) & 0x8080_8080_8080_8080
            if zeros == 0 {
                p += 8
                continue
            }
            p += zeros.trailingZeroBitCount / 8
            if p.pointee == 0x22 { return p }
            p += 2
        }
        return end
    }

    /// From behind a key's first quote to its value; nil where there is none.
    @inline(__always)
    private func value(_ place: Place) -> Place? {
        let p = space(quote(place) + 1)
        return p.pointee == 0x3A ? space(p + 1) : nil
    }

    /// From behind a value to behind the comma that follows; nil where `close` ends the object or list instead, and the place is
    /// behind that.
    @inline(__always)
    private func goesOn(_ p: inout Place, _ close: UInt8, _ isBroken: inout Bool) -> Bool {
        p = space(p)
        if p.pointee == 0x2C {
            p = space(p + 1)
            return true
        }
        if p.pointee != close || p >= end { isBroken = true }
        p += 1
        return false
    }

    /// Behind a value of any kind.
    private func skip(_ place: Place) -> Place {
        var p = place
        if p.pointee == 0x22 { return quote(p + 1) + 1 }
        var depth = 0
        while p < end {
            switch p.pointee {
            case 0x22: p = quote(p + 1)
            case 0x7B, 0x5B: depth += 1
            case 0x7D, 0x5D:
                if depth == 0 { return p }
                depth -= 1
                if depth == 0 { return p + 1 }
            case 0x2C: if depth == 0 { return p }
            default: break
            }
            p += 1
        }
        return end
    }

    /// A whole number, or -1 for null.
    @inline(__always)
    private func number(_ p: inout Place) -> Int64 {
        if p.pointee == 0x6E {
            p += 4
            return -1
        }
        var value: Int64 = 0
        while p.pointee &- 0x30 <= 9 {
            value = value &* 10 &+ Int64(p.pointee &- 0x30)
            p += 1
        }
        return value
    }

    /// `"2017-06-30"` as 20170630, from its quote on.
    @inline(__always)
    private func date(_ p: inout Place) -> Int64 {
        let low = word(p + 1)
        let high = word(p + 3)
        let digits = (low & 0xFFFF_FFFF | (low >> 8) & 0x0000_FFFF_0000_0000 | high & 0xFFFF_0000_0000_0000) ^ 0x3030_3030_3030_3030
        let pairs = digits &* 10 &+ digits >> 8
        let year = Int64(pairs & 0xFF) &* 100 &+ Int64((pairs >> 16) & 0xFF)
        p += 12
        return year &* 10_000 &+ Int64((pairs >> 32) & 0xFF) &* 100 &+ Int64((pairs >> 48) & 0xFF)
    }

    /// nil where the line is not JSON.
    func read(_ start: Place) -> FloorPerson? {
        var person = FloorPerson()
        var isBroken = false
        var p = space(start)
        guard p.pointee == 0x7B else { return nil }
        p = space(p + 1)
        repeat {
            guard p.pointee == 0x22 else { return nil }
            let key = word(p + 1)
            guard let behindKey = value(p + 1) else { return nil }
            p = behindKey
            switch key {
            case FloorParser.name("offences"): p = offences(p, &person, &isBroken)
            case FloorParser.name("intellig"): p = reports(p, &person, &isBroken)
            case FloorParser.name("borough\""):
                let behind = quote(p + 1)
                person.isPilot = FloorParser.isPilot(p + 1, behind - p - 1)
                p = behind + 1
            case FloorParser.name("date_of_"): person.birth = date(&p)
            case FloorParser.name("custody_"):
                person.custody = p[1] == 0x6C ? .licence : p[1] == 0x6E ? .none : p[2] == 0x75 ? .custody : .community
                p = quote(p + 1) + 1
            case FloorParser.name("convicti"): person.convictions = number(&p)
            case FloorParser.name("age_firs"): person.firstConviction = number(&p)
            case FloorParser.name("risk_of_"):
                person.harm = p[1] == 0x6C ? 0 : p[1] == 0x6D ? 1 : p[1] == 0x68 ? 3 : 4
                p = quote(p + 1) + 1
            default:
                if key & 0xFFFF_FFFF_FFFF == FloorParser.name("ogrs2\"") {
                    person.ogrs2 = number(&p)
                } else if key & 0xFFFF_FFFF_FFFF == FloorParser.name("needs\"") {
                    p = needs(p, &person, &isBroken)
                } else if key & 0xFF_FFFF_FFFF_FFFF == FloorParser.name("orders\"") {
                    p = orders(p, &person, &isBroken)
                } else if key & 0xFF_FFFF_FFFF == FloorParser.name("gang\"") {
                    person.isInGang = p.pointee == 0x7B
                    p = skip(p)
                } else if key & 0xFF_FFFF == FloorParser.name("id\"") {
                    let behind = quote(p + 1)
                    person.id = UnsafeBufferPointer(start: p + 1, count: behind - p - 1)
                    p = behind + 1
                } else {
                    p = skip(p)
                }
            }
        } while !isBroken && goesOn(&p, 0x7D, &isBroken)
        return isBroken || space(p) < end ? nil : person
    }

    private static func isPilot(_ text: Place, _ length: Int) -> Bool {
        let word = UnsafeRawPointer(text).loadUnaligned(as: UInt64.self)
        func starts(_ start: StaticString) -> Bool {
            let bits = UInt64(min(8, start.utf8CodeUnitCount) * 8)
            return length == start.utf8CodeUnitCount && word & (bits == 64 ? .max : 1 << bits - 1) == name(start)
        }
        return starts("Camden") || starts("Enfield") || starts("Hackney") || starts("Haringey") || starts("Islington")
            || starts("Newham") || starts("Tower Hamlets") || starts("Waltham Forest")
    }

    @inline(__always)
    private func needs(_ place: Place, _ person: inout FloorPerson, _ isBroken: inout Bool) -> Place {
        var p = space(place + 1)
        repeat {
            let key = word(p + 1)
            guard p.pointee == 0x22, let behindKey = value(p + 1) else {
                isBroken = true
                return p
            }
            p = behindKey
            let level = number(&p)
            person.needs &+= level
            if key & 0xFFFF_FFFF_FFFF == FloorParser.name("drugs\"") { person.drugs = level }
        } while goesOn(&p, 0x7D, &isBroken)
        return p
    }

    /// The items of a list, each by `item`, which reads one field from its value on; then `ended`.
    @inline(__always)
    private func list(
        _ place: Place, _ isBroken: inout Bool, item: (UInt8, inout Place) -> Void, ended: () -> Void
    ) -> Place {
        guard place.pointee == 0x5B else {
            isBroken = true
            return place
        }
        var p = space(place + 1)
        if p.pointee == 0x5D { return p + 1 }
        repeat {
            guard p.pointee == 0x7B else {
                isBroken = true
                return p
            }
            p = space(p + 1)
            repeat {
                let key = p[1]
                guard p.pointee == 0x22, let behindKey = value(p + 1) else {
                    isBroken = true
                    return p
                }
                p = behindKey
                item(key, &p)
            } while goesOn(&p, 0x7D, &isBroken)
            ended()
        } while !isBroken && goesOn(&p, 0x5D, &isBroken)
        return p
    }

    @inline(__always)
    private func offences(_ place: Place, _ person: inout FloorPerson, _ isBroken: inout Bool) -> Place {
        var type: UInt64 = 0
        var length = 0
        var outcome: UInt64 = 0
        var day: Int64 = 0
        return list(place, &isBroken) { key, p in
            if key == 0x64 {
                day = date(&p)
                return
            }
            let behind = quote(p + 1)
            if key == 0x74 {
                type = word(p + 1)
                length = behind - p - 1
            } else {
                outcome = word(p + 1)
            }
            p = behind + 1
        } ended: {
            if day > FloorDates.months24, day <= FloorDates.asOf { count(type, length, outcome, day, &person) }
            (type, length, outcome, day) = (0, 0, 0, 0)
        }
    }

    @inline(__always)
    private func count(_ type: UInt64, _ length: Int, _ outcome: UInt64, _ day: Int64, _ person: inout FloorPerson) {
        let isConvicted = outcome == FloorParser.name("convicted")
        let isCourt = isConvicted || outcome == FloorParser.name("charged\"")
        var place = -1
        switch type {
        case FloorParser.name("burglary"): place = length == 17 ? 0 : 1
        case FloorParser.name("robbery\""): place = 2
        case FloorParser.name("theft_pe"): place = 3
        case FloorParser.name("theft_ve"): place = 4
        case FloorParser.name("theft_fr"): place = 5
        case FloorParser.name("violence"): place = 6
        default: break
        }
        if isCourt {
            if place == 2 { person.robbery24 &+= 1 }
            if place == 0 { person.burglary24 &+= 1 }
        }
        if place == 6, outcome & 0xFFFF_FFFF != FloorParser.name("nfa\"") { person.violence24 &+= 1 }
        guard day > FloorDates.months12 else { return }
        let isAcquisitive = place >= 0 && place < 6
        if isAcquisitive {
            person.series[place] &+= 1
            if isCourt { person.acquisitive12 &+= 1 }
        }
        if isConvicted {
            if place >= 0, place <= 2 { person.robberyOrBurglaryConvicted12 &+= 1 }
            if place == 2 || place == 6 { person.violentConvicted12 &+= 1 }
        }
        guard day > FloorDates.months6 else { return }
        person.arrests6 &+= 1
        if isCourt {
            person.court6 &+= 1
            if isAcquisitive { person.acquisitiveCourt6 &+= 1 }
        }
        guard day > FloorDates.months3 else { return }
        if isCourt {
            person.court3 &+= 1
            if day > FloorDates.month1 { person.court1 &+= 1 }
        } else {
            person.notCourt3 &+= 1
        }
        if type & 0xFF_FFFF_FFFF_FFFF == FloorParser.name("breach\"") { person.breach3 &+= 1 }
    }

    @inline(__always)
    private func reports(_ place: Place, _ person: inout FloorPerson, _ isBroken: inout Bool) -> Place {
        var grade: UInt8 = 0
        var day: Int64 = 0
        return list(place, &isBroken) { key, p in
            if key == 0x64 {
                day = date(&p)
                return
            }
            if key == 0x67 { grade = p[1] }
            p = quote(p + 1) + 1
        } ended: {
            if day > FloorDates.months6, day <= FloorDates.asOf {
                person.weighedReports6 &+= grade == 0x41 ? 3 : grade == 0x42 ? 2 : grade == 0x43 ? 1 : 0
                if day > FloorDates.months3 { person.reports3 &+= 1 }
            }
            (grade, day) = (0, 0)
        }
    }

    @inline(__always)
    private func orders(_ place: Place, _ person: inout FloorPerson, _ isBroken: inout Bool) -> Place {
        var isCustody = false
        var start: Int64 = 0
        var last: Int64 = .max
        return list(place, &isBroken) { key, p in
            if key == 0x6B {
                isCustody = word(p + 1) == FloorParser.name("custody\"")
                p = quote(p + 1) + 1
            } else if key == 0x73 {
                start = date(&p)
            } else if p.pointee == 0x6E {
                last = .max
                p += 4
            } else {
                last = date(&p)
            }
        } ended: {
            if start <= FloorDates.asOf, last >= FloorDates.asOf { person.hasCurrentOrder = true }
            if isCustody, last >= FloorDates.asOf, last <= FloorDates.ahead3 { person.endsSoon = true }
            (isCustody, start, last) = (false, 0, .max)
        }
    }
}

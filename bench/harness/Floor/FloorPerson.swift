/// What the rules written by hand look at of one nominal: a few fields, and what one pass over each list counted.
struct FloorPerson {
    var id: UnsafeBufferPointer<UInt8> = .init(start: nil, count: 0)
    var isPilot = false
    var birth: Int64 = 0
    /// -1: not known.
    var ogrs2: Int64 = -1
    var convictions: Int64 = 0
    /// -1: not known.
    var firstConviction: Int64 = -1
    var custody = FloorCustody.none
    var harm: Int64 = 0
    var isInGang = false
    var needs: Int64 = 0
    var drugs: Int64 = 0

    var acquisitive12: Int64 = 0
    var robbery24: Int64 = 0
    var burglary24: Int64 = 0
    var violence24: Int64 = 0
    var arrests6: Int64 = 0
    var court1: Int64 = 0
    var court3: Int64 = 0
    var court6: Int64 = 0
    var acquisitiveCourt6: Int64 = 0
    var notCourt3: Int64 = 0
    var breach3: Int64 = 0
    var robberyOrBurglaryConvicted12: Int64 = 0
    var violentConvicted12: Int64 = 0
    /// Offences of each acquisitive type in 12 months.
    var series: SIMD8<Int64> = .zero
    var weighedReports6: Int64 = 0
    var reports3: Int64 = 0
    var hasCurrentOrder = false
    var endsSoon = false

    var age: Int64 {
        // As numbers of the form 20170630.
        let asOf = FloorDates.asOf
        return asOf / 10_000 - birth / 10_000 - (asOf % 10_000 < birth % 10_000 ? 1 : 0)
    }
}

enum FloorCustody: Int64 {
    case none, licence, community, custody
}

/// Days as numbers of the form 20170630; the windows begin behind these.
enum FloorDates {
    static let asOf: Int64 = 2017_06_30
    static let month1: Int64 = 2017_05_30
    static let months3: Int64 = 2017_03_30
    static let months6: Int64 = 2016_12_30
    static let months12: Int64 = 2016_06_30
    static let months24: Int64 = 2015_06_30
    static let ahead3: Int64 = 2017_09_30
}

/// 128 bits that stand for an id: two ids share them once in far more cohorts than there will ever be.
struct IDHash: Hashable {
    var first: UInt64
    var second: UInt64

    init(first: UInt64, second: UInt64) {
        self.first = first
        self.second = second
    }

    init(_ id: UnsafeRawBufferPointer) {
        var a = 0x9E37_79B9_7F4A_7C15 ^ UInt64(id.count)
        var b = 0xC2B2_AE3D_27D4_EB4F &+ UInt64(id.count)
        var i = 0
        while i < id.count {
            var word: UInt64 = 0
            if i + 8 <= id.count {
                word = id.loadUnaligned(fromByteOffset: i, as: UInt64.self).littleEndian
            } else {
                for k in i..<id.count { word |= UInt64(id[k]) << UInt64((k - i) * 8) }
            }
            a = IDHash.mix(a ^ word, 0xA076_1D64_78BD_642F)
            b = IDHash.mix(b &+ (word << 31 | word >> 33), 0xE703_7ED1_A0B4_28DB)
            i += 8
        }
        first = IDHash.mix(a ^ 0x8EBC_6AF0_9C88_C6E3, 0x5899_65CC_7537_4CC3)
        second = IDHash.mix(b ^ 0x1D8E_4E27_C47D_124F, 0xEB44_ACCA_B455_D165)
    }

    private static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let product = a.multipliedFullWidth(by: b)
        return product.high ^ product.low
    }
}

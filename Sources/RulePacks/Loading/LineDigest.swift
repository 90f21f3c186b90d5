import Crypto

/// The SHA-256 of one line after another, in hexadecimal digits in memory of its own.
final class LineDigest {
    private let digits = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 64)

    deinit { digits.deallocate() }

    /// - Returns: 64 digits, valid until the next call.
    func hexadecimal(of bytes: UnsafeRawBufferPointer) -> UnsafeBufferPointer<UInt8> {
        var hash = SHA256()
        hash.update(bufferPointer: bytes)
        hash.finalize().withUnsafeBytes { digest in
            for place in 0..<min(32, digest.count) {
                digits[2 &* place] = ByteBuffer.hexDigit(digest[place] >> 4)
                digits[2 &* place &+ 1] = ByteBuffer.hexDigit(digest[place] & 15)
            }
        }
        return UnsafeBufferPointer(digits)
    }
}

import CLines
import Cohorts
import Crypto

/// The SHA-256 of lines, in hexadecimal digits in memory of its own: of one after another, or of a batch's at once, which takes half the
/// time or less where the system has a library for it.
final class LineDigests {
    // An object of this belongs to one worker.
    private let digits = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 64)
    @exclusivity(unchecked) private var engine: OpaquePointer?
    /// Batches so far. The library is looked for at the second, as loading it would cost a short run more than it gains.
    @exclusivity(unchecked) private var batches = 0
    @exclusivity(unchecked) private var texts: [wl_text] = []
    /// Of the batch that is prepared, 32 bytes for each line.
    @exclusivity(unchecked) private var prepared: [UInt8] = []
    @exclusivity(unchecked) private var isPrepared = false

    deinit {
        digits.deallocate()
        wl_close(engine)
    }

    /// Digests the lines of a batch, if they are enough for that to be worth while and none of them is very long.
    func prepare(_ lines: [LineBlock.Line], of bytes: UnsafeRawBufferPointer) {
        isPrepared = false
        batches += 1
        if batches == 2 { engine = wl_open() }
        guard let engine, lines.count >= WL_FEWEST, let base = bytes.baseAddress else { return }
        texts.removeAll(keepingCapacity: true)
        for line in lines {
            guard line.bytes.count <= WL_LONGEST else { return }
            texts.append(wl_text(bytes: (base + line.bytes.lowerBound).assumingMemoryBound(to: UInt8.self), length: line.bytes.count))
        }
        let size = lines.count * WL_DIGEST
        if prepared.count < size { prepared = Array(repeating: 0, count: size) }
        isPrepared = wl_digest(engine, texts, Int32(texts.count), &prepared)
    }

    /// The digest of the batch's line at `place`, which is `line`.
    /// - Returns: 64 digits, valid until the next call.
    func hexadecimal(at place: Int, of line: UnsafeRawBufferPointer) -> UnsafeBufferPointer<UInt8> {
        guard isPrepared else { return hexadecimal(of: line) }
        let size = WL_DIGEST
        return prepared.withUnsafeBytes { write(UnsafeRawBufferPointer(rebasing: $0[place * size..<(place + 1) * size])) }
    }

    /// - Returns: 64 digits, valid until the next call.
    func hexadecimal(of bytes: UnsafeRawBufferPointer) -> UnsafeBufferPointer<UInt8> {
        var hash = SHA256()
        hash.update(bufferPointer: bytes)
        return hash.finalize().withUnsafeBytes { write($0) }
    }

    private func write(_ digest: UnsafeRawBufferPointer) -> UnsafeBufferPointer<UInt8> {
        for place in 0..<min(32, digest.count) {
            digits[2 &* place] = ByteBuffer.hexDigit(digest[place] >> 4)
            digits[2 &* place &+ 1] = ByteBuffer.hexDigit(digest[place] & 15)
        }
        return UnsafeBufferPointer(digits)
    }
}

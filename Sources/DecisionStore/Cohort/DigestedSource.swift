package import Cohorts
import Crypto
import Notation

/// A cohort that is digested while it is read: each line that is handed on, with a newline behind it. For a file of
/// NDJSON without blank lines that is the digest of the file.
package final class DigestedSource: CohortSource {
    private let source: any CohortSource
    private var hash = SHA256()
    /// Lines handed on.
    package private(set) var count = 0

    package init(_ source: any CohortSource) { self.source = source }

    /// `sha256:…` of what has been read since the beginning.
    package var digest: String { "sha256:" + hexadecimal(hash.finalize()) }

    package var pendingRejects: [Reject] {
        get { source.pendingRejects }
        set { source.pendingRejects = newValue }
    }

    package func next(_ body: (UnsafeRawBufferPointer, Int) -> Void) throws(CohortError) -> Bool {
        try source.next { bytes, line in
            hash.update(bufferPointer: bytes)
            hash.update(data: [0x0A])
            count += 1
            body(bytes, line)
        }
    }

    package func rewind() throws(CohortError) {
        try source.rewind()
        hash = SHA256()
        count = 0
    }

    package func locate(_ reject: Reject) throws(CohortError) -> Reject { try source.locate(reject) }
}

import Foundation
import TestSupport
import Testing

@Suite("a program that is told to stop while it writes")
struct StoppedTests {
    /// Starts an evaluation that waits for more lines, and sends it a signal once its result has been begun.
    private func stop(_ signal: String, before: String = "", goesOn: Bool = false) throws -> (said: [String], files: [String]) {
        let place = try BadPlace()
        try place.write("out", "as it was\n")
        let result = try place.shell("""
            mkfifo in; \(before) "$WAYMARK" evaluate rules/small in -o out --rejects rejects 2>/dev/null & p=$!
            exec 3>in; i=0; while ! ls out.* >/dev/null 2>&1 && [ $i -lt 300 ]; do sleep 0.1; i=$((i+1)); done
            ls out.* | wc -l; kill -\(signal) $p; \(goesOn ? "exec 3>&-;" : "") wait $p; echo $?; cat out; rm in
            """)
        return (result.out.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }, place.files)
    }

    @Test("leaves no temporary file and an older result as it was, and ends by the signal", arguments: [("TERM", "143"), ("HUP", "129"), ("INT", "130")])
    func signals(signal: String, status: String) throws {
        // A shell starts what runs behind it with interrupts ignored, so that they are to be noticed again here.
        let (said, files) = try stop(signal, before: signal == "INT" ? "env --default-signal=INT" : "")
        #expect(said == ["1", status, "as it was"])
        #expect(files == ["out"])
    }

    @Test("goes on where the signal is to be ignored")
    func ignored() throws {
        let (said, files) = try stop("HUP", before: "nohup", goesOn: true)
        #expect(said == ["1", "0"])
        #expect(files == ["out", "rejects"])
    }
}

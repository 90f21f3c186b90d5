import Glibc

/// A connection to a server on this machine that stays open from one request to the next.
final class WebConnection {
    struct Answer {
        let status: Int
        let headers: [(name: String, value: String)]
        let body: [UInt8]

        var text: String { String(decoding: body, as: UTF8.self) }
        func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
    }

    private let port: Int
    private(set) var descriptor: Int32 = -1
    private var received: [UInt8] = []

    init(port: Int) { self.port = port }

    deinit { shut() }

    private func shut() {
        if descriptor >= 0 { close(descriptor) }
        descriptor = -1
    }

    private func open() throws(BenchFailure) {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let isConnected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0 }
        }
        guard isConnected else { throw BenchFailure(description: "nobody listens at port \(port)") }
        var yes: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
    }

    /// Sends a request; what comes back is taken with ``receive()`` or ``wait()``.
    func send(_ request: WebRequest) throws(BenchFailure) {
        if descriptor < 0 { try open() }
        received.removeAll(keepingCapacity: true)
        var rest = request.bytes(port: port)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw lost() }
            rest = rest.dropFirst(count)
        }
    }

    private func lost() -> BenchFailure {
        shut()
        return BenchFailure(description: "the server has closed a connection: has it ended?")
    }

    /// Takes what has come.
    /// - Returns: nil where the answer is not whole yet.
    func receive() throws(BenchFailure) -> Answer? {
        var chunk = [UInt8](repeating: 0, count: 1 << 17)
        let count = recv(descriptor, &chunk, chunk.count, 0)
        if count < 0, errno == EINTR { return nil }
        guard count > 0 else { throw lost() }
        received += chunk[..<count]
        return try whole()
    }

    func wait() throws(BenchFailure) -> Answer {
        while true { if let answer = try receive() { return answer } }
    }

    private func whole() throws(BenchFailure) -> Answer? {
        guard let end = received.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
        let lines = String(decoding: received[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
        let headers = lines.dropFirst().compactMap { line -> (name: String, value: String)? in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            return (line[..<colon].lowercased(), String(line[line.index(after: colon)...].drop { $0 == " " }))
        }
        guard let status = lines.first.flatMap({ Int($0.split(separator: " ").dropFirst().first ?? "") }) else { throw BenchFailure(description: "the server answers something else than HTTP") }
        let length = headers.first { $0.name == "content-length" }.flatMap { Int($0.value) } ?? 0
        guard received.count >= end.upperBound + length else { return nil }
        if headers.contains(where: { $0.name == "connection" && $0.value == "close" }) { shut() }
        return Answer(status: status, headers: headers, body: Array(received[end.upperBound..<end.upperBound + length]))
    }
}

/// What is asked of a server.
struct WebRequest {
    var method = "GET"
    var path: String
    var headers: [(name: String, value: String)] = []
    var body: [UInt8] = []

    func bytes(port: Int) -> [UInt8] {
        var head = "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n"
        for (name, value) in headers { head += "\(name): \(value)\r\n" }
        if method != "GET" { head += "Content-Length: \(body.count)\r\n" }
        return Array((head + "\r\n").utf8) + body
    }

    static func form(_ path: String, _ fields: KeyValuePairs<String, String>, headers: [(name: String, value: String)]) -> WebRequest {
        let body = fields.map { "\($0)=\(encoded($1))" }.joined(separator: "&")
        return WebRequest(method: "POST", path: path, headers: headers + [("Content-Type", "application/x-www-form-urlencoded")], body: Array(body.utf8))
    }

    private static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        let bytes = text.utf8.flatMap { byte -> [UInt8] in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: [byte]
            default: [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

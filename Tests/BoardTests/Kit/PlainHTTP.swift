import Dispatch
import Glibc

/// One request over a socket of its own, and all that comes back. It waits on a thread that is nobody else's.
enum PlainHTTP {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    static func exchange(port: Int, _ request: [UInt8]) async throws -> [UInt8] {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Result { try wait(port, request) }) }
        }
    }

    /// - Returns: the status and the body.
    static func send(_ method: String, port: Int, _ path: String, json: String? = nil) async throws -> (status: Int, body: [UInt8]) {
        let body = Array((json ?? "").utf8)
        let head = "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: \(body.count)\r\n\r\n"
        let answer = try await exchange(port: port, Array(head.utf8) + body)
        guard let end = answer.firstRange(of: Array("\r\n\r\n".utf8)), let status = Int(String(decoding: answer[..<end.lowerBound], as: UTF8.self).dropFirst(9).prefix(3)) else {
            throw Failure(description: "no answer: \(String(decoding: answer.prefix(200), as: UTF8.self))")
        }
        return (status, Array(answer[end.upperBound...]))
    }

    private static func wait(_ port: Int, _ request: [UInt8]) throws -> [UInt8] {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw Failure(description: "no socket") }
        defer { close(descriptor) }
        var patience = timeval(tv_sec: 60, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let isConnected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0 }
        }
        guard isConnected else { throw Failure(description: "nobody listens at port \(port)") }
        var rest = request[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { break }
            rest = rest.dropFirst(count)
        }
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while !isWhole(answer) {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Failure(description: "no whole answer within \(patience.tv_sec) seconds") }
            if count == 0 { break }
            answer.append(contentsOf: buffer[..<count])
        }
        return answer
    }

    /// Not every server ends the connection when it is asked to.
    private static func isWhole(_ answer: [UInt8]) -> Bool {
        guard let end = answer.firstRange(of: Array("\r\n\r\n".utf8)) else { return false }
        let head = String(decoding: answer[..<end.lowerBound], as: UTF8.self)
        let length = head.split(separator: "\r\n").lazy.map { $0.split(separator: ":", maxSplits: 1) }.first { $0.count == 2 && $0[0].lowercased() == "content-length" }
        return length.flatMap { Int($0[1].drop { $0 == " " }) }.map { answer.count >= end.upperBound + $0 } ?? false
    }
}

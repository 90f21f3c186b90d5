import Crypto
import HTTPTypes

/// What every answer tells the browser not to do.
enum SecurityHeaders {
    /// No script, no frame, nothing from elsewhere; styles from this site's own file.
    static let policy = policy(style: "'self'")

    /// For the few pages that do more with a script: those of this site's own files.
    static let policyWithScripts = policy + "; script-src 'self'; connect-src 'self'"

    static func policy(style: String) -> String {
        "default-src 'none'; style-src \(style); img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    }

    /// For a page that was written to stand by itself and carries its one stylesheet: that one, by its hash, and no other.
    static func policy(forPage page: [UInt8]) -> String {
        let text = String(decoding: page, as: UTF8.self)
        guard let begin = text.firstRange(of: "<style>"), let end = text[begin.upperBound...].firstRange(of: "</style>") else { return policy(style: "'none'") }
        let digest = SHA256.hash(data: Array(text[begin.upperBound..<end.lowerBound].utf8))
        return policy(style: "'sha256-\(base64(Array(digest)))'")
    }

    static func all(isSecure: Bool) -> [(HTTPField.Name, String)] {
        var headers: [(HTTPField.Name, String)] = [
            (.contentSecurityPolicy, policy), (.xContentTypeOptions, "nosniff"), (.cacheControl, "no-store"),
        ]
        let others = [
            "Referrer-Policy": "same-origin", "X-Frame-Options": "DENY", "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
            "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        ]
        headers += others.compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
        if isSecure { headers.append((.strictTransportSecurity, "max-age=31536000")) }
        return headers
    }

    static func base64(_ bytes: [UInt8]) -> String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let value = (0..<3).reduce(0) { $0 << 8 | Int($1 < group.count ? group[start + $1] : 0) }
            for place in 0..<4 { text.append(place <= group.count ? digits[value >> (18 - 6 * place) & 63] : UInt8(ascii: "=")) }
        }
        return String(decoding: text, as: UTF8.self)
    }
}

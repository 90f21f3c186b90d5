import Crypto
import HTTPTypes
import Notation

/// A stylesheet or a script that pages load. Its address changes with its text, so that a browser may keep it.
struct SiteFile: Sendable {
    enum Kind: String, Sendable {
        case css, js

        var type: String {
            switch self {
            case .css: "text/css; charset=utf-8"
            case .js: "text/javascript; charset=utf-8"
            }
        }
    }

    let kind: Kind
    /// `/files/charts-0123456789ab.js`
    let path: String
    let bytes: [UInt8]

    init(_ name: String, _ kind: Kind, _ bytes: [UInt8]) {
        self.kind = kind
        self.bytes = bytes
        path = "/files/\(name)-\(hexadecimal(SHA256.hash(data: bytes)).prefix(12)).\(kind.rawValue)"
    }

    /// One of a Debian package's.
    /// - Returns: nil where it is not installed: pages then do without it.
    init?(_ name: String, _ kind: Kind, installedAt path: String) {
        guard let file = try? SmallFile.read(path) else { return nil }
        self.init(name, kind, file.bytes)
    }

    /// What leads to it in the head of a page.
    var link: HTML {
        switch kind {
        case .css: "<link rel=\"stylesheet\" href=\"\(path)\">\n"
        case .js: "<script src=\"\(path)\" defer></script>\n"
        }
    }

    var route: Route {
        .get(path, .anyone) { _, _ in
            var answer = Answer(type: kind.type, body: bytes)
            answer.headers.append((.cacheControl, "public, max-age=31536000, immutable"))
            return answer
        }
    }
}

/// Every file that pages load, whatever it is for.
enum SiteFiles {
    static let all: [SiteFile] = [style] + charts + editor

    static let style = SiteFile("style", .css, Array(SiteStyle.css.utf8))
}

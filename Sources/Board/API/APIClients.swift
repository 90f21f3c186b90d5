package import Governance
import Notation

/// The programs that may use the API: the file `board-clients` in a store's folder, a line of JSON for each.
package struct APIClients: Sendable, Hashable {
    package static let fileName = "board-clients"

    private var clients: [String: APIClient] = [:]

    package init() {}

    package var names: [String] { clients.keys.sorted() }

    package subscript(_ name: String) -> APIClient? { clients[name] }

    /// Adds a client, in place of any of its name: that one's token counts no longer.
    package mutating func set(_ client: APIClient) { clients[client.name] = client }

    /// - Returns: whether there was one.
    package mutating func remove(_ name: String) -> Bool { clients.removeValue(forKey: name) != nil }

    /// The client of a token; nil where there is none. It takes as long whichever it is.
    func client(ofToken token: String) -> APIClient? {
        let digest = APIClient.digest(of: token)
        return clients.values.reduce(nil) { found, client in isSame(client.digest, digest) ? client : found }
    }

    // MARK: The file

    /// - Throws: `GovernanceError` where it is not such a file.
    package init(reading bytes: [UInt8], name file: String = APIClients.fileName) throws(GovernanceError) {
        for (place, line) in bytes.split(separator: 0x0A).enumerated() {
            do throws(JSONFault) {
                let client = try APIClients.read(line)
                guard clients.updateValue(client, forKey: client.name) == nil else { throw JSONFault(offset: 0, expected: "a name of its own") }
            } catch {
                throw GovernanceError("`\(file)` is damaged in line \(place + 1): restore it from a backup, or take the line out and give the client a new token")
            }
        }
    }

    private static func read(_ line: ArraySlice<UInt8>) throws(JSONFault) -> APIClient {
        var reader = JSONReader(line)
        try reader.beginObject()
        try reader.key("waymark_client")
        guard try reader.int() == 1 else { throw JSONFault(offset: 0, expected: "version 1") }
        try reader.key("name")
        let name = try reader.string()
        try reader.key("token")
        let token = try reader.string()
        try reader.key("may")
        let may = try reader.strings()
        try reader.key("boroughs")
        let boroughs = try reader.strings()
        try reader.key("until")
        let until = try reader.string()
        try reader.endObject()
        try reader.end()
        let scopes = Set(may.compactMap(Scope.init))
        guard APIClient.refusal(ofName: name) == nil, let digest = Notation.bytes(hexadecimal: token), digest.count == 32, scopes.count == may.count, let day = Day(iso: until) else {
            throw JSONFault(offset: 0, expected: "a client")
        }
        return APIClient(name: name, scopes: scopes, boroughs: boroughs, until: day, digest: digest)
    }

    /// A line for each client, in the order of their names.
    package var text: String { names.compactMap { clients[$0].map(APIClients.line) }.joined() }

    private static func line(_ client: APIClient) -> String {
        var json = JSONWriter()
        json.beginObject()
        json.key("waymark_client"); json.int(1)
        json.key("name"); json.string(client.name)
        json.key("token"); json.string(hexadecimal(client.digest))
        json.key("may"); json.strings(client.scopes.map(\.rawValue).sorted())
        json.key("boroughs"); json.strings(client.boroughs)
        json.key("until"); json.string(client.until.description)
        json.endObject()
        return json.text + "\n"
    }

    /// Reads the file in a store's folder; nobody where there is none.
    /// - Throws: `GovernanceError` where it cannot be read, or others than its owner can read it.
    package init(folder: String) throws(GovernanceError) {
        let path = "\(folder)/\(APIClients.fileName)"
        guard let bytes = try SmallFile.readPrivate(path) else {
            self.init()
            return
        }
        try self.init(reading: bytes, name: path)
    }
}

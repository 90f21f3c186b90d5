import Conversion
import FieldDefinitions
import Glibc

/// A CSV or DMN file that somebody gave, read whole.
struct TableFile {
    static let largest = 4 << 20

    let path: String
    let bytes: [UInt8]

    /// - Throws: `Stop` where it cannot be read or is too large.
    init(_ path: String) throws {
        self.path = path
        var status = stat()
        // What is no file may wait for somebody to write into it.
        if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG { throw Stop(.usage, "`\(path)` is not a file: give a CSV or DMN file") }
        bytes = try WholeFile.read(path, most: TableFile.largest)
    }

    /// Whether there is a folder at a path.
    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Whether it is XML: by its name, or by how it begins.
    private var isDMN: Bool {
        if path.hasSuffix(".dmn") || path.hasSuffix(".xml") { return true }
        if path.hasSuffix(".csv") { return false }
        return bytes.drop { [0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0A, 0x0D].contains($0) }.first == UInt8(ascii: "<")
    }

    /// What the file holds.
    /// - Parameter catalogue: the fields that it may name.
    /// - Throws: `Stop` where it cannot be read as what it is.
    func tables(_ catalogue: FieldCatalogue) throws -> DMNFile {
        do throws(ConversionError) {
            if isDMN { return try DMNFile(bytes, file: path, catalogue: catalogue) }
            return DMNFile(holding: try PackTable(csv: bytes, file: path))
        } catch {
            throw Stop(.usage, error.text)
        }
    }
}

package import Decisions
import Glibc
import RulePacks

/// The files of a pack's folder `tests`: specs in Lua and case tables in CSV, in the order of their names.
package struct PackTestFiles: Sendable {
    package struct File: Sendable {
        /// `tests/sac.lua`
        package let name: String
        package let contents: Result<[UInt8], Finding>
    }

    /// The most bytes of a case table.
    static let largestTable = 4 << 20

    package let files: [File]

    /// Reads the tests of the pack in a folder; none where it has no folder `tests`.
    /// - Throws: a finding where the pack's folder is not there.
    package init(pack path: String) throws(Finding) {
        let folder = try PackFolder(path)
        files = PackTestFiles.names(in: path + "/tests").map { name in
            let file = "tests/" + name
            do throws(Finding) {
                return File(name: file, contents: .success(
                    name.hasSuffix(".csv")
                        ? try folder.read(file, label: file, limit: PackTestFiles.largestTable) : try folder.read(file, label: file)))
            } catch {
                return File(name: file, contents: .failure(error))
            }
        }
    }

    /// Tests that are not in a folder.
    /// - Parameter files: what stands in each file, by its name: `tests/sac.lua`. Those with other names are left out.
    package init(_ files: [String: [UInt8]]) {
        self.files = files.keys.filter { $0.hasPrefix("tests/") && PackTestFiles.isTest(String($0.dropFirst("tests/".count))) }.sorted().map { name in
            File(name: name, contents: .success(files[name] ?? []))
        }
    }

    /// One maker for each file; that of a spec file makes its specs and its properties.
    /// - Parameter seconds: how long one test may take by the clock.
    package func makers(seconds: Int = SpecFile.usualSeconds) -> [TestSourceMaker] {
        files.map { file in
            TestSourceMaker { decider in
                do throws(Finding) {
                    let bytes = try file.contents.get()
                    if file.name.hasSuffix(".csv") { return [try CaseTable(file.name, bytes, decider)] }
                    let spec = try SpecFile(file.name, bytes, decider.pack, seconds: seconds)
                    if spec.properties.isEmpty { return [spec] }
                    return [spec, PropertySource(spec.properties, program: decider.program, isUnknown: spec.isUnknown)]
                } catch {
                    let place = error.line.map { ":\($0)" + (error.column.map { ":\($0)" } ?? "") } ?? ""
                    return [
                        BrokenSource(
                            PackTest(name: "\(file.name) loads", kind: file.name.hasSuffix(".csv") ? .table : .spec, file: file.name, line: error.line,
                                alwaysRuns: true),
                            "\(error.file ?? file.name)\(place): \(error.message)" + (error.hint.map { "; \($0)" } ?? ""))
                    ]
                }
            }
        }
    }

    private static func names(in folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            if isTest(name) { names.append(name) }
        }
        return names.sorted()
    }

    private static func isTest(_ name: String) -> Bool {
        !name.hasPrefix(".") && !name.contains("/") && (name.hasSuffix(".lua") || name.hasSuffix(".csv"))
    }
}

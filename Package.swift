// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

// The modules in which a run spends its time are built for what ran when a profile of them was recorded (WAYMARK_PROFILE=use), or to
// record one (WAYMARK_PROFILE=record); without that variable like any others: docs/decisions/0025-built-for-what-runs.md.
let profile: (c: [CSetting], swift: [SwiftSetting], linker: [LinkerSetting]) = {
    // Names of functions that only one file knows begin with the file's, and not with the folder it was built in.
    let names = ["-static-func-full-module-prefix=0"]
    func flags(c: String, swift: String) -> (c: [CSetting], swift: [SwiftSetting]) {
        ([.unsafeFlags([c] + names.flatMap { ["-mllvm", $0] })], [.unsafeFlags(["-Xfrontend", swift] + names.flatMap { ["-Xllvm", $0] })])
    }
    let kept = "\(Context.packageDirectory)/.build/profile/used.profdata"
    switch Context.environment["WAYMARK_PROFILE"] {
    case "record":
        let (c, swift) = flags(c: "-fprofile-generate", swift: "-ir-profile-generate")
        return (c, swift, [.unsafeFlags(["-profile-generate"])])
    case "use":
        // They are handed to the linker before they become machine code, so that functions of one are built into another's. That nobody
        // changes what another is using is checked while they are tested.
        let (c, swift) = flags(c: "-fprofile-use=\(kept)", swift: "-ir-profile-use=\(kept)")
        let toLink = ["-Xfrontend", "-emit-bc", "-Xfrontend", "-lto=llvm-thin", "-enforce-exclusivity=unchecked"]
        return (c + [.unsafeFlags(["-flto=thin"])], swift + [.unsafeFlags(toLink)], [])
    default: return ([], [], [])
    }
}()
let profiled: Set = ["Notation", "FieldDefinitions", "LuaRuntime", "Cohorts", "Decisions", "RulePacks"]

func module(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict + (profiled.contains(name) ? profile.swift : []))
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let web: [Target.Dependency] = [
    .product(name: "Hummingbird", package: "hummingbird"), .product(name: "HTTPTypes", package: "swift-http-types"),
    .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"), .product(name: "Logging", package: "swift-log"),
]
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let moreCrypto: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let database: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "waymark",
    products: [
        .executable(name: "waymark", targets: ["waymark"]),
        .library(name: "RulePackTesting", targets: ["RulePackTesting"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        // Without what it can read its settings from.
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    ],
    targets: [
        .systemLibrary(name: "CLua", pkgConfig: "lua5.4", providers: [.apt(["liblua5.4-dev"])]),
        .target(name: "CLuaShim", dependencies: ["CLua"], cSettings: profile.c),
        .target(name: "CLines"),
        module("Notation"),
        module("LuaSyntax"),
        module("LuaRuntime", ["CLuaShim", "Notation"]),
        module("FieldDefinitions", ["Notation"]),
        module("Cohorts", ["CLines", "FieldDefinitions", "Notation"]),
        module("Decisions", ["FieldDefinitions", "Notation"]),
        module("Evidence", ["FieldDefinitions", "Decisions", "Notation"]),
        module("Reports", ["Evidence", "FieldDefinitions", "Decisions", "Notation", mustache]),
        module("CohortAnalysis", ["Cohorts", "DecisionStore", "Decisions", "Evidence", "FieldDefinitions", "Notation"]),
        module("RulePacks", ["CLines", "FieldDefinitions", "Cohorts", "LuaRuntime", "LuaSyntax", "Decisions", "Notation", crypto]),
        module("RuleChecks", ["FieldDefinitions", "Cohorts", "LuaRuntime", "LuaSyntax", "Decisions", "RulePacks", "Notation"]),
        module("Conversion", ["FieldDefinitions", "Cohorts", "LuaSyntax", "Decisions", "RulePacks", "RuleChecks", "Notation"]),
        module("Statistics"),
        module("RulePackTesting", ["FieldDefinitions", "Cohorts", "LuaRuntime", "LuaSyntax", "Decisions", "RulePacks", "Notation"]),
        module("DecisionStore", ["Cohorts", "Decisions", "FieldDefinitions", "Notation", crypto, database]),
        module(
            "Governance",
            [
                "Evidence", "Statistics", "CohortAnalysis", "DecisionStore", "FieldDefinitions", "Cohorts", "LuaRuntime", "LuaSyntax", "Decisions", "RulePacks",
                "Notation", crypto, moreCrypto,
            ]),
        module(
            "TaskingProcess",
            ["Governance", "DecisionStore", "RulePacks", "LuaRuntime", "Cohorts", "Decisions", "FieldDefinitions", "Statistics", "Notation", crypto]),
        module(
            "Board",
            [
                "TaskingProcess", "Governance", "CohortAnalysis", "DecisionStore", "Reports", "Evidence", "RuleChecks", "RulePackTesting", "RulePacks", "LuaRuntime",
                "Cohorts", "Decisions", "FieldDefinitions", "Notation", crypto, moreCrypto,
            ] + web, resources: [.embedInCode("Scripts/charts.js"), .embedInCode("Scripts/editor.js")]),
        .executableTarget(
            name: "waymark",
            dependencies: [
                "Board",
                "FieldDefinitions", "Cohorts", "CohortAnalysis", "Decisions", "DecisionStore", "Evidence", "Governance", "Reports", "RulePacks", "RuleChecks",
                "RulePackTesting", "Conversion", "Statistics", "TaskingProcess", "Notation", arguments,
            ],
            swiftSettings: strict, linkerSettings: profile.linker),
        // Not a product: `make fuzz` runs it.
        .executableTarget(
            name: "fuzz",
            dependencies: ["FieldDefinitions", "Cohorts", "Decisions", "RulePacks", "Notation", "TestSupport", arguments],
            swiftSettings: strict),
        // Not a product: `make bench` runs it.
        .executableTarget(
            name: "bench", dependencies: ["CLua", "Cohorts", "Decisions", "LuaRuntime", "RulePacks", "Notation", arguments], path: "bench/harness",
            swiftSettings: strict),
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        .target(
            name: "PackTestKit", dependencies: ["RulePacks", "Cohorts", "Decisions", "FieldDefinitions", "Notation", "TestSupport"],
            path: "Tests/PackTestKit", swiftSettings: strict),
        .target(
            name: "StoreTestKit", dependencies: ["DecisionStore", "Cohorts", "FieldDefinitions", "Notation", "TestSupport", database],
            path: "Tests/StoreTestKit", swiftSettings: strict),
        tests("NotationTests", ["Notation"]),
        tests("FieldDefinitionsTests", ["FieldDefinitions", "TestSupport"]),
        tests("CohortsTests", ["Cohorts", "FieldDefinitions", "Notation"]),
        tests("ReportsTests", ["Reports", "Decisions", "Evidence", "Notation"]),
        tests(
            "CohortAnalysisTests",
            ["CohortAnalysis", "Cohorts", "DecisionStore", "Decisions", "Evidence", "FieldDefinitions", "Notation", "StoreTestKit", "TestSupport", database]),
        tests("LuaSyntaxTests", ["LuaSyntax", "LuaRuntime"]),
        tests(
            "RuleChecksTests",
            ["RuleChecks", "RulePacks", "Cohorts", "Decisions", "FieldDefinitions", "LuaRuntime", "LuaSyntax", "Notation", "PackTestKit", "TestSupport"]),
        tests(
            "RulePackTestingTests",
            [
                "RulePackTesting", "RuleChecks", "RulePacks", "Cohorts", "Decisions", "FieldDefinitions", "LuaRuntime", "LuaSyntax", "Notation",
                "PackTestKit", "TestSupport",
            ]),
        tests("LuaRuntimeTests", ["LuaRuntime", "Notation"]),
        tests("RulePacksTests", ["RulePacks", "CLines", "Cohorts", "Decisions", "FieldDefinitions", "LuaRuntime", "LuaSyntax", "Notation", "PackTestKit", "TestSupport"]),
        .testTarget(
            name: "HostilePackTests",
            dependencies: ["RulePacks", "Cohorts", "Decisions", "FieldDefinitions", "LuaRuntime", "Notation", "TestSupport", "waymark"],
            resources: [.copy("Corpus")], swiftSettings: strict),
        tests("BadInputTests", ["RulePacks", "Cohorts", "Decisions", "FieldDefinitions", "Notation", "TestSupport", "waymark", "fuzz"]),
        tests("BenchTests", ["bench", "RulePacks", "Cohorts", "Decisions", "Notation"]),
        .testTarget(
            name: "ConversionTests",
            dependencies: [
                "Conversion", "RulePackTesting", "RuleChecks", "RulePacks", "Cohorts", "Decisions", "FieldDefinitions", "LuaRuntime", "LuaSyntax", "Notation", "TestSupport",
            ],
            exclude: ["Models"], swiftSettings: strict),
        tests("StatisticsTests", ["Statistics"]),
        tests("DecisionStoreTests", ["DecisionStore", "Cohorts", "Notation", "TestSupport", crypto, database]),
        tests(
            "GovernanceTests",
            [
                "Governance", "CohortAnalysis", "DecisionStore", "Evidence", "Statistics", "RulePacks", "Cohorts", "Decisions", "FieldDefinitions", "Notation", "StoreTestKit",
                "TestSupport", crypto, database,
            ]),
        tests(
            "TaskingProcessTests",
            [
                "TaskingProcess", "Governance", "DecisionStore", "RulePacks", "Cohorts", "Decisions", "FieldDefinitions", "Statistics", "Notation", "TestSupport", "waymark",
                crypto, database,
            ]),
        tests(
            "BoardTests",
            [
                "Board", "TaskingProcess", "Governance", "DecisionStore", "Reports", "Evidence", "RuleChecks", "RulePackTesting", "RulePacks", "Cohorts", "Decisions",
                "FieldDefinitions", "Notation", "TestSupport", "StoreTestKit", "waymark", crypto, database,
            ] + web),
        tests("WaymarkTests", ["TaskingProcess", "DecisionStore", "Governance", "RulePacks", "TestSupport", "Decisions", "FieldDefinitions", "Notation", "StoreTestKit", "waymark", database]),
    ],
    swiftLanguageModes: [.v6]
)

// swift-tools-version: 6.3
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "jixiao",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Jixiao", targets: ["Jixiao"]),
    .executable(name: "jixiao", targets: ["JixiaoCLI"]),
    .executable(name: "benchmarks", targets: ["Benchmarks"]),
  ],
  targets: [
    .systemLibrary(
      name: "CZlib", path: "Sources/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CRules", path: "Rules", sources: ["embed.c"], publicHeadersPath: "include"),
    .target(name: "Jixiao", dependencies: ["CRules"], swiftSettings: strict),
    .target(name: "JixiaoDocuments", dependencies: ["Jixiao", "CZlib"], swiftSettings: strict),
    .target(name: "JixiaoReports", dependencies: ["Jixiao", "CZlib"], swiftSettings: strict),
    .target(
      name: "JixiaoStream", dependencies: ["CZlib", "Jixiao", "JixiaoDocuments", "JixiaoReports"],
      swiftSettings: strict),
    .executableTarget(
      name: "JixiaoCLI", dependencies: ["Jixiao", "JixiaoDocuments", "JixiaoReports", "JixiaoStream"],
      swiftSettings: strict),
    .executableTarget(
      name: "Benchmarks", dependencies: ["JixiaoCLI"], path: "Benchmarks",
      exclude: [
        "Documents", "Fuzz", "README.md", "Spark", "compare_pairs.py", "compare_table.py", "peers.py",
      ],
      swiftSettings: strict),
    .testTarget(name: "JixiaoTests", dependencies: ["Jixiao"], swiftSettings: strict),
    .testTarget(
      name: "JixiaoDocumentsTests", dependencies: ["Jixiao", "JixiaoDocuments", "JixiaoReports", "CZlib"],
      exclude: ["Golden"],
      swiftSettings: strict),
    .testTarget(
      name: "JixiaoReportsTests", dependencies: ["Jixiao", "JixiaoDocuments", "JixiaoReports", "CZlib"],
      exclude: ["Browser"],
      swiftSettings: strict),
    .testTarget(
      name: "JixiaoStreamTests",
      dependencies: ["Jixiao", "JixiaoDocuments", "JixiaoReports", "JixiaoStream"],
      swiftSettings: strict),
    .testTarget(
      name: "JixiaoCLITests",
      dependencies: ["JixiaoCLI", "Jixiao", "JixiaoDocuments", "JixiaoReports"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)

// A fuzzer links libFuzzer's loop, which a plain build does not have; see Benchmarks/README.md.
if Context.environment["JIXIAO_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzz", dependencies: ["CZlib", "Jixiao", "JixiaoDocuments", "JixiaoStream"],
      path: "Benchmarks/Fuzz", exclude: ["run.sh"], swiftSettings: strict))
}

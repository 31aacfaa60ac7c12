// swift-tools-version:6.0
import PackageDescription

// On Apple's platforms the engine is a binary framework, which `scripts/build-xcframework.sh` makes on a Mac. Elsewhere it is
// built from source: `scripts/build-library.sh` makes the library and a `ratebook.pc` that says where it is.
#if os(Linux)
    let engine = Target.systemLibrary(name: "CRatebook", pkgConfig: "ratebook")
#else
    let engine = Target.binaryTarget(name: "CRatebook", path: "CRatebook.xcframework")
#endif

let package = Package(
    name: "Ratebook",
    platforms: [.iOS(.v15), .macOS(.v12)],
    products: [.library(name: "Ratebook", targets: ["Ratebook"])],
    targets: [
        engine,
        .target(name: "Ratebook", dependencies: ["CRatebook"]),
        .target(name: "StayModel", dependencies: ["Ratebook"], path: "Examples/StayModel"),
        .executableTarget(name: "FirstPrice", dependencies: ["Ratebook"], path: "Examples/FirstPrice"),
        .executableTarget(name: "FirstBooking", dependencies: ["Ratebook"], path: "Examples/FirstBooking"),
        .executableTarget(name: "FirstLife", dependencies: ["Ratebook"], path: "Examples/FirstLife"),
        .executableTarget(name: "RatesBench", dependencies: ["Ratebook"], path: "Benches/RatesBench"),
        .testTarget(name: "RatebookTests", dependencies: ["Ratebook", "StayModel"]),
    ],
    swiftLanguageModes: [.v6]
)

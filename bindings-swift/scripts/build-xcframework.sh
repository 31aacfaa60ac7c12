#!/usr/bin/env bash
# Builds CRatebook.xcframework, which Package.swift takes on Apple's platforms. Needs a Mac with Xcode, and Rust with
# rustup target add aarch64-apple-ios aarch64-apple-ios-sim x86_64-apple-ios aarch64-apple-darwin x86_64-apple-darwin
set -euo pipefail
[ "$(uname)" = Darwin ] || { echo "an xcframework is made by Xcode: run this on a Mac" >&2; exit 1; }
cd "$(dirname "$0")/../.."
target="${CARGO_TARGET_DIR:-target}"
folder="$target/xcframework"
rm -rf "$folder"
mkdir -p "$folder/include"
cp bindings-swift/Sources/CRatebook/ratebook.h "$folder/include/"
cp bindings-swift/Sources/CRatebook/apple.modulemap "$folder/include/module.modulemap"
slice() { # NAME TRIPLE...
    local name="$1" slices=()
    shift
    mkdir -p "$folder/$name"
    for triple in "$@"; do
        cargo rustc --profile packaged --package ratebook-ffi --target "$triple" --crate-type staticlib
        bash bindings-swift/scripts/slim.sh "$target/$triple/packaged/libratebook_ffi.a" "$folder/$name/$triple.a"
        slices+=("$folder/$name/$triple.a")
    done
    lipo -create "${slices[@]}" -output "$folder/$name/libratebook_ffi.a"
}
export IPHONEOS_DEPLOYMENT_TARGET=15.0 MACOSX_DEPLOYMENT_TARGET=12.0
slice ios aarch64-apple-ios
slice simulator aarch64-apple-ios-sim x86_64-apple-ios
slice macos aarch64-apple-darwin x86_64-apple-darwin
rm -rf bindings-swift/CRatebook.xcframework
xcodebuild -create-xcframework \
    -library "$folder/ios/libratebook_ffi.a" -headers "$folder/include" \
    -library "$folder/simulator/libratebook_ffi.a" -headers "$folder/include" \
    -library "$folder/macos/libratebook_ffi.a" -headers "$folder/include" \
    -output bindings-swift/CRatebook.xcframework
cp LICENSE-APACHE LICENSE-MIT bindings-swift/CRatebook.xcframework/

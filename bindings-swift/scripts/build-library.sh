#!/usr/bin/env bash
# Builds the engine for the machine it runs on, where SwiftPM finds it: build-library.sh PREFIX, then
# PKG_CONFIG_PATH=PREFIX swift build.
set -euo pipefail
prefix="${1:?usage: build-library.sh PREFIX}"
checkout="$(cd "$(dirname "$0")/../.." && pwd)"
mkdir -p "$prefix"
prefix="$(cd "$prefix" && pwd)"
cd "$checkout"
cargo build --profile packaged --package ratebook-ffi
target="${CARGO_TARGET_DIR:-target}"
bash bindings-swift/scripts/slim.sh "$target/packaged/libratebook_ffi.a" "$prefix/libratebook_ffi.a"
version="$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)"
printf 'Name: ratebook\nDescription: Ratebook\nVersion: %s\nLibs: -L%s -lratebook_ffi\n' "$version" "$prefix" >"$prefix/ratebook.pc"
echo "PKG_CONFIG_PATH=$prefix swift build"

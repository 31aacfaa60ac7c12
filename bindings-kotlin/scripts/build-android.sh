#!/usr/bin/env bash
# Builds the engine for Android's ABIs into android/src/main/jniLibs. Needs the NDK, in ANDROID_NDK_HOME, and Rust's targets.
set -euo pipefail
: "${ANDROID_NDK_HOME:?set ANDROID_NDK_HOME to the folder of the NDK}"
cd "$(dirname "$0")/../.."
target="${CARGO_TARGET_DIR:-target}"
tools="$(echo "$ANDROID_NDK_HOME"/toolchains/llvm/prebuilt/*/bin)"
build() { # ABI TRIPLE CLANG
    local variable="CARGO_TARGET_$(tr 'a-z-' 'A-Z_' <<<"$2")_LINKER"
    # Pages of 16 kB, which Android 15 asks for.
    env "$variable=$tools/$3-clang" RUSTFLAGS="-C link-arg=-Wl,-z,max-page-size=16384" \
        cargo rustc --profile packaged --package ratebook-ffi --target "$2" --crate-type cdylib
    mkdir -p "bindings-kotlin/android/src/main/jniLibs/$1"
    "$tools/llvm-strip" -o "bindings-kotlin/android/src/main/jniLibs/$1/libratebook_ffi.so" "$target/$2/packaged/libratebook_ffi.so"
}
mkdir -p bindings-kotlin/android/src/main/resources/META-INF
cp LICENSE-APACHE LICENSE-MIT bindings-kotlin/android/src/main/resources/META-INF/
build arm64-v8a aarch64-linux-android aarch64-linux-android28
build armeabi-v7a armv7-linux-androideabi armv7a-linux-androideabi28
build x86_64 x86_64-linux-android x86_64-linux-android28

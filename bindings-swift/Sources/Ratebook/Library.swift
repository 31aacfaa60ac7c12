import CRatebook
import Foundation

/// A definition that the library keeps for as long as this object lives.
final class Handle: Sendable {
    let number: Int64

    convenience init(kind: UInt32, _ definition: some RatebookValue) throws(RatebookError) {
        var writer = WireWriter()
        defer { writer.free() }
        definition.write(to: &writer)
        try self.init(kind: kind, bytes: writer.bytes)
    }

    init(kind: UInt32, bytes: some ContiguousBytes) throws(RatebookError) {
        number = Int64(
            try Library.exchange(bytes) { given, room in
                ratebook_load(kind, given.baseAddress, UInt64(given.count), room.baseAddress, UInt64(room.count))
            } read: { reader throws(WireFault) in
                try reader.whole()
            })
    }

    deinit {
        ratebook_drop(number)
    }
}

/// The engine, by way of C: bytes there and back.
enum Library {
    /// Room for most answers; longer ones are fetched a second time.
    private static let room = 16_384

    static func ask<Request: RatebookValue, Answer: RatebookValue>(
        _ operation: UInt32, _ handle: Handle?, _ request: Request
    ) throws(RatebookError) -> Answer {
        var writer = WireWriter()
        defer { writer.free() }
        request.write(to: &writer)
        return try asked(operation, handle, writer.bytes) { reader throws(WireFault) in try Answer(from: &reader) }
    }

    static func askJSON(_ operation: UInt32, _ handle: Handle?, _ request: Data) throws(RatebookError) -> Data {
        try asked(operation, handle, request) { reader throws(WireFault) in reader.all() }
    }

    private static func asked<Answer>(
        _ operation: UInt32, _ handle: Handle?, _ request: some ContiguousBytes,
        read: (inout WireReader) throws(WireFault) -> Answer
    ) throws(RatebookError) -> Answer {
        let answer = try exchange(request, { given, room in
            ratebook_ask(
                operation, handle?.number ?? 0, given.baseAddress, UInt64(given.count), room.baseAddress,
                UInt64(room.count))
        }, read: read)
        withExtendedLifetime(handle) {}
        return answer
    }

    /// Calls with room for an answer and reads what comes: an error where the count of its bytes is below zero.
    static func exchange<Answer>(
        _ bytes: some ContiguousBytes,
        _ call: (UnsafeBufferPointer<UInt8>, UnsafeMutableBufferPointer<UInt8>) -> Int64,
        read: (inout WireReader) throws(WireFault) -> Answer
    ) throws(RatebookError) -> Answer {
        if let other = mismatch { throw other }
        let answered: Result<Answer, RatebookError> = withUnsafeTemporaryAllocation(
            of: UInt8.self, capacity: room
        ) { room in
            let told = bytes.withUnsafeBytes { call($0.bindMemory(to: UInt8.self), room) }
            let count = Int(told < 0 ? -1 - told : told)
            if count <= room.count { return understood(told < 0, UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(room)[..<count]), read) }
            return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count) { whole in
                _ = ratebook_rest(whole.baseAddress, UInt64(count))
                return understood(told < 0, UnsafeRawBufferPointer(whole), read)
            }
        }
        return try answered.get()
    }

    private static func understood<Answer>(
        _ isError: Bool, _ bytes: UnsafeRawBufferPointer, _ read: (inout WireReader) throws(WireFault) -> Answer
    ) -> Result<Answer, RatebookError> {
        do throws(WireFault) {
            var reader = WireReader(bytes)
            return isError ? .failure(RatebookError(try ErrorReport(from: &reader))) : .success(try read(&reader))
        } catch {
            return .failure(RatebookError(error, .engineDefect))
        }
    }

    /// The error of a library that another version of this package was made for.
    private static let mismatch: RatebookError? = ratebook_interface() == interfaceNumber ? nil : RatebookError(
        ErrorReport(
            code: .engineDefect,
            message: "the linked library ratebook_ffi is of another version than this package; build it again", path: "",
            reasons: []))
}

import CRatebook
import Foundation

/// A definition that the library keeps for as long as this object lives.
final class Handle: Sendable {
    let number: Int64

    init(kind: UInt32, _ definition: some RatebookValue) throws(RatebookError) {
        number = try WireWriter.written({ definition.write(to: &$0) }, { Handle.load(kind, $0) }).get()
    }

    init(kind: UInt32, bytes: Data) throws(RatebookError) {
        number = try bytes.withUnsafeBytes { Handle.load(kind, $0) }.get()
    }

    private static func load(_ kind: UInt32, _ definition: UnsafeRawBufferPointer) -> Result<Int64, RatebookError> {
        var number = 0
        let refusal = Library.exchange {
            ratebook_load(
                kind, definition.bytes, UInt64(definition.count), $0.baseAddress, UInt64($0.count))
        } read: { reader throws(WireFault) in
            number = try reader.whole()
        }
        return refusal.map(Result.failure) ?? .success(Int64(number))
    }

    deinit {
        ratebook_drop(number)
    }
}

/// The engine, by way of C: bytes there and back.
enum Library {
    /// Room for most answers; longer ones are fetched a second time.
    private static let room = 16_384

    /// Every operation has an instance of this function of its own, so that it must be short.
    @_semantics("optimize.sil.specialize.generic.never") @inline(never)
    static func ask<Answer: RatebookValue>(
        _ operation: UInt32, _ handle: Handle?, _ request: some RatebookValue
    ) throws(RatebookError) -> Answer {
        var answer: Answer?
        try ask(operation, handle) {
            request.write(to: &$0)
        } read: { reader throws(WireFault) in
            answer = try Answer(from: &reader)
        }
        return answer!
    }

    private static func ask(
        _ operation: UInt32, _ handle: Handle?, write: (inout WireWriter) -> Void,
        read: (inout WireReader) throws(WireFault) -> Void
    ) throws(RatebookError) {
        if let refusal = WireWriter.written(write, { asked(operation, handle, $0, read) }) { throw refusal }
    }

    static func askJSON(_ operation: UInt32, _ handle: Handle?, _ request: Data) throws(RatebookError) -> Data {
        var answer = Data()
        let refusal = request.withUnsafeBytes {
            asked(operation, handle, $0) { reader throws(WireFault) in answer = reader.all() }
        }
        if let refusal { throw refusal }
        return answer
    }

    private static func asked(
        _ operation: UInt32, _ handle: Handle?, _ request: UnsafeRawBufferPointer,
        _ read: (inout WireReader) throws(WireFault) -> Void
    ) -> RatebookError? {
        let refusal = exchange({
            ratebook_ask(
                operation, handle?.number ?? 0, request.bytes, UInt64(request.count), $0.baseAddress, UInt64($0.count))
        }, read: read)
        withExtendedLifetime(handle) {}
        return refusal
    }

    /// Calls with room for an answer and reads what comes: an error where the count of its bytes is below zero.
    static func exchange(
        _ call: (UnsafeMutableBufferPointer<UInt8>) -> Int64, read: (inout WireReader) throws(WireFault) -> Void
    ) -> RatebookError? {
        if let mismatch { return mismatch }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { room in
            let told = call(room)
            let count = Int(told < 0 ? -1 - told : told)
            if count <= room.count { return refusal(told < 0, UnsafeRawBufferPointer(start: room.baseAddress, count: count), read) }
            return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count) { whole in
                _ = ratebook_rest(whole.baseAddress, UInt64(count))
                return refusal(told < 0, UnsafeRawBufferPointer(whole), read)
            }
        }
    }

    private static func refusal(
        _ isError: Bool, _ bytes: UnsafeRawBufferPointer, _ read: (inout WireReader) throws(WireFault) -> Void
    ) -> RatebookError? {
        do throws(WireFault) {
            var reader = WireReader(bytes)
            if isError { return RatebookError(try ErrorReport(from: &reader)) }
            try read(&reader)
            return nil
        } catch {
            return RatebookError(error, .engineDefect)
        }
    }

    /// The error of a library that another version of this package was made for.
    private static let mismatch: RatebookError? = ratebook_interface() == interfaceNumber ? nil : RatebookError(
        ErrorReport(
            code: .engineDefect,
            message: "the linked library ratebook_ffi is of another version than this package; build it again", path: "",
            reasons: []))
}

extension UnsafeRawBufferPointer {
    fileprivate var bytes: UnsafePointer<UInt8>? { baseAddress?.assumingMemoryBound(to: UInt8.self) }
}

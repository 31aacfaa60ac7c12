import Foundation

/// A figure of an error by its name, read as what it is: `error[.required]`.
public struct Detail<Value: Sendable>: Sendable {
    /// The name under which it stands among the details.
    public let name: String
    private let read: @Sendable (JSON) -> Value?

    init(_ name: String, _ read: @escaping @Sendable (JSON) -> Value?) { (self.name, self.read) = (name, read) }

    /// The figure among these details; `nil` when it is not there or is something else.
    public func of(_ details: [String: JSON]) -> Value? { details[name].flatMap(read) }
}

extension Reason {
    /// A figure of the reason; `nil` when it does not come with it.
    public subscript<Value>(_ detail: Detail<Value>) -> Value? { detail.of(details) }
}

extension RatebookError {
    /// A figure of the first reason; `nil` when it does not come with it.
    public subscript<Value>(_ detail: Detail<Value>) -> Value? { detail.of(details) }

    /// What a guest is told: every reason in the guest's language, with days, lengths and counts as people there write them. Moments
    /// are told by the clock of the zone, and amounts that come without a currency in the one that is given.
    public func message(in language: Engine.Language, zone: TimeZone = .current, currency: String? = nil) -> String {
        let told = reasons.map { Engine.ToldReason(code: $0.code.rawValue, details: $0.details) }
        var request = Engine.MessageRequest(reasons: told, language: language, zone: zone.identifier, currency: currency)
        if let message = try? Engine.message(request) { return message.text }
        // A zone of this device's own, such as GMT+2.
        request.zone = nil
        return (try? Engine.message(request).text) ?? message
    }
}

extension JSON {
    var whole: Int? { if case .number(let number) = self { Int(number.description) } else { nil } }
    var amount: Amount? { if case .text(let text) = self { Amount(text) } else { nil } }
    var day: Day? { if case .text(let text) = self { Day(text) } else { nil } }
    var instant: Instant? { if case .text(let text) = self { Instant(text) } else { nil } }

    var days: [Time.DayRange]? {
        guard case .list(let list) = self else { return nil }
        return list.compactMap { one in one.day.map { Time.DayRange(first: $0, last: $0) } ?? one.typed() }
    }

    func typed<Value: RatebookValue>() -> Value? { try? Value(json: json()) }
}

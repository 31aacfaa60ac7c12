import Foundation

extension RatebookError {
    /// Dotted and stable, such as `rates.blackout`.
    public var code: Code { report.code }
    /// A sentence a person can act on.
    public var message: String { report.message }
    /// Where: a JSON pointer into the definition or request, empty for the whole.
    public var path: String { report.path }
    /// The figures involved, by name.
    public var details: [String: JSON] { report.details }
    /// Every reason, the first one included.
    public var reasons: [Reason] { report.reasons }

    /// Of what could not be read.
    init(_ fault: WireFault, _ code: Code) {
        let message = "\(fault.message), at byte \(fault.offset)"
        self.init(
            ErrorReport(
                code: code, message: message, path: "", reasons: [Reason(code: code, message: message, path: "")]))
    }
}

extension RatebookError: LocalizedError, CustomStringConvertible {
    public var errorDescription: String? { message }
    public var description: String { "\(code.rawValue): \(message)" }
}

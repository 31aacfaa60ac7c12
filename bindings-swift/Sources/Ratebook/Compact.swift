import Foundation

extension RateList {
    /// The list as bytes for a device, with a checksum: what `RateList(bytes:)` loads from again.
    public func compact() throws(RatebookError) -> Data {
        Data(base64Encoded: try pack(Rates.PackRequest()).contentBase64) ?? Data()
    }
}

import Foundation
import Ratebook

#if canImport(Combine)
    import Combine

    extension StayModel: ObservableObject {}
#endif

/// What a screen shows of a stay: the guest changes a field, the price follows at once, without a network.
///
/// In SwiftUI a view keeps it as `@StateObject private var stay: StayModel` and binds its fields to pickers and steppers.
/// Where there is no Combine it is the same class, observed by nobody.
@MainActor
public final class StayModel {
    /// What the guest chooses.
    public var checkIn: Day { willSet { willChange() } didSet { reprice() } }
    public var checkOut: Day { willSet { willChange() } didSet { reprice() } }
    public var adults = 2 { willSet { willChange() } didSet { reprice() } }
    public var childrenAges: [Int] = [] { willSet { willChange() } didSet { reprice() } }
    public var extras: Set<String> = [] { willSet { willChange() } didSet { reprice() } }

    /// The price with its lines, when the stay can be had.
    public private(set) var price: Rates.Price?
    /// Why it cannot, in sentences for the guest.
    public private(set) var reasons: [String] = []

    private let list: RateList

    public init(_ list: RateList, checkIn: Day, checkOut: Day) {
        (self.list, self.checkIn, self.checkOut) = (list, checkIn, checkOut)
        reprice()
    }

    /// The total as people read it.
    public var total: String? {
        guard let price else { return nil }
        let money = Money(amount: price.total, currency: price.currency)
        return try? Money.format(Money.FormatRequest(money: money, locale: .enUS))
    }

    private func willChange() {
        #if canImport(Combine)
            objectWillChange.send()
        #endif
    }

    private func reprice() {
        do throws(RatebookError) {
            price = try list.price(
                Rates.PriceRequest(
                    checkIn: checkIn, checkOut: checkOut, adults: adults, children: childrenAges,
                    supplements: Dictionary(uniqueKeysWithValues: extras.map { ($0, 1) })))
            reasons = []
        } catch {
            price = nil
            reasons = error.reasons.map(\.message)
        }
    }
}

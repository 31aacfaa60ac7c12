import Foundation
import Ratebook

// What the compiler must refuse: `cargo xtask test --only swift` looks for an error on each line that says so, and on no other.

let amount: Decimal = 95
let fraction: Double = 95.5
let today = Date()

let pricesOfText = Prices(byAdults: [1: "95"])  // refused
let pricesOfDoubles = Prices(byAdults: [1: fraction])  // refused
let stayByMoments = PriceRequest(checkIn: today, checkOut: today)  // refused
let stayByText = PriceRequest(checkIn: "2026-12-18")  // refused
let stayOfNobodyKnown = PriceRequest(adults: nil)  // refused
let halfAnAdult = PriceRequest(adults: 1.5)  // refused
let unknownField = PriceRequest(rooms: 2)  // refused
let unknownWord = Supplement(code: "a", name: "a", per: .fortnight, price: .amount(amount))  // refused
let wrongVariant = Tax(name: "VAT", rate: .percent("10"))  // refused
let missing = DayRange(first: Day(2026, 1, 1))  // refused
let fine = PriceRequest(checkIn: Day(2026, 12, 18), checkOut: Day(2026, 12, 21), adults: 2)

func ask(_ list: RateList) throws(RatebookError) {
    let total: Double = try list.total(fine).amount  // refused
    let price: Price = try list.total(fine)  // refused
    _ = try list.price(amount)  // refused
}

import Foundation
import Ratebook

// What the compiler must refuse: `cargo xtask test --only swift` looks for an error on each line that says so, and on no other.

let amount: Amount = 95
let fraction: Double = 95.5
let today = Date()

let pricesOfFloats = Rates.Prices(byAdults: [1: 95.5])  // refused
let pricesOfDoubles = Rates.Prices(byAdults: [1: fraction])  // refused
let moneyOfAFloat = Money(amount: 3.133, currency: "EUR")  // refused
let amountOfAFloat = Amount(3.133)  // refused
let amountOfADecimalFloat = Amount(Decimal(3.133))  // refused
let amountOfADecimal = Amount(decimal: Decimal(95))
let money = Money(amount: "3.133", currency: "EUR")
let amountOfTyping = Money(amount: String(describing: today), currency: "EUR")  // refused
let dayOfWhichCalendar = Day(DateComponents(year: 2569, month: 12, day: 18))  // refused
let stayByMoments = Rates.PriceRequest(checkIn: today, checkOut: today)  // refused
let stayByText = Rates.PriceRequest(checkIn: "2026-12-18")  // refused
let stayOfNobodyKnown = Rates.PriceRequest(adults: nil)  // refused
let halfAnAdult = Rates.PriceRequest(adults: 1.5)  // refused
let unknownField = Rates.PriceRequest(rooms: 2)  // refused
let unknownWord = Rates.Supplement(code: "a", name: "a", per: .fortnight, price: .amount(amount))  // refused
let wrongVariant = Rates.Tax(name: "VAT", rate: .percent(10.5))  // refused
let missing = Time.DayRange(first: Day(2026, 1, 1))  // refused
let fine = Rates.PriceRequest(checkIn: Day(2026, 12, 18), checkOut: Day(2026, 12, 21), adults: 2)

func ask(_ list: RateList) throws(RatebookError) {
    let total: Double = try list.total(fine).amount  // refused
    let price: Rates.Price = try list.total(fine)  // refused
    _ = try list.price(amount)  // refused
}

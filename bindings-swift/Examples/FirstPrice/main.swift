import Ratebook

let list = try RateList(
    Rates.RateListDefinition(
        name: "Double room", currency: "EUR", valid: Time.DayRange(first: Day(2026, 11, 1), last: Day(2027, 10, 31)), unit: .night,
        prices: Rates.Prices(byAdults: [1: 95, 2: 120], child: 40),
        ageBands: [Rates.AgeBand(name: "child", minAge: 0, maxAge: 11, price: .percent(Rates.PercentOf(percent: 50, of: .child)))],
        taxes: [Rates.Tax(name: "VAT", rate: .percent(10))]))
let price = try list.price(Rates.PriceRequest(checkIn: Day(2026, 12, 18), checkOut: Day(2026, 12, 21), adults: 2, children: [8]))
print(price.total, price.currency)  // → 462 EUR

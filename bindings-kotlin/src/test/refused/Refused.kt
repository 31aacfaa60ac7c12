import com.ratebook.time.DayRange
import com.ratebook.rates.Per
import com.ratebook.rates.Price
import com.ratebook.rates.PriceRequest
import com.ratebook.rates.Prices
import com.ratebook.RateList
import com.ratebook.rates.Supplement
import com.ratebook.rates.SupplementPrice
import com.ratebook.rates.Tax
import com.ratebook.rates.TaxRate
import java.math.BigDecimal
import java.time.Instant
import java.time.LocalDate

// What the compiler must refuse: `cargo xtask test --only kotlin` looks for an error on each line that says so, and on no other.

val amount = BigDecimal("95")

val pricesOfText = Prices(byAdults = mapOf(1 to "95")) // refused
val pricesOfDoubles = Prices(byAdults = mapOf(1 to 95.5)) // refused
val stayByMoments = PriceRequest(checkIn = Instant.EPOCH) // refused
val stayByText = PriceRequest(checkIn = "2026-12-18") // refused
val stayOfNobodyKnown = PriceRequest(adults = null) // refused
val halfAnAdult = PriceRequest(adults = 1.5) // refused
val unknownField = PriceRequest(rooms = 2) // refused
val unknownWord = Supplement("a", "a", per = Per.FORTNIGHT, price = SupplementPrice.Amount(amount)) // refused
val wrongVariant = Tax("VAT", TaxRate.Percent("10")) // refused
val missing = DayRange(LocalDate.of(2026, 1, 1)) // refused
val fine = PriceRequest(LocalDate.of(2026, 12, 18), LocalDate.of(2026, 12, 21), adults = 2)

fun ask(list: RateList) {
    val total: Double = list.total(fine).amount // refused
    val price: Price = list.total(fine) // refused
    list.price(amount) // refused
}

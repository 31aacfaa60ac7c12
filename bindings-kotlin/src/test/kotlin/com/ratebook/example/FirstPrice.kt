import com.ratebook.RateList
import com.ratebook.rates.*
import com.ratebook.time.DayRange
import java.math.BigDecimal
import java.time.LocalDate

fun main() {
    val list = RateList(
        RateListDefinition(
            name = "Double room", currency = "EUR", unit = PriceUnit.NIGHT,
            valid = DayRange(LocalDate.of(2026, 11, 1), LocalDate.of(2027, 10, 31)),
            prices = Prices(byAdults = mapOf(1 to BigDecimal(95), 2 to BigDecimal(120)), child = BigDecimal(40)),
            ageBands = listOf(AgeBand("child", 0, 11, ChildPrice.Percent(PercentOf(BigDecimal(50), PriceKind.CHILD)))),
            taxes = listOf(Tax("VAT", TaxRate.Percent(BigDecimal(10))))))
    val stay = PriceRequest(LocalDate.of(2026, 12, 18), LocalDate.of(2026, 12, 21), adults = 2, children = listOf(8))
    println(list.price(stay).total) // → 462.00
}

package com.ratebook.example

import com.ratebook.RateList
import com.ratebook.RatebookException
import com.ratebook.money.FormatRequest
import com.ratebook.money.Money
import com.ratebook.money.NumberLocale
import com.ratebook.rates.Price
import com.ratebook.rates.PriceRequest
import java.time.LocalDate

/**
 * What a screen shows of a stay: the guest changes a field, the price follows at once, without a network.
 *
 * On Android it is a `ViewModel`, [state] a `MutableStateFlow` and [onChange] its `value = …`; nothing else differs, and so it is
 * tested on the JVM.
 */
class StayModel(private val list: RateList, checkIn: LocalDate, checkOut: LocalDate, private val onChange: (State) -> Unit) {
    /** What the guest chooses. */
    data class Choice(
        val checkIn: LocalDate,
        val checkOut: LocalDate,
        val adults: Int = 2,
        val childrenAges: List<Int> = emptyList(),
        val extras: Set<String> = emptySet(),
    )

    /** What the screen shows: a price with its lines, or why there is none, in sentences for the guest. */
    data class State(val choice: Choice, val price: Price?, val total: String?, val reasons: List<String>)

    var state: State = priced(Choice(checkIn, checkOut))
        private set

    init {
        onChange(state)
    }

    fun choose(change: Choice.() -> Choice) {
        val changed = state.choice.change()
        if (changed == state.choice) return
        state = priced(changed)
        onChange(state)
    }

    private fun priced(choice: Choice): State =
        try {
            val request = PriceRequest(
                checkIn = choice.checkIn,
                checkOut = choice.checkOut,
                adults = choice.adults,
                children = choice.childrenAges,
                supplements = choice.extras.associateWith { 1 },
            )
            val price = list.price(request)
            val total = Money.format(FormatRequest(Money(price.total, price.currency), NumberLocale.EN_US))
            State(choice, price, total, emptyList())
        } catch (refused: RatebookException) {
            State(choice, null, null, refused.reasons.map { it.message })
        }
}

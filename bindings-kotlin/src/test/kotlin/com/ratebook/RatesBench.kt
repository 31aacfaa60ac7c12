package com.ratebook

import com.ratebook.rates.*
import java.io.File

/** The family stay, timed as the other languages time it: nanoseconds per call, the median of seven rounds, as JSON. */
internal object RatesBench {
    private fun measure(calls: Int, call: () -> Any): Double {
        val rounds = List(7) {
            val start = System.nanoTime()
            repeat(calls) { call() }
            (System.nanoTime() - start).toDouble() / calls
        }
        return rounds.sorted()[3]
    }

    @JvmStatic
    fun main(arguments: Array<String>) {
        val shared = Json.read(File("../benches/rates/family_stay.json").readBytes()) as Json.Object
        val part = { name: String -> shared.value.getValue(name).json() }
        val list = RateList(RateListDefinition.read(part("rate_list")))
        val stay = PriceRequest.read(part("request"))
        val many = QuoteManyRequest(List(1_000) { stay })
        val bytes = stay.json()
        val expected = (shared.value["total"] as Json.Text).value
        val answers = listOf(list.total(stay).amount, list.price(stay).total)
        check(answers.all { it.toPlainString() == expected }) { "the answers differ: $answers" }
        val figures = mapOf(
            "total" to measure(100_000) { list.total(stay) },
            "lines" to measure(10_000) { list.price(stay) },
            "json_total" to measure(100_000) { list.totalJson(bytes) },
            "batch_total" to measure(50) { list.totalMany(many) } / many.requests.size,
            "batch_lines" to measure(10) { list.quoteMany(many) } / many.requests.size,
        )
        println(figures.entries.joinToString(prefix = "{", postfix = "}") { "\"${it.key}\": ${it.value}" })
    }
}

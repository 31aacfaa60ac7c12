package com.ratebook.example.life

import com.ratebook.*
import com.ratebook.flow.*
import com.ratebook.tenancy.*
import java.time.Instant

fun main() {
    val machine = Machine(Flow.machines(MachinesRequest(name = "room_booking"))[0])
    val now = Instant.now()
    val hours = mapOf("starts_at" to Json.Text("2099-12-19T09:00:00Z"), "ends_at" to Json.Text("2099-12-19T11:00:00Z"))
    val held = machine.start(StartRequest(now, id = "BK-1", fields = hours)).instance
    val payment = mapOf("payment_id" to Json.Text("pi_7"), "amount" to Json.Text("80.00"))
    val desk = listOf("bookings:write")
    val paid = machine.fire(FireRequest(held, "pay", now, permissions = desk, given = payment))
    println("${paid.instance.state} ${paid.effects[0].name}") // → confirmed send_email

    val tenant = Tenant(TenantDefinition("acme", "Acme Travel"))
    val anna = AccessActor("acme", "anna", roles = listOf("viewer"))
    val verdict = tenant.may(MayRequest(anna, "rates:write"))
    println("${verdict.allowed} ${verdict.missing}") // → false rates:write
}

import Foundation
import Ratebook

let machine = try Machine(Flow.machines(Flow.MachinesRequest(name: "room_booking"))[0])
let now = Instant.now
let hours: [String: JSON] = ["starts_at": .text("2099-12-19T09:00:00Z"), "ends_at": .text("2099-12-19T11:00:00Z")]
let held = try machine.start(Flow.StartRequest(now: now, id: "BK-1", fields: hours)).instance
let payment: [String: JSON] = ["payment_id": .text("pi_7"), "amount": .text("80.00")]
let desk = ["bookings:write"]
let paid = try machine.fire(Flow.FireRequest(instance: held, event: "pay", now: now, permissions: desk, given: payment))
print(paid.instance.state, paid.effects[0].name)  // → confirmed send_email

let tenant = try Tenant(Tenancy.TenantDefinition(id: "acme", name: "Acme Travel"))
let anna = Tenancy.AccessActor(tenant: "acme", id: "anna", roles: ["viewer"])
let verdict = try tenant.may(Tenancy.MayRequest(actor: anna, action: "rates:write"))
print(verdict.allowed, verdict.missing ?? "nothing")  // → false rates:write

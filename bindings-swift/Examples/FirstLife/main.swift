import Foundation
import Ratebook

let machine = try Machine(Flow.machines(MachinesRequest(name: "room_booking"))[0])
let held = try machine.start(StartRequest(now: Date(), id: "BK-1")).instance
let paid = try machine.fire(FireRequest(instance: held, event: "pay", now: Date()))
print(paid.instance.state, paid.effects[0].name)  // → confirmed send_email

let tenant = try Tenant(TenantDefinition(id: "acme", name: "Acme Travel"))
let anna = AccessActor(tenant: "acme", id: "anna", roles: ["viewer"])
let verdict = try tenant.may(MayRequest(actor: anna, action: "rates:write"))
print(verdict.allowed, verdict.missing ?? "nothing")  // → false rates:write

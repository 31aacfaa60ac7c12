// A client of the workbench as somebody writes one who has nothing but the document: types are generated from it, and what they do
// not allow does not compile.
import assert from "node:assert/strict";
import createClient from "openapi-fetch";
import type { components, paths } from "./schema.js";

const [url, email, password, tenant] = process.argv.slice(2);
assert.ok(url && email && password && tenant, "usage: main.js URL EMAIL PASSWORD TENANT");

const client = createClient<paths>({ baseUrl: url, querySerializer: { array: { style: "form", explode: false } } });

const login = await client.POST("/v1/auth/login", { body: { email, password } });
assert.ok(login.data, JSON.stringify(login.error));
const { access_token } = login.data;
client.use({
  onRequest({ request }) {
    request.headers.set("authorization", `Bearer ${access_token}`);
    request.headers.set("x-tenant-id", tenant);
    return request;
  },
});

const me = await client.GET("/v1/auth/me");
assert.equal(me.data?.account.email, email);

// What is made has the fields of its entity; one that is missing does not compile.
const price: components["schemas"]["MoneyEUR"] = { amount: "29.90", currency: "EUR" };
const plan = await client.POST("/v1/service-plans", { body: { name: "Home 50", download_mbps: 50, upload_mbps: 10, price } });
assert.ok(plan.data, JSON.stringify(plan.error));
const made = await client.POST("/v1/subscribers", {
  params: { header: { "Idempotency-Key": `typescript-${plan.data.id}` } },
  body: { name: "Ana", phone: "+49301234567", address: "Lindenstr. 5", service_plan_id: plan.data.id },
});
assert.ok(made.data, JSON.stringify(made.error));
assert.equal(made.response.status, 201);
const status: "pending" | "active" | "suspended" | "terminated" | undefined = made.data.status;
assert.equal(status, "pending");
const path = { id: made.data.id };

// @ts-expect-error a subscriber needs a name
const nameless: components["schemas"]["SubscriberCreate"] = { phone: "+49301234567", address: "A", service_plan_id: plan.data.id };
assert.ok(nameless);
// @ts-expect-error what the machine writes is not written by people
const written: components["schemas"]["SubscriberPatch"] = { status: "active" };
assert.ok(written);
// @ts-expect-error nothing is sorted by an address
await client.GET("/v1/subscribers", { params: { query: { sort: ["address"] } } });

// Lists are asked with the filters that the entity has.
const listed = await client.GET("/v1/subscribers", {
  params: { query: { status: "pending", country: "DE", service_plan_id: plan.data.id, sort: ["-name", "created_at"], fields: ["name", "code"], total: true, limit: 5 } },
});
assert.ok(listed.data, JSON.stringify(listed.error));
assert.equal(listed.data.total, 1);
assert.equal(listed.data.items[0]?.name, "Ana");
assert.equal(listed.data.items[0]?.phone, undefined);
assert.equal(listed.data.next_cursor, null);

const changed = await client.PATCH("/v1/subscribers/{id}", {
  params: { path, header: { "If-Match": made.response.headers.get("etag") ?? "" } },
  body: { email: "ana@example.com" },
  headers: { "content-type": "application/merge-patch+json" },
});
assert.equal(changed.data?.email, "ana@example.com", JSON.stringify(changed.error));
const active = await client.POST("/v1/subscribers/{id}/activate", { params: { path } });
assert.equal(active.data?.status, "active", JSON.stringify(active.error));
const history = await client.GET("/v1/subscribers/{id}/history", { params: { path } });
assert.equal(history.data?.items[0]?.action, "subscriber:created");

const many = await client.POST("/v1/tags/bulk", { body: { action: "create", items: [{ name: "vip" }, { name: "late" }] } });
assert.equal(many.data?.items.length, 2, JSON.stringify(many.error));

// A refusal is a problem, with every fault at its place.
const refused = await client.POST("/v1/subscribers", {
  body: { name: "", phone: "12", address: "A", service_plan_id: plan.data.id },
});
assert.equal(refused.response.status, 422);
const problem: components["schemas"]["Problem"] | undefined = refused.error;
assert.deepEqual(problem?.errors?.map((fault) => fault.path).sort(), ["/name", "/phone"]);

const gone = await client.DELETE("/v1/subscribers/{id}", { params: { path } });
assert.equal(gone.response.status, 204);
const after = await client.GET("/v1/subscribers/{id}", { params: { path } });
assert.equal(after.error?.code, "records.not_found");
console.log("the client in TypeScript did all it was to do");

// What somebody does in the console, with a browser before a server of the workbench.
import { readFileSync, writeFileSync } from "node:fs";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { looking, type Served, served } from "./served";
import { typesOf } from "./types";

let own: Served;
beforeAll(async () => {
  own = await served();
}, 60_000);
afterAll(() => own?.end());

const LONG = { timeout: 60_000 };
/** A picture of one point. */
const DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** What a reader by ear, by keyboard or with weak eyes would stumble over. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run({ resultTypes: ["violations"] }));
  return found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join(", ")}`);
}

async function asked(page: Page, path: string, method = "GET", body?: unknown): Promise<unknown> {
  return page.evaluate(
    async ([address, method, body]) => {
      const session = JSON.parse(sessionStorage.getItem("ratebook.session") ?? "{}");
      const headers = { authorization: `Bearer ${session.tokens.access_token}`, "x-tenant-id": session.tenant, "content-type": "application/json" };
      const answer = await fetch(address, { method, headers, ...(body ? { body } : {}) });
      return answer.status === 204 ? null : answer.json();
    },
    [path, method, body === undefined ? "" : JSON.stringify(body)] as const,
  );
}

async function first(page: Page, address: string): Promise<string> {
  const found = (await asked(page, `/v1/${address}?limit=1`)) as { items: { id: string }[] };
  return found.items[0]?.id ?? "";
}

describe("the console", () => {
  it("has types of the document that the server gives of itself", LONG, async () => {
    const { page } = await looking(own);
    const types = await typesOf(await asked(page, "/v1/openapi.json"));
    if (process.env.WRITE_TYPES) writeFileSync("src/api/schema.ts", types);
    expect(readFileSync("src/api/schema.ts", "utf8")).toBe(types);
  });

  it("says in its own words why nobody is let in", LONG, async () => {
    const page = await (await own.browser.newContext({ locale: "en-US" })).newPage();
    await page.goto(own.address);
    await page.getByLabel("E-mail").fill("demo@example.com");
    await page.getByLabel("Password").fill("a guess");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.getByRole("alert").waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it("draws lists of what the pack declares, filtered and searched", LONG, async () => {
    const { page, complaints } = await looking(own);
    await page.getByRole("link", { name: "Tickets", exact: true }).first().click();
    await page.getByRole("heading", { name: "Tickets" }).waitFor();
    await page.getByRole("row", { name: /The line drops/ }).waitFor();
    expect(await page.getByRole("columnheader").count()).toBeGreaterThan(3);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole("button", { name: "Filter" }).click();
    await page.locator(".asking").getByRole("button", { name: "Priority", exact: true }).click();
    await page.getByLabel("High").check();
    await page.waitForURL(/filters=/);
    await page.keyboard.press("Escape");
    const all = (await asked(page, "/v1/tickets?priority=high&total=true&limit=1")) as { total: number };
    await page.getByText(`${all.total} in all`).waitFor();
    await page.getByRole("searchbox", { name: "Search" }).fill("zzzz no such ticket");
    await page.getByText("Nothing matches").waitFor();
    // What is typed stays, while the address follows it.
    const search = page.getByRole("searchbox", { name: "Search" });
    await search.fill("");
    await search.pressSequentially("line drops", { delay: 260 });
    expect(await search.inputValue()).toBe("line drops");
    await page.waitForURL(/q=line(\+|%20)drops/);
    // Letters in an open menu are no shortcuts.
    await page.getByRole("button", { name: "Columns" }).click();
    await page.getByRole("menu").waitFor();
    await page.keyboard.press("n");
    await page.keyboard.press("Escape");
    expect(page.url()).toContain("/r/tickets?");
    expect(complaints).toEqual([]);
  });

  it("makes a record, tells what is wrong at its place, and leads it through its life", LONG, async () => {
    const { page, complaints } = await looking(own);
    await page.goto(`${own.address}/r/tickets`);
    await page.getByRole("heading", { name: "Tickets" }).waitFor();
    await page.keyboard.press("n");
    await page.getByRole("heading", { name: "New ticket" }).waitFor();
    await page.getByLabel(/^Subject/).fill("The line is <b>slow</b><script>document.title='taken'</script>");
    await page.getByRole("button", { name: "Create" }).click();
    const fault = page.locator(".field", { hasText: "Description" }).locator(".fault");
    await fault.waitFor();
    await page.getByLabel(/^Description/).fill("Since this morning");
    await page.getByLabel(/^Subscriber/).click();
    await page.locator(".asking .item").first().click();
    expect(await barriers(page)).toEqual([]);
    // What was typed is there after a reload.
    page.once("dialog", (dialog) => void dialog.accept());
    await page.reload();
    expect(await page.getByLabel(/^Description/).inputValue()).toBe("Since this morning");
    await page.getByRole("button", { name: "Create" }).click();
    await page.locator(".life .here").waitFor();
    await page.getByText("The line is <b>slow</b>").first().waitFor();
    expect(await page.title()).toBe("The line is <b>slow</b><script>document.title='taken'</script> – Ratebook");
    expect(await barriers(page)).toEqual([]);
    const open = page.locator(".events button:not([aria-disabled])").first();
    const before = await page.locator(".life .here text").textContent();
    await open.click();
    if (await page.getByRole("dialog").isVisible()) {
      for (const field of await page.getByRole("dialog").locator("input, textarea").all()) await field.fill("done");
      await page.getByRole("dialog").locator("button[type=submit]").click();
    }
    await expect.poll(() => page.locator(".life .here text").textContent()).not.toBe(before);
    await expect.poll(() => page.locator(".history > ol > li").count()).toBeGreaterThan(1);
    expect(complaints).toEqual([]);
  });

  it("joins what two change of one record at once", LONG, async () => {
    const [one, two] = [(await looking(own)).page, (await looking(own)).page];
    const found = (await asked(one, "/v1/tickets?limit=1&status=open&sort=-created_at")) as { items: { id: string }[] };
    const address = `${own.address}/r/tickets/${found.items[0]?.id}?edit=true`;
    await Promise.all([one.goto(address), two.goto(address)]);
    await one.getByLabel(/^Description/).fill("as the first wrote it");
    await two.getByLabel(/^Subject/).fill("As the second calls it");
    await one.getByRole("button", { name: "Save" }).click();
    await one.locator(".details").first().waitFor();
    await two.getByRole("button", { name: "Save" }).click();
    await two.getByText("Somebody else changed this record").waitFor();
    expect(await two.getByLabel(/^Description/).inputValue()).toBe("as the first wrote it");
    await two.getByRole("button", { name: "Save" }).click();
    await two.locator(".details").first().waitFor();
    await two.getByText("As the second calls it").first().waitFor();
  });

  it("shows boards, calendars and figures, and what others change, as it happens", LONG, async () => {
    const { page, complaints } = await looking(own);
    for (const name of ["Open tickets", "Desk", "Trips", "Subscribers by status", "Trips by month"]) {
      await page.getByRole("navigation").getByRole("link", { name, exact: true }).first().click();
      await page.getByRole("heading", { level: 1, name }).waitFor();
      await page.locator(".waiting-lines").waitFor({ state: "detached" });
      expect(await barriers(page)).toEqual([]);
    }
    await page.goto(`${own.address}/v/desk`);
    const lane = page.getByRole("region", { name: "Open", exact: true });
    await lane.waitFor();
    const count = async () => Number((await lane.locator("header .figures").textContent()) ?? 0);
    const before = await count();
    const other = (await looking(own)).page;
    await other.goto(`${own.address}/v/desk`);
    await other.getByRole("region", { name: "Open", exact: true }).getByRole("combobox").first().selectOption({ index: 1 });
    // What the event requires is asked for.
    await other.getByRole("dialog").locator("input").first().fill("ann");
    await other.getByRole("dialog").locator("button[type=submit]").click();
    await expect.poll(count, { timeout: 15_000 }).toBe(before - 1);
    expect(complaints).toEqual([]);
  });

  it("goes anywhere by keyboard, in another language, in the dark, and on a telephone", LONG, async () => {
    const { page, complaints } = await looking(own, 390, 844);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.type("subscribers");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/[rv]\//);
    await page.goto(`${own.address}/r/subscribers`);
    await page.getByRole("heading", { level: 1, name: "Subscribers" }).waitFor();
    await page.getByRole("button", { name: "Menu" }).click();
    await page.locator(".who").click();
    await page.getByRole("menuitemradio", { name: "Español" }).click();
    await page.getByText("en total").waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("es");
    await page.evaluate(() => localStorage.setItem("ratebook.theme", "dark"));
    await page.reload();
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(complaints).toEqual([]);
  });

  it("fills in no secret, keeps none, and shows one to whoever may see it", LONG, async () => {
    const { page, complaints } = await looking(own);
    const address = `${own.address}/r/subscribers/${await first(page, "subscribers")}`;
    await page.goto(`${address}?edit=true`);
    const secret = page.getByLabel("Pppoe password", { exact: true });
    await secret.fill("quite a secret");
    await page.getByRole("button", { name: "Save" }).click();
    await page.locator(".details").first().waitFor();
    await page.getByRole("button", { name: "Show: Pppoe password" }).click();
    await page.getByText("quite a secret", { exact: true }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole("button", { name: "Edit" }).click();
    expect([await secret.inputValue(), await secret.getAttribute("placeholder")]).toEqual(["", "Kept secret; type another one"]);
    await secret.fill("another one");
    await page.getByLabel(/^Billing day/).fill("99");
    const kept = await page.evaluate(() => JSON.stringify(sessionStorage));
    expect([kept.includes("99"), kept.includes("another one")]).toEqual([true, false]);
    await page.getByRole("button", { name: "Save" }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-invalid"))).toBe("true");
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.locator(".details").first().waitFor();
    expect(complaints).toEqual([]);
  });

  it("finds a draft again, and what others changed meanwhile", LONG, async () => {
    const { page } = await looking(own);
    const id = await first(page, "vehicles");
    const before = (await asked(page, `/v1/vehicles/${id}`)) as { plate: string };
    await page.goto(`${own.address}/r/vehicles/${id}?edit=true`);
    await page.getByLabel(/^Plate/).fill("B-RB 777");
    await asked(page, `/v1/vehicles/${id}`, "PATCH", { plate: "B-RB 888" });
    page.once("dialog", (dialog) => void dialog.accept());
    await page.reload();
    await page.getByText("You both changed this").waitFor();
    expect(await page.getByLabel(/^Plate/).inputValue()).toBe("B-RB 777");
    await page.getByRole("button", { name: "Take theirs" }).click();
    await expect.poll(() => page.getByLabel(/^Plate/).inputValue()).toBe("B-RB 888");
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.locator(".details").first().waitFor();
    await asked(page, `/v1/vehicles/${id}`, "PATCH", { plate: before.plate });
  });

  it("follows links in rows by keyboard, and asks before many are deleted", LONG, async () => {
    const { page } = await looking(own);
    await page.goto(`${own.address}/r/tickets`);
    await page.locator("tbody a.out").first().focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/r\/subscribers\//);
    await page.locator(".details").first().waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    for (const name of ["one", "two"]) await asked(page, "/v1/tickets", "POST", { subject: `Of many: ${name}`, description: "-", subscriber_id: await first(page, "subscribers") });
    await page.goto(`${own.address}/r/tickets`);
    for (const name of ["one", "two"]) await page.getByRole("row", { name: new RegExp(`Of many: ${name}`) }).getByRole("checkbox").check();
    await page.getByRole("button", { name: "Delete" }).click();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
    await page.getByText("Of many: one").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Of many: one").waitFor();
  });

  it("asks for a page that was refused once more when somebody wants it, and not before", LONG, async () => {
    const { page } = await looking(own);
    await asked(page, "/v1/tags/bulk", "POST", { action: "create", items: Array.from({ length: 450 }, (_, place) => ({ name: `many-${place}` })) });
    let refused = 0;
    await page.route(/\/v1\/tags\?.*cursor=/, (route) => {
      refused++;
      return route.fulfill({ status: 409, contentType: "application/problem+json", body: JSON.stringify({ code: "request.conflict", detail: "Not just now.", status: 409 }) });
    });
    // Nothing is heard of what has just been made: it would be asked for anew, whoever wants it.
    let listens = () => {};
    const heard = new Promise<void>((resolve) => (listens = resolve));
    await page.route(/\/v1\/events/, (route) => heard.then(() => route.continue()));
    await page.goto(`${own.address}/r/tags`);
    await page.locator("tbody tr[tabindex]").first().waitFor();
    await page.locator(".rows").evaluate((rows) => rows.scrollTo(0, rows.scrollHeight));
    await page.getByText("Not just now.").waitFor();
    await page.locator(".rows").evaluate((rows) => rows.scrollTo(0, 0));
    await page.waitForTimeout(500);
    expect(refused).toBe(1);
    await page.unroute(/\/v1\/tags\?.*cursor=/);
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("Not just now.").waitFor({ state: "detached" });
    // A list that is long by now is not asked for anew by itself, and says that it has changed.
    const count = () => page.locator("table").getAttribute("aria-rowcount").then(Number);
    for (const rows of [200, 300, 400]) {
      await expect.poll(count).toBeGreaterThan(rows);
      await page.locator(".rows").evaluate((rows) => rows.scrollTo(0, rows.scrollHeight));
    }
    await expect.poll(count).toBeGreaterThan(440);
    await Promise.all([page.waitForResponse(/\/v1\/events/), listens()]);
    let again = 0;
    page.on("request", (request) => /\/v1\/tags\?/.test(request.url()) && again++);
    await asked(page, "/v1/tags", "POST", { name: "while-looked-at" });
    await page.getByText("This list has changed.").waitFor();
    expect(again).toBe(0);
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await page.getByText("This list has changed.").waitFor({ state: "detached" });
    await expect.poll(count).toBeLessThan(400);
  });

  it("shows and takes moments by the clock of the tenant", LONG, async () => {
    const { page } = await looking(own);
    await page.route("**/v1/auth/me", async (route) => {
      const answer = await route.fetch();
      const me = (await answer.json()) as { memberships: { tenant: object }[] };
      return route.fulfill({ response: answer, json: { ...me, memberships: me.memberships.map((one) => ({ ...one, tenant: { ...one.tenant, zone: "Asia/Kolkata" } })) } });
    });
    const made = (await asked(page, "/v1/tickets", "POST", { subject: "By the clock", description: "-", subscriber_id: await first(page, "subscribers"), due_at: "2027-03-04T20:00:00Z" })) as { id: string };
    await page.goto(`${own.address}/r/tickets/${made.id}`);
    await page.getByText("Mar 5, 2027, 1:30 AM").first().waitFor();
    await page.getByRole("button", { name: "Edit" }).click();
    expect(await page.getByLabel("Due at").inputValue()).toBe("2027-03-05T01:30");
    await page.getByLabel("Due at").fill("2027-03-05T06:30");
    await page.getByRole("button", { name: "Save" }).click();
    await page.locator(".details").first().waitFor();
    expect(((await asked(page, `/v1/tickets/${made.id}`)) as { due_at: string }).due_at).toMatch(/^2027-03-05T01:00:00/);
  });

  it("asks anew for what may have changed while the line was cut", LONG, async () => {
    const { page } = await looking(own);
    let [cut, looked] = [0, 0];
    await page.route(/\/v1\/events/, (route) => (cut++ === 0 ? route.fulfill({ status: 200, contentType: "text/event-stream", body: ": here\n\n" }) : route.continue()));
    await page.goto(own.address);
    await page.locator(".frame h1").waitFor();
    page.on("request", (request) => /\/v1\/(screens|views)$/.test(request.url()) && looked++);
    await expect.poll(() => [cut, looked], { timeout: 20_000 }).toEqual([2, 2]);
  });

  it("shows pictures and files of records to whoever sees them", LONG, async () => {
    const { page, complaints } = await looking(own);
    await page.goto(`${own.address}/r/tickets/${await first(page, "tickets")}?edit=true`);
    await page.getByLabel("Photo").setInputFiles({ name: "dot.png", mimeType: "image/png", buffer: Buffer.from(DOT, "base64") });
    await page.locator(".choosing", { hasText: "dot.png" }).waitFor();
    await page.waitForFunction(() => JSON.stringify(sessionStorage).includes("photo"));
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("img", { name: "Photo" }).waitFor();
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("img", { name: "Photo" }).click()]);
    expect(file.suggestedFilename()).toBe("dot.png");
    expect(complaints).toEqual([]);
  });

  it("lets somebody come in by the link of an invitation, and leaves nothing when they go", LONG, async () => {
    const { page, complaints } = await looking(own);
    await page.goto(`${own.address}/v/manage/members`);
    await page.getByRole("button", { name: "Invite" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("E-mail").fill("eva@example.com");
    await dialog.getByRole("button", { name: "Invite" }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("name");
    await dialog.getByLabel("Name").fill("Eva");
    await dialog.getByLabel("Role").selectOption("support");
    await dialog.getByRole("button", { name: "Invite" }).click();
    const link = new URL((await dialog.locator(".once").textContent()) ?? "");
    expect(await barriers(page)).toEqual([]);

    const other = await (await own.browser.newContext({ locale: "en-US" })).newPage();
    await other.goto(`${own.address}/${link.hash}`);
    await other.getByText("eva@example.com is invited to join Workbench.").waitFor();
    expect(other.url()).toBe(`${own.address}/`);
    expect(await barriers(other)).toEqual([]);
    await other.getByLabel("Password").fill("a passphrase of some length");
    await other.getByRole("button", { name: "Join" }).click();
    await other.getByRole("heading", { level: 1, name: "Workbench" }).waitFor();
    // What they may not see is told apart from what is not there.
    await other.goto(`${own.address}/r/subscribers/${await first(other, "subscribers")}`);
    await other.locator(".details").first().waitFor();
    expect(await other.locator(".details a[href^='mailto:']").count()).toBe(0);
    const token = await other.evaluate(() => JSON.parse(sessionStorage.getItem("ratebook.session") ?? "{}").tokens.access_token as string);
    await other.goto(`${own.address}/r/tickets/new`);
    await other.getByLabel(/^Subject/).fill("Never sent");
    await other.keyboard.press("Control+k");
    await other.keyboard.type("sign out");
    await other.keyboard.press("Enter");
    await other.getByLabel("E-mail").waitFor();
    expect(await other.evaluate(() => JSON.stringify(sessionStorage))).not.toContain("Never sent");
    const after = await other.evaluate(async (token) => (await fetch("/v1/auth/me", { headers: { authorization: `Bearer ${token}` } })).status, token);
    expect(after).toBe(401);
    expect(complaints).toEqual([]);
  });

  it("says of a link that does not hold, and asks for another password by one", LONG, async () => {
    const page = await (await own.browser.newContext({ locale: "en-US" })).newPage();
    await page.goto(`${own.address}/#/sign-in?token=rbl_none`);
    await page.getByText("the link does not hold").waitFor();
    expect(page.url()).toBe(`${own.address}/`);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.getByRole("button", { name: "Forgot my password" }).click();
    await page.getByLabel("E-mail").waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.goto(`${own.address}/#/reset?token=rbl_none`);
    await page.getByLabel("New password").fill("a passphrase of some length");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("the link does not hold").waitFor();
    await page.goto(`${own.address}/#/sign-in?problem=tenancy.not_signed_in&detail=It%20did%20not%20work`);
    await page.getByText("It did not work").waitFor();
  });

  it("has a page for each thing that is administered, and makes a tenant", LONG, async () => {
    const { page, complaints } = await looking(own);
    for (const name of ["account", "members", "settings", "keys", "webhooks", "jobs", "audit", "tenants"]) {
      await page.goto(`${own.address}/v/manage/${name}`);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.locator(".waiting-lines").first().waitFor({ state: "detached" });
      expect([name, ...(await barriers(page))]).toEqual([name]);
    }
    await page.goto(`${own.address}/v/manage/audit`);
    await page.getByRole("button", { name: "Verify" }).click();
    await page.getByText("Nothing in the audit was changed.").waitFor();
    await page.goto(`${own.address}/v/manage/settings`);
    await page.getByLabel("Days after which a bill is late").fill("9");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: "Back to the default" }).waitFor();
    await page.goto(`${own.address}/v/manage/tenants`);
    await page.getByLabel("Name", { exact: true }).fill("Boats");
    await page.getByLabel("Short name").fill("boats");
    await page.getByRole("button", { name: "Create a tenant" }).click();
    await page.getByRole("heading", { level: 1, name: "Boats" }).waitFor();
    expect(complaints).toEqual([]);
  });
});

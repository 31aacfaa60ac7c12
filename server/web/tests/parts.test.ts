// What the console reckons itself, without a browser.
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { beforeEach, describe, expect, it, vi } from "vitest";

import { fileName } from "../src/api/client";
import { begun, keepable } from "../src/records/editing";
import { addressOf, readAsked, turned } from "../src/records/asked";
import { joined } from "../src/records/joined";
import { day, decimal, duration, money, stretch } from "../src/records/formats";
import { parts } from "../src/records/bulk";
import { isLong } from "../src/records/fresh";
import { Input } from "../src/records/Input";
import { type FormField, isHidden, isTakenOut, readWritten, written } from "../src/records/kinds";
import { laid } from "../src/records/laid";
import { clockOf, dayOf, InZone, lastDayOf, momentOf } from "../src/records/moments";
import { readArrival } from "../src/shell/arrival";
import { gathered } from "../src/shell/gathered";
import { stacked, weeksOf } from "../src/views/weeks";

// What a browser has.
vi.hoisted(() => {
  globalThis.sessionStorage = { getItem: () => null, setItem: () => {}, removeItem: () => {} } as unknown as Storage;
});

describe("two editors of one record", () => {
  const base = { id: "1", version: 1, name: "Ada", phone: "1", note: "a" };

  it("keeps what only one of them changed", () => {
    const theirs = { ...base, version: 2, phone: "2" };
    expect(joined(base, theirs, { name: "Ada L." })).toEqual({ changes: { name: "Ada L." }, clashes: [], taken: ["phone"] });
  });

  it("shows what both changed, each otherwise", () => {
    const theirs = { ...base, version: 2, name: "Augusta" };
    expect(joined(base, theirs, { name: "Ada L." }).clashes).toEqual([{ field: "name", theirs: "Augusta" }]);
  });

  it("asks nothing of what both changed alike", () => {
    const theirs = { ...base, version: 2, name: "Ada L." };
    expect(joined(base, theirs, { name: "Ada L." })).toEqual({ changes: {}, clashes: [], taken: [] });
  });

  it("tells null from absent", () => {
    const theirs = { ...base, version: 2, note: null };
    expect(joined(base, theirs, { note: null }).changes).toEqual({});
  });
});

describe("a draft that was left", () => {
  const base = { id: "1", version: 1, name: "Ada", phone: "1", note: "a" };
  const answered = (body: typeof base, etag: string) => ({ body, etag });

  it("goes on where nobody changed the record", () => {
    const left = { ...begun(null, answered(base, "1")), changes: { name: "Ada L." } };
    expect(begun(left, answered(base, "1"))).toEqual(left);
  });

  it("meets what another changed, before it is saved over it", () => {
    const left = { ...begun(null, answered(base, "1")), changes: { name: "Ada L.", note: "b" } };
    const now = begun(left, answered({ ...base, version: 2, name: "Augusta", phone: "2" }, "2"));
    expect([now.met, now.etag, now.clashes]).toEqual([true, "2", [{ field: "name", theirs: "Augusta" }]]);
    expect([now.base?.phone, now.changes]).toEqual(["2", { name: "Ada L.", note: "b" }]);
    // What is not settled yet stays so after another reload.
    const later = begun(now, answered({ ...base, version: 3, name: "Augusta", phone: "3" }, "3"));
    expect(later.clashes).toEqual([{ field: "name", theirs: "Augusta" }]);
  });

  it("keeps no secrets, and nothing where nothing else is left", () => {
    const left = { ...begun(null, answered(base, "1")), changes: { name: "Ada L.", pin: "1234" } };
    expect(keepable(left, ["pin"])?.changes).toEqual({ name: "Ada L." });
    expect(keepable(left, ["name", "pin"])).toBeNull();
  });

  it("has a key of its own for a new record", () => {
    const [one, other] = [begun(null, null, { name: "Ada" }), begun(null, null)];
    expect(one.key).toMatch(/^[0-9a-f]{32}$/);
    expect(one.key).not.toBe(other.key);
    expect(begun(one, null)).toEqual(one);
  });
});

describe("addresses of lists", () => {
  it("say all that is asked", () => {
    const asked = readAsked({ q: "ada", sort: "-name", filters: { status: "open,closed" }, deleted: true });
    expect(addressOf("/v1/tickets", asked, { limit: "20", cursor: undefined })).toBe("/v1/tickets?status=open%2Cclosed&q=ada&sort=-name&deleted=true&limit=20");
  });

  it("leave out what is none", () => {
    expect(addressOf("/v1/tickets", readAsked({ q: "", sort: 7, filters: "x" }))).toBe("/v1/tickets");
  });

  it("turn the order at each press", () => {
    expect([turned(undefined, "a"), turned("a", "a"), turned("-a", "a")]).toEqual(["a", "-a", undefined]);
  });
});

describe("values", () => {
  it("keep every digit of an amount", () => {
    expect(money({ amount: "9007199254740993.25", currency: "EUR" }, "en-US")).toBe("€9,007,199,254,740,993.25");
    expect(money({ amount: "0.1050", currency: "EUR" }, "en-US")).toBe("€0.105");
    expect(decimal("1234567.100", "en-IN")).toBe("12,34,567.100");
  });

  it("are written as the reader's language has them", () => {
    expect(day("2027-03-04", "fr")).toBe("4 mars 2027");
    expect(duration("PT36H30M")).toBe("36 h 30 min");
  });
});

describe("what is not shown", () => {
  it("is told apart: hidden from the reader, or taken out for good", () => {
    expect([isHidden("********"), isHidden("***"), isHidden(true)]).toEqual([true, false, false]);
    expect([isTakenOut("***"), isTakenOut("*** 01a22e53"), isTakenOut("********"), isTakenOut("***bold***")]).toEqual([true, true, false, false]);
  });
});

describe("what is filled in", () => {
  const field = (own: object) => ({ name: "a", label: "A", help: null, required: false, default: null, choices: [], types: [], writable: true, ...own }) as unknown as FormField;
  const drawn = (own: object, value: unknown, before: unknown = undefined, fault?: string) =>
    renderToString(createElement(InZone, { value: "Asia/Kolkata" }, createElement(Input, { field: field(own), value, before, fault, open: true, onChange: () => {} })));

  it("has no secret in it, nor the stars of one", () => {
    const secret = drawn({ kind: "secret" }, "********", "********");
    expect(secret).not.toContain("***");
    expect(secret).toContain('placeholder="Kept secret; type another one"');
    expect(drawn({ kind: "text" }, "********", "********")).toContain('placeholder="Hidden from you"');
    expect(drawn({ kind: "text" }, "********", "********")).toContain('value=""');
  });

  it("asks yes or no of whoever has said neither", () => {
    expect(drawn({ kind: "yes_no", required: true }, undefined).match(/<option/g)).toHaveLength(3);
    expect(drawn({ kind: "yes_no", required: true }, true).match(/<option/g)).toHaveLength(2);
    const checked = drawn({ kind: "yes_no", default: false }, false, undefined, "no");
    expect(checked).toContain('type="checkbox"');
    expect(checked).toContain('aria-invalid="true"');
  });

  it("has moments by the clock of the tenant", () => {
    expect(drawn({ kind: "instant" }, "2027-03-04T00:00:00Z")).toContain('value="2027-03-04T05:30"');
  });

  it("has what could not be read as it was typed", () => {
    expect(drawn({ kind: "rows" }, '[{"a": ')).toContain("[{&quot;a&quot;: </textarea>");
  });
});

describe("values with parts", () => {
  it("are written as they are, and as they were typed where they could not be read", () => {
    expect(readWritten(written({ a: [1] }))).toEqual({ a: [1] });
    expect([readWritten('{"a": '), written('{"a": ')]).toEqual(['{"a": ', '{"a": ']);
    expect([readWritten(" "), written(null)]).toEqual([null, ""]);
  });
});

describe("files", () => {
  it("are kept by their own names", () => {
    expect(fileName("inline; filename*=UTF-8''r%C3%A9sum%C3%A9.pdf")).toBe("résumé.pdf");
    expect([fileName('attachment; filename="tags.csv"'), fileName("inline"), fileName(null)]).toEqual(["tags.csv", undefined, undefined]);
  });
});

describe("many at once", () => {
  it("are sent in parts that are taken", () => {
    expect(parts(Array.from({ length: 1001 }, (_, place) => place)).map((part) => part.length)).toEqual([500, 500, 1]);
    expect(parts([])).toEqual([]);
  });

  it("are not all asked for anew by themselves", () => {
    const of = (pages: number) => isLong({ state: { data: { pages: Array(pages).fill({}) } } } as never);
    expect([of(3), of(4), isLong({ state: { data: { id: "1" } } } as never)]).toEqual([false, true, false]);
  });
});

describe("what is heard of changes", () => {
  it("is acted upon while more is heard, and once at a time", async () => {
    vi.useFakeTimers();
    let [begun, done] = [0, 0];
    const { heard, end } = gathered(async () => {
      begun++;
      await new Promise((resolve) => setTimeout(resolve, 1000));
      done++;
    }, 300);
    for (let at = 0; at < 3000; at += 100) {
      heard();
      await vi.advanceTimersByTimeAsync(100);
      expect(begun - done).toBeLessThanOrEqual(1);
    }
    expect(begun).toBe(3);
    await vi.advanceTimersByTimeAsync(5000);
    expect([begun, done]).toEqual([4, 4]);
    heard();
    end();
    await vi.advanceTimersByTimeAsync(5000);
    expect(begun).toBe(4);
    vi.useRealTimers();
  });
});

describe("where letters lead", () => {
  it("is read of what stands behind the address", () => {
    expect(readArrival("#/sign-in?token=rbl_a-b")).toEqual({ page: "sign-in", token: "rbl_a-b", ticket: null, detail: null });
    expect(readArrival("#/sign-in?problem=tenancy.x&detail=It%20did%20not%20work")?.detail).toBe("It did not work");
    expect([readArrival("#content"), readArrival("#setup"), readArrival("")]).toEqual([null, null, null]);
  });
});

describe("a session", () => {
  const tokens = (name: string) => ({ access_token: name, refresh_token: `${name}-again`, expires_in: 0 });
  const session = () => import("../src/api/session");

  beforeEach(async () => {
    vi.unstubAllGlobals();
    vi.resetModules();
    const kept: Record<string, unknown> = Object.create({
      getItem: (key: string) => (kept[key] as string) ?? null,
      setItem: (key: string, text: string) => void (kept[key] = text),
      removeItem: (key: string) => void delete kept[key],
      clear: () => Object.keys(kept).forEach((key) => delete kept[key]),
    });
    vi.stubGlobal("sessionStorage", kept);
    vi.stubGlobal("location", { origin: "http://here.example" });
    vi.stubGlobal("document", { documentElement: { lang: "en-US" } });
    (await session()).signedIn(tokens("first"));
  });

  /** What the server answers to a renewal, and to all else. */
  const answers = (renewal: () => Promise<Response> | Response) => {
    const asked: string[] = [];
    vi.stubGlobal("fetch", async (wanted: Request | string) => {
      const path = new URL(typeof wanted === "string" ? `http://here.example${wanted}` : wanted.url).pathname;
      asked.push(path);
      return path === "/v1/auth/refresh" ? renewal() : new Response("{}", { status: 200 });
    });
    return asked;
  };

  it("goes on by other tokens", async () => {
    answers(() => Response.json(tokens("second")));
    await (await import("../src/api/client")).get("/v1/tags");
    expect((await session()).current()?.tokens.access_token).toBe("second");
  });

  it("is not ended by a server in trouble, or one that is asked too often", async () => {
    for (const status of [429, 500, 503, 403]) {
      answers(() => new Response("{}", { status }));
      await (await import("../src/api/client")).get("/v1/tags");
      expect((await session()).current()?.tokens.access_token).toBe("first");
    }
  });

  it("ends with a refused renewal, and takes what was typed with it", async () => {
    sessionStorage.setItem("ratebook.draft/ann/acme/tickets/new", "{}");
    answers(() => new Response("{}", { status: 401 }));
    await (await import("../src/api/client")).get("/v1/tags");
    expect((await session()).current()).toBeNull();
    expect(Object.keys(sessionStorage)).toEqual([]);
  });

  it("does not come back by a renewal that ends after it", async () => {
    let answer: (of: Response) => void = () => {};
    answers(() => new Promise<Response>((resolve) => (answer = resolve)));
    const asked = (await import("../src/api/client")).get("/v1/tags");
    await new Promise((resolve) => setTimeout(resolve));
    (await session()).change(null);
    answer(Response.json(tokens("second")));
    await asked;
    expect((await session()).current()).toBeNull();
  });

  it("ends at the server too, when somebody leaves", async () => {
    (await session()).signedIn({ ...tokens("first"), expires_in: 600 });
    sessionStorage.setItem("ratebook.draft/ann/acme/tickets/new", "{}");
    const asked = answers(() => new Response("{}", { status: 500 }));
    await (await import("../src/api/client")).leave();
    expect(asked).toEqual(["/v1/auth/logout"]);
    expect((await session()).current()).toBeNull();
    expect(Object.keys(sessionStorage)).toEqual([]);
  });

  it("tells whoever changes something that nothing is changed, until a change goes through", async () => {
    (await session()).signedIn({ ...tokens("first"), expires_in: 600 });
    const { ask } = await import("../src/api/client");
    const { why } = await import("../src/api/closed");
    vi.stubGlobal("fetch", async () => Response.json({ code: "engine.read_only", detail: "We move.", status: 503 }, { status: 503 }));
    await ask("POST", "/v1/tags", {}).catch(() => {});
    expect(why()).toBe("We move.");
    answers(() => new Response("{}"));
    await ask("GET", "/v1/tags");
    expect(why()).toBe("We move.");
    await ask("POST", "/v1/tags", {});
    expect(why()).toBeNull();
  });
});

describe("a month", () => {
  it("has its weeks from Monday on", () => {
    const weeks = weeksOf("2027-02");
    expect(weeks[0]?.[0]).toBe("2027-02-01");
    expect(weeks).toHaveLength(4);
    expect(weeksOf("2027-08")[0]?.[0]).toBe("2027-07-26");
  });

  it("puts what overlaps below one another, and what does not on one line", () => {
    const week = weeksOf("2027-02")[0] ?? [];
    const items = [
      { id: "a", from: "2027-01-30", to: "2027-02-02" },
      { id: "b", from: "2027-02-02", to: "2027-02-03" },
      { id: "c", from: "2027-02-04", to: "2027-02-09" },
      { id: "d", from: "2027-02-20", to: "2027-02-21" },
    ];
    const bars = stacked(week, items, { from: "from", to: "to", zone: "UTC" }).map(({ record, begin, end, line }) => [record.id, begin, end, line]);
    expect(bars).toEqual([
      ["a", 0, 1, 0],
      ["b", 1, 2, 1],
      ["c", 3, 6, 0],
    ]);
  });

  it("has moments on the days of the tenant, and what ends at midnight not on the next one", () => {
    const week = weeksOf("2027-02")[0] ?? [];
    const placed = (zone: string, start: string, end: string) => {
      const [bar] = stacked(week, [{ id: "a", start, end }], { from: "start", to: "end", zone });
      return [bar?.begin, bar?.end];
    };
    expect(placed("UTC", "2027-02-02T10:00:00Z", "2027-02-04T00:00:00Z")).toEqual([1, 2]);
    expect(placed("Asia/Kolkata", "2027-02-02T20:00:00Z", "2027-02-03T18:30:00Z")).toEqual([2, 2]);
    expect(placed("UTC", "2027-02-02T10:00:00Z", "2027-02-02T10:00:00Z")).toEqual([1, 1]);
  });
});

describe("moments by the clock of the tenant", () => {
  it("are shown and read as it goes, wherever the browser stands", () => {
    for (const [zone, shown] of [
      ["Asia/Kolkata", "2027-03-04T05:30"],
      ["America/New_York", "2027-03-03T19:00"],
      ["UTC", "2027-03-04T00:00"],
    ] as const) {
      expect(clockOf("2027-03-04T00:00:00Z", zone)).toBe(shown);
      expect(momentOf(shown, zone)).toBe("2027-03-04T00:00:00.000Z");
    }
    expect([clockOf("none", "UTC"), momentOf("", "UTC")]).toEqual(["", null]);
  });

  it("are found where a clock is put on or back", () => {
    expect(momentOf("2027-03-28T01:59", "Europe/Madrid")).toBe("2027-03-28T00:59:00.000Z");
    expect(momentOf("2027-03-28T02:30", "Europe/Madrid")).toBe("2027-03-28T01:30:00.000Z");
    expect(momentOf("2027-03-28T03:00", "Europe/Madrid")).toBe("2027-03-28T01:00:00.000Z");
    expect(momentOf("2027-10-31T02:30", "Europe/Madrid")).toBe("2027-10-31T00:30:00.000Z");
    expect(momentOf("2027-10-31T03:30", "Europe/Madrid")).toBe("2027-10-31T02:30:00.000Z");
  });

  it("lie on its days, and stretches of them are called so", () => {
    expect(dayOf("2027-03-31T22:30:00Z", "Europe/Madrid")).toBe("2027-04-01");
    expect([dayOf("2027-03-31", "Europe/Madrid"), lastDayOf("2027-03-31", "Europe/Madrid")]).toEqual(["2027-03-31", "2027-03-31"]);
    expect(lastDayOf("2027-03-31T22:00:00Z", "Europe/Madrid")).toBe("2027-03-31");
    expect(stretch("2027-05-31T22:00:00Z", "month", "en-US", "Europe/Madrid")).toBe("Jun 27");
    expect(stretch("2027-06-01", "month", "en-US", "America/New_York")).toBe("Jun 27");
    expect(stretch("2027-05-31T22:00:00Z", "hour", "en-US", "Europe/Madrid")).toMatch(/^12.AM$/);
  });
});

describe("the picture of a life", () => {
  const state = (name: string) => ({ name, label: name, terminal: false });
  const life = {
    field: "status",
    initial: "open",
    states: ["open", "going", "done", "lost"].map(state),
    moves: [
      { event: "go", label: "Go", from: ["open"], to: "going", requires: [] },
      { event: "end", label: "End", from: ["going"], to: "done", requires: [] },
      { event: "back", label: "Back", from: ["done"], to: "open", requires: [] },
    ],
  };

  it("has states in columns by how far they are from the beginning, and each at a place of its own", () => {
    const { places } = laid(life);
    const x = (name: string) => places.get(name)?.x ?? -1;
    expect(x("open")).toBeLessThan(x("going"));
    expect(x("going")).toBeLessThan(x("done"));
    expect(new Set([...places.values()].map((place) => `${place.x},${place.y}`)).size).toBe(4);
  });
});

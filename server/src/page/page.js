// What can be asked, drawn from the document that the server gives of itself.
const byId = (id) => document.getElementById(id);
const kept = (key, value) => (value === undefined ? JSON.parse(sessionStorage.getItem(key)) : sessionStorage.setItem(key, JSON.stringify(value)));
const make = (name, fields = {}, ...inside) => {
  const element = Object.assign(document.createElement(name), fields);
  element.append(...inside);
  return element;
};

let session = kept("session");
let tenant = kept("tenant");
let spec = null;

async function ask(method, path, { body, headers = {} } = {}, again = true) {
  const told = { ...headers };
  if (session) told.authorization = `Bearer ${session.access_token}`;
  if (tenant) told["x-tenant-id"] = tenant;
  if (body !== undefined && !told["content-type"]) told["content-type"] = "application/json";
  const answer = await fetch(path, { method, headers: told, body });
  if (answer.status === 401 && again && session && (await renew())) return ask(method, path, { body, headers }, false);
  return answer;
}

async function renew() {
  const answer = await fetch("/v1/auth/refresh", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ refresh_token: session.refresh_token }),
  });
  session = answer.ok ? await answer.json() : null;
  kept("session", session);
  if (!session) show();
  return answer.ok;
}

const say = (text) => (byId("said").textContent = text);

byId("sign-in").addEventListener("submit", async (event) => {
  event.preventDefault();
  say("");
  const { email, password } = Object.fromEntries(new FormData(event.target));
  const answer = await fetch("/v1/auth/login", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  });
  const told = await answer.json();
  if (!answer.ok) return say(told.detail);
  session = told;
  kept("session", session);
  await show();
});

byId("sign-out").addEventListener("click", async () => {
  await ask("POST", "/v1/auth/logout", { body: JSON.stringify({ refresh_token: session.refresh_token }) });
  session = tenant = spec = null;
  kept("session", null);
  kept("tenant", null);
  await show();
});

byId("tenant").addEventListener("change", async (event) => {
  tenant = event.target.value;
  kept("tenant", tenant);
  await show();
});

async function show() {
  byId("sign-in").hidden = Boolean(session);
  byId("signed-in").hidden = !session;
  if (!session) {
    byId("operations").replaceChildren(make("p", {}, "Sign in to see what can be asked."));
    return;
  }
  const me = await (await ask("GET", "/v1/auth/me")).json();
  const tenants = me.memberships.map((one) => one.tenant);
  if (!tenants.some((one) => one.id === tenant)) tenant = tenants[0]?.id ?? null;
  kept("tenant", tenant);
  byId("who").textContent = me.account.email;
  byId("tenant").hidden = tenants.length === 0;
  byId("tenant").replaceChildren(...tenants.map((one) => make("option", { value: one.id, selected: one.id === tenant }, one.name)));
  const answer = await ask("GET", "/v1/openapi.json");
  const told = await answer.json();
  if (!answer.ok) return say(told.detail);
  spec = told;
  byId("about").textContent = spec.info.title;
  list();
  choose();
}

const operations = () =>
  Object.entries(spec.paths).flatMap(([path, item]) =>
    ["get", "post", "patch", "put", "delete"]
      .filter((verb) => item[verb])
      .map((verb) => ({ path, verb, shared: item.parameters ?? [], ...item[verb] })),
  );

function list() {
  const groups = new Map();
  for (const one of operations()) {
    const tag = one.tags?.[0] ?? "other";
    groups.set(tag, [...(groups.get(tag) ?? []), one]);
  }
  const lines = [...groups].flatMap(([tag, all]) => [
    make("h3", {}, tag.replaceAll("_", " ")),
    ...all.map((one) =>
      make("a", { href: `#${one.verb} ${one.path}`, title: one.summary ?? "" }, make("span", { className: `verb ${one.verb}` }, one.verb.toUpperCase()), one.path.replace("/v1", "")),
    ),
  ]);
  byId("operations").replaceChildren(...lines);
}

const resolved = (thing) => {
  while (thing?.$ref) thing = thing.$ref.slice(2).split("/").reduce((found, part) => found?.[part], spec);
  return thing;
};

// An example of what a schema takes: what is required, and a little of the rest.
function example(schema, depth = 0) {
  schema = resolved(schema) ?? {};
  if (schema.example !== undefined) return schema.example;
  if (schema.default !== undefined) return schema.default;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = schema.oneOf ?? schema.anyOf ?? schema.allOf;
  if (choice) return example(choice[0], depth);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === "object" || schema.properties) {
    if (depth > 4) return {};
    const needed = new Set(schema.required ?? []);
    const fields = Object.entries(schema.properties ?? {}).filter(([name, own]) => needed.has(name) && !resolved(own)?.readOnly);
    return Object.fromEntries(fields.map(([name, own]) => [name, example(own, depth + 1)]));
  }
  if (type === "array") return [];
  if (type === "integer" || type === "number") return schema.minimum ?? 1;
  if (type === "boolean") return true;
  if (schema.format === "date") return new Date().toISOString().slice(0, 10);
  if (schema.format === "date-time") return new Date().toISOString();
  if (schema.pattern?.startsWith("^-?[0-9]+")) return "1.00";
  if (schema.pattern === "^[A-Z]{3}$") return "EUR";
  return "";
}

function field(parameter) {
  const schema = resolved(parameter.schema) ?? {};
  const name = `${parameter.in}:${parameter.name}`;
  if (schema.enum || schema.type === "boolean") {
    const values = schema.enum ?? ["true", "false"];
    return make("select", { name }, make("option", { value: "" }, ""), ...values.map((one) => make("option", { value: one }, one)));
  }
  return make("input", { name, required: Boolean(parameter.required), placeholder: schema.default ?? "" });
}

const note = (parameter) => {
  const schema = resolved(parameter.schema) ?? {};
  const names = schema.items?.enum ? `any of ${schema.items.enum.join(", ")}` : "";
  return [parameter.description ?? schema.description, names].filter(Boolean).join("; ");
};

function choose() {
  const [verb, path] = decodeURIComponent(location.hash.slice(1)).split(" ");
  const one = spec && operations().find((other) => other.verb === verb && other.path === path);
  for (const link of byId("operations").querySelectorAll("a")) link.toggleAttribute("aria-current", decodeURIComponent(link.hash) === `#${verb} ${path}`);
  if (!one) return;
  const parameters = [...one.shared, ...(one.parameters ?? [])].map(resolved);
  const rows = parameters.map((parameter) =>
    make("tr", {}, make("th", { scope: "row" }, parameter.name, parameter.required ? " *" : ""), make("td", {}, field(parameter)), make("td", { className: "note" }, note(parameter))),
  );
  const [kind, content] = Object.entries(one.requestBody?.content ?? {})[0] ?? [];
  const body = kind && make("textarea", { spellcheck: false, ariaLabel: "body", value: JSON.stringify(example(content.schema), null, 2) });
  const answer = make("div");
  const form = make("form", { style: "display: block" });
  if (rows.length) form.append(make("table", {}, make("tbody", {}, ...rows)));
  if (body) {
    form.append(make("h3", {}, "body"), body);
    form.append(make("details", {}, make("summary", {}, "what it takes"), make("pre", {}, JSON.stringify(whole(content.schema), null, 2))));
  }
  form.append(make("button", {}, "Send"), answer);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(one, new FormData(form), kind, body?.value, answer);
  });
  const needs = one["x-permission"] ? make("p", { className: "note" }, "needs ", make("code", {}, one["x-permission"])) : "";
  byId("operation").replaceChildren(
    make("h2", {}, make("span", { className: `verb ${verb}` }, verb.toUpperCase()), " ", make("code", {}, path)),
    make("p", {}, one.summary ?? ""),
    needs,
    form,
  );
}

// A schema with what it refers to in its place, as deep as people read.
function whole(schema, depth = 0) {
  schema = resolved(schema);
  if (depth > 3 || schema === null || typeof schema !== "object") return schema;
  if (Array.isArray(schema)) return schema.map((one) => whole(one, depth + 1));
  return Object.fromEntries(Object.entries(schema).map(([name, own]) => [name, whole(own, depth + 1)]));
}

async function send(one, given, kind, body, answer) {
  let path = one.path;
  const query = new URLSearchParams();
  const headers = {};
  for (const [key, value] of given) {
    if (value === "") continue;
    const [place, ...rest] = key.split(":");
    const name = rest.join(":");
    if (place === "path") path = path.replace(`{${name}}`, encodeURIComponent(value));
    else if (place === "query") query.append(name, value);
    else headers[name.toLowerCase()] = value;
  }
  if (kind) headers["content-type"] = kind;
  const address = query.size ? `${path}?${query}` : path;
  const begun = performance.now();
  const told = await ask(one.verb.toUpperCase(), address, { body, headers });
  const text = await told.text();
  const took = Math.round(performance.now() - begun);
  let shown = text;
  try {
    shown = JSON.stringify(JSON.parse(text), null, 2);
  } catch {}
  const curl = [`curl -X ${one.verb.toUpperCase()} '${location.origin}${address}'`, "-H 'Authorization: Bearer …'", ...Object.entries(headers).map(([name, value]) => `-H '${name}: ${value}'`), ...(body ? [`-d '${body.replaceAll("'", "'\\''")}'`] : [])].join(" \\\n  ");
  answer.replaceChildren(
    make("p", {}, make("span", { className: `status ${told.ok ? "" : "bad"}` }, `${told.status} ${told.statusText}`), ` in ${took} ms`),
    make("pre", {}, shown || "(nothing to tell)"),
    make("details", {}, make("summary", {}, "headers"), make("pre", {}, [...told.headers].map(([name, value]) => `${name}: ${value}`).join("\n"))),
    make("details", {}, make("summary", {}, "the same with curl"), make("pre", {}, curl)),
  );
}

addEventListener("hashchange", choose);
await show();

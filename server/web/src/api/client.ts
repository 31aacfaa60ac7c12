// Every request goes through here: with the token, the tenant and the language, renewed once when the token has ended.
import createClient from "openapi-fetch";

import { Problem, type ProblemDocument, Unreached } from "./problem";
import type { paths } from "./schema";
import { closed } from "./closed";
import { change, current, goesOn, isStill, type Tokens } from "./session";

/** A minute before it ends a token is renewed. */
const EARLY = 60_000;
let renewing: Promise<boolean> | null = null;

/** Answers to a renewal that end a session. Whoever asks too often, or a server that is in trouble, ends none. */
const ENDS = new Set([400, 401, 422]);

async function renew(): Promise<boolean> {
  const session = current();
  if (!session) return false;
  const answer = await fetch("/v1/auth/refresh", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ refresh_token: session.tokens.refresh_token }),
  });
  if (answer.ok) return goesOn(session, (await answer.json()) as Tokens);
  if (ENDS.has(answer.status) && isStill(session)) change(null);
  return false;
}

/** Several requests at once renew it once: a token that is shown twice ends the session. */
function renewed(): Promise<boolean> {
  renewing ??= renew().finally(() => {
    renewing = null;
  });
  return renewing;
}

export function headers(own?: HeadersInit): Headers {
  const told = new Headers(own);
  const session = current();
  if (session) told.set("authorization", `Bearer ${session.tokens.access_token}`);
  if (session?.tenant) told.set("x-tenant-id", session.tenant);
  told.set("accept-language", document.documentElement.lang);
  return told;
}

/** Asks, and answers what the server said, whatever that is. */
export async function send(request: Request): Promise<Response> {
  const session = current();
  if (session && session.until - Date.now() < EARLY) await renewed().catch(() => false);
  const again = request.clone();
  const ask = (wanted: Request) => fetch(new Request(wanted, { headers: headers(wanted.headers) }));
  let answer: Response;
  try {
    answer = await ask(request);
    if (answer.status === 401 && current() && (await renewed())) answer = await ask(again);
  } catch (error) {
    throw new Unreached(error instanceof Error ? error.message : String(error));
  }
  await closed(request, answer);
  return answer;
}

/** Somebody leaves: here at once, and at the server. */
export async function leave(): Promise<void> {
  if ((current()?.until ?? 0) < Date.now()) await renewed().catch(() => false);
  const out = current() && new Request(new URL("/v1/auth/logout", location.origin), { method: "POST", headers: headers(), keepalive: true });
  change(null);
  if (out) await fetch(out).catch(() => {});
}

/** A key by which the server knows a change again. There is no `randomUUID` where a page came without TLS. */
export const freshKey = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** The platform's routes, typed by the OpenAPI document. */
export const api = createClient<paths>({ fetch: send });

export async function refused(answer: Response): Promise<Problem> {
  const told = await answer.json().catch(() => null);
  return new Problem((told as ProblemDocument | null) ?? { code: "", detail: answer.statusText, status: answer.status });
}

export interface Answered<T> {
  body: T;
  etag: string | null;
}

/** Asks by an address that a pack declares; what is refused is thrown. */
export async function ask<T>(method: string, address: string, body?: unknown, own?: HeadersInit): Promise<Answered<T>> {
  const told = new Headers(own);
  const init: RequestInit = { method, headers: told };
  if (body instanceof FormData) init.body = body;
  else if (body !== undefined) {
    if (!told.has("content-type")) told.set("content-type", "application/json");
    init.body = JSON.stringify(body);
  }
  const answer = await send(new Request(new URL(address, location.origin), init));
  if (!answer.ok) throw await refused(answer);
  const text = await answer.text();
  return { body: (text ? JSON.parse(text) : null) as T, etag: answer.headers.get("etag") };
}

export const get = async <T>(address: string): Promise<T> => (await ask<T>("GET", address)).body;

/** The answer of a typed route, or the problem thrown. */
export async function told<T>(asked: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await asked;
  if (response.ok) return data as T;
  throw new Problem(
    (error as ProblemDocument | undefined) ?? { code: "", detail: response.statusText, status: response.status },
  );
}

async function answered(address: string): Promise<Response> {
  const answer = await send(new Request(new URL(address, location.origin)));
  if (!answer.ok) throw await refused(answer);
  return answer;
}

export const blobOf = async (address: string): Promise<Blob> => (await answered(address)).blob();

export function fileName(disposition: string | null): string | undefined {
  const [, extended, plain] = /filename\*=UTF-8''([^;]+)|filename="([^"]+)"/i.exec(disposition ?? "") ?? [];
  return extended ? decodeURIComponent(extended) : plain;
}

/** What an address answers, kept as a file by the browser: by its own name, if it has one. */
export async function saveAs(name: string, address: string): Promise<void> {
  const answer = await answered(address);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = fileName(answer.headers.get("content-disposition")) ?? name;
  link.click();
  URL.revokeObjectURL(link.href);
}

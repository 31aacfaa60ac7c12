// The ways in: each ends with the tokens of a session, or with a ticket for a second factor.
import { api, ask, told } from "../api/client";
import { Problem } from "../api/problem";
import type { Tokens } from "../api/session";

export const byPassword = (email: string, password: string): Promise<Tokens> => told(api.POST("/v1/auth/login", { body: { email, password } }));

export const byCode = (ticket: string, code: string): Promise<Tokens> => told(api.POST("/v1/auth/login/code", { body: { ticket, code } }));

export const byLink = (token: string): Promise<Tokens> => told(api.POST("/v1/auth/link", { body: { token } }));

export const byTicket = (ticket: string): Promise<Tokens> => told(api.POST("/v1/auth/providers/redeem", { body: { ticket } }));

/** The ticket for a second factor, where that is what is wanting. */
export function ticketOf(error: unknown): string | null {
  return error instanceof Problem && error.code === "tenancy.second_factor" && error.details.ticket ? String(error.details.ticket) : null;
}

interface Passkeys {
  parseRequestOptionsFromJSON?: (options: unknown) => PublicKeyCredentialRequestOptions;
  parseCreationOptionsFromJSON?: (options: unknown) => PublicKeyCredentialCreationOptions;
}

type Shown = (Credential & { toJSON: () => unknown }) | null;

const passkeys = (): Passkeys | undefined => (globalThis as { PublicKeyCredential?: Passkeys }).PublicKeyCredential;

/** Whether the browser knows passkeys, and the page came so that it lets them be used. */
export const hasPasskeys = (): boolean => Boolean(passkeys()?.parseRequestOptionsFromJSON);

export async function byPasskey(): Promise<Tokens> {
  const { body } = await ask<{ publicKey: unknown }>("POST", "/v1/auth/passkeys/sign-in/begin", {});
  const publicKey = passkeys()?.parseRequestOptionsFromJSON?.(body.publicKey);
  const shown = publicKey && ((await navigator.credentials.get({ publicKey })) as Shown);
  return (await ask<Tokens>("POST", "/v1/auth/passkeys/sign-in", { credential: shown?.toJSON() })).body;
}

/** Another passkey for whoever is signed in. */
export async function addPasskey(name: string): Promise<void> {
  const { body } = await ask<{ publicKey: unknown }>("POST", "/v1/auth/passkeys/begin", {});
  const publicKey = passkeys()?.parseCreationOptionsFromJSON?.(body.publicKey);
  const made = publicKey && ((await navigator.credentials.create({ publicKey })) as Shown);
  await ask("POST", "/v1/auth/passkeys", { name, credential: made?.toJSON() });
}

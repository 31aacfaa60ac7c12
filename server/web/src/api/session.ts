// Who is signed in, and where: tokens are kept for this window alone and renewed before they end.
import { useSyncExternalStore } from "react";

export interface Tokens {
  access_token: string;
  refresh_token: string;
  expires_in: number;
}

export interface Session {
  tokens: Tokens;
  until: number;
  tenant: string | null;
}

const KEY = "ratebook.session";
const heard = new Set<() => void>();

function kept(): Session | null {
  const text = sessionStorage.getItem(KEY);
  return text ? (JSON.parse(text) as Session) : null;
}

let session: Session | null = kept();

export function current(): Session | null {
  return session;
}

/** What the window keeps is of whoever is signed in, and goes with them: what they typed, and where they were. */
export function change(next: Session | null): void {
  session = next;
  if (next) sessionStorage.setItem(KEY, JSON.stringify(next));
  else sessionStorage.clear();
  for (const hear of heard) hear();
}

const begun = (tokens: Tokens, tenant: string | null): Session => ({ tokens, until: Date.now() + tokens.expires_in * 1000, tenant });

/** Somebody comes in: nothing of whoever was there before is left. */
export function signedIn(tokens: Tokens, tenant: string | null = null): void {
  change(null);
  change(begun(tokens, tenant));
}

/** Other tokens of a session, unless it has ended or become another one meanwhile. */
export function goesOn(of: Session, tokens: Tokens): boolean {
  if (!isStill(of)) return false;
  change(begun(tokens, session?.tenant ?? null));
  return true;
}

export const isStill = (of: Session): boolean => session?.tokens.refresh_token === of.tokens.refresh_token;

export function heed(hear: () => void): () => void {
  heard.add(hear);
  return () => heard.delete(hear);
}

export function useSession(): Session | null {
  return useSyncExternalStore(heed, () => session);
}

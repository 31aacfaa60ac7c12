// Where letters and providers lead: what stands behind `#` is taken out of the address at once, so that no token stays there.
import { useSyncExternalStore } from "react";

export interface Arrival {
  page: string;
  token: string | null;
  /** Of a sign-in by a provider. */
  ticket: string | null;
  /** Why a provider let nobody in. */
  detail: string | null;
}

export function readArrival(hash: string): Arrival | null {
  const [, page, query] = /^#\/([a-z-]+)\?(.*)$/.exec(hash) ?? [];
  if (!page) return null;
  const told = new URLSearchParams(query);
  return { page, token: told.get("token"), ticket: told.get("ticket"), detail: told.get("detail") ?? told.get("problem") };
}

let arrival: Arrival | null = null;
const heard = new Set<() => void>();

export function arrived(at: Arrival | null): void {
  arrival = at;
  for (const hear of heard) hear();
}

/** The page of whoever has linked a provider to their account. */
const PROFILE = "profile";

export function watchArrivals(profile: string): void {
  const look = () => {
    const found = readArrival(location.hash);
    if (!found) return;
    history.replaceState(history.state, "", found.page === PROFILE ? profile : location.pathname + location.search);
    if (found.page !== PROFILE) arrived(found);
  };
  look();
  addEventListener("hashchange", look);
}

export function useArrival(): Arrival | null {
  return useSyncExternalStore(
    (hear) => {
      heard.add(hear);
      return () => heard.delete(hear);
    },
    () => arrival,
  );
}

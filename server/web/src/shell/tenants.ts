// Who is signed in, and the tenants they belong to.
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";

import { api, told } from "../api/client";
import { change, current, useSession } from "../api/session";
import type { components } from "../api/schema";

export type Tenant = components["schemas"]["Tenant"];

export function useMe() {
  const session = useSession();
  return useQuery({ queryKey: ["me", session !== null], enabled: session !== null, staleTime: 60_000, queryFn: () => told(api.GET("/v1/auth/me")) });
}

/** The tenant in which they are. */
export function useTenant(): Tenant | undefined {
  const id = useSession()?.tenant;
  return useMe().data?.memberships.find((membership) => membership.tenant.id === id)?.tenant;
}

/** Whoever is in none of their tenants goes to the first. */
export function useInSome(): void {
  const session = useSession();
  const me = useMe().data;
  useEffect(() => {
    const tenants = me?.memberships.map((membership) => membership.tenant.id);
    if (!session || !tenants || (session.tenant !== null && tenants.includes(session.tenant))) return;
    const first = tenants[0] ?? null;
    if (first !== session.tenant) change({ ...session, tenant: first });
  }, [me, session]);
}

export function goTo(tenant: string): void {
  const session = current();
  if (session) change({ ...session, tenant });
}

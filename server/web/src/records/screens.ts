// What the tenant's pack has, for whoever is signed in: asked once, and anew when they go to another tenant.
import { queryOptions, useQuery } from "@tanstack/react-query";

import { api, told } from "../api/client";
import { useSession } from "../api/session";
import type { Screen } from "./kinds";

export const screensOf = (tenant: string | null) =>
  queryOptions({
    queryKey: ["screens", tenant],
    queryFn: async () => (await told(api.GET("/v1/screens"))).items,
    enabled: tenant !== null,
    staleTime: 5 * 60_000,
  });

export const viewsOf = (tenant: string | null) =>
  queryOptions({
    queryKey: ["views", tenant],
    queryFn: async () => (await told(api.GET("/v1/views"))).items,
    enabled: tenant !== null,
    staleTime: 5 * 60_000,
  });

export function useScreens() {
  return useQuery(screensOf(useSession()?.tenant ?? null));
}

export function useViews() {
  return useQuery(viewsOf(useSession()?.tenant ?? null));
}

/** The screen of an entity, by its name. */
export function useScreen(name: string | undefined): Screen | undefined {
  return useScreens().data?.find((screen) => screen.name === name);
}

/** The screen of an entity, by what addresses call it. */
export function useScreenAt(address: string): Screen | undefined {
  return useScreens().data?.find((screen) => screen.address === address);
}

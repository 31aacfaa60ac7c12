// Records that are asked for anew once they may have changed. Long lists are not: they say that they have.
import type { Query, QueryClient } from "@tanstack/react-query";

/** So many pages of a list are asked for anew by themselves. */
export const FEW = 3;

export const isLong = (query: Pick<Query, "state">): boolean => ((query.state.data as { pages?: unknown[] } | undefined)?.pages?.length ?? 0) > FEW;

export async function refresh(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ queryKey: ["records"], predicate: isLong, refetchType: "none" });
  await client.invalidateQueries({ queryKey: ["records"], predicate: (query) => !isLong(query) });
}

/** How a list is kept: a long one until it is shown anew. */
export const ofList = {
  staleTime: (query: Pick<Query, "state">) => (isLong(query) ? Number.POSITIVE_INFINITY : 10_000),
  refetchOnMount: (query: Pick<Query, "state">) => !isLong(query),
  refetchOnWindowFocus: (query: Pick<Query, "state">) => !isLong(query),
  refetchOnReconnect: (query: Pick<Query, "state">) => !isLong(query),
};

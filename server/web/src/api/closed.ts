// Whether nothing is changed for a while: whoever tries is told so, and it holds until a change goes through.
import { useSyncExternalStore } from "react";

import type { ProblemDocument } from "./problem";

let told: string | null = null;
const heard = new Set<() => void>();

export const why = (): string | null => told;

function change(to: string | null): void {
  if (to === told) return;
  told = to;
  for (const hear of heard) hear();
}

export async function closed(asked: Request, answer: Response): Promise<void> {
  if (asked.method === "GET" || new URL(asked.url).pathname.startsWith("/v1/auth/")) return;
  if (answer.ok) return change(null);
  if (answer.status !== 503) return;
  const problem = (await answer
    .clone()
    .json()
    .catch(() => null)) as ProblemDocument | null;
  if (problem?.code === "engine.read_only") change(problem.detail);
}

/** Why nothing is changed, if that is so. */
export function useClosed(): string | null {
  return useSyncExternalStore(
    (hear) => {
      heard.add(hear);
      return () => heard.delete(hear);
    },
    why,
  );
}

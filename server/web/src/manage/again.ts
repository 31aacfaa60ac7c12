// What makes a way in that stays is refused until whoever asks has shown anew who they are: they are asked, and then it is done.
import { useSyncExternalStore } from "react";

import { Problem } from "../api/problem";

interface Waiting {
  go: () => void;
  stop: () => void;
}

let waiting: Waiting | null = null;
const heard = new Set<() => void>();

function change(to: Waiting | null): void {
  waiting = to;
  for (const hear of heard) hear();
}

export async function again<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (refused) {
    if (!(refused instanceof Problem && refused.code === "tenancy.show_again")) throw refused;
    await new Promise<void>((resolve, reject) => {
      const end = (then: () => void) => () => {
        change(null);
        then();
      };
      change({ go: end(resolve), stop: end(() => reject(refused)) });
    });
    return act();
  }
}

export function useWaiting(): Waiting | null {
  return useSyncExternalStore(
    (hear) => {
      heard.add(hear);
      return () => heard.delete(hear);
    },
    () => waiting,
  );
}

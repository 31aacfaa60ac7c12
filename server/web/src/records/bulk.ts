// One thing done to many records, in parts that the server takes at once.
import { ask } from "../api/client";

export const MOST = 500;

export function parts<T>(all: T[], most = MOST): T[][] {
  return Array.from({ length: Math.ceil(all.length / most) }, (_, place) => all.slice(place * most, (place + 1) * most));
}

/** To which it was done, and why not to the others: each part is done whole or not at all, and after a refusal no other one. */
export async function inBulk(address: string, action: "delete" | "restore", ids: string[]): Promise<{ done: string[]; refused: unknown }> {
  const done: string[] = [];
  for (const part of parts(ids)) {
    try {
      await ask("POST", `/v1/${address}/bulk`, { action, items: part.map((id) => ({ id })) });
    } catch (refused) {
      return { done, refused };
    }
    done.push(...part);
  }
  return { done, refused: null };
}

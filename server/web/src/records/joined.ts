// Two who change one record: what only one of them changed stays, and what both changed is shown.
import type { RecordOf, Value } from "./kinds";

export type Changes = Record<string, Value>;

/** A field that both have changed, each otherwise. */
export interface Clash {
  field: string;
  theirs: Value;
}

export const same = (a: Value, b: Value): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** What is left of the changes over another image of the record, and where both changed one thing. */
export function joined(base: RecordOf, theirs: RecordOf, changes: Changes): { changes: Changes; clashes: Clash[]; taken: string[] } {
  const left: Changes = {};
  const clashes: Clash[] = [];
  for (const [field, mine] of Object.entries(changes)) {
    if (same(mine, theirs[field])) continue;
    left[field] = mine;
    if (!same(base[field], theirs[field])) clashes.push({ field, theirs: theirs[field] });
  }
  const taken = Object.keys(theirs).filter((field) => !(field in changes) && !MANAGED.has(field) && !same(base[field], theirs[field]));
  return { changes: left, clashes, taken };
}

/** What the engine writes beside every change. */
const MANAGED = new Set(["version", "updated_at"]);

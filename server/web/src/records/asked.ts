// What a list is asked for, as it stands in the address: filters, order, search, columns.
import type { FormField, Screen } from "./kinds";
import { fieldsOf } from "./kinds";

export interface Asked {
  q?: string | undefined;
  sort?: string | undefined;
  columns?: string | undefined;
  deleted?: boolean | undefined;
  /** Filters by their parameters: `status=open,closed`, `due_at_first=…`. */
  filters?: Record<string, string> | undefined;
}

export function readAsked(search: Record<string, unknown>): Asked {
  const text = (name: string) => (typeof search[name] === "string" && search[name] !== "" ? (search[name] as string) : undefined);
  const filters = search.filters;
  return {
    q: text("q"),
    sort: text("sort"),
    columns: text("columns"),
    deleted: search.deleted === true || undefined,
    filters: filters && typeof filters === "object" ? (filters as Record<string, string>) : undefined,
  };
}

/** The links among columns, whose records are wanted too: ten at most. */
export const expansions = (screen: Screen, columns: string[]): string[] =>
  fieldsOf(screen.form)
    .filter((field) => field.kind === "link" && columns.includes(field.name))
    .map((field) => field.name)
    .slice(0, 10);

export function addressOf(path: string, asked: Asked, more: Record<string, string | undefined> = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked.filters ?? {})) query.set(name, value);
  if (asked.q) query.set("q", asked.q);
  if (asked.sort) query.set("sort", asked.sort);
  if (asked.deleted) query.set("deleted", "true");
  for (const [name, value] of Object.entries(more)) if (value !== undefined) query.set(name, value);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** Kinds that are filtered by a first and a last value. */
const RANGES = new Set(["integer", "decimal", "money", "percent", "day", "time", "instant", "duration"]);
export const isRange = (field: FormField): boolean => RANGES.has(field.kind);

/** Kinds whose ranges are of days: moments by those of the tenant. */
export const isByDays = (field: FormField): boolean => field.kind === "day" || field.kind === "instant";

/** How a list is ordered next when its header is pressed: up, down, as it was. */
export function turned(sort: string | undefined, field: string): string | undefined {
  if (sort === field) return `-${field}`;
  return sort === `-${field}` ? undefined : field;
}

// The kinds of fields, each in one place: how a value is read, written and asked for.
import type { components } from "../api/schema";

export type Screen = components["schemas"]["Screen"];
export type Life = components["schemas"]["ScreenLife"];
export type Form = components["schemas"]["RecordForm"];
export type FormField = Form["groups"][number]["fields"][number];
export type FormEvent = Form["events"][number];

export type Value = unknown;
export type RecordOf = Record<string, Value> & { id: string; version?: number };
export interface Money {
  amount: string;
  currency: string;
}

export interface Page {
  items: RecordOf[];
  next_cursor: string | null;
  total?: number;
  facets?: Record<string, { value: Value; count: number }[]>;
  sums?: Record<string, unknown>;
  expanded?: Record<string, Record<string, RecordOf>>;
}

/** What stands where a value is not for the reader. */
const STARS = "********";
export const isHidden = (value: Value): boolean => value === STARS;

/** What stands where a value was taken out, so that nobody knows any more whose it was; behind it the id of the record, where no two have the same. */
const TAKEN_OUT = "***";
export const isTakenOut = (value: Value): boolean => typeof value === "string" && (value === TAKEN_OUT || value.startsWith(`${TAKEN_OUT} `));

/** What a record is called, as far as it has a name that its reader may see. */
export function nameOf(screen: Screen | undefined, record: Record<string, Value> | undefined): string | undefined {
  const name = screen?.title ? record?.[screen.title] : undefined;
  const text = typeof name === "object" && name !== null ? translated(name as Record<string, string>, document.documentElement.lang) : name;
  return typeof text === "string" && text !== "" && !isHidden(text) ? text : undefined;
}

export function translated(texts: Record<string, string>, language: string): string {
  return texts[language] ?? texts[language.slice(0, 2)] ?? Object.values(texts)[0] ?? "";
}

/** Kinds that a list has no column for: they are long, or of several. */
const LONG = new Set(["long_text", "rows", "rate_list", "plan", "machine", "opening_hours", "secret", "condition"]);
export const fitsColumn = (field: FormField): boolean => !LONG.has(field.kind);

/** Values with parts, that are written as JSON. */
const WRITTEN = new Set(["translated_text", "rows", "rate_list", "plan", "machine", "opening_hours", "resource"]);
export const isWritten = (kind: string): boolean => WRITTEN.has(kind);

/** A value with parts as it is written; what could not be read stays as it was typed. */
export const written = (value: Value): string => (value === null || value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value, null, 2));

/** What is written, read: its text where it cannot be. */
export function readWritten(text: string): Value {
  if (text.trim() === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export const fieldsOf = (form: Form): FormField[] => form.groups.flatMap((group) => group.fields);
export const fieldOf = (form: Form, name: string): FormField | undefined =>
  fieldsOf(form).find((field) => field.name === name);

/** The columns that a list begins with: what records are called, their state, and what they are filtered by. */
export function usualColumns(screen: Screen): string[] {
  const fields = fieldsOf(screen.form).filter(fitsColumn);
  const state = screen.life?.field;
  const first = fields.filter((field) => field.name === screen.title);
  const rank = (field: FormField) =>
    Number(field.name === state) * 8 + Number(field.search) * 2 + Number(field.filter) * 3 + Number(field.sort) * 2 + Number(field.required);
  const rest = fields.filter((field) => field.name !== screen.title).sort((a, b) => rank(b) - rank(a));
  return [...first, ...rest].slice(0, 6).map((field) => field.name);
}

/** What is between two words of a name in a choice. */
export const spelled = (name: string): string => {
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const GOOD = /^(active|paid|done|confirmed|completed|resolved|published|online|running|ready|approved|accepted|open_now|live|succeeded)$/;
const BAD = /^(suspended|failed|overdue|cancelled|canceled|terminated|rejected|expired|offline|lost|dead|refused|urgent|lapsed)$/;
const WARN = /^(pending|held|draft|late|on_hold|waiting|high|retrying|maintenance)$/;
const INFO = /^(open|in_progress|new|sent|planned|processing|queued|on_the_way|deploying)$/;

/** The tone of a state, by what such words mean everywhere. */
export function toneOf(value: string): "good" | "bad" | "warn" | "info" | "plain" {
  if (GOOD.test(value)) return "good";
  if (BAD.test(value)) return "bad";
  if (WARN.test(value)) return "warn";
  return INFO.test(value) ? "info" : "plain";
}

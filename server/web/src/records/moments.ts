// Moments and days by the clock of the tenant, wherever the browser stands.
import { createContext, useContext } from "react";

/** The zone of the browser: until it is known what the tenant's is. */
export const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The zone of the tenant. */
export const InZone = createContext(HERE);
export const useZone = (): string => useContext(InZone);

const clocks = new Map<string, Intl.DateTimeFormat>();

function clock(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone) ?? new Intl.DateTimeFormat("en-u-ca-iso8601", { timeZone: zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit" });
  clocks.set(zone, known);
  return known;
}

/** What a clock there shows, as milliseconds of a clock in UTC that shows the same. */
function shown(at: number, zone: string): number {
  const part = Object.fromEntries(clock(zone).formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second);
}

/** A moment as `2027-03-04T05:06`. */
export function clockOf(text: string, zone: string): string {
  const at = Date.parse(text);
  return Number.isNaN(at) ? "" : new Date(shown(at, zone)).toISOString().slice(0, 16);
}

/** The moment at which a clock there shows that. What a clock skips is as much later; what it shows twice is the first time. */
export function momentOf(text: string, zone: string): string | null {
  const wanted = Date.parse(`${text}Z`);
  if (Number.isNaN(wanted)) return null;
  const day = 86_400_000;
  const away = (at: number) => shown(at, zone) - at;
  const [before, after] = [wanted - away(wanted - day), wanted - away(wanted + day)];
  return new Date(shown(before, zone) === wanted || shown(after, zone) !== wanted ? before : after).toISOString();
}

/** The day of a moment; a day is its own. */
export const dayOf = (text: string, zone: string): string => (text.length > 10 ? clockOf(text, zone).slice(0, 10) : text);

/** The last day of what ends then: a moment is not of it any more, a day is. */
export const lastDayOf = (text: string, zone: string): string => (text.length > 10 ? dayOf(new Date(Date.parse(text) - 1).toISOString(), zone) : text);

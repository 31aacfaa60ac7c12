// Values in the reader's language. Amounts go through as the decimal texts they are, never as floats.
import type { Money, Value } from "./kinds";

const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function numbers(language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `n${language}${JSON.stringify(options)}`;
  const known = made.get(key) ?? new Intl.NumberFormat(language, options);
  made.set(key, known);
  return known as Intl.NumberFormat;
}

function dates(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `d${language}${JSON.stringify(options)}`;
  const known = made.get(key) ?? new Intl.DateTimeFormat(language, options);
  made.set(key, known);
  return known as Intl.DateTimeFormat;
}

/** Decimal texts keep every digit: the formatter reads them as they are written. */
const exact = (text: string) => text as unknown as number;

export function money(value: Money, language: string): string {
  const digits = value.amount.split(".")[1]?.length ?? 0;
  const options: Intl.NumberFormatOptions = { style: "currency", currency: value.currency };
  if (digits > 2) options.maximumFractionDigits = digits;
  return numbers(language, options).format(exact(value.amount));
}

export function decimal(text: string, language: string): string {
  const digits = text.split(".")[1]?.length ?? 0;
  return numbers(language, { minimumFractionDigits: digits, maximumFractionDigits: Math.max(digits, 0) }).format(exact(text));
}

export const whole = (count: number, language: string): string => numbers(language, {}).format(count);

export function day(text: string, language: string): string {
  const moment = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(moment.getTime()) ? text : dates(language, { dateStyle: "medium", timeZone: "UTC" }).format(moment);
}

export function instant(text: string, language: string, zone?: string): string {
  const moment = new Date(text);
  const options: Intl.DateTimeFormatOptions = { dateStyle: "medium", timeStyle: "short" };
  if (zone) options.timeZone = zone;
  return Number.isNaN(moment.getTime()) ? text : dates(language, options).format(moment);
}

/** What a stretch of time is called: one of moments by the clock of the tenant. */
export function stretch(start: string, per: string | null | undefined, language: string, zone: string): string {
  const at = new Date(start.length === 10 ? `${start}T00:00:00Z` : start);
  const timeZone = start.length === 10 ? "UTC" : zone;
  if (per === "month") return dates(language, { month: "short", year: "2-digit", timeZone }).format(at);
  if (per === "hour") return dates(language, { hour: "numeric", timeZone }).format(at);
  return dates(language, { dateStyle: start.length === 10 ? "medium" : "short", timeZone }).format(at);
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

export function ago(text: string, language: string): string {
  const seconds = (new Date(text).getTime() - Date.now()) / 1000;
  const step = STEPS.find(([, size]) => Math.abs(seconds) >= size);
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  return step ? relative.format(Math.round(seconds / step[1]), step[0]) : relative.format(Math.round(seconds), "second");
}

/** `PT36H` as `36 h`. */
export function duration(text: string): string {
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/.exec(text);
  if (!parts) return text;
  const units = ["d", "h", "min", "s"];
  return parts.slice(1).flatMap((part, place) => (part ? [`${part} ${units[place]}`] : [])).join(" ") || text;
}

export const isMoney = (value: Value): value is Money =>
  typeof value === "object" && value !== null && "amount" in value && "currency" in value;

// The days of a calendar: the weeks of a month, and what lies in each.
import type { RecordOf } from "../records/kinds";
import { dayOf, lastDayOf } from "../records/moments";

const DAY = 86_400_000;
const text = (moment: number) => new Date(moment).toISOString().slice(0, 10);

/** The weeks that show a month, from Monday on. */
export function weeksOf(month: string): string[][] {
  const first = Date.parse(`${month}-01T00:00:00Z`);
  const begin = first - ((new Date(first).getUTCDay() + 6) % 7) * DAY;
  const next = Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 1);
  const weeks: string[][] = [];
  for (let at = begin; at < next; at += 7 * DAY) weeks.push(Array.from({ length: 7 }, (_, place) => text(at + place * DAY)));
  return weeks;
}

export function moved(month: string, by: number): string {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 1 + by, 1)).toISOString().slice(0, 7);
}

export interface Bar {
  record: RecordOf;
  begin: number;
  end: number;
  line: number;
}

/** By which fields entries begin and end, and whose days they are. */
export interface Placed {
  from: string;
  to: string | null | undefined;
  zone: string;
}

/** Entries that overlap lie below one another, each in the first line that is free for all of its days. */
export function stacked(week: string[], items: RecordOf[], { from, to, zone }: Placed): Bar[] {
  const [first, last] = [week[0] ?? "", week[6] ?? ""];
  const taken: number[] = [];
  const own = items
    .map((record) => {
      const begin = dayOf(String(record[from] ?? ""), zone);
      const end = to && record[to] ? lastDayOf(String(record[to]), zone) : begin;
      return { record, begin, end: end < begin ? begin : end };
    })
    .filter(({ begin, end }) => begin <= last && end >= first && begin !== "")
    .sort((a, b) => a.begin.localeCompare(b.begin));
  return own.map(({ record, begin, end }) => {
    const [start, stop] = [Math.max(0, week.indexOf(begin < first ? first : begin)), end > last ? 6 : week.indexOf(end)];
    const free = taken.findIndex((until) => until < start);
    const line = free === -1 ? taken.length : free;
    taken[line] = stop;
    return { record, begin: start, end: stop, line };
  });
}

// Signs of sixteen pixels, drawn with one line.
import type { ReactNode } from "react";

const PATHS = {
  plus: "M8 3v10M3 8h10",
  search: "M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM14 14l-3.4-3.4",
  close: "M4 4l8 8M12 4l-8 8",
  back: "M10 3 5 8l5 5",
  forth: "M6 3l5 5-5 5",
  down: "M4 6l4 4 4-4",
  filter: "M2 4h12M4.5 8h7M7 12h2",
  columns: "M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10",
  list: "M5.5 4H14M5.5 8H14M5.5 12H14M2 4h.01M2 8h.01M2 12h.01",
  board: "M2.5 3h3v10h-3zM6.5 3h3v6h-3zM10.5 3h3v8h-3z",
  calendar: "M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2v3M10.5 2v3",
  chart: "M2.5 13.5h11M4.5 11V8M8 11V4M11.5 11V6",
  home: "M2.5 7.5 8 3l5.5 4.5V13.5H10V9.5H6v4H2.5z",
  trash: "M3 4.5h10M6 4.5V3h4v1.5M4.5 4.5l.6 9h5.8l.6-9",
  edit: "M3 13l.6-2.8L11 2.8l2.2 2.2-7.4 7.4z",
  check: "M3 8.5 6.5 12 13 4.5",
  warn: "M8 2.5 14.5 13.5h-13zM8 6.5V10M8 11.8h.01",
  moon: "M13 9.5A5.5 5.5 0 0 1 6.5 3 5.5 5.5 0 1 0 13 9.5Z",
  out: "M6 2.5H2.5v11H6M10 5l3 3-3 3M13 8H6",
  people: "M6 7.500a2.300 2.300 0 1 0 0-4.600 2.300 2.300 0 0 0 0 4.600ZM1.800 13.300c.2-2.600 1.900-4 4.200-4s4 1.400 4.200 4M10.500 7.300a2 2 0 1 0-.4-4M11.300 9.300c1.700.2 2.800 1.500 3 3.700",
  file: "M3.500 2h6L12.500 5v9h-9zM9.500 2v3h3",
  menu: "M2.500 4.500h11M2.500 8h11M2.500 11.500h11",
  link: "M6.500 9.500l3-3M7 4.500l1.500-1.500a2.800 2.800 0 0 1 4 4L11 8.500M9 11.500 7.500 13a2.800 2.800 0 0 1-4-4L5 7.500",
} as const;

export type Sign = keyof typeof PATHS;

export function Icon({ sign, size = 16 }: { sign: Sign; size?: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      <path d={PATHS[sign]} />
    </svg>
  );
}

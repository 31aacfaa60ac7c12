// Where the states of a life stand in its picture.
import type { Life } from "./kinds";

export const WIDE = 132;
export const HIGH = 34;
const GAP_X = 64;
const GAP_Y = 22;

export interface Place {
  x: number;
  y: number;
}

export interface Laid {
  places: Map<string, Place>;
  width: number;
  height: number;
}

/** States in columns, each one further than the nearest state that leads to it. */
export function laid(life: Life): Laid {
  const depth = new Map<string, number>([[life.initial, 0]]);
  const queue = [life.initial];
  for (let state = queue.shift(); state !== undefined; state = queue.shift()) {
    for (const move of life.moves) {
      if (!move.from.includes(state) || depth.has(move.to)) continue;
      depth.set(move.to, (depth.get(state) ?? 0) + 1);
      queue.push(move.to);
    }
  }
  const columns: string[][] = [];
  for (const { name } of life.states) (columns[depth.get(name) ?? 0] ??= []).push(name);
  const tallest = Math.max(...columns.map((column) => column?.length ?? 0));
  const height = tallest * (HIGH + GAP_Y) - GAP_Y;
  const places = new Map<string, Place>();
  columns.forEach((column, x) => {
    const own = column.length * (HIGH + GAP_Y) - GAP_Y;
    column.forEach((state, y) => places.set(state, { x: x * (WIDE + GAP_X), y: (height - own) / 2 + y * (HIGH + GAP_Y) }));
  });
  return { places, width: columns.length * (WIDE + GAP_X) - GAP_X, height };
}

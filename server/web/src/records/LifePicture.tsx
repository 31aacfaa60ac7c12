// The life of records as a picture: states in columns by how far they are from the beginning, and what leads from one to another.
import { type ReactNode, useMemo } from "react";

import { type Life, toneOf } from "./kinds";
import { HIGH, laid, type Place, WIDE } from "./laid";

function way(from: Place, to: Place): string {
  const [startY, endY] = [from.y + HIGH / 2, to.y + HIGH / 2];
  if (to.x > from.x) {
    const [start, end] = [from.x + WIDE, to.x];
    const bend = Math.max(24, (end - start) / 2);
    return `M${start},${startY} C${start + bend},${startY} ${end - bend},${endY} ${end - 2},${endY}`;
  }
  if (to.x === from.x) {
    const side = from.x + WIDE;
    return `M${side},${startY} C${side + 34},${startY} ${side + 34},${endY} ${side + 2},${endY}`;
  }
  const [start, end] = [from.x + WIDE / 2, to.x + WIDE / 2];
  const under = Math.max(from.y, to.y) + HIGH + 18;
  return `M${start},${from.y + HIGH} C${start},${under} ${end},${under} ${end},${to.y + HIGH + 2}`;
}

export function LifePicture({ life, state, label }: { life: Life; state: string; label: string }): ReactNode {
  const { places, width, height } = useMemo(() => laid(life), [life]);
  const ways = useMemo(() => {
    const seen = new Map<string, { from: string; to: string; labels: string[] }>();
    for (const move of life.moves) {
      for (const from of move.from) {
        const key = `${from}>${move.to}`;
        const known = seen.get(key) ?? { from, to: move.to, labels: [] };
        if (!known.labels.includes(move.label)) known.labels.push(move.label);
        seen.set(key, known);
      }
    }
    return [...seen.values()];
  }, [life]);
  return (
    <figure className="life" tabIndex={0}>
      <svg viewBox={`-4 -4 ${width + 44} ${height + 32}`} width={width + 44} height={height + 32} role="img" aria-label={label}>
        <defs>
          <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
            <path d="M0,0.500 8,4 0,7.500z" />
          </marker>
        </defs>
        {ways.map(({ from, to, labels }) => {
          const [a, b] = [places.get(from), places.get(to)];
          if (!a || !b || from === to) return null;
          return (
            <path key={`${from}>${to}`} className={from === state ? "way open" : "way"} d={way(a, b)} markerEnd="url(#arrow)">
              <title>{labels.join(", ")}</title>
            </path>
          );
        })}
        {life.states.map(({ name, label: text, terminal }) => {
          const place = places.get(name);
          if (!place) return null;
          return (
            <g key={name} className={`state ${toneOf(name)} ${name === state ? "here" : ""} ${terminal ? "terminal" : ""}`}>
              <rect x={place.x} y={place.y} width={WIDE} height={HIGH} rx={terminal ? HIGH / 2 : 7} />
              <text x={place.x + WIDE / 2} y={place.y + HIGH / 2} dominantBaseline="central" textAnchor="middle">
                {text.length > 18 ? `${text.slice(0, 17)}…` : text}
              </text>
              <title>{text}</title>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}

// Short words at the edge of the screen, that go by themselves.
import { type ReactNode, useSyncExternalStore } from "react";

import { useWords } from "../words";

interface Told {
  key: number;
  text: string;
  undo?: { label: string; act: () => void } | undefined;
}

let all: Told[] = [];
let next = 0;
const heard = new Set<() => void>();

function change(to: Told[]): void {
  all = to;
  for (const hear of heard) hear();
}

export function tell(text: string, undo?: Told["undo"]): void {
  const key = next++;
  change([...all.slice(-2), { key, text, undo }]);
  setTimeout(() => change(all.filter((one) => one.key !== key)), undo ? 9000 : 5000);
}

export function ToldHere(): ReactNode {
  const words = useWords();
  const shown = useSyncExternalStore(
    (hear) => {
      heard.add(hear);
      return () => heard.delete(hear);
    },
    () => all,
  );
  return (
    <div className="told" role="status" aria-live="polite" aria-label={words.news}>
      {shown.map((one) => (
        <div key={one.key}>
          <span>{one.text}</span>
          {one.undo && (
            <button type="button" onClick={one.undo.act}>
              {one.undo.label}
            </button>
          )}
        </div>
      ))}
    </div>
  );
}

// Dashboards and reports: sums, counts and one plot; the same as a table.
import { type ReactNode, useState } from "react";

import { Button } from "../design/parts";
import { decimal, isMoney, money, stretch, whole } from "../records/formats";
import { fieldOf, type Screen, spelled } from "../records/kinds";
import { useNameOf } from "../records/Filters";
import { useZone } from "../records/moments";
import { useLanguage, useWords } from "../words";
import { Looked, type Seen, useView, type View } from "./ViewPage";

export function Figures({ view, screen }: { view: View; screen: Screen }): ReactNode {
  return <Looked asked={useView(view, "total=true")}>{(seen) => <Drawn view={view} screen={screen} seen={seen} />}</Looked>;
}

export function Drawn({ view, screen, seen, small = false }: { view: View; screen: Screen; seen: Seen; small?: boolean }): ReactNode {
  const words = useWords();
  const { language } = useLanguage();
  const sums = Object.entries(seen.sums ?? {});
  return (
    <div className="figures-of">
      {!small && (
        <div className="numbers">
          {seen.total !== undefined && (
            <div className="card number">
              <span className="muted">{screen.several}</span>
              <strong className="figures">{whole(seen.total, language)}</strong>
            </div>
          )}
          {sums.map(([field, sum]) => (
            <div key={field} className="card number">
              <span className="muted">{fieldOf(screen.form, field)?.label ?? spelled(field)}</span>
              <strong className="figures">{summed(sum, language)}</strong>
            </div>
          ))}
        </div>
      )}
      {seen.series && <Plot view={view} screen={screen} seen={seen} />}
      {!small &&
        Object.entries(seen.facets ?? {}).map(([field, counts]) => (
          <section key={field} className="card">
            <header>
              <h2>{fieldOf(screen.form, field)?.label ?? spelled(field)}</h2>
            </header>
            <Counts screen={screen} field={field} counts={counts} label={words.count} />
          </section>
        ))}
    </div>
  );
}

function summed(sum: unknown, language: string): string {
  if (Array.isArray(sum)) return sum.filter(isMoney).map((one) => money(one, language)).join(" + ") || "–";
  if (isMoney(sum)) return money(sum, language);
  return sum === null || sum === undefined ? "–" : decimal(String(sum), language);
}

/** How tall a bar is: pixels may be floats, the amount beside it is not. */
function tall(sum: unknown, count: number): number {
  if (Array.isArray(sum)) return sum.length > 0 && isMoney(sum[0]) ? Number(sum[0].amount) : 0;
  if (isMoney(sum)) return Number(sum.amount);
  return sum === undefined || sum === null ? count : Number(sum);
}

interface Bar {
  key: string;
  label: string;
  value: string;
  size: number;
  /** The field by whose link it is, where it is called as a record is. */
  link?: string;
}

function useBars(view: View, screen: Screen, seen: Seen): Bar[] {
  const { language, words } = useLanguage();
  const zone = useZone();
  const plot = view.plot as { along: string; of?: string | null; per?: string | null } | null;
  const along = plot ? fieldOf(screen.form, plot.along) : undefined;
  return (seen.series ?? []).map((one, place) => {
    const value = plot?.of ? summed(one.sum, language) : whole(one.count, language);
    const size = plot?.of ? tall(one.sum, 0) : one.count;
    if (one.start !== undefined) {
      return { key: one.start, label: stretch(one.start, plot?.per, language, zone), value, size };
    }
    const text = one.value === null || one.value === undefined ? "" : String(one.value);
    const label = text === "" ? words.none : along?.kind === "link" ? text : along?.kind === "yes_no" ? (one.value ? words.yes : words.no) : spelled(text);
    return { key: `${place}${text}`, label, value, size, ...(along?.kind === "link" && text !== "" ? { link: along.name } : {}) };
  });
}

function Along({ screen, bar }: { screen: Screen; bar: Bar }): ReactNode {
  return bar.link ? <Named screen={screen} field={bar.link} value={bar.label} /> : bar.label;
}

const HIGH = 180;

function Plot({ view, screen, seen }: { view: View; screen: Screen; seen: Seen }): ReactNode {
  const words = useWords();
  const bars = useBars(view, screen, seen);
  const [asTable, setAsTable] = useState(false);
  const most = Math.max(1, ...bars.map((bar) => Math.abs(bar.size)));
  return (
    <section className="card plot">
      <header>
        <h2>{view.label}</h2>
        <Button look="plain" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {words.asTable}
        </Button>
      </header>
      {asTable ? (
        <table className="small">
          <tbody>
            {bars.map((bar) => (
              <tr key={bar.key}>
                <th scope="row">
                  <Along screen={screen} bar={bar} />
                </th>
                <td className="figures">{bar.value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <ol className="bars" tabIndex={0} aria-label={view.label} style={{ height: HIGH + 84 }}>
          {bars.map((bar) => (
            <li key={bar.key} title={`${bar.label}: ${bar.value}`}>
              <span>
                <span className="value figures">{bar.value}</span>
                <span className={bar.size < 0 ? "fill below" : "fill"} style={{ height: Math.max(bar.size === 0 ? 1 : 3, (Math.abs(bar.size) / most) * HIGH) }} />
                <span className="along">
                  <Along screen={screen} bar={bar} />
                </span>
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Counts({ screen, field, counts, label }: { screen: Screen; field: string; counts: { value: unknown; count: number }[]; label: string }): ReactNode {
  const { language } = useLanguage();
  const most = Math.max(1, ...counts.map((one) => one.count));
  return (
    <table className="small counts">
      <thead className="unseen">
        <tr>
          <th scope="col">{field}</th>
          <th scope="col">{label}</th>
        </tr>
      </thead>
      <tbody>
        {counts.map((one) => (
          <tr key={String(one.value)}>
            <th scope="row">
              <Named screen={screen} field={field} value={one.value} />
            </th>
            <td className="share">
              <span style={{ width: `${(one.count / most) * 100}%` }} />
            </td>
            <td className="figures">{whole(one.count, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Named({ screen, field, value }: { screen: Screen; field: string; value: unknown }): ReactNode {
  const words = useWords();
  const own = fieldOf(screen.form, field);
  const name = useNameOf(own ?? {}, own?.kind === "link" ? String(value) : undefined);
  if (value === null || value === undefined) return words.none;
  if (own?.kind === "yes_no") return value === true || value === "true" ? words.yes : words.no;
  return name ?? (own?.kind === "choice" ? spelled(String(value)) : String(value));
}

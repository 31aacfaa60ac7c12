// A calendar by months: what lies in each day, drawn over the days that it takes.
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";

import { Button } from "../design/parts";
import type { RecordOf, Screen } from "../records/kinds";
import { dayOf, useZone } from "../records/moments";
import { titleOf } from "../records/RecordPage";
import { useLanguage, useWords } from "../words";
import { Looked, useView, type View } from "./ViewPage";
import { moved, stacked, weeksOf } from "./weeks";

export function Days({ view, screen }: { view: View; screen: Screen }): ReactNode {
  const words = useWords();
  const { language } = useLanguage();
  const today = dayOf(new Date().toISOString(), useZone());
  const [month, setMonth] = useState(today.slice(0, 7));
  const weeks = weeksOf(month);
  const [first, last] = [weeks[0]?.[0] ?? today, weeks[weeks.length - 1]?.[6] ?? today];
  const asked = useView(view, `first=${first}&last=${last}`);
  const named = new Date(`${month}-15T00:00:00Z`);
  return (
    <div className="days">
      <div className="acts">
        <Button look="plain" sign="back" said={words.days.before} onClick={() => setMonth(moved(month, -1))} />
        <h2 aria-live="polite">{new Intl.DateTimeFormat(language, { month: "long", year: "numeric", timeZone: "UTC" }).format(named)}</h2>
        <Button look="plain" sign="forth" said={words.days.after} onClick={() => setMonth(moved(month, 1))} />
        <Button onClick={() => setMonth(today.slice(0, 7))}>{words.days.today}</Button>
      </div>
      <Looked asked={asked}>
        {(seen) => (
          <div className="month card" role="grid" aria-label={view.label}>
            <div className="names" role="row">
              {weeks[0]?.map((day) => (
                <span key={day} role="columnheader">
                  {new Intl.DateTimeFormat(language, { weekday: "short", timeZone: "UTC" }).format(new Date(day))}
                </span>
              ))}
            </div>
            {weeks.map((week) => (
              <Week key={week[0]} week={week} month={month} today={today} view={view} screen={screen} items={seen.items ?? []} />
            ))}
          </div>
        )}
      </Looked>
    </div>
  );
}

interface WeekOf {
  week: string[];
  month: string;
  today: string;
  view: View;
  screen: Screen;
  items: RecordOf[];
}

function Week({ week, month, today, view, screen, items }: WeekOf): ReactNode {
  const zone = useZone();
  const bars = stacked(week, items, { from: view.from ?? "", to: view.to, zone });
  const lines = Math.max(2, ...bars.map((bar) => bar.line + 1));
  return (
    <div className="week" role="row" style={{ gridTemplateRows: `28px repeat(${lines}, 26px) 8px` }}>
      {week.map((day, place) => (
        <span key={day} role="gridcell" className={`${day.startsWith(month) ? "" : "other"} ${day === today ? "today" : ""}`} style={{ gridColumn: place + 1, gridRow: `1 / ${lines + 3}` }}>
          <time dateTime={day}>{Number(day.slice(8))}</time>
        </span>
      ))}
      {bars.map((bar) => (
        <Link key={bar.record.id} className="bar" to="/r/$address/$id" params={{ address: screen.address, id: bar.record.id }} title={titleOf(screen, bar.record)} style={{ gridColumn: `${bar.begin + 1} / ${bar.end + 2}`, gridRow: bar.line + 2 }}>
          {titleOf(screen, bar.record)}
        </Link>
      ))}
    </div>
  );
}

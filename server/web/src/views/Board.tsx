// A board: a lane for each state. A card that is put into another lane has that happen to it, and is asked what the event needs.
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";

import { Badge, Button, More, Wrong } from "../design/parts";
import { tell } from "../design/told";
import { whole } from "../records/formats";
import { Asking, useFire } from "../records/Happen";
import { fieldOf, type RecordOf, type Screen, spelled, toneOf } from "../records/kinds";
import { titleOf } from "../records/RecordPage";
import { Changed } from "../records/long";
import { Shown } from "../records/Shown";
import { useLanguage, useWords } from "../words";
import { type Lane, linksOf, Looked, type Seen, usePages, useView, type View } from "./ViewPage";

type Move = NonNullable<Screen["life"]>["moves"][number];

export function Board({ view, screen }: { view: View; screen: Screen }): ReactNode {
  const asked = useView(view, new URLSearchParams({ limit: "50", ...linksOf(view, screen) }).toString());
  const [carried, setCarried] = useState<{ record: RecordOf; from: string } | null>(null);
  const [asking, setAsking] = useState<{ record: RecordOf; move: Move } | null>(null);
  const { fire, going } = useFire(screen);
  const moves = screen.life?.field === view.group ? (screen.life?.moves ?? []) : [];
  const way = (to: string | null) => moves.find((move) => carried && move.to === to && move.from.includes(carried.from));
  const begin = (record: RecordOf, move: Move) => {
    if (move.requires.length > 0) setAsking({ record, move });
    else void fire(record.id, move.event, {}).catch((error: Error) => tell(error.message));
  };
  const drop = (to: string | null) => {
    const move = way(to);
    if (!carried || !move) return;
    begin(carried.record, move);
    setCarried(null);
  };
  return (
    <Looked asked={asked}>
      {(seen) => (
        <div className="board" role="group" aria-label={view.label} tabIndex={0}>
          {seen.lanes?.map((lane) => (
            <LaneOf
              key={lane.value ?? ""}
              lane={lane}
              expanded={seen.expanded ?? {}}
              view={view}
              screen={screen}
              takes={carried === null ? null : Boolean(way(lane.value))}
              moves={moves.filter((move) => move.from.includes(lane.value ?? ""))}
              going={going}
              onCarry={(record) => setCarried(record ? { record, from: lane.value ?? "" } : null)}
              onDrop={() => drop(lane.value)}
              onMove={begin}
            />
          ))}
          {asking && <Asking event={asking.move} form={screen.form} onClose={() => setAsking(null)} onGive={(given) => fire(asking.record.id, asking.move.event, given)} />}
        </div>
      )}
    </Looked>
  );
}

type Expanded = NonNullable<Seen["expanded"]>;

interface LaneOfOf {
  lane: Lane;
  expanded: Expanded;
  view: View;
  screen: Screen;
  /** Whether what is carried may be put here; nothing while nothing is. */
  takes: boolean | null;
  moves: Move[];
  /** Whether something happens just now, and nothing else may begin. */
  going: boolean;
  onCarry: (record: RecordOf | null) => void;
  onDrop: () => void;
  onMove: (record: RecordOf, move: Move) => void;
}

function LaneOf({ lane, expanded, view, screen, takes, moves, going, onCarry, onDrop, onMove }: LaneOfOf): ReactNode {
  const words = useWords();
  const { language } = useLanguage();
  const state = screen.life?.states.find((own) => own.name === lane.value);
  const label = state?.label ?? (lane.value === null ? words.none : spelled(lane.value));
  const rest = useRest(view, screen, lane);
  const records = [...(lane.items ?? []), ...rest.records];
  return (
    <section
      className={`lane ${takes === true ? "takes" : takes === false ? "refuses" : ""}`}
      aria-label={label}
      onDragOver={(event) => takes && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onDrop();
      }}
    >
      <header>
        <Badge tone={toneOf(lane.value ?? "")}>{label}</Badge>
        <span className="muted figures">{whole(lane.count, language)}</span>
      </header>
      <ol>
        {records.map((record) => (
          <li key={record.id} className="card" draggable={moves.length > 0 && !going} onDragStart={() => onCarry(record)} onDragEnd={() => onCarry(null)}>
            <strong>
              <Link className="over" to="/r/$address/$id" params={{ address: screen.address, id: record.id }}>
                {titleOf(screen, record)}
              </Link>
            </strong>
            <dl>
              {view.columns
                .filter((column) => column.kind && column.name !== screen.title && record[column.name] !== null && record[column.name] !== undefined)
                .map((column) => (
                  <div key={column.name}>
                    <dt className="unseen">{column.label}</dt>
                    <dd>
                      <Shown field={fieldOf(screen.form, column.name) ?? { name: column.name, kind: "text" }} value={record[column.name]} linked={expanded[column.name]?.[String(record[column.name])] ?? rest.linked(column.name, String(record[column.name]))} short />
                    </dd>
                  </div>
                ))}
            </dl>
            {moves.length > 0 && (
              <select className="move" disabled={going} aria-label={`${words.act}: ${titleOf(screen, record)}`} value="" onChange={(event) => moves[Number(event.target.value)] && onMove(record, moves[Number(event.target.value)] as Move)}>
                <option value="">{words.act}…</option>
                {moves.map((move, place) => (
                  <option key={move.event} value={place}>
                    {move.label}
                  </option>
                ))}
              </select>
            )}
          </li>
        ))}
      </ol>
      {lane.count === 0 && <p className="muted">{words.emptyLane}</p>}
      {rest.more}
    </section>
  );
}

/** What a lane has behind the entries that the board tells: page by page, for whoever wants it. */
function useRest(view: View, screen: Screen, lane: Lane): { records: RecordOf[]; linked: (field: string, id: string) => RecordOf | undefined; more: ReactNode } {
  const words = useWords();
  const [wanted, setWanted] = useState(false);
  const after = lane.items ? lane.next_cursor : "";
  const { pages, long } = usePages(view, { limit: "50", lane: lane.value ?? "", ...linksOf(view, screen) }, after, wanted && after !== null);
  const told = wanted && after !== null ? (pages.data?.pages ?? []) : [];
  const records = told.flatMap((page) => page.items ?? []);
  const linked = (field: string, id: string) => told.map((page) => page.expanded?.[field]?.[id]).find(Boolean);
  const left = lane.count - (lane.items?.length ?? 0);
  let more: ReactNode = null;
  if (after !== null && left > 0 && !wanted) {
    more = (
      <Button look="plain" onClick={() => setWanted(true)}>
        {words.moreEntries(left)}
      </Button>
    );
  } else if (wanted && pages.error && !pages.data) more = <Wrong error={pages.error} again={() => void pages.refetch()} />;
  else if (wanted) {
    more = (
      <>
        <Changed of={long} />
        <More of={pages} />
      </>
    );
  }
  return { records, linked, more };
}

// The list of an entity: any of its columns, filtered, ordered, searched, and as long as it is.
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { DropdownMenu } from "radix-ui";
import { type ReactNode, useEffect, useRef, useState } from "react";

import { get, saveAs } from "../api/client";
import { useSession } from "../api/session";
import { Icon } from "../design/icons";
import { Badge, Button, Dialog, Empty, Heading, Waiting, Wrong } from "../design/parts";
import { tell } from "../design/told";
import { useLanguage, useWords } from "../words";
import { addressOf, type Asked, expansions, turned } from "./asked";
import { inBulk } from "./bulk";
import { Filters } from "./Filters";
import { whole } from "./formats";
import { ofList, refresh } from "./fresh";
import { fieldOf, fieldsOf, fitsColumn, type Page, type RecordOf, type Screen, usualColumns } from "./kinds";
import { Changed, useLong } from "./long";
import { Shown } from "./Shown";

const ROW = 42;
const PAGE = 100;

interface ListOf {
  screen: Screen;
  asked: Asked;
  onAsk: (next: Asked) => void;
}

export function columnsOf(screen: Screen, asked: Asked): string[] {
  const known = (name: string) => fieldOf(screen.form, name) !== undefined || name === "created_at" || name === "updated_at";
  const named = asked.columns?.split(",").filter(known);
  return named && named.length > 0 ? named : usualColumns(screen);
}

function useRecords(screen: Screen, asked: Asked, columns: string[]) {
  const tenant = useSession()?.tenant ?? null;
  const expand = expansions(screen, columns).join(",") || undefined;
  const { columns: _, ...narrowed } = asked;
  const queryKey = ["records", tenant, screen.address, narrowed, expand];
  const pages = useInfiniteQuery({
    ...ofList,
    queryKey,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => {
      const first = pageParam === undefined ? "true" : undefined;
      const more = { limit: String(PAGE), cursor: pageParam, total: first, expand };
      return get<Page>(addressOf(`/v1/${screen.address}`, asked, more));
    },
    getNextPageParam: (page: Page) => page.next_cursor ?? undefined,
  });
  return { pages, long: useLong(queryKey, pages) };
}

export function List({ screen, asked, onAsk }: ListOf): ReactNode {
  const words = useWords();
  const { language } = useLanguage();
  const columns = columnsOf(screen, asked);
  const { pages, long } = useRecords(screen, asked, columns);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const records = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const total = pages.data?.pages[0]?.total;
  useEffect(() => setChosen(new Set()), [screen.address, asked]);
  const narrowed = Boolean(asked.q || asked.deleted || Object.keys(asked.filters ?? {}).length > 0);
  return (
    <section className="list" aria-label={screen.several}>
      <header className="page-head">
        <div>
          <Heading title={screen.several} />
          {total !== undefined && <p className="muted figures">{words.total(whole(total, language))}</p>}
        </div>
        <div className="acts">
          {chosen.size > 0 && <Bulk screen={screen} chosen={chosen} onLeft={(left) => setChosen(left)} onDone={() => long.isLong && long.anew()} />}
          <Chooser screen={screen} columns={columns} asked={asked} onAsk={onAsk} />
          {screen.form.can_write && !screen.native && (
            <Link className="button main" to="/r/$address/new" params={{ address: screen.address }}>
              <Icon sign="plus" />
              {words.newOf(screen.form.label)}
            </Link>
          )}
        </div>
      </header>
      <Filters screen={screen} asked={asked} onAsk={onAsk} />
      {pages.error && !pages.isFetchNextPageError && <Wrong error={pages.error} again={() => void pages.refetch()} />}
      <Changed of={long} />
      {pages.isPending && <Waiting lines={8} />}
      {pages.data && records.length === 0 && (
        <Empty
          title={narrowed ? words.noneFound : words.noRecords(screen.several)}
          action={narrowed && <Button onClick={() => onAsk({ sort: asked.sort, columns: asked.columns })}>{words.clearFilters}</Button>}
        >
          {narrowed ? words.noneFoundHelp : screen.summary}
        </Empty>
      )}
      {records.length > 0 && (
        <Rows
          key={long.round}
          screen={screen}
          columns={columns}
          asked={asked}
          onAsk={onAsk}
          records={records}
          linked={(field, id) => pages.data?.pages.map((page) => page.expanded?.[field]?.[id]).find(Boolean)}
          chosen={chosen}
          onChoose={setChosen}
          onEnd={() => pages.hasNextPage && !pages.isFetching && !pages.isFetchNextPageError && void pages.fetchNextPage()}
        />
      )}
      {pages.isFetchNextPageError && <Wrong error={pages.error} again={() => void pages.fetchNextPage()} />}
    </section>
  );
}

interface RowsOf extends ListOf {
  columns: string[];
  records: RecordOf[];
  linked: (field: string, id: string) => RecordOf | undefined;
  chosen: ReadonlySet<string>;
  onChoose: (to: ReadonlySet<string>) => void;
  onEnd: () => void;
}

/** Only the rows that are seen are drawn, however many there are. */
function Rows({ screen, columns, asked, onAsk, records, linked, chosen, onChoose, onEnd }: RowsOf): ReactNode {
  const words = useWords();
  const navigate = useNavigate();
  const scroll = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({ count: records.length, getScrollElement: () => scroll.current, estimateSize: () => ROW, overscan: 12 });
  const shown = rows.getVirtualItems();
  const last = shown[shown.length - 1]?.index ?? 0;
  useEffect(() => {
    if (last >= records.length - 20) onEnd();
  });
  const open = (record: RecordOf) => void navigate({ to: "/r/$address/$id", params: { address: screen.address, id: record.id } });
  const all = records.every((record) => chosen.has(record.id));
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose(next);
  };
  return (
    <div className="rows card" ref={scroll}>
      <table aria-rowcount={records.length + 1}>
        <thead>
          <tr>
            <th className="pick" scope="col">
              <input type="checkbox" aria-label={words.all} checked={all} onChange={() => onChoose(all ? new Set() : new Set(records.map((record) => record.id)))} />
            </th>
            {columns.map((name) => (
              <Head key={name} screen={screen} name={name} asked={asked} onAsk={onAsk} />
            ))}
          </tr>
        </thead>
        <tbody>
          <tr aria-hidden="true" style={{ height: shown[0]?.start ?? 0 }} />
          {shown.map(({ index }) => {
            const record = records[index];
            if (!record) return null;
            return (
              <tr
                key={record.id}
                aria-rowindex={index + 2}
                tabIndex={0}
                aria-selected={chosen.has(record.id)}
                onClick={(event) => !isInside(event) && open(record)}
                onKeyDown={(event) => moved(event, () => open(record), () => toggle(record.id))}
              >
                <td className="pick">
                  <input type="checkbox" aria-label={words.choose} tabIndex={-1} checked={chosen.has(record.id)} onChange={() => toggle(record.id)} />
                </td>
                {columns.map((name) => (
                  <td key={name} className={name === screen.title ? "title" : ""}>
                    <Shown
                      field={fieldOf(screen.form, name) ?? { name, kind: "instant" }}
                      value={record[name]}
                      linked={linked(name, String(record[name]))}
                      state={name === screen.life?.field}
                      short
                    />
                  </td>
                ))}
              </tr>
            );
          })}
          <tr aria-hidden="true" style={{ height: rows.getTotalSize() - (shown[shown.length - 1]?.end ?? 0) }} />
        </tbody>
      </table>
    </div>
  );
}

/** Whether something in a row is meant, such as a link, and not the row. */
export const isInside = (event: React.SyntheticEvent<HTMLElement>): boolean => event.target instanceof Element && event.target.closest("a, button, input, .pick") !== null;

/** Arrows go through the rows, Enter opens one, the space bar chooses it. */
function moved(event: React.KeyboardEvent<HTMLTableRowElement>, open: () => void, toggle: () => void): void {
  const row = event.currentTarget;
  if (event.target !== row) return;
  const to = { ArrowDown: row.nextElementSibling, j: row.nextElementSibling, ArrowUp: row.previousElementSibling, k: row.previousElementSibling }[event.key];
  if (to instanceof HTMLElement && to.tabIndex === 0) to.focus();
  else if (event.key === "Enter") open();
  else if (event.key === " ") toggle();
  else return;
  event.preventDefault();
}

function Head({ screen, name, asked, onAsk }: ListOf & { name: string }): ReactNode {
  const words = useWords();
  const field = fieldOf(screen.form, name);
  const label = field?.label ?? (name === "created_at" ? words.made : words.changed);
  const sort = asked.sort ?? screen.sort[0];
  const order = sort === name ? "ascending" : sort === `-${name}` ? "descending" : "none";
  const can = field ? field.sort && field.kind !== "money" : true;
  return (
    <th scope="col" aria-sort={order}>
      {can ? (
        <button type="button" title={words.sortBy(label)} onClick={() => onAsk({ ...asked, sort: turned(asked.sort, name) })}>
          {label}
          <span aria-hidden="true">{order === "ascending" ? "↑" : order === "descending" ? "↓" : ""}</span>
        </button>
      ) : (
        label
      )}
    </th>
  );
}

interface BulkOf {
  screen: Screen;
  chosen: ReadonlySet<string>;
  /** With what is still chosen. */
  onLeft: (left: ReadonlySet<string>) => void;
  onDone: () => void;
}

function Bulk({ screen, chosen, onLeft, onDone }: BulkOf): ReactNode {
  const words = useWords();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [going, setGoing] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const act = async (action: "delete" | "restore", ids: string[]) => {
    const { done, refused } = await inBulk(screen.address, action, ids);
    await refresh(client);
    onDone();
    return { done, refused };
  };
  const restore = async (ids: string[]) => {
    const { refused } = await act("restore", ids);
    tell(refused instanceof Error ? refused.message : words.restored);
  };
  const remove = async () => {
    setGoing(true);
    setError(null);
    const { done, refused } = await act("delete", [...chosen]);
    setGoing(false);
    if (done.length > 0) tell(`${words.removed}: ${done.length}`, screen.restores ? { label: words.undo, act: () => void restore(done) } : undefined);
    if (refused) setError(refused);
    else setAsking(false);
    onLeft(new Set([...chosen].filter((id) => !done.includes(id))));
  };
  return (
    <>
      <Badge tone="info">{words.selected(chosen.size)}</Badge>
      {screen.form.can_delete && !screen.native && (
        <Button look="danger" sign="trash" onClick={() => setAsking(true)}>
          {words.remove}
        </Button>
      )}
      {asking && (
        <Dialog title={words.confirmDelete(`${chosen.size} ${screen.several.toLowerCase()}`)} onClose={() => !going && setAsking(false)}>
          <div className="body">
            <p>{screen.restores ? words.confirmDeleteHelp : words.confirmDeleteForGood}</p>
            {error !== null && <Wrong error={error} />}
            <footer>
              <Button disabled={going} onClick={() => setAsking(false)}>
                {words.cancel}
              </Button>
              <Button look="danger" disabled={going} onClick={() => void remove()}>
                {words.remove}
              </Button>
            </footer>
          </div>
        </Dialog>
      )}
    </>
  );
}

/** Which columns there are, and the list as a file. */
function Chooser({ screen, columns, asked, onAsk }: ListOf & { columns: string[] }): ReactNode {
  const words = useWords();
  const toggle = (name: string) => {
    const next = columns.includes(name) ? columns.filter((own) => own !== name) : [...columns, name];
    onAsk({ ...asked, columns: next.join(",") || undefined });
  };
  const save = () => {
    const name = `${screen.address}.csv`;
    const address = addressOf(`/v1/${screen.address}/export.csv`, asked, { fields: columns.join(",") });
    void saveAs(name, address).catch((error: unknown) => tell(String(error instanceof Error ? error.message : error)));
  };
  const names = [...fieldsOf(screen.form).filter(fitsColumn).map((field) => [field.name, field.label] as const), ["created_at", words.made] as const];
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <Button sign="columns" look="plain" said={words.columns} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={6}>
          <DropdownMenu.Label className="said">{words.columns}</DropdownMenu.Label>
          {names.map(([name, label]) => (
            <DropdownMenu.CheckboxItem key={name} checked={columns.includes(name)} onCheckedChange={() => toggle(name)} onSelect={(event) => event.preventDefault()}>
              <span className="tick">{columns.includes(name) && <Icon sign="check" size={13} />}</span>
              {label}
            </DropdownMenu.CheckboxItem>
          ))}
          <DropdownMenu.Separator className="line" />
          <DropdownMenu.Item onSelect={save}>{words.exportCsv}</DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

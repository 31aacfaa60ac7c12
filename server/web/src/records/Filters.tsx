// Filters over a list: one for each field that the pack lets be asked, and a search over the searched ones.
import { useQuery } from "@tanstack/react-query";
import { Popover } from "radix-ui";
import { type ReactNode, useEffect, useRef, useState } from "react";

import { get } from "../api/client";
import { Icon } from "../design/icons";
import { Button } from "../design/parts";
import { useLanguage, useWords } from "../words";
import { type Asked, isByDays, isRange } from "./asked";
import { day, decimal } from "./formats";
import { type FormField, fieldsOf, nameOf, type Page, type Screen, spelled } from "./kinds";
import { useScreen } from "./screens";

interface FiltersOf {
  screen: Screen;
  asked: Asked;
  onAsk: (next: Asked) => void;
}

/** After so many milliseconds without a key what was typed is searched for. */
const PAUSE = 250;

export function Filters({ screen, asked, onAsk }: FiltersOf): ReactNode {
  const words = useWords();
  const fields = fieldsOf(screen.form).filter((field) => field.filter);
  const set = (name: string, values: Record<string, string | undefined>) => {
    const kept = Object.entries(asked.filters ?? {}).filter(([key]) => ![name, `${name}_first`, `${name}_last`].includes(key));
    const given = Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1]));
    onAsk({ ...asked, filters: Object.fromEntries([...kept, ...given]) });
  };
  const active = fields.filter((field) => valuesOf(field, asked).some(Boolean));
  const others = fields.filter((field) => !active.includes(field));
  return (
    <div className="filters" role="search">
      {fieldsOf(screen.form).some((field) => field.search) && <Search asked={asked} onAsk={onAsk} />}
      {active.map((field) => (
        <One key={field.name} field={field} asked={asked} onSet={(values) => set(field.name, values)} />
      ))}
      {others.length > 0 && <Add fields={others} asked={asked} onSet={set} />}
      {screen.restores && (
        <label className="check small">
          <input type="checkbox" checked={asked.deleted ?? false} onChange={(event) => onAsk({ ...asked, deleted: event.target.checked || undefined })} />
          {words.deletedToo}
        </label>
      )}
      {active.length > 0 && (
        <Button look="plain" onClick={() => onAsk({ ...asked, filters: undefined })}>
          {words.clearFilters}
        </Button>
      )}
    </div>
  );
}

function Search({ asked, onAsk }: Omit<FiltersOf, "screen">): ReactNode {
  const words = useWords();
  const [typed, setTyped] = useState(asked.q ?? "");
  // The address follows what is typed; what it says otherwise was asked for elsewhere.
  const sent = useRef(asked.q ?? "");
  useEffect(() => {
    if (sent.current !== (asked.q ?? "")) setTyped(asked.q ?? "");
    sent.current = asked.q ?? "";
  }, [asked.q]);
  useEffect(() => {
    if (typed === sent.current) return;
    const later = setTimeout(() => {
      sent.current = typed;
      onAsk({ ...asked, q: typed || undefined });
    }, PAUSE);
    return () => clearTimeout(later);
  });
  return (
    <label className="search">
      <Icon sign="search" />
      <span className="unseen">{words.search}</span>
      <input className="input" type="search" value={typed} placeholder={words.search} maxLength={200} data-search onChange={(event) => setTyped(event.target.value)} />
    </label>
  );
}

function valuesOf(field: FormField, asked: Asked): [string | undefined, string | undefined] {
  const given = asked.filters ?? {};
  return isRange(field) ? [given[`${field.name}_first`] ?? given[field.name], given[`${field.name}_last`]] : [given[field.name], undefined];
}

type Set = (values: Record<string, string | undefined>) => void;

function One({ field, asked, onSet }: { field: FormField; asked: Asked; onSet: Set }): ReactNode {
  const { language, words } = useLanguage();
  const [first, last] = valuesOf(field, asked);
  const shown = (text: string) => (isByDays(field) ? day(text, language) : /^-?\d+(\.\d+)?$/.test(text) ? decimal(text, language) : spelled(text));
  const name = useNameOf(field, field.kind === "link" ? first : undefined);
  const yes = { true: words.yes, false: words.no }[first ?? ""];
  const text = isRange(field)
    ? `${first ? shown(first) : "…"} – ${last ? shown(last) : "…"}`
    : (name ?? (field.kind === "yes_no" ? yes : undefined) ?? first?.split(",").map(spelled).join(", "));
  return (
    <Popover.Root>
      <span className="chip">
        <Popover.Trigger asChild>
          <button type="button">
            <span className="muted">{field.label}</span> {text}
          </button>
        </Popover.Trigger>
        <button type="button" aria-label={`${words.clearFilters}: ${field.label}`} onClick={() => onSet({})}>
          <Icon sign="close" size={12} />
        </button>
      </span>
      <Popover.Portal>
        <Popover.Content className="menu asking" sideOffset={6} align="start">
          <Asking field={field} asked={asked} onSet={onSet} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Add({ fields, asked, onSet }: { fields: FormField[]; asked: Asked; onSet: (name: string, values: Record<string, string | undefined>) => void }): ReactNode {
  const words = useWords();
  const [field, setField] = useState<FormField | null>(null);
  return (
    <Popover.Root onOpenChange={(open) => open && setField(null)}>
      <Popover.Trigger asChild>
        <Button look="plain" sign="filter">
          {words.filter}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="menu asking" sideOffset={6} align="start" aria-label={words.addFilter}>
          {field ? (
            <Asking field={field} asked={asked} onSet={(values) => onSet(field.name, values)} />
          ) : (
            fields.map((one) => (
              <button key={one.name} type="button" className="item" onClick={() => setField(one)}>
                {one.label}
              </button>
            ))
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** What a filter asks for, by the kind of its field. */
function Asking({ field, asked, onSet }: { field: FormField; asked: Asked; onSet: Set }): ReactNode {
  const words = useWords();
  const [first, last] = valuesOf(field, asked);
  if (field.kind === "choice") {
    const chosen = new Set(first?.split(",").filter(Boolean));
    const toggle = (choice: string) => {
      const next = new Set(chosen);
      if (!next.delete(choice)) next.add(choice);
      onSet({ [field.name]: field.choices.filter((one) => next.has(one)).join(",") });
    };
    return field.choices.map((choice) => (
      <label key={choice} className="item">
        <input type="checkbox" checked={chosen.has(choice)} onChange={() => toggle(choice)} />
        {spelled(choice)}
      </label>
    ));
  }
  if (field.kind === "yes_no") {
    return ["", "true", "false"].map((value, place) => (
      <label key={value} className="item">
        <input type="radio" name={field.name} checked={(first ?? "") === value} onChange={() => onSet({ [field.name]: value })} />
        {[words.any, words.yes, words.no][place]}
      </label>
    ));
  }
  if (field.kind === "link") return <AskingLink field={field} chosen={first} onSet={onSet} />;
  if (!isRange(field)) return <Typed label={field.label} value={first ?? ""} onSet={(value) => onSet({ [field.name]: value })} />;
  const [a, b] = [`${field.name}_first`, `${field.name}_last`];
  const type = isByDays(field) ? "date" : "text";
  return (
    <div className="between">
      <Typed label={words.from} type={type} value={first ?? ""} onSet={(value) => onSet({ [a]: value, [b]: last })} />
      <Typed label={words.to} type={type} value={last ?? ""} onSet={(value) => onSet({ [a]: first, [b]: value })} />
    </div>
  );
}

function Typed({ label, value, type = "text", onSet }: { label: string; value: string; type?: string; onSet: (value: string) => void }): ReactNode {
  const words = useWords();
  const [typed, setTyped] = useState(value);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSet(typed.trim());
      }}
    >
      <label className="field">
        <span className="label">{label}</span>
        <input className="input" type={type} value={typed} onChange={(event) => setTyped(event.target.value)} onBlur={() => typed !== value && onSet(typed.trim())} />
      </label>
      <button type="submit" className="unseen" tabIndex={-1}>
        {words.filter}
      </button>
    </form>
  );
}

function AskingLink({ field, chosen, onSet }: { field: FormField; chosen: string | undefined; onSet: Set }): ReactNode {
  const words = useWords();
  const [q, setQ] = useState("");
  const found = useLinked(field, q);
  return (
    <>
      <input className="input" type="search" autoFocus value={q} placeholder={words.search} aria-label={words.search} onChange={(event) => setQ(event.target.value)} />
      {found.map(({ id, title }) => (
        <button key={id} type="button" className="item" aria-selected={id === chosen} onClick={() => onSet({ [field.name]: id })}>
          {title}
        </button>
      ))}
    </>
  );
}

/** Records that a link may lead to, of which a part is as typed. */
export function useLinked(field: FormField, q: string): { id: string; title: string }[] {
  const screen = useScreen(field.entity ?? undefined);
  const searched = screen && fieldsOf(screen.form).some((own) => own.search);
  const query = new URLSearchParams({ limit: "20", ...(q && searched ? { q } : {}), ...(field.only ? { where: field.only } : {}) });
  const found = useQuery({
    queryKey: ["records", screen?.address, "linked", query.toString()],
    queryFn: () => get<Page>(`/v1/${screen?.address}?${query}`),
    enabled: screen !== undefined,
    placeholderData: (before) => before,
  });
  return (found.data?.items ?? []).map((record) => ({ id: record.id, title: nameOf(screen, record) ?? record.id.slice(0, 8) }));
}

/** What a record that is linked to is called. */
export function useNameOf(field: { entity?: string | null | undefined }, id: string | undefined): string | undefined {
  const screen = useScreen(field.entity ?? undefined);
  const title = screen?.title;
  const found = useQuery({
    queryKey: ["records", screen?.address, "name", id],
    queryFn: () => get<Record<string, unknown>>(`/v1/${screen?.address}/${id}?fields=${title}`),
    enabled: Boolean(screen && title && id && !id.includes(",")),
  });
  return nameOf(screen, found.data);
}

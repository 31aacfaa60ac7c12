// What a field is filled in with, by its kind. A value that is taken away is null; one that was never touched is absent.
import { Popover } from "radix-ui";
import { type ReactNode, useState } from "react";

import { api, told } from "../api/client";
import { Icon } from "../design/icons";
import { Field } from "../design/parts";
import { useWords } from "../words";
import { useLinked, useNameOf } from "./Filters";
import { type FormField, isHidden, isWritten, type Money, readWritten, spelled, type Value, written } from "./kinds";
import { clockOf, momentOf, useZone } from "./moments";

interface InputOf {
  field: FormField;
  value: Value;
  fault?: string | undefined;
  /** What the record has already. What is hidden of it stays, unless another value is given. */
  before?: Value;
  /** Whether the person who fills it in may. */
  open: boolean;
  onChange: (value: Value) => void;
}

interface Ids {
  id: string;
  describedBy: string | undefined;
  invalid: boolean;
}

export function Input({ field, value, before, fault, open, onChange }: InputOf): ReactNode {
  const seen = isHidden(value) ? undefined : value;
  const change = (to: Value) => onChange(to === null && isHidden(before) && field.kind !== "secret" ? undefined : to);
  return (
    <Field label={field.label} help={field.help} fault={fault} needed={field.required && open}>
      {(ids) => <Control field={field} value={seen} before={before} ids={ids} open={open} onChange={change} />}
    </Field>
  );
}

interface ControlOf extends Omit<InputOf, "fault"> {
  ids: Ids;
}

const asText = (value: Value): string => (value === null || value === undefined ? "" : typeof value === "object" ? JSON.stringify(value) : String(value));

function Control(own: ControlOf): ReactNode {
  const { field, value, before, ids, open, onChange } = own;
  const words = useWords();
  const common = { id: ids.id, "aria-describedby": ids.describedBy, "aria-invalid": ids.invalid, disabled: !open, placeholder: isHidden(before) ? words.hidden : undefined };
  const typed = (text: string) => onChange(text === "" ? null : text);
  if (isWritten(field.kind)) return <Written {...own} />;
  switch (field.kind) {
    case "long_text":
    case "condition":
      return <textarea {...common} className="input" value={asText(value)} maxLength={field.max_length ?? undefined} onChange={(event) => typed(event.target.value)} />;
    case "yes_no":
      return <YesNo {...own} />;
    case "choice":
      return (
        <select {...common} className="input" value={asText(value)} onChange={(event) => typed(event.target.value)}>
          {(!field.required || !value) && <option value="">{common.placeholder}</option>}
          {field.choices.map((choice) => (
            <option key={choice} value={choice}>
              {spelled(choice)}
            </option>
          ))}
        </select>
      );
    case "integer":
      return <input {...common} className="input figures" inputMode="numeric" value={asText(value)} onChange={(event) => onChange(number(event.target.value))} />;
    case "money":
      return <Amount {...own} />;
    case "link":
      return <Linking {...own} />;
    case "tags":
      return <Several {...own} />;
    case "links":
      return <LinkingSeveral {...own} />;
    case "day":
      return <input {...common} className="input" type="date" value={asText(value)} min={field.first ?? undefined} max={field.last ?? undefined} onChange={(event) => typed(event.target.value)} />;
    case "time":
      return <input {...common} className="input" type="time" value={asText(value).slice(0, 5)} onChange={(event) => typed(event.target.value)} />;
    case "instant":
      return <Moment {...own} />;
    case "file":
    case "picture":
      return <Paper {...own} />;
    case "secret":
      return <Secret {...own} />;
    case "colour":
      return (
        <span className="pair">
          <input {...common} className="input mono" value={asText(value)} onChange={(event) => typed(event.target.value)} />
          <input className="input short" type="color" aria-label={field.label} disabled={!open} value={/^#[0-9a-f]{6}$/i.test(asText(value)) ? asText(value) : "#888888"} onChange={(event) => typed(event.target.value)} />
        </span>
      );
    default: {
      const type = { email: "email", phone: "tel", url: "url" }[field.kind as string] ?? "text";
      const mode = ["decimal", "percent"].includes(field.kind) ? "decimal" : undefined;
      return <input {...common} className="input" type={type} inputMode={mode} maxLength={field.max_length ?? undefined} value={asText(value)} onChange={(event) => typed(event.target.value)} />;
    }
  }
}

/** A whole number as one, and what is none as it was typed: the server says what is wrong with it. */
function number(text: string): Value {
  if (text === "") return null;
  return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
}

/** A moment by the clock of the tenant. */
function Moment({ value, ids, open, onChange }: ControlOf): ReactNode {
  const zone = useZone();
  const [typed, setTyped] = useState(clockOf(asText(value), zone));
  const change = (text: string) => {
    setTyped(text);
    onChange(momentOf(text, zone));
  };
  return <input id={ids.id} className="input" type="datetime-local" disabled={!open} aria-invalid={ids.invalid} aria-describedby={ids.describedBy} value={typed} onChange={(event) => change(event.target.value)} />;
}

/** A secret is never filled in: what is typed takes the place of the one that there is. */
function Secret({ field, value, before, ids, open, onChange }: ControlOf): ReactNode {
  const words = useWords();
  const kept = isHidden(before);
  const gone = kept && value === null;
  return (
    <span className="pair">
      <input id={ids.id} className="input" type="password" autoComplete="new-password" disabled={!open} aria-invalid={ids.invalid} aria-describedby={ids.describedBy} value={asText(value)} placeholder={gone ? words.removed : kept ? words.secretKept : undefined} onChange={(event) => onChange(event.target.value === "" ? undefined : event.target.value)} />
      {kept && !field.required && open && (
        <button type="button" className="button plain icon" aria-label={`${words.remove}: ${field.label}`} aria-pressed={gone} onClick={() => onChange(gone ? undefined : null)}>
          <Icon sign="trash" />
        </button>
      )}
    </span>
  );
}

function YesNo({ field, value, ids, open, onChange }: ControlOf): ReactNode {
  const words = useWords();
  const told = { id: ids.id, disabled: !open, "aria-invalid": ids.invalid, "aria-describedby": ids.describedBy };
  if (field.default === true || field.default === false) {
    return (
      <span className="check">
        <input {...told} type="checkbox" checked={value === true} onChange={(event) => onChange(event.target.checked)} />
      </span>
    );
  }
  const said = typeof value === "boolean";
  return (
    <select {...told} className="input" value={said ? String(value) : ""} onChange={(event) => onChange(event.target.value === "" ? null : event.target.value === "true")}>
      {(!field.required || !said) && <option value="" />}
      <option value="true">{words.yes}</option>
      <option value="false">{words.no}</option>
    </select>
  );
}

function Amount({ field, value, ids, open, onChange }: ControlOf): ReactNode {
  const words = useWords();
  const own = (value ?? {}) as Partial<Money>;
  const currency = own.currency ?? field.currency ?? "";
  const change = (amount: string, of: string) => onChange(amount === "" ? null : { amount, currency: of });
  return (
    <span className="pair">
      <input id={ids.id} className="input figures" inputMode="decimal" disabled={!open} aria-invalid={ids.invalid} aria-describedby={ids.describedBy} value={own.amount ?? ""} onChange={(event) => change(event.target.value, currency)} />
      <input className="input short" aria-label={words.currency} disabled={!open || Boolean(field.currency)} value={currency} maxLength={3} onChange={(event) => change(own.amount ?? "", event.target.value.toUpperCase())} />
    </span>
  );
}

function Linking({ field, value, ids, open, onChange }: ControlOf): ReactNode {
  const words = useWords();
  const [asking, setAsking] = useState(false);
  const [q, setQ] = useState("");
  const name = useNameOf(field, typeof value === "string" ? value : undefined);
  return (
    <Popover.Root open={asking} onOpenChange={setAsking}>
      <span className="pair">
        <Popover.Trigger asChild>
          <button type="button" id={ids.id} className="input choosing" disabled={!open} aria-invalid={ids.invalid} aria-describedby={ids.describedBy}>
            {value ? (name ?? String(value).slice(0, 8)) : <span className="muted">{words.choose}</span>}
            <Icon sign="down" />
          </button>
        </Popover.Trigger>
        {Boolean(value) && open && !field.required && (
          <button type="button" className="button plain icon" aria-label={`${words.clearFilters}: ${field.label}`} onClick={() => onChange(null)}>
            <Icon sign="close" />
          </button>
        )}
      </span>
      <Popover.Content className="menu asking" align="start" sideOffset={4} onCloseAutoFocus={(event) => event.preventDefault()}>
        {asking && <Candidates field={field} q={q} onQ={setQ} chosen={asText(value)} onChoose={(id) => (onChange(id), setAsking(false))} />}
      </Popover.Content>
    </Popover.Root>
  );
}

/** Several records: each goes by its cross, and another one is chosen of those that there are. */
function LinkingSeveral({ field, value, ids, open, onChange }: ControlOf): ReactNode {
  const words = useWords();
  const [asking, setAsking] = useState(false);
  const [q, setQ] = useState("");
  const list = Array.isArray(value) ? value.map(String) : [];
  const add = (id: string) => {
    if (!list.includes(id)) onChange([...list, id]);
    setAsking(false);
  };
  return (
    <Popover.Root open={asking} onOpenChange={setAsking}>
      <span className="several">
        {list.map((id) => (
          <LinkedChip key={id} field={field} id={id} open={open} onRemove={() => onChange(list.filter((one) => one !== id))} />
        ))}
        <Popover.Trigger asChild>
          <button type="button" id={ids.id} className="button" disabled={!open} aria-invalid={ids.invalid} aria-describedby={ids.describedBy}>
            <Icon sign="plus" />
            {words.choose}
          </button>
        </Popover.Trigger>
      </span>
      <Popover.Content className="menu asking" align="start" sideOffset={4} onCloseAutoFocus={(event) => event.preventDefault()}>
        {asking && <Candidates field={field} q={q} onQ={setQ} chosen="" onChoose={add} />}
      </Popover.Content>
    </Popover.Root>
  );
}

function LinkedChip({ field, id, open, onRemove }: { field: FormField; id: string; open: boolean; onRemove: () => void }): ReactNode {
  const words = useWords();
  const name = useNameOf(field, id) ?? id.slice(0, 8);
  return (
    <span className="chip">
      <span>{name}</span>
      <button type="button" disabled={!open} aria-label={`${words.remove}: ${name}`} onClick={onRemove}>
        <Icon sign="close" size={12} />
      </button>
    </span>
  );
}

interface CandidatesOf {
  field: FormField;
  q: string;
  onQ: (q: string) => void;
  chosen: string;
  onChoose: (id: string) => void;
}

function Candidates({ field, q, onQ, chosen, onChoose }: CandidatesOf): ReactNode {
  const words = useWords();
  const found = useLinked(field, q);
  return (
    <>
      <input className="input" type="search" autoFocus value={q} placeholder={words.search} aria-label={words.search} onChange={(event) => onQ(event.target.value)} />
      {found.map(({ id, title }) => (
        <button key={id} type="button" className="item" aria-selected={id === chosen} onClick={() => onChoose(id)}>
          {title}
        </button>
      ))}
      {found.length === 0 && <p className="said">{words.noneFound}</p>}
    </>
  );
}

/** Several words, with commas between them. */
function Several({ value, ids, open, onChange }: ControlOf): ReactNode {
  const list = Array.isArray(value) ? value.map(String) : [];
  const [typed, setTyped] = useState(list.join(", "));
  const change = (text: string) => {
    setTyped(text);
    const words = text.split(",").map((word) => word.trim());
    onChange(words.filter(Boolean));
  };
  return <input id={ids.id} className="input" disabled={!open} aria-invalid={ids.invalid} aria-describedby={ids.describedBy} value={typed} onChange={(event) => change(event.target.value)} />;
}

/** A value with parts, as it is written: what is no JSON stays as it was typed, and is said to be none. */
function Written({ value, ids, open, onChange }: ControlOf): ReactNode {
  const [typed, setTyped] = useState(() => written(value));
  const broken = typeof readWritten(typed) === "string";
  const change = (text: string) => {
    setTyped(text);
    onChange(readWritten(text));
  };
  return <textarea id={ids.id} className="input mono" spellCheck={false} rows={6} disabled={!open} aria-invalid={broken || ids.invalid} aria-describedby={ids.describedBy} value={typed} onChange={(event) => change(event.target.value)} />;
}

/** A file is sent when it is chosen, and named by the record when that is saved. */
function Paper({ field, value, ids, open, onChange }: ControlOf): ReactNode {
  const words = useWords();
  const [name, setName] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const send = async (file: File) => {
    setName(file.name);
    setFault(null);
    const query = { name: file.name };
    const sent = told(
      api.POST("/v1/files", { params: { query }, body: file as unknown as never, bodySerializer: (body: unknown) => body as File, headers: { "content-type": file.type || "application/octet-stream" } }),
    );
    await sent.then(
      (kept) => onChange((kept as { id: string }).id),
      (error: Error) => setFault(error.message),
    );
  };
  return (
    <span className="pair">
      <label className="input choosing">
        <span className={value ? "" : "muted"}>{name ?? (value ? asText(value).slice(0, 8) : words.chooseFile)}</span>
        <Icon sign="file" />
        <input id={ids.id} className="unseen" type="file" aria-invalid={ids.invalid} aria-describedby={ids.describedBy} disabled={!open} accept={field.types.join(",") || (field.kind === "picture" ? "image/*" : undefined)} onChange={(event) => event.target.files?.[0] && void send(event.target.files[0])} />
      </label>
      {fault && <span className="fault">{fault}</span>}
    </span>
  );
}

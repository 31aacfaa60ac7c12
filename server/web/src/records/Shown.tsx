// A value as it is read: in a list, on a record's page, in its history.
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

import { Badge } from "../design/parts";
import { useLanguage } from "../words";
import { useNameOf } from "./Filters";
import { ago, day, decimal, duration, instant, isMoney, money } from "./formats";
import { type At, FileOf } from "./Kept";
import { type FormField, isHidden, isTakenOut, nameOf, type RecordOf, spelled, toneOf, translated, type Value } from "./kinds";
import { useZone } from "./moments";
import { useScreen } from "./screens";

interface ShownOf {
  field: Pick<FormField, "kind" | "name"> & { label?: string; entity?: string | null | undefined; choices?: string[] };
  value: Value;
  /** The record that a link leads to, where it was asked for too. */
  linked?: RecordOf | undefined;
  state?: boolean;
  /** Moments as what has passed since. */
  short?: boolean;
  /** Whose value it is, where files of it are shown. */
  at?: At;
}

export function Shown({ field, value, linked, state = false, short = false, at }: ShownOf): ReactNode {
  const { language, words } = useLanguage();
  const zone = useZone();
  if (value === null || value === undefined || value === "") return <span className="muted">–</span>;
  if (isHidden(value)) return <span className="muted" title={words.hidden}>•••</span>;
  if (isTakenOut(value)) return <span className="muted">{words.takenOut}</span>;
  if (isMoney(value)) return <span className="figures">{money(value, language)}</span>;
  const text = String(value);
  switch (field.kind) {
    case "choice":
      return state ? <Badge tone={toneOf(text)}>{spelled(text)}</Badge> : toneOf(text) === "plain" ? spelled(text) : <Badge tone={toneOf(text)}>{spelled(text)}</Badge>;
    case "yes_no":
      return value ? words.yes : words.no;
    case "integer":
    case "decimal":
      return <span className="figures">{decimal(text, language)}</span>;
    case "percent":
      return <span className="figures">{decimal(text, language)} %</span>;
    case "day":
      return <time dateTime={text}>{day(text, language)}</time>;
    case "instant":
      return (
        <time dateTime={text} title={instant(text, language, zone)}>
          {short ? ago(text, language) : instant(text, language, zone)}
        </time>
      );
    case "duration":
      return duration(text);
    case "email":
      return <a className="out" href={`mailto:${text}`}>{text}</a>;
    case "url":
      return <a className="out" href={/^https?:/i.test(text) ? text : undefined} rel="noreferrer noopener" target="_blank">{text}</a>;
    case "colour":
      return <span className="mono">{text}</span>;
    case "link":
      return <Linked entity={field.entity} id={text} record={linked} />;
    case "links":
      return <span className="several">{(Array.isArray(value) ? value : [value]).map((one) => <NamedLink key={String(one)} entity={field.entity} id={String(one)} />)}</span>;
    case "tags":
    case "gathered":
      return <>{(Array.isArray(value) ? value : [value]).map((one) => <Badge key={String(one)}>{String(one)}</Badge>)}</>;
    case "translated_text":
      return typeof value === "object" ? translated(value as Record<string, string>, language) : text;
    case "file":
    case "picture":
      return at ? <FileOf at={at} field={field} file={text} /> : words.file;
    case "zone":
    case "ip_address":
      return <span className="mono">{text}</span>;
    default:
      return typeof value === "object" ? <code className="mono">{JSON.stringify(value)}</code> : text;
  }
}

/** One of several that are linked to: what it is called is asked for by itself. */
function NamedLink({ entity, id }: { entity: string | null | undefined; id: string }): ReactNode {
  const screen = useScreen(entity ?? undefined);
  const name = useNameOf({ entity }, id);
  return <Linked entity={entity} id={id} record={name !== undefined && screen?.title ? { id, [screen.title]: name } : undefined} />;
}

function Linked({ entity, id, record }: { entity: string | null | undefined; id: string; record: RecordOf | undefined }): ReactNode {
  const screen = useScreen(entity ?? undefined);
  const text = nameOf(screen, record) ?? id.slice(0, 8);
  if (!screen) return <span className="mono">{text}</span>;
  return (
    <Link className="out" to="/r/$address/$id" params={{ address: screen.address, id }}>
      {text}
    </Link>
  );
}

// One record: what it says, its life with what may happen next, what links to it, and what has happened.
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";

import { type Answered, api, ask, get, saveAs, told } from "../api/client";
import { useSession } from "../api/session";
import { Icon } from "../design/icons";
import { Badge, Button, Dialog, Heading, More, Waiting, Wrong } from "../design/parts";
import { tell } from "../design/told";
import { useLanguage, useWords } from "../words";
import { useEditing } from "./editing";
import { ago, instant } from "./formats";
import { refresh } from "./fresh";
import { Happen } from "./Happen";
import { Revealed } from "./Kept";
import { fieldOf, fieldsOf, type Form, isHidden, nameOf, type RecordOf, type Screen, spelled, toneOf } from "./kinds";
import { LifePicture } from "./LifePicture";
import { useZone } from "./moments";
import { RecordForm } from "./RecordForm";
import { useScreens } from "./screens";
import { Shown } from "./Shown";

export function useRecord(screen: Screen, id: string) {
  const tenant = useSession()?.tenant ?? null;
  const links = fieldsOf(screen.form).filter((field) => field.kind === "link").map((field) => field.name).slice(0, 10);
  const query = links.length > 0 ? `?expand=${links.join(",")}` : "";
  return useQuery({
    queryKey: ["records", tenant, screen.address, id],
    queryFn: () => get<RecordOf & { expanded?: Record<string, Record<string, RecordOf>> }>(`/v1/${screen.address}/${id}${query}`),
  });
}

function useForm(screen: Screen, id: string) {
  const tenant = useSession()?.tenant ?? null;
  return useQuery({ queryKey: ["records", tenant, screen.address, id, "form"], queryFn: () => get<Form>(`/v1/${screen.address}/${id}/form`) });
}

export function titleOf(screen: Screen, record: RecordOf): string {
  return nameOf(screen, record) ?? `${screen.form.label} ${record.id.slice(0, 8)}`;
}

export function RecordPage({ screen, id, editing }: { screen: Screen; id: string; editing: boolean }): ReactNode {
  const words = useWords();
  const navigate = useNavigate();
  const record = useRecord(screen, id);
  const form = useForm(screen, id);
  const missing = record.data ? form : record;
  if (!record.data || !form.data) {
    if (!missing.error) return <Waiting lines={10} />;
    return (
      <>
        <header className="page-head">
          <Heading title={screen.form.label} />
        </header>
        <Wrong error={missing.error} again={() => void missing.refetch()} />
      </>
    );
  }
  const edit = (on: boolean) => void navigate({ to: "/r/$address/$id", params: { address: screen.address, id }, search: on ? { edit: true } : {} });
  const state = screen.life ? String(record.data[screen.life.field] ?? "") : "";
  return (
    <article className="record">
      <header className="page-head">
        <div>
          <nav className="crumbs" aria-label={screen.several}>
            <Link to="/r/$address" params={{ address: screen.address }}>
              {screen.several}
            </Link>
            <Icon sign="forth" size={12} />
          </nav>
          <Heading title={titleOf(screen, record.data)}>
            {titleOf(screen, record.data)} {state && <Badge tone={toneOf(state)}>{screen.life?.states.find((own) => own.name === state)?.label ?? spelled(state)}</Badge>}
          </Heading>
        </div>
        {!editing && <Acts screen={screen} form={form.data} record={record.data} onEdit={() => edit(true)} />}
      </header>
      {editing ? (
        <Edited screen={screen} form={form.data} id={id} onDone={() => edit(false)} />
      ) : (
        <div className="record-parts">
          <div className="column">
            {screen.life && state && (
              <section className="card" aria-label={words.life}>
                <LifePicture life={screen.life} state={state} label={words.life} />
                <div className="inside line-above">
                  <Happen screen={screen} form={form.data} record={record.data} />
                </div>
              </section>
            )}
            <Details screen={screen} form={form.data} record={record.data} />
            <Referring screen={screen} record={record.data} />
          </div>
          <History screen={screen} record={record.data} />
        </div>
      )}
    </article>
  );
}

interface EditedOf {
  screen: Screen;
  form: Form;
  onDone: () => void;
}

/** The record as it is when somebody begins to edit it, and nothing that comes later until they meet it. */
function Edited({ id, ...rest }: EditedOf & { id: string }): ReactNode {
  const begun = useQuery({
    queryKey: ["editing", rest.screen.address, id],
    queryFn: () => ask<RecordOf>("GET", `/v1/${rest.screen.address}/${id}`),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (begun.error && !begun.data) return <Wrong error={begun.error} again={() => void begun.refetch()} />;
  return begun.data ? <Editor answered={begun.data} {...rest} /> : <Waiting lines={10} />;
}

const secretsOf = (form: Form): string[] => fieldsOf(form).filter((field) => field.kind === "secret").map((field) => field.name);

function Editor({ answered, screen, form, onDone }: EditedOf & { answered: Answered<RecordOf> }): ReactNode {
  const words = useWords();
  const client = useQueryClient();
  const editing = useEditing({ address: screen.address, answered, secrets: secretsOf(form) });
  const save = async () => {
    if (!(await editing.save())) return;
    await refresh(client);
    tell(words.saved);
    onDone();
  };
  const cancel = () => {
    editing.discard();
    onDone();
  };
  return <RecordForm form={form} editing={editing} isNew={false} onSave={() => void save()} onCancel={cancel} />;
}

function Acts({ screen, form, record, onEdit }: { screen: Screen; form: Form; record: RecordOf; onEdit: () => void }): ReactNode {
  const words = useWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [leaving, setLeaving] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [going, setGoing] = useState(false);
  const isDeleted = Boolean(record.deleted_at);
  const restore = async () => {
    setGoing(true);
    await ask("POST", `/v1/${screen.address}/${record.id}/restore`, {}).then(
      () => tell(words.restored),
      (refused: Error) => tell(refused.message),
    );
    setGoing(false);
    await refresh(client);
  };
  const remove = async () => {
    setGoing(true);
    try {
      await ask("DELETE", `/v1/${screen.address}/${record.id}`);
    } catch (refused) {
      setGoing(false);
      return setError(refused);
    }
    await navigate({ to: "/r/$address", params: { address: screen.address } });
    await refresh(client);
    tell(words.removed, screen.restores ? { label: words.undo, act: () => void restore() } : undefined);
  };
  return (
    <div className="acts">
      {screen.documents
        .filter((document) => !document.list)
        .map((document) => (
          <Button key={document.name} look="plain" sign="file" onClick={() => void saveAs(`${document.name}.pdf`, `/v1/${screen.address}/${record.id}/documents/${document.name}`).catch((refused: Error) => tell(refused.message))}>
            {document.label}
          </Button>
        ))}
      {isDeleted && <Button disabled={going} onClick={() => void restore()}>{words.restore}</Button>}
      {form.can_delete && !screen.native && !isDeleted && <Button look="plain" sign="trash" said={words.remove} onClick={() => setLeaving(true)} />}
      {form.can_write && !isDeleted && (
        <Button sign="edit" onClick={onEdit} data-edit>
          {words.edit}
        </Button>
      )}
      {leaving && (
        <Dialog title={words.confirmDelete(titleOf(screen, record))} onClose={() => !going && setLeaving(false)}>
          <div className="body">
            <p>{screen.restores ? words.confirmDeleteHelp : words.confirmDeleteForGood}</p>
            {error !== null && <Wrong error={error} />}
            <footer>
              <Button disabled={going} onClick={() => setLeaving(false)}>{words.cancel}</Button>
              <Button look="danger" disabled={going} onClick={() => void remove()}>
                {words.remove}
              </Button>
            </footer>
          </div>
        </Dialog>
      )}
    </div>
  );
}

function Details({ screen, form, record }: { screen: Screen; form: Form; record: RecordOf & { expanded?: Record<string, Record<string, RecordOf>> } }): ReactNode {
  const words = useWords();
  const { language } = useLanguage();
  const zone = useZone();
  const at = { address: screen.address, id: record.id };
  return (
    <section className="card" aria-label={words.details}>
      {form.groups.map((group, place) => (
        <div key={place} className="inside group">
          {group.label && <h2>{group.label}</h2>}
          <dl className="details">
            {group.fields.map((field) => (
              <div key={field.name} className={field.kind === "long_text" ? "whole" : ""}>
                <dt>{field.label}</dt>
                <dd className={field.kind === "long_text" ? "long" : ""}>
                  {field.revealable && isHidden(record[field.name]) ? (
                    <Revealed at={at} field={field} />
                  ) : (
                    <Shown field={field} value={record[field.name]} linked={record.expanded?.[field.name]?.[String(record[field.name])]} state={field.name === screen.life?.field} at={at} />
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
      <p className="inside stamps muted">
        {typeof record.created_at === "string" && `${words.made} ${instant(record.created_at, language, zone)}`}
        {typeof record.updated_at === "string" && record.updated_at !== record.created_at && ` · ${words.changed} ${ago(record.updated_at, language)}`}
      </p>
    </section>
  );
}

/** What links to the record, by entity and field, with how many there are. */
function Referring({ screen, record }: { screen: Screen; record: RecordOf }): ReactNode {
  const screens = useScreens().data ?? [];
  const links = screens.filter((other) => !other.series).flatMap((other) => fieldsOf(other.form).filter((field) => field.kind === "link" && field.entity === screen.name && field.filter).map((field) => ({ other, field })));
  if (links.length === 0) return null;
  return (
    <section className="referring">
      {links.map(({ other, field }) => (
        <Count key={`${other.name}.${field.name}`} other={other} field={field.name} label={field.label} id={record.id} several={links.filter((link) => link.other === other).length > 1} />
      ))}
    </section>
  );
}

function Count({ other, field, label, id, several }: { other: Screen; field: string; label: string; id: string; several: boolean }): ReactNode {
  const found = useQuery({
    queryKey: ["records", other.address, "count", field, id],
    queryFn: () => get<{ total: number }>(`/v1/${other.address}?${field}=${id}&limit=1&total=true&fields=${other.title ?? "created_at"}`),
  });
  return (
    <Link className="card count" to="/r/$address" params={{ address: other.address }} search={{ filters: { [field]: id } }}>
      <span className="muted">{several ? `${other.several} (${label})` : other.several}</span>
      <strong className="figures">{found.data?.total ?? "…"}</strong>
    </Link>
  );
}

interface Entry {
  id?: string;
  action: string;
  at: string;
  actor?: string | { name?: string; id?: string } | null;
  actor_name?: string | null;
  changes?: { field?: string; path?: string; before?: unknown; after?: unknown }[];
}

function History({ screen, record }: { screen: Screen; record: RecordOf }): ReactNode {
  const words = useWords();
  const { language } = useLanguage();
  const zone = useZone();
  const tenant = useSession()?.tenant ?? null;
  const members = useQuery({ queryKey: ["members", tenant], queryFn: async () => (await told(api.GET("/v1/members"))).items, retry: false, staleTime: 60_000 });
  const history = useInfiniteQuery({
    queryKey: ["records", tenant, screen.address, record.id, "history", record.version],
    initialPageParam: "",
    queryFn: ({ pageParam }) => get<{ items: Entry[]; next_cursor?: string | null }>(`/v1/${screen.address}/${record.id}/history${pageParam && `?cursor=${encodeURIComponent(pageParam)}`}`),
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    enabled: !screen.series,
  });
  const entries = history.data?.pages.flatMap((page) => page.items) ?? [];
  const nameOf = (entry: Entry): string => {
    const id = typeof entry.actor === "string" ? entry.actor : entry.actor?.id;
    return members.data?.find((one) => one.account === id)?.name ?? id ?? "";
  };
  return (
    <aside className="history" aria-label={words.history}>
      <h2>{words.history}</h2>
      {history.error && !history.isFetchNextPageError && <Wrong error={history.error} />}
      {history.data && entries.length === 0 && <p className="muted">{words.noHistory}</p>}
      <ol>
        {entries.map((entry, place) => (
          <li key={entry.id ?? place}>
            <p>
              <strong>{spelled(entry.action.split(":").pop() ?? entry.action)}</strong> <span className="muted">{nameOf(entry) && `${words.by} ${nameOf(entry)}`}</span>
            </p>
            <time className="muted" dateTime={entry.at} title={instant(entry.at, language, zone)}>
              {ago(entry.at, language)}
            </time>
            <ul className="diffs">
              {(entry.changes ?? []).map((change) => {
                const name = change.field ?? change.path?.slice(1) ?? "";
                const field = fieldOf(screen.form, name);
                if (!field) return null;
                return (
                  <li key={name}>
                    <span className="muted">{field.label}</span>{" "}
                    {change.before !== undefined && change.before !== null && (
                      <>
                        <del>
                          <Shown field={field} value={change.before} />
                        </del>
                        {" → "}
                      </>
                    )}
                    <Shown field={field} value={change.after} />
                  </li>
                );
              })}
            </ul>
          </li>
        ))}
      </ol>
      <More of={history} />
    </aside>
  );
}

export function NewRecord({ screen, initial }: { screen: Screen; initial: Record<string, unknown> }): ReactNode {
  const words = useWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const editing = useEditing({ address: screen.address, answered: null, secrets: secretsOf(screen.form), initial });
  const back = () => void navigate({ to: "/r/$address", params: { address: screen.address } });
  const save = async () => {
    const kept = await editing.save();
    if (!kept) return;
    await refresh(client);
    await navigate({ to: "/r/$address/$id", params: { address: screen.address, id: kept.id } });
  };
  const cancel = () => {
    editing.discard();
    back();
  };
  return (
    <article className="record">
      <header className="page-head">
        <Heading title={words.newOf(screen.form.label)} />
      </header>
      <RecordForm form={screen.form} editing={editing} isNew onSave={() => void save()} onCancel={cancel} />
    </article>
  );
}

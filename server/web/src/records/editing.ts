// What somebody is changing: only what they touched is sent, kept through a reload, and joined with what others did meanwhile.
import { useEffect, useRef, useState } from "react";

import { type Answered, ask, freshKey } from "../api/client";
import { Problem } from "../api/problem";
import { useSession } from "../api/session";
import { useMe } from "../shell/tenants";
import { type Changes, type Clash, joined, same } from "./joined";
import type { RecordOf, Value } from "./kinds";

export interface Draft {
  /** The record of which the changes are, and its tag; nothing of a new one. */
  base: RecordOf | null;
  etag: string | null;
  changes: Changes;
  clashes: Clash[];
  /** Whether somebody else has changed it while it was edited. */
  met: boolean;
  /** By which the server knows a new record again that it has made already. */
  key: string;
}

/** The draft over the record as another has left it. */
export function met(draft: Draft, theirs: RecordOf, etag: string | null): Draft {
  if (!draft.base) return draft;
  const next = joined(draft.base, theirs, draft.changes);
  const open = draft.clashes.filter(({ field }) => field in next.changes && !next.clashes.some((one) => one.field === field));
  const clashes = [...next.clashes, ...open.map(({ field }) => ({ field, theirs: theirs[field] }))];
  return { ...draft, base: theirs, etag, changes: next.changes, clashes, met: true };
}

/** What somebody begins with, or goes on with where they left something. */
export function begun(left: Draft | null, answered: Answered<RecordOf> | null, initial: Changes = {}): Draft {
  if (!left) return { base: answered?.body ?? null, etag: answered?.etag ?? null, changes: initial, clashes: [], met: false, key: freshKey() };
  return answered && answered.etag !== left.etag ? met(left, answered.body, answered.etag) : left;
}

/** A draft as it is kept: without secrets; nothing where nothing is left. */
export function keepable(draft: Draft, secrets: string[]): Draft | null {
  const changes = Object.fromEntries(Object.entries(draft.changes).filter(([field]) => !secrets.includes(field)));
  return Object.keys(changes).length > 0 ? { ...draft, changes } : null;
}

function leftBy(key: string): Draft | null {
  try {
    const left = JSON.parse(sessionStorage.getItem(key) ?? "null") as Draft | null;
    return left?.key ? left : null;
  } catch {
    return null;
  }
}

export interface Editing {
  /** The record with the changes over it. */
  value: (field: string) => Value;
  /** The record without them. */
  before: (field: string) => Value;
  changes: Changes;
  clashes: Clash[];
  met: boolean;
  /** Whether the changes are from before the page was loaded. */
  found: boolean;
  error: unknown;
  saving: boolean;
  /** Another number each time that values have changed otherwise than by being typed. */
  round: number;
  /** Nothing leaves a field as it was. */
  set: (field: string, value: Value) => void;
  settle: (field: string, theirs: boolean) => void;
  discard: () => void;
  save: () => Promise<RecordOf | null>;
}

interface EditingOf {
  address: string;
  /** The record as it was answered, with its tag; nothing of a new one. */
  answered: Answered<RecordOf> | null;
  /** The fields that are kept nowhere. */
  secrets: string[];
  initial?: Changes;
}

export function useEditing({ address, answered, secrets, initial }: EditingOf): Editing {
  const [account, tenant] = [useMe().data?.account.id, useSession()?.tenant];
  const place = `ratebook.draft/${account}/${tenant}/${address}/${answered?.body.id ?? "new"}`;
  const [left] = useState(() => leftBy(place));
  const [draft, setDraft] = useState(() => begun(left, answered, initial));
  const [round, setRound] = useState(0);
  const [error, setError] = useState<unknown>(null);
  const [saving, setSaving] = useState(false);
  const going = useRef(false);
  const { base, changes } = draft;
  const isChanged = Object.keys(changes).length > 0;

  useEffect(() => {
    const kept = keepable(draft, secrets);
    if (kept) sessionStorage.setItem(place, JSON.stringify(kept));
    else sessionStorage.removeItem(place);
  });

  // Leaving with changes is asked about by the browser.
  useEffect(() => {
    if (!isChanged) return;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", stay);
    return () => removeEventListener("beforeunload", stay);
  }, [isChanged]);

  const turn = (to: (before: Draft) => Draft) => {
    setDraft(to);
    setRound((before) => before + 1);
  };
  const before = (field: string): Value => base?.[field];
  const value = (field: string): Value => (field in changes ? changes[field] : before(field));
  const set = (field: string, to: Value) => {
    setDraft((was) => {
      const { [field]: _, ...rest } = was.changes;
      const asBefore = to === undefined || (was.base !== null && same(to, was.base[field]));
      return { ...was, changes: asBefore ? rest : { ...rest, [field]: to } };
    });
  };
  const settle = (field: string, theirs: boolean) => {
    if (theirs) set(field, undefined);
    turn((was) => ({ ...was, clashes: was.clashes.filter((one) => one.field !== field) }));
  };
  const discard = () => {
    sessionStorage.removeItem(place);
    turn((was) => ({ ...was, changes: {}, clashes: [], met: false }));
    setError(null);
  };

  const meet = async (): Promise<void> => {
    const { body, etag } = await ask<RecordOf>("GET", `/v1/${address}/${base?.id}`);
    turn((was) => met(was, body, etag));
  };

  const save = async (): Promise<RecordOf | null> => {
    if (going.current) return null;
    going.current = true;
    setSaving(true);
    setError(null);
    try {
      const match: HeadersInit = { "content-type": "application/merge-patch+json", ...(draft.etag ? { "if-match": draft.etag } : {}) };
      const kept = base
        ? await ask<RecordOf>("PATCH", `/v1/${address}/${base.id}`, changes, match)
        : await ask<RecordOf>("POST", `/v1/${address}`, changes, { "idempotency-key": draft.key });
      sessionStorage.removeItem(place);
      setDraft(begun(null, base ? kept : null));
      return kept.body;
    } catch (refused) {
      if (base && refused instanceof Problem && refused.status === 412) await meet().catch(setError);
      else setError(refused);
      return null;
    } finally {
      going.current = false;
      setSaving(false);
    }
  };
  return { value, before, changes, clashes: draft.clashes, met: draft.met, found: left !== null && isChanged, error, saving, round, set, settle, discard, save };
}

// What the tenant sets of its pack: drawn as the fields of a record are, and changed alone where somebody changed it.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";

import { type Answered, ask } from "../api/client";
import { Problem } from "../api/problem";
import { useSession } from "../api/session";
import { Button, Empty, useFirstFault, Waiting, Wrong } from "../design/parts";
import { tell } from "../design/told";
import { Input } from "../records/Input";
import type { FormField, Value } from "../records/kinds";
import { useWords } from "../words";

interface Setting {
  name: string;
  value: Value;
  whence: string | null;
  form: FormField;
}

export function Settings(): ReactNode {
  const words = useWords();
  const tenant = useSession()?.tenant ?? null;
  const asked = useQuery({ queryKey: ["manage", tenant, "settings"], queryFn: () => ask<{ items: Setting[] }>("GET", "/v1/settings"), refetchOnWindowFocus: false });
  if (asked.error && !asked.data) return <Wrong error={asked.error} again={() => void asked.refetch()} />;
  if (!asked.data) return <Waiting />;
  if (asked.data.body.items.length === 0) return <Empty title={words.nothingHere} />;
  return <Edited key={asked.dataUpdatedAt} answered={asked.data} />;
}

function Edited({ answered }: { answered: Answered<{ items: Setting[] }> }): ReactNode {
  const words = useWords();
  const client = useQueryClient();
  const [changes, setChanges] = useState<Record<string, Value>>({});
  const [error, setError] = useState<unknown>(null);
  const [saving, setSaving] = useState(false);
  const element = useFirstFault<HTMLFormElement>(error);
  const problem = error instanceof Problem ? error : null;
  const set = (name: string, value: Value) => {
    const { [name]: _, ...rest } = changes;
    setChanges(value === undefined ? rest : { ...rest, [name]: value });
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (saving) return;
    setSaving(true);
    try {
      await ask("PATCH", "/v1/settings", changes, { "content-type": "application/merge-patch+json", ...(answered.etag ? { "if-match": answered.etag } : {}) });
      tell(words.saved);
      await client.invalidateQueries({ queryKey: ["manage"] });
    } catch (refused) {
      setError(refused);
    }
    setSaving(false);
  };
  const { items } = answered.body;
  const placed = problem?.errors.some((fault) => items.some(({ name }) => fault.path.split("/").includes(name)));
  return (
    <form ref={element} className="record-form" noValidate onSubmit={(event) => void save(event)}>
      {error !== null && !placed && <Wrong error={error} />}
      <fieldset disabled={saving}>
        {items.map(({ name, value, whence, form }) => (
          <div key={name}>
            <Input field={form} value={name in changes ? changes[name] : value} before={value} fault={problem?.at(`/change/${name}`) ?? problem?.at(`/${name}`)} open={form.writable} onChange={(to) => set(name, to)} />
            {whence === "tenant" && !(name in changes) && form.writable && (
              <Button look="plain" onClick={() => set(name, null)}>
                {words.asUsual}
              </Button>
            )}
          </div>
        ))}
      </fieldset>
      <footer className="form-foot">
        <Button look="main" type="submit" disabled={saving || Object.keys(changes).length === 0}>
          {words.save}
        </Button>
      </footer>
    </form>
  );
}

// The form of a record, or of a new one: groups of fields as the pack has them, with what is wrong at its place.
import type { FormEvent, ReactNode } from "react";

import { Problem } from "../api/problem";
import { Button, useFirstFault, Wrong } from "../design/parts";
import { useWords } from "../words";
import type { Editing } from "./editing";
import { Input } from "./Input";
import type { Form } from "./kinds";
import { Shown } from "./Shown";

interface RecordFormOf {
  form: Form;
  editing: Editing;
  isNew: boolean;
  onSave: () => void;
  onCancel: () => void;
}

export function RecordForm({ form, editing, isNew, onSave, onCancel }: RecordFormOf): ReactNode {
  const words = useWords();
  const element = useFirstFault<HTMLFormElement>(editing.error);
  const problem = editing.error instanceof Problem ? editing.error : null;
  const groups = form.groups
    .map((group) => ({ ...group, fields: group.fields.filter((field) => field.writable) }))
    .filter((group) => group.fields.length > 0);
  const names = new Set(groups.flatMap((group) => group.fields.map((field) => field.name)));
  const elsewhere = problem?.errors.filter((fault) => !names.has(fault.path.split("/")[1] ?? "")) ?? [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave();
  };
  return (
    <form ref={element} className="record-form" noValidate onSubmit={submit}>
      {editing.found && !editing.met && <p className="notice">{words.keptDraft}</p>}
      {editing.met && <p className="notice warn">{words.changedMeanwhile}</p>}
      {editing.error !== null && (!problem || elsewhere.length > 0 || problem.errors.length === 0) && <Wrong error={elsewhere.length > 0 ? new Error(elsewhere.map((fault) => fault.message).join("; ")) : editing.error} />}
      {groups.map((group, place) => (
        <fieldset key={place} disabled={editing.saving}>
          {group.label && <legend>{group.label}</legend>}
          {group.fields.map((field) => {
            const clash = editing.clashes.find((one) => one.field === field.name);
            return (
              <div key={field.name} className={["long_text", "rows", "translated_text"].includes(field.kind) ? "whole" : ""}>
                <Input key={editing.round} field={field} value={editing.value(field.name) ?? (isNew && !(field.name in editing.changes) ? field.default : undefined)} before={editing.before(field.name)} fault={problem?.at(`/${field.name}`)} open onChange={(value) => editing.set(field.name, value)} />
                {clash && (
                  <div className="clash">
                    <span>
                      {words.bothChanged} <Shown field={field} value={clash.theirs} />
                    </span>
                    <Button look="plain" onClick={() => editing.settle(field.name, true)}>
                      {words.useTheirs}
                    </Button>
                  </div>
                )}
              </div>
            );
          })}
        </fieldset>
      ))}
      <footer className="form-foot">
        {Object.keys(editing.changes).length > 0 && <span className="muted">{words.unsaved}</span>}
        <Button disabled={editing.saving} onClick={onCancel}>{words.cancel}</Button>
        <Button look="main" type="submit" disabled={editing.saving}>
          {isNew ? words.create : words.save}
        </Button>
      </footer>
    </form>
  );
}

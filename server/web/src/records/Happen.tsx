// What may happen to a record now: a button for each event, and why the others are closed.
import { useQueryClient } from "@tanstack/react-query";
import { Tooltip } from "radix-ui";
import { type FormEvent as Submit, type ReactNode, useRef, useState } from "react";

import { ask, freshKey } from "../api/client";
import { Problem } from "../api/problem";
import { Button, Dialog, useFirstFault, Wrong } from "../design/parts";
import { tell } from "../design/told";
import { useWords } from "../words";
import { refresh } from "./fresh";
import { Input } from "./Input";
import { type Form, type FormEvent, type FormField, fieldOf, type RecordOf, type Screen, spelled, type Value } from "./kinds";

interface HappenOf {
  screen: Screen;
  form: Form;
  record: RecordOf;
}

export function Happen({ screen, form, record }: HappenOf): ReactNode {
  const words = useWords();
  const [asking, setAsking] = useState<FormEvent | null>(null);
  const { fire, going } = useFire(screen);
  const press = (event: FormEvent) => {
    if (event.requires.length > 0) setAsking(event);
    else void fire(record.id, event.name, {}).catch((error: unknown) => tell(error instanceof Error ? error.message : String(error)));
  };
  if (form.events.length === 0) return <p className="muted">{words.nothingPossible}</p>;
  const ordered = [...form.events].sort((a, b) => Number(b.possible) - Number(a.possible));
  return (
    <div className="events">
      {ordered.map((event) =>
        event.possible ? (
          <Button key={event.name} disabled={going} onClick={() => press(event)}>
            {event.label}
          </Button>
        ) : (
          <Closed key={event.name} event={event} />
        ),
      )}
      {asking && <Asking event={asking} form={form} onClose={() => setAsking(null)} onGive={(given) => fire(record.id, asking.name, given)} />}
    </div>
  );
}

/** Why it cannot happen is told to whoever points at it, and to whoever comes by keyboard. */
function Closed({ event }: { event: FormEvent }): ReactNode {
  return (
    <Tooltip.Root delayDuration={150}>
      <Tooltip.Trigger asChild>
        <button type="button" className="button closed" aria-disabled="true">
          {event.label}
        </button>
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className="menu tip" sideOffset={6}>
          {event.reasons.map((reason) => (
            <p key={reason.message}>{reason.message}</p>
          ))}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}

type Fire = (id: string, event: string, given: Record<string, Value>) => Promise<void>;

/** One thing happens at a time. What nobody answered has the same key when it is tried again, so that it happens once. */
export function useFire(screen: Screen): { fire: Fire; going: boolean } {
  const client = useQueryClient();
  const [going, setGoing] = useState(false);
  const busy = useRef(false);
  const keys = useRef(new Map<string, string>());
  const fire: Fire = async (id, event, given) => {
    if (busy.current) return;
    busy.current = true;
    setGoing(true);
    const address = `/v1/${screen.address}/${id}/${event.replaceAll("_", "-")}`;
    const key = keys.current.get(address) ?? freshKey();
    keys.current.set(address, key);
    try {
      await ask("POST", address, given, { "idempotency-key": key });
      keys.current.delete(address);
    } catch (error) {
      if (error instanceof Problem && error.status < 500) keys.current.delete(address);
      throw error;
    } finally {
      busy.current = false;
      setGoing(false);
    }
    await refresh(client);
  };
  return { fire, going };
}

interface AskingOf {
  event: Pick<FormEvent, "label" | "requires">;
  form: Form;
  onClose: () => void;
  onGive: (given: Record<string, Value>) => Promise<void>;
}

/** What has to be given with an event, asked for before it happens. */
export function Asking({ event, form, onClose, onGive }: AskingOf): ReactNode {
  const words = useWords();
  const [given, setGiven] = useState<Record<string, Value>>({});
  const [error, setError] = useState<unknown>(null);
  const [going, setGoing] = useState(false);
  const element = useFirstFault<HTMLFormElement>(error);
  const problem = error instanceof Problem ? error : null;
  const submit = (sent: Submit) => {
    sent.preventDefault();
    if (going) return;
    setGoing(true);
    onGive(given).then(onClose, (refused: unknown) => {
      setGoing(false);
      setError(refused);
    });
  };
  return (
    <Dialog title={event.label} onClose={() => !going && onClose()}>
      <form ref={element} onSubmit={submit} noValidate>
        {error !== null && !problem?.errors.some((fault) => event.requires.includes(fault.path.split("/").pop() ?? "")) && <Wrong error={error} />}
        <fieldset className="bare" disabled={going}>
          {event.requires.map((name) => {
            const field = fieldOf(form, name) ?? plain(name);
            const fault = problem?.errors.find((one) => one.path.split("/").pop() === name)?.message;
            return <Input key={name} field={{ ...field, required: true }} value={given[name]} fault={fault} open onChange={(value) => setGiven((before) => ({ ...before, [name]: value }))} />;
          })}
        </fieldset>
        <footer>
          <Button disabled={going} onClick={onClose}>
            {words.cancel}
          </Button>
          <Button look="main" type="submit" disabled={going}>
            {event.label}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

/** What no field of the record is: a text. */
const plain = (name: string): FormField =>
  ({ name, label: spelled(name), help: null, kind: "text", required: true, writable: true, unique: false, filter: false, sort: false, search: false, default: null, choices: [], types: [] }) as unknown as FormField;

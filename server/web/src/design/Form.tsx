// A small form: what is asked for, what is wrong with it at its place, and closed while it is under way.
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useId } from "react";

import { Problem } from "../api/problem";
import { Button, Field, useFirstFault, Wrong } from "./parts";

export interface AskedFor {
  name: string;
  label: string;
  type?: "text" | "email" | "password" | "url";
  complete?: string;
  help?: string | null;
  initial?: string | undefined;
  optional?: boolean;
  /** One of these, each with what people read. */
  choices?: readonly (readonly [string, string])[];
  /** Any, such as one of these. */
  such?: string[];
}

interface FormOf {
  asked: AskedFor[];
  does: string;
  /** Refused where it throws. */
  act: (given: Record<string, string>) => Promise<unknown>;
  children?: ReactNode;
}

export function Form({ asked, does, act, children }: FormOf): ReactNode {
  const send = useMutation({ mutationFn: act });
  const { error } = send;
  const element = useFirstFault<HTMLFormElement>(error);
  const problem = error instanceof Problem ? error : null;
  const placed = problem?.errors.some((fault) => asked.some(({ name }) => placeOf(fault.path) === name));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (send.isPending) return;
    const form = new FormData(event.currentTarget);
    const text = ({ name, type }: AskedFor) => (type === "password" ? String(form.get(name) ?? "") : String(form.get(name) ?? "").trim());
    send.mutate(Object.fromEntries(asked.map((one) => [one.name, text(one)])));
  };
  return (
    <form ref={element} onSubmit={submit} noValidate>
      {error && !placed && <Wrong error={error} />}
      <fieldset className="bare" disabled={send.isPending}>
        {asked.map((one) => {
          const fault = problem?.errors.filter(({ path }) => placeOf(path) === one.name).map(({ message }) => message);
          return <Ask key={one.name} asked={one} needed={!one.optional && asked.some((other) => other.optional)} fault={fault?.join("; ") || undefined} />;
        })}
      </fieldset>
      <footer>
        {children}
        <Button look="main" type="submit" disabled={send.isPending}>
          {does}
        </Button>
      </footer>
    </form>
  );
}

const placeOf = (path: string): string => path.split("/").filter((part) => !/^\d*$/.test(part)).pop() ?? "";

function Ask({ asked, needed, fault }: { asked: AskedFor; needed: boolean; fault: string | undefined }): ReactNode {
  const { name, label, type = "text", complete = "off", help, initial, choices, such } = asked;
  const list = useId();
  return (
    <Field label={label} help={help} fault={fault} needed={needed}>
      {({ id, describedBy, invalid }) => {
        const common = { id, name, className: "input", defaultValue: initial, "aria-describedby": describedBy, "aria-invalid": invalid };
        if (choices) {
          return (
            <select {...common}>
              {choices.map(([value, text]) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </select>
          );
        }
        return (
          <>
            <input {...common} type={type} autoComplete={complete} list={such ? list : undefined} />
            {such && (
              <datalist id={list}>
                {such.map((value) => (
                  <option key={value} value={value} />
                ))}
              </datalist>
            )}
          </>
        );
      }}
    </Field>
  );
}

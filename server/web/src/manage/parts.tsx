// What the pages of administration are put together from: a list with pages, something done to one of it, something new.
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";

import { freshKey, get } from "../api/client";
import { useSession } from "../api/session";
import { type AskedFor, Form } from "../design/Form";
import { Button, Dialog, Empty, More, Waiting, Wrong } from "../design/parts";
import { tell } from "../design/told";
import { useLanguage, useWords } from "../words";
import { ago, instant } from "../records/formats";
import { useZone } from "../records/moments";
import { again } from "./again";

interface Paged<T> {
  items: T[];
  next_cursor?: string | null;
}

export function usePaged<T>(address: string) {
  const tenant = useSession()?.tenant ?? null;
  return useInfiniteQuery({
    queryKey: ["manage", tenant, address],
    initialPageParam: "",
    queryFn: ({ pageParam }) => get<Paged<T>>(pageParam ? `${address}${address.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(pageParam)}` : address),
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
}

/** Does something and asks anew for what is shown; a refusal is told at the edge. */
export function useAct(): { act: (what: () => Promise<unknown>) => Promise<void>; going: boolean } {
  const client = useQueryClient();
  const [going, setGoing] = useState(false);
  const act = async (what: () => Promise<unknown>) => {
    setGoing(true);
    await again(what).catch((refused: Error) => tell(refused.message));
    setGoing(false);
    await client.invalidateQueries({ queryKey: ["manage"] });
  };
  return { act, going };
}

interface ListedOf<T> {
  title?: string;
  address: string;
  idOf: (one: T) => string;
  columns: readonly (readonly [string, (one: T) => ReactNode])[];
  acts?: (one: T) => ReactNode;
  children?: ReactNode;
}

export function Listed<T>({ title, address, idOf, columns, acts, children }: ListedOf<T>): ReactNode {
  const words = useWords();
  const pages = usePaged<T>(address);
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="card listed">
      {(title || children) && (
        <header>
          <h2>{title}</h2>
          <div className="acts">{children}</div>
        </header>
      )}
      {pages.error && !pages.isFetchNextPageError && <Wrong error={pages.error} again={() => void pages.refetch()} />}
      {pages.isPending && <Waiting lines={3} />}
      {pages.data && items.length === 0 && <Empty title={words.nothingHere} />}
      {items.length > 0 && (
        <div className="wide" role="region" aria-label={title ?? words.all} tabIndex={0}>
          <table className="small">
            <thead>
              <tr>
                {columns.map(([label]) => (
                  <th key={label} scope="col">
                    {label}
                  </th>
                ))}
                {acts && (
                  <th scope="col">
                    <span className="unseen">{words.act}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {items.map((one) => (
                <tr key={idOf(one)}>
                  {columns.map(([label, cell]) => (
                    <td key={label}>{cell(one)}</td>
                  ))}
                  {acts && (
                    <td>
                      <div className="acts">{acts(one)}</div>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <More of={pages} />
    </section>
  );
}

interface AddingOf<T> {
  label: string;
  asked: AskedFor[];
  /** With the key by which the server knows it again. */
  act: (given: Record<string, string>, once: HeadersInit) => Promise<T>;
  /** What is shown once of what was made; nothing where there is nothing to be kept. */
  once?: (made: T) => string | null | undefined;
}

/** A button that asks for something new, and shows once what is told of it once. */
export function Adding<T>({ label, asked, act, once }: AddingOf<T>): ReactNode {
  const words = useWords();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [key, setKey] = useState(freshKey);
  const [told, setTold] = useState<string | null>(null);
  const close = () => {
    setOpen(false);
    setTold(null);
    setKey(freshKey());
  };
  const make = async (given: Record<string, string>) => {
    const made = await again(() => act(given, { "idempotency-key": key }));
    await client.invalidateQueries({ queryKey: ["manage"] });
    const shown = once?.(made);
    if (shown) setTold(shown);
    else close();
  };
  return (
    <>
      <Button sign="plus" onClick={() => setOpen(true)}>
        {label}
      </Button>
      {open && (
        <Dialog title={label} onClose={close}>
          {told === null ? (
            <Form asked={asked} does={label} act={make}>
              <Button onClick={close}>{words.cancel}</Button>
            </Form>
          ) : (
            <Once text={told} onClose={close} />
          )}
        </Dialog>
      )}
    </>
  );
}

/** What is shown this once. */
export function Once({ text, told, onClose }: { text: string; told?: string; onClose: () => void }): ReactNode {
  const words = useWords();
  return (
    <div className="body">
      {told && <p>{told}</p>}
      <p className="notice warn">{words.shownOnce}</p>
      <code className="mono once">{text}</code>
      <footer>
        <Button look="main" onClick={onClose}>
          {words.close}
        </Button>
      </footer>
    </div>
  );
}

export function Moment({ at }: { at: string | null | undefined }): ReactNode {
  const { language } = useLanguage();
  const zone = useZone();
  if (!at) return <span className="muted">–</span>;
  return (
    <time dateTime={at} title={instant(at, language, zone)}>
      {ago(at, language)}
    </time>
  );
}

/** What is said with commas between. */
export const several = (text: string | undefined): string[] => (text ?? "").split(",").map((one) => one.trim()).filter(Boolean);

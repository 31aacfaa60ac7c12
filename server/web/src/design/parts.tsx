// What screens are put together from. Each knows its states: waiting, empty, wrong, forbidden, cut off.
import { type ButtonHTMLAttributes, type ReactNode, type RefObject, type SyntheticEvent, useEffect, useId, useRef } from "react";

import { Problem, Unreached } from "../api/problem";
import { useWords } from "../words";
import { Icon, type Sign } from "./icons";

type Look = "usual" | "main" | "danger" | "plain";

interface ButtonOf extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: Look;
  sign?: Sign;
  /** A button of the sign alone, with this said of it. */
  said?: string;
}

export function Button({ look = "usual", sign, said, className = "", children, type = "button", ...rest }: ButtonOf): ReactNode {
  const kind = `button ${look === "usual" ? "" : look} ${said ? "icon" : ""} ${className}`.trim();
  return (
    <button type={type} className={kind} aria-label={said} title={said} {...rest}>
      {sign && <Icon sign={sign} />}
      {children}
    </button>
  );
}

export type Tone = "plain" | "good" | "warn" | "bad" | "info";

export function Badge({ tone = "plain", children }: { tone?: Tone; children: ReactNode }): ReactNode {
  return <span className={`badge ${tone === "plain" ? "" : tone}`.trim()}>{children}</span>;
}

interface FieldOf {
  label: string;
  help?: string | null | undefined;
  fault?: string | undefined;
  needed?: boolean;
  children: (ids: { id: string; describedBy: string | undefined; invalid: boolean }) => ReactNode;
}

/** A label, what is written into, what helps, and what is wrong with it. */
export function Field({ label, help, fault, needed = false, children }: FieldOf): ReactNode {
  const id = useId();
  const told = [help ? `${id}-help` : "", fault ? `${id}-fault` : ""].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
        {needed && (
          <span className="needed" aria-hidden="true">
            {" *"}
          </span>
        )}
      </label>
      {children({ id, describedBy: told || undefined, invalid: Boolean(fault) })}
      {fault && (
        <span className="fault" id={`${id}-fault`}>
          {fault}
        </span>
      )}
      {help && (
        <span className="help" id={`${id}-help`}>
          {help}
        </span>
      )}
    </div>
  );
}

/** The first field that is at fault has the focus, at every refusal. */
export function useFirstFault<T extends HTMLElement>(error: unknown): RefObject<T | null> {
  const element = useRef<T>(null);
  useEffect(() => {
    if (error) element.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [error]);
  return element;
}

/** Where the console has been headed last. */
let headed: string | null = null;

/** What a page is called: in its head and by the browser. Whoever comes to it from another one begins there. */
export function Heading({ title, children }: { title: string; children?: ReactNode }): ReactNode {
  const element = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – Ratebook`;
  }, [title]);
  useEffect(() => {
    if (headed !== null && headed !== location.pathname) element.current?.focus({ preventScroll: true });
    headed = location.pathname;
  }, []);
  return (
    <h1 ref={element} tabIndex={-1}>
      {children ?? title}
    </h1>
  );
}

export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }): ReactNode {
  return (
    <div className="empty">
      <strong>{title}</strong>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}

export function Waiting({ lines = 6 }: { lines?: number }): ReactNode {
  const words = useWords();
  return (
    <div role="status" aria-label={words.waiting} className="waiting-lines">
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className="waiting" />
      ))}
    </div>
  );
}

/** What went wrong, in the words of whoever refused. */
export function Wrong({ error, again }: { error: unknown; again?: () => void }): ReactNode {
  const words = useWords();
  if (!error) return null;
  const reached = !(error instanceof Unreached);
  const problem = error instanceof Problem ? error : null;
  const forbidden = problem?.status === 403;
  return (
    <div className={`notice ${reached && !forbidden ? "bad" : "warn"}`} role="alert">
      <Icon sign="warn" />
      <div>
        <p>{reached ? (error instanceof Error ? error.message : String(error)) : words.cutOff}</p>
        {problem?.trace && <p className="trace">{problem.trace}</p>}
        {again && (
          <Button look="plain" onClick={again}>
            {words.again}
          </Button>
        )}
      </div>
    </div>
  );
}

interface MoreOf {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  error: unknown;
  fetchNextPage: () => unknown;
}

/** The next page of what has several: asked for by whoever wants it, and again where it was refused. */
export function More({ of }: { of: MoreOf }): ReactNode {
  const words = useWords();
  if (of.isFetchNextPageError && !of.isFetchingNextPage) return <Wrong error={of.error} again={() => void of.fetchNextPage()} />;
  if (!of.hasNextPage) return null;
  return (
    <Button look="plain" disabled={of.isFetchingNextPage} onClick={() => void of.fetchNextPage()}>
      {of.isFetchingNextPage ? words.waiting : words.more}
    </Button>
  );
}

interface DialogOf {
  title: string;
  wide?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** The browser's own dialog: it holds the focus, and Escape ends it. */
export function Dialog({ title, wide = false, onClose, children }: DialogOf): ReactNode {
  const words = useWords();
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    // Whoever opens one to fill it in begins with that, and not with its end.
    dialog?.querySelector<HTMLElement>("input, textarea, select")?.focus();
    return () => dialog?.close();
  }, []);
  // Escape asks to end it: whoever has opened it decides. A file that was not chosen is no such wish.
  const wish = (event: SyntheticEvent) => {
    if (event.target !== element.current) return;
    event.preventDefault();
    onClose();
  };
  return (
    <dialog ref={element} className={wide ? "wide" : ""} aria-labelledby={id} onCancel={wish} onClose={() => element.current?.open === false && onClose()} onClick={(event) => event.target === element.current && onClose()}>
      <header className="dialog-head">
        <h2 id={id}>{title}</h2>
        <Button look="plain" sign="close" said={words.close} onClick={onClose} />
      </header>
      {children}
    </dialog>
  );
}

// Who comes in: by password, a second factor where one was set up, a passkey, a provider, a link by mail; and the first operator of an empty installation.
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useEffect, useState } from "react";

import { api, told } from "../api/client";
import { signedIn, type Tokens, useSession } from "../api/session";
import { Form } from "../design/Form";
import { Button, Field, Wrong } from "../design/parts";
import { useWords } from "../words";
import { type Arrival, arrived, useArrival } from "./arrival";
import { byCode, byPasskey, byPassword, hasPasskeys, ticketOf } from "./entering";
import { ByLetter, type Entered, Forgotten, Invited, Registered, Reset, Verified } from "./Letters";

/** Letters for which one has to be signed in. */
const SIGNED_IN = "verify";

type Shown = "password" | "set-up" | "forgotten";

export function SignIn(): ReactNode {
  const words = useWords();
  const session = useSession();
  const arrival = useArrival();
  const [shown, setShown] = useState<Shown>(location.hash.startsWith("#setup") ? "set-up" : "password");
  const [code, setCode] = useState<{ ticket: string; tenant: string | null } | null>(null);
  const [first, setFirst] = useState(false);
  const [notice, setNotice] = useState<string | null>(null);
  const entered: Entered = (tokens, tenant = null) => {
    // A letter that waits for somebody to be signed in goes on afterwards.
    if (!(first || arrival?.page === SIGNED_IN)) arrived(null);
    setCode(null);
    signedIn(tokens, tenant);
  };
  const asCode: AsCode = (error, tenant = null) => {
    const ticket = ticketOf(error);
    if (ticket) setCode({ ticket, tenant });
    return ticket !== null;
  };
  const done = (told: string) => {
    arrived(null);
    setNotice(told);
    setShown("password");
  };
  const back = () => {
    setCode(null);
    if (!first) arrived(null);
  };
  const waits = !session && (first || arrival?.page === SIGNED_IN);
  const content = () => {
    if (code) return <Code ticket={code.ticket} onEntered={(tokens) => entered(tokens, code.tenant)} onBack={back} />;
    if (arrival && !waits && (arrival.token ?? arrival.ticket)) return <Arrived arrival={arrival} onEntered={entered} onCode={asCode} onDone={done} onFirst={() => setFirst(true)} />;
    if (shown === "set-up") return <SetUp onEntered={entered} />;
    if (shown === "forgotten") return <Forgotten onSent={() => done(words.resetSent)} />;
    return <Password onEntered={entered} onCode={asCode} onForgotten={() => setShown("forgotten")} />;
  };
  const title = shown === "set-up" ? words.setUp : arrival?.page === "reset" ? words.newPassword : words.welcome;
  useEffect(() => {
    document.title = `${title} – Ratebook`;
  }, [title]);
  return (
    <main className="entrance">
      <div className="card">
        <img src="/icon.svg" alt="" width="40" height="40" />
        <h1>{title}</h1>
        {notice && (
          <p className="notice" role="status">
            {notice}
          </p>
        )}
        {arrival?.detail && <Wrong error={new Error(arrival.detail)} />}
        {arrival?.page === SIGNED_IN && waits && <p className="notice">{words.verifySignedIn}</p>}
        {content()}
        {arrival && !waits ? (
          <Button look="plain" onClick={() => arrived(null)}>
            {session ? words.backHome : words.signIn}
          </Button>
        ) : (
          <Button look="plain" onClick={() => setShown(shown === "password" ? "set-up" : "password")}>
            {shown === "password" ? words.setUp : words.signIn}
          </Button>
        )}
      </div>
    </main>
  );
}

/** Whether a second factor is wanting, which is asked for then. */
type AsCode = (error: unknown, tenant?: string | null) => boolean;

interface ArrivedOf {
  arrival: Arrival;
  onEntered: Entered;
  onCode: AsCode;
  onDone: (told: string) => void;
  /** To be signed in first. */
  onFirst: () => void;
}

function Arrived({ arrival, ...rest }: ArrivedOf): ReactNode {
  const words = useWords();
  const token = arrival.token ?? "";
  switch (arrival.page) {
    case "sign-in":
      return <ByLetter arrival={arrival} {...rest} />;
    case "reset":
      return <Reset token={token} {...rest} />;
    case "register":
      return <Registered token={token} {...rest} />;
    case "invitation":
      return <Invited token={token} {...rest} />;
    case SIGNED_IN:
      return <Verified token={token} />;
    default:
      return <p>{words.notFound}</p>;
  }
}

interface PasswordOf {
  onEntered: Entered;
  onCode: AsCode;
  onForgotten: () => void;
}

function Password({ onEntered, onCode, onForgotten }: PasswordOf): ReactNode {
  const words = useWords();
  const [email, setEmail] = useState("");
  const enter = useMutation({
    mutationFn: (password: string) => byPassword(email, password),
    onSuccess: (tokens) => onEntered(tokens),
    onError: (error) => void onCode(error),
  });
  const link = useMutation({ mutationFn: () => told(api.POST("/v1/auth/link/request", { body: { email } })) });
  const passkey = useMutation({ mutationFn: byPasskey, onSuccess: (tokens) => onEntered(tokens) });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    enter.mutate(String(new FormData(event.currentTarget).get("password") ?? ""));
  };
  const error = enter.error ?? link.error ?? passkey.error;
  const isBusy = enter.isPending || link.isPending || passkey.isPending;
  return (
    <form onSubmit={submit}>
      {error && !ticketOf(error) && <Wrong error={error} />}
      {link.isSuccess && (
        <p className="notice" role="status">
          {words.linkSent}
        </p>
      )}
      <Field label={words.email}>{({ id }) => <input id={id} className="input" name="email" type="email" autoComplete="username webauthn" autoFocus required value={email} onChange={(event) => setEmail(event.target.value)} />}</Field>
      <Field label={words.password}>{({ id }) => <input id={id} className="input" name="password" type="password" autoComplete="current-password" required />}</Field>
      <Button look="main" type="submit" disabled={isBusy}>
        {words.signIn}
      </Button>
      <Providers />
      {hasPasskeys() && (
        <Button disabled={isBusy} onClick={() => passkey.mutate()}>
          {words.byPasskey}
        </Button>
      )}
      <Button look="plain" disabled={email === "" || isBusy} onClick={() => link.mutate()}>
        {words.mailLink}
      </Button>
      <Button look="plain" onClick={onForgotten}>
        {words.forgotten}
      </Button>
    </form>
  );
}

/** Those by whom people are known elsewhere, where the installation has some. */
function Providers(): ReactNode {
  const words = useWords();
  const found = useQuery({ queryKey: ["providers"], queryFn: async () => (await told(api.GET("/v1/auth/providers"))).items, retry: false, staleTime: Number.POSITIVE_INFINITY });
  const start = useMutation({
    mutationFn: (id: string) => told(api.POST("/v1/auth/providers/{id}/start", { params: { path: { id } }, body: {} })),
    onSuccess: ({ url }) => location.assign(url),
  });
  return (
    <>
      {start.error && <Wrong error={start.error} />}
      {found.data?.map(({ id, name }) => (
        <Button key={id} disabled={start.isPending || start.isSuccess} onClick={() => start.mutate(id)}>
          {words.signInBy(name)}
        </Button>
      ))}
    </>
  );
}

function Code({ ticket, onEntered, onBack }: { ticket: string; onEntered: (tokens: Tokens) => void; onBack: () => void }): ReactNode {
  const words = useWords();
  const act = async ({ code = "" }: Record<string, string>) => onEntered(await byCode(ticket, code));
  return (
    <Form asked={[{ name: "code", label: words.code, help: words.codeHelp, complete: "one-time-code" }]} does={words.signIn} act={act}>
      <Button look="plain" onClick={onBack}>
        {words.cancel}
      </Button>
    </Form>
  );
}

function SetUp({ onEntered }: { onEntered: Entered }): ReactNode {
  const words = useWords();
  const act = async ({ token = "", name = "", email = "", password = "" }: Record<string, string>) => {
    await told(api.POST("/v1/setup", { body: { token, email, name, password } }));
    onEntered(await byPassword(email, password));
  };
  return (
    <Form
      asked={[
        { name: "token", label: words.token, help: words.setUpHelp },
        { name: "name", label: words.yourName, complete: "name" },
        { name: "email", label: words.email, type: "email", complete: "username" },
        { name: "password", label: words.password, type: "password", complete: "new-password" },
      ]}
      does={words.setUpDone}
      act={act}
    />
  );
}

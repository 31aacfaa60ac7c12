// What the links of letters are for: to sign in, to choose another password, to have an account, to join a tenant, to show an e-mail.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";

import { api, told } from "../api/client";
import { change, type Tokens, useSession } from "../api/session";
import { Form } from "../design/Form";
import { Button, Waiting, Wrong } from "../design/parts";
import { useWords } from "../words";
import { type Arrival, arrived } from "./arrival";
import { byLink, byPassword, byTicket, ticketOf } from "./entering";
import { goTo, useMe } from "./tenants";

export type Entered = (tokens: Tokens, tenant?: string | null) => void;

interface LetterOf {
  token: string;
  onEntered: Entered;
  onCode: (error: unknown, tenant?: string | null) => boolean;
  onDone: (told: string) => void;
  onFirst: () => void;
}

/** What a token is good for holds once: it is asked once, however often that is drawn. */
const ONCE = { retry: false, staleTime: Number.POSITIVE_INFINITY, refetchOnMount: false, refetchOnWindowFocus: false, refetchOnReconnect: false } as const;

export function ByLetter({ arrival, onEntered, onCode }: Pick<LetterOf, "onEntered" | "onCode"> & { arrival: Arrival }): ReactNode {
  const { token, ticket } = arrival;
  const asked = useQuery({ ...ONCE, queryKey: ["arrival", token, ticket], queryFn: () => (token ? byLink(token) : byTicket(ticket ?? "")) });
  useEffect(() => {
    if (asked.data) onEntered(asked.data);
    else if (asked.error) onCode(asked.error);
  }, [asked.data, asked.error]);
  return asked.error && !ticketOf(asked.error) ? <Wrong error={asked.error} /> : <Waiting lines={2} />;
}

export function Forgotten({ onSent }: { onSent: () => void }): ReactNode {
  const words = useWords();
  const act = async ({ email = "" }: Record<string, string>) => {
    await told(api.POST("/v1/auth/reset/request", { body: { email } }));
    onSent();
  };
  return <Form asked={[{ name: "email", label: words.email, type: "email", complete: "username" }]} does={words.mailReset} act={act} />;
}

const ofPassword = (label: string) => ({ name: "password", label, type: "password", complete: "new-password" }) as const;

export function Reset({ token, onDone }: Pick<LetterOf, "token" | "onDone">): ReactNode {
  const words = useWords();
  const act = async ({ password = "" }: Record<string, string>) => {
    await told(api.POST("/v1/auth/reset", { body: { token, password } }));
    change(null);
    onDone(words.passwordChanged);
  };
  return <Form asked={[ofPassword(words.newPassword)]} does={words.save} act={act} />;
}

export function Registered({ token, onEntered }: Pick<LetterOf, "token" | "onEntered">): ReactNode {
  const words = useWords();
  const act = async ({ name = "", password = "" }: Record<string, string>) => onEntered(await told(api.POST("/v1/auth/register/confirm", { body: { token, name, password } })));
  return <Form asked={[{ name: "name", label: words.yourName, complete: "name" }, ofPassword(words.password)]} does={words.makeAccount} act={act} />;
}

export function Verified({ token }: { token: string }): ReactNode {
  const words = useWords();
  const client = useQueryClient();
  const asked = useQuery({ ...ONCE, queryKey: ["arrival", "verify", token], queryFn: async () => (await told(api.POST("/v1/auth/verify", { body: { token } })), true) });
  if (asked.error) return <Wrong error={asked.error} />;
  if (!asked.data) return <Waiting lines={2} />;
  const go = () => {
    void client.invalidateQueries({ queryKey: ["me"] });
    arrived(null);
  };
  return (
    <>
      <p className="notice">{words.verified}</p>
      <Button look="main" onClick={go}>
        {words.home}
      </Button>
    </>
  );
}

export function Invited({ token, onEntered, onCode, onFirst }: LetterOf): ReactNode {
  const words = useWords();
  const client = useQueryClient();
  const session = useSession();
  const me = useMe().data;
  const asked = useQuery({ ...ONCE, queryKey: ["arrival", "invitation", token], queryFn: () => told(api.POST("/v1/auth/invitations", { body: { token } })) });
  if (asked.error) return <Wrong error={asked.error} />;
  if (!asked.data) return <Waiting lines={3} />;
  const { email, name: called, tenant, has_account } = asked.data;
  const isTheirs = session !== null && me?.account.email === email;
  const accept = async ({ name, password }: Record<string, string>) => {
    await told(api.POST("/v1/auth/invitations/accept", { body: { token, ...(name ? { name } : {}), ...(password ? { password } : {}) } }));
    if (isTheirs) {
      await client.invalidateQueries({ queryKey: ["me"] });
      goTo(tenant.id);
      return arrived(null);
    }
    await byPassword(email, password ?? "").then(
      (tokens) => onEntered(tokens, tenant.id),
      (error: unknown) => {
        if (!onCode(error, tenant.id)) throw error;
        arrived(null);
      },
    );
  };
  const invites = <p className="notice">{words.invitedTo(tenant.name, email)}</p>;
  if (session && !me) return <Waiting lines={3} />;
  if (isTheirs) {
    return (
      <>
        {invites}
        <Form asked={[]} does={words.join} act={accept} />
      </>
    );
  }
  return (
    <>
      {invites}
      {has_account ? (
        <Form asked={[{ name: "password", label: words.password, type: "password", complete: "current-password" }]} does={words.join} act={accept}>
          {!session && (
            <Button look="plain" onClick={onFirst}>
              {words.signInFirst}
            </Button>
          )}
        </Form>
      ) : (
        <Form asked={[{ name: "name", label: words.yourName, complete: "name", initial: called }, ofPassword(words.password)]} does={words.join} act={accept} />
      )}
    </>
  );
}

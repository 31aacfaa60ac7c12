// One's own account: the name, the password, the second factor, and where one is signed in.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";

import { api, told } from "../api/client";
import type { components } from "../api/schema";
import { Form } from "../design/Form";
import { Badge, Button, Dialog, Waiting, Wrong } from "../design/parts";
import { tell } from "../design/told";
import { useMe } from "../shell/tenants";
import { useWords } from "../words";
import { again } from "./again";
import { Identities, Passkeys } from "./WaysIn";
import { Listed, Moment, Once, useAct } from "./parts";

type Opened = components["schemas"]["Session"];

export function Account(): ReactNode {
  const words = useWords();
  const client = useQueryClient();
  const me = useMe().data;
  const { act, going } = useAct();
  const [times, setTimes] = useState(0);
  const rename = async ({ name = "" }: Record<string, string>) => {
    await told(api.PATCH("/v1/auth/me", { body: { name } }));
    await client.invalidateQueries({ queryKey: ["me"] });
    tell(words.saved);
  };
  const change = async ({ password = "", new_password = "" }: Record<string, string>) => {
    await told(api.POST("/v1/auth/password", { body: { password, new_password } }));
    setTimes(times + 1);
    tell(words.saved);
  };
  return (
    <>
      <div className="halves">
        <section className="card" aria-label={words.name}>
          <header>
            <h2>{me?.account.email}</h2>
          </header>
          <Form key={me?.account.name} asked={[{ name: "name", label: words.yourName, complete: "name", initial: me?.account.name }]} does={words.save} act={rename} />
        </section>
        <section className="card" aria-label={words.password}>
          <header>
            <h2>{words.password}</h2>
          </header>
          <Form
            key={times}
            asked={[
              { name: "password", label: words.oldPassword, type: "password", complete: "current-password" },
              { name: "new_password", label: words.newPassword, type: "password", complete: "new-password" },
            ]}
            does={words.save}
            act={change}
          />
        </section>
      </div>
      <SecondFactor />
      <Passkeys />
      <Identities />
      <Listed<Opened>
        title={words.sessions}
        address="/v1/auth/sessions"
        idOf={(one) => one.id}
        columns={[
          [words.what, (one) => one.agent],
          [words.lastUsed, (one) => <Moment at={one.used_at} />],
          [words.ends, (one) => <Moment at={one.expires_at} />],
          [words.who, (one) => one.impersonated_by?.name ?? ""],
        ]}
        acts={(one) =>
          one.current ? (
            <Badge tone="info">{words.thisOne}</Badge>
          ) : (
            <Button look="danger" disabled={going} onClick={() => void act(() => told(api.DELETE("/v1/auth/sessions/{id}", { params: { path: { id: one.id } } })))}>
              {words.endSession}
            </Button>
          )
        }
      />
    </>
  );
}

type Step = { at: "password" } | { at: "code"; secret: string; uri: string } | { at: "recovery"; codes: string[] } | { at: "off" };

function SecondFactor(): ReactNode {
  const words = useWords();
  const client = useQueryClient();
  const asked = useQuery({ queryKey: ["manage", "second-factor"], queryFn: () => told(api.GET("/v1/auth/second-factor")) });
  const [step, setStep] = useState<Step | null>(null);
  const end = () => {
    setStep(null);
    void client.invalidateQueries({ queryKey: ["manage"] });
  };
  const begin = async ({ password = "" }: Record<string, string>) => {
    const { secret, uri } = await again(() => told(api.POST("/v1/auth/second-factor", { body: password ? { password } : {} })));
    setStep({ at: "code", secret, uri });
  };
  const confirm = async ({ code = "" }: Record<string, string>) => {
    const { recovery_codes } = await told(api.POST("/v1/auth/second-factor/confirm", { body: { code } }));
    setStep({ at: "recovery", codes: recovery_codes });
  };
  const off = async ({ code = "" }: Record<string, string>) => {
    await told(api.POST("/v1/auth/second-factor/disable", { body: { code } }));
    end();
  };
  const code = { name: "code", label: words.code, complete: "one-time-code" };
  const cancel = <Button onClick={end}>{words.cancel}</Button>;
  const content = (now: Step): ReactNode => {
    switch (now.at) {
      case "password":
        return (
          <Form key="password" asked={[{ name: "password", label: words.oldPassword, type: "password", complete: "current-password" }]} does={words.confirm} act={begin}>
            {cancel}
          </Form>
        );
      case "code":
        return (
          <>
            <div className="body">
              <p>{words.secondFactorKey}</p>
              <code className="mono once">{now.secret}</code>
              <a className="out" href={now.uri}>
                {words.openApp}
              </a>
            </div>
            <Form key="code" asked={[code]} does={words.confirm} act={confirm}>
              {cancel}
            </Form>
          </>
        );
      case "recovery":
        return (
          <Once told={words.recoveryCodes} text={now.codes.join("\n")} onClose={end} />
        );
      case "off":
        return (
          <Form key="off" asked={[{ ...code, help: words.codeHelp }]} does={words.disable} act={off}>
            {cancel}
          </Form>
        );
    }
  };
  return (
    <section className="card" aria-label={words.secondFactor}>
      <header>
        <h2>{words.secondFactor}</h2>
        {asked.data && <Button onClick={() => setStep({ at: asked.data.on ? "off" : "password" })}>{asked.data.on ? words.disable : words.enable}</Button>}
      </header>
      <div className="inside">
        {asked.error && <Wrong error={asked.error} />}
        {asked.isPending && <Waiting lines={1} />}
        {asked.data && <p>{asked.data.on ? words.secondFactorOn : words.secondFactorOff}</p>}
      </div>
      {step && (
        <Dialog title={words.secondFactor} onClose={end}>
          {content(step)}
        </Dialog>
      )}
    </section>
  );
}

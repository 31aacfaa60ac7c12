// What is done by itself, and what was done by whom.
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";

import { api, ask, saveAs, told } from "../api/client";
import type { components } from "../api/schema";
import { Badge, Button, Wrong } from "../design/parts";
import { tell } from "../design/told";
import { spelled, toneOf } from "../records/kinds";
import { useWords } from "../words";
import { Listed, Moment, useAct, usePaged } from "./parts";

type Job = components["schemas"]["Job"];
type Member = components["schemas"]["Member"];
type Entry = components["schemas"]["AuditEntry"];

const STATES = ["waiting", "running", "behind", "parked", "done", "dead", "cancelled"] as const;
/** What has come to an end without being done, and what waits. */
const RETRIED = new Set<string>(["dead", "parked", "cancelled"]);
const CANCELLED = new Set<string>(["waiting", "behind", "parked"]);

export function Jobs(): ReactNode {
  const words = useWords();
  const [state, setState] = useState("");
  return (
    <>
      <label className="filters">
        {words.state}
        <select className="input short" value={state} onChange={(event) => setState(event.target.value)}>
          <option value="">{words.all}</option>
          {STATES.map((one) => (
            <option key={one} value={one}>
              {spelled(one)}
            </option>
          ))}
        </select>
      </label>
      <JobsAt address={state ? `/v1/jobs?state=${state}` : "/v1/jobs"} />
    </>
  );
}

export function JobsAt({ address }: { address: string }): ReactNode {
  const words = useWords();
  const { act, going } = useAct();
  return (
    <Listed<Job>
      address={address}
      idOf={(one) => one.id}
      columns={[
        [words.what, (one) => spelled(one.name)],
        [words.state, (one) => <Badge tone={toneOf(one.state)}>{spelled(one.state)}</Badge>],
        [words.attempts, (one) => <span className="figures">{one.attempts}</span>],
        [words.when, (one) => <Moment at={one.created_at} />],
        [words.result, (one) => one.told],
      ]}
      acts={(one) => (
        <>
          {RETRIED.has(one.state) && (
            <Button disabled={going} onClick={() => void act(() => ask("POST", `/v1/jobs/${one.id}/retry`, {}))}>
              {words.retry}
            </Button>
          )}
          {CANCELLED.has(one.state) && (
            <Button disabled={going} onClick={() => void act(() => ask("POST", `/v1/jobs/${one.id}/cancel`, {}))}>
              {words.cancel}
            </Button>
          )}
        </>
      )}
    />
  );
}

export function Audit(): ReactNode {
  const words = useWords();
  const members = usePaged<Member>("/v1/members");
  const verify = useMutation({ mutationFn: () => told(api.GET("/v1/audit/verify")) });
  const nameOf = (actor: string) => members.data?.pages.flatMap((page) => page.items).find((one) => one.account === actor)?.name ?? actor;
  return (
    <>
      {verify.error && <Wrong error={verify.error} />}
      {verify.data && (
        <p className={verify.data.intact ? "notice" : "notice bad"} role="status">
          {verify.data.intact ? words.intact : words.notIntact} {verify.data.broken ? `${verify.data.broken.sequence}: ${verify.data.broken.kind}` : verify.data.head && `${verify.data.sealed} · ${verify.data.head.hash.slice(0, 16)}…`}
        </p>
      )}
      <Listed<Entry>
        title={words.audit}
        address="/v1/audit"
        idOf={(one) => one.id}
        columns={[
          [words.when, (one) => <Moment at={one.at} />],
          [words.who, (one) => nameOf(one.actor)],
          [words.what, (one) => spelled(one.action.replace(":", " "))],
          [words.changed, (one) => (one.changes as { field?: string }[]).map((change) => change.field).filter(Boolean).join(", ")],
        ]}
      >
        <Button disabled={verify.isPending} onClick={() => verify.mutate()}>
          {words.verify}
        </Button>
        <Button look="plain" sign="file" said={words.download} onClick={() => void saveAs("audit.ndjson", "/v1/audit/export").catch((refused: Error) => tell(refused.message))} />
      </Listed>
    </>
  );
}

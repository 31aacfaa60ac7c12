// Programs that come in by keys, and those that are told what happens.
import { type ReactNode, useState } from "react";

import { ask } from "../api/client";
import type { components } from "../api/schema";
import { Badge, Button, Dialog } from "../design/parts";
import { spelled, toneOf } from "../records/kinds";
import { useWords } from "../words";
import { again } from "./again";
import { Adding, Listed, Moment, Once, several, useAct } from "./parts";
import { JobsAt } from "./Work";

type Key = components["schemas"]["ApiKey"];
type NewKey = components["schemas"]["NewApiKey"];
type Webhook = components["schemas"]["Webhook"];
type WithSecret = components["schemas"]["WebhookWithSecret"];

export function Keys(): ReactNode {
  const words = useWords();
  const { act, going } = useAct();
  const [once, setOnce] = useState<string | null>(null);
  const make = async ({ name = "", scopes }: Record<string, string>, once: HeadersInit) => (await ask<NewKey>("POST", "/v1/api-keys", { name, scopes: several(scopes) }, once)).body;
  const rotate = (one: Key) => act(async () => setOnce((await again(() => ask<NewKey>("POST", `/v1/api-keys/${one.id}/rotate`, {}))).body.key));
  return (
    <>
      <Listed<Key>
        title={words.keys}
        address="/v1/api-keys"
        idOf={(one) => one.id}
        columns={[
          [words.name, (one) => one.name],
          [words.keys, (one) => <code className="mono">{`${one.prefix}…${one.last_four}`}</code>],
          [words.scopes, (one) => one.scopes.join(", ")],
          [words.lastUsed, (one) => <Moment at={one.used_at} />],
          [words.ends, (one) => <Moment at={one.revoked_at ?? one.expires_at} />],
        ]}
        acts={(one) =>
          !one.revoked_at && (
            <>
              <Button disabled={going} onClick={() => void rotate(one)}>
                {words.rotate}
              </Button>
              <Button look="danger" disabled={going} onClick={() => void act(() => ask("DELETE", `/v1/api-keys/${one.id}`))}>
                {words.revoke}
              </Button>
            </>
          )
        }
      >
        <Adding
          label={words.makeKey}
          asked={[
            { name: "name", label: words.name },
            { name: "scopes", label: words.scopes, help: words.scopesHelp, initial: "*" },
          ]}
          act={make}
          once={(made) => made.key}
        />
      </Listed>
      {once && (
        <Dialog title={words.keys} onClose={() => setOnce(null)}>
          <Once text={once} onClose={() => setOnce(null)} />
        </Dialog>
      )}
    </>
  );
}

export function Webhooks(): ReactNode {
  const words = useWords();
  const { act, going } = useAct();
  const [once, setOnce] = useState<string | null>(null);
  const [looked, setLooked] = useState<Webhook | null>(null);
  const make = async ({ url = "", events }: Record<string, string>, once: HeadersInit) => (await ask<WithSecret>("POST", "/v1/webhooks", { url, events: several(events) }, once)).body;
  const turn = (one: Webhook) => act(() => ask("PATCH", `/v1/webhooks/${one.id}`, { state: one.state === "enabled" ? "disabled" : "enabled" }));
  const rotate = (one: Webhook) => act(async () => setOnce((await ask<WithSecret>("POST", `/v1/webhooks/${one.id}/rotate`, {})).body.secret));
  return (
    <>
      <Listed<Webhook>
        title={words.webhooks}
        address="/v1/webhooks"
        idOf={(one) => one.id}
        columns={[
          [words.url, (one) => <span className="mono">{one.url}</span>],
          [words.events, (one) => one.events.join(", ")],
          [words.state, (one) => <Badge tone={one.state === "enabled" ? "good" : toneOf("failed")}>{one.why ?? spelled(one.state)}</Badge>],
        ]}
        acts={(one) => (
          <>
            <Button onClick={() => setLooked(one)}>{words.deliveries}</Button>
            <Button disabled={going} onClick={() => void turn(one)}>
              {one.state === "enabled" ? words.disable : words.enable}
            </Button>
            <Button disabled={going} onClick={() => void rotate(one)}>
              {words.rotate}
            </Button>
            <Button look="danger" disabled={going} onClick={() => void act(() => ask("DELETE", `/v1/webhooks/${one.id}`))}>
              {words.remove}
            </Button>
          </>
        )}
      >
        <Adding
          label={words.addWebhook}
          asked={[
            { name: "url", label: words.url, type: "url" },
            { name: "events", label: words.events, help: words.eventsHelp },
          ]}
          act={make}
          once={(made) => made.secret}
        />
      </Listed>
      {looked && (
        <Dialog wide title={words.deliveries} onClose={() => setLooked(null)}>
          <div className="body">
            <JobsAt address={`/v1/webhooks/${looked.id}/deliveries`} />
          </div>
        </Dialog>
      )}
      {once && (
        <Dialog title={words.webhooks} onClose={() => setOnce(null)}>
          <Once text={once} onClose={() => setOnce(null)} />
        </Dialog>
      )}
    </>
  );
}

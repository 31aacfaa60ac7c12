// Other ways into one's own account: passkeys, and those by whom one is known elsewhere.
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";

import { api, ask, told } from "../api/client";
import type { components } from "../api/schema";
import { Button } from "../design/parts";
import { addPasskey, hasPasskeys } from "../shell/entering";
import { useWords } from "../words";
import { Adding, Listed, Moment, useAct } from "./parts";

type Passkey = components["schemas"]["Passkey"];
type Identity = components["schemas"]["Identity"];

export function Passkeys(): ReactNode {
  const words = useWords();
  const { act, going } = useAct();
  return (
    <Listed<Passkey>
      title={words.passkeys}
      address="/v1/auth/passkeys"
      idOf={(one) => one.id}
      columns={[
        [words.name, (one) => one.name],
        [words.made, (one) => <Moment at={one.created_at} />],
        [words.lastUsed, (one) => <Moment at={one.used_at} />],
      ]}
      acts={(one) => (
        <Button look="danger" disabled={going} onClick={() => void act(() => ask("DELETE", `/v1/auth/passkeys/${one.id}`))}>
          {words.remove}
        </Button>
      )}
    >
      {hasPasskeys() && <Adding label={words.addPasskey} asked={[{ name: "name", label: words.name }]} act={({ name = "" }) => addPasskey(name)} />}
    </Listed>
  );
}

/** Drawn where the installation has providers at all. */
export function Identities(): ReactNode {
  const words = useWords();
  const { act, going } = useAct();
  const providers = useQuery({ queryKey: ["providers"], queryFn: async () => (await told(api.GET("/v1/auth/providers"))).items, retry: false, staleTime: Number.POSITIVE_INFINITY });
  if (!providers.data?.length) return null;
  const link = (provider: string) => act(async () => location.assign((await ask<{ url: string }>("POST", "/v1/auth/identities", { provider })).body.url));
  return (
    <Listed<Identity>
      title={words.identities}
      address="/v1/auth/identities"
      idOf={(one) => one.id}
      columns={[
        [words.name, (one) => one.name],
        [words.email, (one) => one.email],
        [words.lastUsed, (one) => <Moment at={one.used_at} />],
      ]}
      acts={(one) => (
        <Button look="danger" disabled={going} onClick={() => void act(() => ask("DELETE", `/v1/auth/identities/${one.id}`))}>
          {words.remove}
        </Button>
      )}
    >
      {providers.data.map(({ id, name }) => (
        <Button key={id} disabled={going} onClick={() => void link(id)}>
          {words.linkTo(name)}
        </Button>
      ))}
    </Listed>
  );
}

// Who belongs to the tenant and by which roles, and who is invited.
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";

import { ask } from "../api/client";
import type { components } from "../api/schema";
import { Badge, Button, Dialog, Wrong } from "../design/parts";
import { spelled } from "../records/kinds";
import { useWords } from "../words";
import { Adding, Listed, Moment, Once, useAct, usePaged } from "./parts";

type Role = components["schemas"]["TenantRole"];
type Member = components["schemas"]["Member"];
type Invitation = components["schemas"]["Invitation"];
type Sent = components["schemas"]["InvitationSent"];

function useRoles(): (readonly [string, string])[] {
  const found = usePaged<Role>("/v1/roles");
  return (found.data?.pages ?? []).flatMap(({ items }) => items.map(({ name, label }) => [name, label ?? spelled(name)] as const));
}

/** The link to be handed on, where no letter took it. */
const linkOf = (sent: Sent): string | null => (sent.sent ? null : (sent.link ?? `${location.origin}/#/invitation?token=${sent.token}`));

export function Members(): ReactNode {
  const words = useWords();
  const roles = useRoles();
  const { act, going } = useAct();
  const [changing, setChanging] = useState<Member | null>(null);
  const [once, setOnce] = useState<string | null>(null);
  const invite = async ({ email = "", name = "", role = "" }: Record<string, string>, once: HeadersInit) => (await ask<Sent>("POST", "/v1/members", { email, name, roles: [role] }, once)).body;
  const renew = (one: Invitation) => act(async () => setOnce(linkOf((await ask<Sent>("POST", `/v1/invitations/${one.id}/renew`, {})).body)));
  const labels = (own: string[]) => own.map((role) => <Badge key={role}>{roles.find(([name]) => name === role)?.[1] ?? spelled(role)}</Badge>);
  return (
    <>
      <Listed<Member>
        title={words.members}
        address="/v1/members"
        idOf={(one) => one.account}
        columns={[
          [words.name, (one) => one.name],
          [words.email, (one) => one.email],
          [words.roles, (one) => labels(one.roles)],
        ]}
        acts={(one) => (
          <Button look="plain" sign="edit" said={`${words.roles}: ${one.name}`} onClick={() => setChanging(one)} />
        )}
      >
        <Adding
          label={words.invite}
          asked={[
            { name: "email", label: words.email, type: "email" },
            { name: "name", label: words.name },
            { name: "role", label: words.role, choices: roles },
          ]}
          act={invite}
          once={linkOf}
        />
      </Listed>
      <Listed<Invitation>
        title={words.invitations}
        address="/v1/invitations"
        idOf={(one) => one.id}
        columns={[
          [words.name, (one) => one.name],
          [words.email, (one) => one.email],
          [words.roles, (one) => labels(one.roles)],
          [words.ends, (one) => <Moment at={one.expires_at} />],
        ]}
        acts={(one) => (
          <>
            <Button disabled={going} onClick={() => void renew(one)}>
              {words.rotate}
            </Button>
            <Button look="danger" disabled={going} onClick={() => void act(() => ask("DELETE", `/v1/invitations/${one.id}`))}>
              {words.revoke}
            </Button>
          </>
        )}
      />
      {changing && <Roles member={changing} roles={roles} onClose={() => setChanging(null)} />}
      {once && (
        <Dialog title={words.invite} onClose={() => setOnce(null)}>
          <Once text={once} onClose={() => setOnce(null)} />
        </Dialog>
      )}
    </>
  );
}

/** Whoever has no role any more is no member any more. */
function Roles({ member, roles, onClose }: { member: Member; roles: (readonly [string, string])[]; onClose: () => void }): ReactNode {
  const words = useWords();
  const client = useQueryClient();
  const [own, setOwn] = useState<ReadonlySet<string>>(new Set(member.roles));
  const [error, setError] = useState<unknown>(null);
  const [going, setGoing] = useState(false);
  const toggle = (role: string) => {
    const next = new Set(own);
    if (!next.delete(role)) next.add(role);
    setOwn(next);
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setGoing(true);
    try {
      await ask("PATCH", `/v1/members/${member.account}`, { roles: [...own] });
      await client.invalidateQueries({ queryKey: ["manage"] });
      onClose();
    } catch (refused) {
      setGoing(false);
      setError(refused);
    }
  };
  return (
    <Dialog title={`${words.roles}: ${member.name}`} onClose={onClose}>
      <form onSubmit={(event) => void save(event)}>
        {error !== null && <Wrong error={error} />}
        <fieldset className="bare" disabled={going}>
          {roles.map(([name, label]) => (
            <label key={name} className="check">
              <input type="checkbox" checked={own.has(name)} onChange={() => toggle(name)} />
              {label}
            </label>
          ))}
        </fieldset>
        <footer>
          <Button disabled={going} onClick={onClose}>
            {words.cancel}
          </Button>
          <Button look={own.size === 0 ? "danger" : "main"} type="submit" disabled={going}>
            {own.size === 0 ? words.remove : words.save}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

// A tenant is made by whoever runs the installation, who is its first owner.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";

import { api, ask, freshKey, told } from "../api/client";
import { Form } from "../design/Form";
import { Heading, Waiting } from "../design/parts";
import { tell } from "../design/told";
import { useWords } from "../words";
import { goTo, type Tenant, useMe } from "./tenants";

type Made = Tenant & { admin?: { invitation?: { token?: string | null } | null } };

/** As a page of its own, or as a part of one. */
export function MakeTenant({ part = false }: { part?: boolean }): ReactNode {
  const words = useWords();
  const me = useMe().data;
  const client = useQueryClient();
  const navigate = useNavigate();
  const tenants = useQuery({ queryKey: ["tenants"], queryFn: async () => (await told(api.GET("/v1/tenants", { params: { query: { limit: 100 } } }))).items, enabled: me?.account.is_operator === true });
  const packs = [...new Set(tenants.data?.map((tenant) => tenant.pack))];
  const make = async ({ name = "", slug = "", pack = "", zone = "" }: Record<string, string>) => {
    // The account is there already and keeps its password: the one that has to be named is nobody's.
    const admin = { email: me?.account.email ?? "", name: me?.account.name ?? "", password: freshKey() };
    const { body } = await ask<Made>("POST", "/v1/tenants", { name, slug, pack, zone, admin });
    const token = body.admin?.invitation?.token;
    if (!token) return tell(words.invitationSent(admin.email));
    await told(api.POST("/v1/auth/invitations/accept", { body: { token } }));
    await client.invalidateQueries({ queryKey: ["me"] });
    goTo(body.id);
    await navigate({ to: "/" });
  };
  if (tenants.isPending) return <Waiting lines={4} />;
  return (
    <section className="narrow">
      {!part && (
        <header className="page-head">
          <Heading title={words.makeTenant} />
        </header>
      )}
      <div className="card">
        {part && (
          <header>
            <h2>{words.makeTenant}</h2>
          </header>
        )}
        <Form
          asked={[
            { name: "name", label: words.name, complete: "organization" },
            { name: "slug", label: words.slug, help: words.slugHelp },
            { name: "pack", label: words.pack, help: words.packHelp, such: packs, initial: packs[0] },
            { name: "zone", label: words.zone, initial: Intl.DateTimeFormat().resolvedOptions().timeZone, such: Intl.supportedValuesOf("timeZone") },
          ]}
          does={words.makeTenant}
          act={make}
        />
      </div>
    </section>
  );
}

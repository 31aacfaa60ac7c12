// Administration: the account of whoever is signed in, and what there is of the tenant beside its records.
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

import { api, told } from "../api/client";
import { Form } from "../design/Form";
import { Button, Dialog, Empty, Heading } from "../design/parts";
import { MakeTenant } from "../shell/MakeTenant";
import { type Tenant, useMe, useTenant } from "../shell/tenants";
import { useWords } from "../words";
import { Account } from "./Account";
import { useWaiting } from "./again";
import { Members } from "./Members";
import { Keys, Webhooks } from "./Programs";
import { Settings } from "./Settings";
import { Audit, Jobs } from "./Work";
import { Listed } from "./parts";

const PAGES = { account: Account, members: Members, settings: Settings, keys: Keys, webhooks: Webhooks, jobs: Jobs, audit: Audit, tenants: Tenants } as const;
type PageName = keyof typeof PAGES;

export function Manage({ page }: { page: string }): ReactNode {
  const words = useWords();
  const me = useMe().data;
  const tenant = useTenant();
  if (!(page in PAGES)) return <Empty title={words.notFound} />;
  const Page = PAGES[page as PageName];
  const names = (Object.keys(PAGES) as PageName[]).filter((name) => (name === "tenants" ? me?.account.is_operator : name === "account" || tenant));
  return (
    <section className="manage">
      <header className="page-head">
        <Heading title={words[page as PageName]} />
      </header>
      <nav className="tabs" aria-label={words.manage}>
        {names.map((name) => (
          <Link key={name} to="/v/manage/$page" params={{ page: name }}>
            {words[name]}
          </Link>
        ))}
      </nav>
      <Page />
      <WhoAgain />
    </section>
  );
}

function Tenants(): ReactNode {
  const words = useWords();
  return (
    <>
      <Listed<Tenant>
        address="/v1/tenants"
        idOf={(one) => one.id}
        columns={[
          [words.name, (one) => one.name],
          [words.slug, (one) => one.slug],
          [words.pack, (one) => one.pack],
          [words.zone, (one) => one.zone],
          [words.state, (one) => one.state],
        ]}
      />
      <MakeTenant part />
    </>
  );
}

/** Whoever makes a way in that stays shows who they are, by the password and, where one is set up, by a code. */
function WhoAgain(): ReactNode {
  const words = useWords();
  const waiting = useWaiting();
  if (!waiting) return null;
  const show = async ({ password = "", code = "" }: Record<string, string>) => {
    await told(api.POST("/v1/auth/shown", { body: { ...(password ? { password } : {}), ...(code ? { code } : {}) } }));
    waiting.go();
  };
  return (
    <Dialog title={words.showAgain} onClose={waiting.stop}>
      <Form
        asked={[
          { name: "password", label: words.password, type: "password", complete: "current-password", optional: true },
          { name: "code", label: words.code, help: words.codeHelp, complete: "one-time-code", optional: true },
        ]}
        does={words.confirm}
        act={show}
      >
        <Button onClick={waiting.stop}>{words.cancel}</Button>
      </Form>
    </Dialog>
  );
}

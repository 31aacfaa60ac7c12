// What stands around every screen: where one can go, who one is, and in which tenant.
import { useQueryClient } from "@tanstack/react-query";
import { Link, Outlet, useLocation, useNavigate } from "@tanstack/react-router";
import { DropdownMenu } from "radix-ui";
import { type ReactNode, useEffect, useState } from "react";

import { leave } from "../api/client";
import { useClosed } from "../api/closed";
import { useSession } from "../api/session";
import { Icon, type Sign } from "../design/icons";
import { Button, Empty, Waiting, Wrong } from "../design/parts";
import { ToldHere } from "../design/told";
import { instant } from "../records/formats";
import { HERE, InZone } from "../records/moments";
import { useScreens, useViews } from "../records/screens";
import { LANGUAGES, type Language, useLanguage, useWords } from "../words";
import { useLive } from "./live";
import { Palette } from "./Palette";
import { MakeTenant } from "./MakeTenant";
import { goTo, useInSome, useMe, useTenant } from "./tenants";
import { turn } from "./theme";

const SIGNS: Record<string, Sign> = { list: "list", board: "board", calendar: "calendar", dashboard: "chart", report: "chart" };

export function Frame(): ReactNode {
  const words = useWords();
  const session = useSession();
  const me = useMe();
  const [finding, setFinding] = useState(false);
  const [open, setOpen] = useState(false);
  const { pathname } = useLocation();
  useEffect(() => setOpen(false), [pathname]);
  useKeys(() => setFinding(true));
  useLive();
  useInSome();
  const tenant = useTenant();
  if (me.error && !me.data) return <Wrong error={me.error} again={() => void me.refetch()} />;
  if (!me.data) return <Waiting />;
  const within = () => {
    if (session?.tenant || pathname.startsWith("/v/manage/")) return <Outlet />;
    if (me.data.memberships.length > 0) return <Waiting />;
    return me.data.account.is_operator ? <MakeTenant /> : <Empty title={words.noTenants}>{words.noTenantsHelp}</Empty>;
  };
  return (
    <InZone value={tenant?.zone ?? HERE}>
      <div className={`frame ${open ? "menu-open" : ""}`}>
        <a className="unseen skip" href="#content">
          {words.skip}
        </a>
        <Sidebar onFind={() => setFinding(true)} />
        <div className="beside">
          <header className="top">
            <Button look="plain" sign="menu" said={words.menu} aria-expanded={open} onClick={() => setOpen(!open)} className="only-small" />
            <Button look="plain" sign="search" className="only-small" said={words.search} onClick={() => setFinding(true)} />
          </header>
          <Banners />
          <main id="content" tabIndex={-1}>
            {within()}
          </main>
        </div>
        {finding && <Palette onClose={() => setFinding(false)} />}
        <ToldHere />
      </div>
    </InZone>
  );
}

/** What is not as usual: who is here in somebody's place, that things are only tried, that nothing is changed. */
function Banners(): ReactNode {
  const words = useWords();
  const { language } = useLanguage();
  const me = useMe().data;
  const tenant = useTenant();
  const closed = useClosed();
  const by = me?.impersonated_by;
  return (
    <>
      {me && by && (
        <p className="banner warn" role="status">
          {words.inPlaceOf(by.name, me.account.email)} {by.reason} {by.ends_at && `· ${words.ends}: ${instant(by.ends_at, language, tenant?.zone)}`}
        </p>
      )}
      {tenant?.is_sandbox && (
        <p className="banner" role="status">
          {words.sandbox}
        </p>
      )}
      {closed !== null && (
        <p className="banner warn" role="status" title={closed}>
          {words.readOnly}
        </p>
      )}
    </>
  );
}

/** `⌘K` finds; `/` searches the list; `n` makes a new record; `e` edits. */
function useKeys(find: () => void): void {
  const navigate = useNavigate();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        find();
        return;
      }
      const at = event.target as HTMLElement;
      if (event.metaKey || event.ctrlKey || event.altKey || at.closest("input, textarea, select, dialog, [contenteditable], [role=menu], [role=listbox], .menu")) return;
      const list = /^\/r\/([^/]+)/.exec(location.pathname)?.[1];
      const wanted = { "/": "[data-search]", e: "[data-edit]" }[event.key];
      const element = wanted ? document.querySelector<HTMLElement>(wanted) : null;
      if (element) {
        event.preventDefault();
        if (event.key === "e") element.click();
        else element.focus();
      } else if (event.key === "n" && list) {
        event.preventDefault();
        void navigate({ to: "/r/$address/new", params: { address: list } });
      }
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [find, navigate]);
}

function Sidebar({ onFind }: { onFind: () => void }): ReactNode {
  const words = useWords();
  const screens = useScreens();
  const views = useViews();
  const tenant = useTenant();
  return (
    <aside className="sidebar">
      <Whose />
      <button type="button" className="finder" onClick={onFind}>
        <Icon sign="search" />
        {words.palette}
        <kbd>⌘K</kbd>
      </button>
      <nav aria-label={words.menu}>
        <Link to="/" activeOptions={{ exact: true }}>
          <Icon sign="home" />
          {words.home}
        </Link>
        {(views.data?.length ?? 0) > 0 && <h3>{words.views}</h3>}
        {views.data?.map((view) => (
          <Link key={view.name} to="/v/$name" params={{ name: view.name }}>
            <Icon sign={SIGNS[view.kind] ?? "list"} />
            {view.label}
          </Link>
        ))}
        {(screens.data?.length ?? 0) > 0 && <h3>{words.records}</h3>}
        {screens.error && <Wrong error={screens.error} again={() => void screens.refetch()} />}
        {screens.data
          ?.filter((screen) => screen.form.can_read && !screen.series)
          .map((screen) => (
            <Link key={screen.name} to="/r/$address" params={{ address: screen.address }}>
              <Icon sign="list" />
              {screen.several}
            </Link>
          ))}
        <h3>{words.manage}</h3>
        <Link to="/v/manage/$page" params={{ page: tenant ? "members" : "account" }}>
          <Icon sign="people" />
          {tenant ? words.manage : words.account}
        </Link>
      </nav>
      <Who />
    </aside>
  );
}

function Whose(): ReactNode {
  const me = useMe();
  const session = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const tenants = me.data?.memberships.map((membership) => membership.tenant) ?? [];
  const own = tenants.find((tenant) => tenant.id === session?.tenant);
  const move = (id: string) => {
    goTo(id);
    client.removeQueries({ queryKey: ["records"] });
    void navigate({ to: "/" });
  };
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <button type="button" className="whose">
          <span className="mark" aria-hidden="true">
            {(own?.name ?? "R").charAt(0).toUpperCase()}
          </span>
          <strong>{own?.name ?? "Ratebook"}</strong>
          <Icon sign="down" />
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="start" sideOffset={4}>
          {tenants.map((tenant) => (
            <DropdownMenu.Item key={tenant.id} onSelect={() => move(tenant.id)}>
              {tenant.name}
              {tenant.id === session?.tenant && <Icon sign="check" />}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Who(): ReactNode {
  const words = useWords();
  const me = useMe();
  const navigate = useNavigate();
  const { language, speak } = useLanguage();
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <button type="button" className="whose who">
          <Icon sign="people" />
          <span>{me.data?.account.email}</span>
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" side="top" align="start" sideOffset={4}>
          <DropdownMenu.Label className="said">{words.language}</DropdownMenu.Label>
          <DropdownMenu.RadioGroup value={language} onValueChange={(to) => speak(to as Language)}>
            {Object.entries(LANGUAGES).map(([code, name]) => (
              <DropdownMenu.RadioItem key={code} value={code}>
                <span className="tick">{language === code && <Icon sign="check" size={13} />}</span>
                {name}
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
          <DropdownMenu.Separator className="line" />
          <DropdownMenu.Item onSelect={() => void navigate({ to: "/v/manage/$page", params: { page: "account" } })}>
            <Icon sign="people" />
            {words.account}
          </DropdownMenu.Item>
          <DropdownMenu.Item onSelect={turn}>
            <Icon sign="moon" />
            {words.theme}
          </DropdownMenu.Item>
          <DropdownMenu.Item onSelect={() => void leave()}>
            <Icon sign="out" />
            {words.signOut}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

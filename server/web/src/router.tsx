// The addresses of the console.
import { createRootRoute, createRoute, createRouter, Link, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useCallback } from "react";

import { Empty, Waiting, Wrong } from "./design/parts";
import { type Asked, readAsked } from "./records/asked";
import { List } from "./records/List";
import { NewRecord, RecordPage } from "./records/RecordPage";
import { useScreenAt, useScreens, useViews } from "./records/screens";
import type { Screen } from "./records/kinds";
import { Manage } from "./manage/Manage";
import { Frame } from "./shell/Frame";
import { Home } from "./shell/Home";
import { ViewPage } from "./views/ViewPage";
import { useWords } from "./words";

function NotFound(): ReactNode {
  const words = useWords();
  return <Empty title={words.notFound} action={<Link className="button" to="/">{words.backHome}</Link>} />;
}

/** The screen that an address names, once it is known which there are. */
function At({ address, children }: { address: string; children: (screen: Screen) => ReactNode }): ReactNode {
  const screens = useScreens();
  const screen = useScreenAt(address);
  if (screens.isPending) return <Waiting />;
  if (screens.error && !screens.data) return <Wrong error={screens.error} again={() => void screens.refetch()} />;
  return screen ? children(screen) : <NotFound />;
}

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound });
const home = createRoute({ getParentRoute: () => root, path: "/", component: Home });

const list = createRoute({
  getParentRoute: () => root,
  path: "/r/$address",
  validateSearch: readAsked,
  component: function ListAt() {
    const { address } = list.useParams();
    const asked = list.useSearch();
    const navigate = useNavigate();
    const ask = useCallback((next: Asked) => void navigate({ to: "/r/$address", params: { address }, search: next, replace: true }), [navigate, address]);
    return <At address={address}>{(screen) => <List key={address} screen={screen} asked={asked} onAsk={ask} />}</At>;
  },
});

const fresh = createRoute({
  getParentRoute: () => root,
  path: "/r/$address/new",
  validateSearch: (search: Record<string, unknown>): { initial?: Record<string, unknown> } =>
    search.initial && typeof search.initial === "object" ? { initial: search.initial as Record<string, unknown> } : {},
  component: function NewAt() {
    const { address } = fresh.useParams();
    const { initial } = fresh.useSearch();
    return <At address={address}>{(screen) => <NewRecord key={address} screen={screen} initial={initial ?? {}} />}</At>;
  },
});

const record = createRoute({
  getParentRoute: () => root,
  path: "/r/$address/$id",
  validateSearch: (search: Record<string, unknown>): { edit?: boolean } => (search.edit === true ? { edit: true } : {}),
  component: function RecordAt() {
    const { address, id } = record.useParams();
    const { edit } = record.useSearch();
    return <At address={address}>{(screen) => <RecordPage key={id} screen={screen} id={id} editing={edit ?? false} />}</At>;
  },
});

const manage = createRoute({
  getParentRoute: () => root,
  path: "/v/manage/$page",
  component: function ManageAt() {
    const { page } = manage.useParams();
    return <Manage key={page} page={page} />;
  },
});

const view = createRoute({
  getParentRoute: () => root,
  path: "/v/$name",
  component: function ViewAt() {
    const { name } = view.useParams();
    const views = useViews();
    if (views.isPending) return <Waiting />;
    if (views.error && !views.data) return <Wrong error={views.error} again={() => void views.refetch()} />;
    const own = views.data.find((one) => one.name === name);
    return own ? <ViewPage key={name} view={own} /> : <NotFound />;
  },
});

export const router = createRouter({ routeTree: root.addChildren([home, list, fresh, record, manage, view]), defaultPreload: "intent", scrollRestoration: true });

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

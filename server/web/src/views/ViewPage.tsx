// A view of the pack, by its kind.
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";

import { get } from "../api/client";
import type { components } from "../api/schema";
import { useSession } from "../api/session";
import { Empty, Heading, Waiting, Wrong } from "../design/parts";
import { ofList } from "../records/fresh";
import { fieldOf, type Page, type Screen } from "../records/kinds";
import { useLong } from "../records/long";
import { useScreen } from "../records/screens";
import { useWords } from "../words";
import { Board } from "./Board";
import { Days } from "./Days";
import { Figures } from "./Figures";
import { Entries } from "./Entries";

export type View = components["schemas"]["View"];

export interface Lane {
  value: string | null;
  count: number;
  /** Nothing of lanes behind the fiftieth: they are asked for by themselves. */
  items: Page["items"] | null;
  next_cursor: string | null;
}

export interface Seen extends Omit<Page, "items"> {
  view: View;
  items?: Page["items"];
  lanes?: Lane[];
  first?: string;
  last?: string;
  series?: { value?: unknown; start?: string; end?: string; count: number; sum?: unknown }[];
}

/** The pages of a list, or of a lane of a board, behind what is shown of it already. */
export function usePages(view: View, query: Record<string, string>, after: string | null = "", enabled = true) {
  const tenant = useSession()?.tenant ?? null;
  const queryKey = ["records", tenant, "views", view.name, "pages", query, after];
  const pages = useInfiniteQuery({
    ...ofList,
    queryKey,
    initialPageParam: after ?? "",
    queryFn: ({ pageParam }) => get<Seen>(`/v1/views/${view.name}?${new URLSearchParams({ ...query, ...(pageParam ? { cursor: pageParam } : {}) })}`),
    getNextPageParam: (page: Seen) => page.next_cursor ?? undefined,
    enabled,
    placeholderData: (before) => before,
  });
  return { pages, long: useLong(queryKey, pages) };
}

export function useView(view: View, query: string, enabled = true) {
  const tenant = useSession()?.tenant ?? null;
  return useQuery({
    queryKey: ["records", tenant, "views", view.name, query],
    queryFn: () => get<Seen>(`/v1/views/${view.name}${query ? `?${query}` : ""}`),
    enabled,
    placeholderData: (before) => before,
  });
}

export function ViewPage({ view }: { view: View }): ReactNode {
  const screen = useScreen(view.entity);
  const words = useWords();
  if (!screen) return <Empty title={words.notFound} />;
  return (
    <section className="view">
      <header className="page-head">
        <Heading title={view.label} />
      </header>
      {view.kind === "list" && <Entries view={view} screen={screen} />}
      {view.kind === "board" && <Board view={view} screen={screen} />}
      {view.kind === "calendar" && <Days view={view} screen={screen} />}
      {(view.kind === "dashboard" || view.kind === "report") && <Figures view={view} screen={screen} />}
    </section>
  );
}

/** The links among the columns of a view, whose records are wanted too. */
export const linksOf = (view: View, screen: Screen): Record<string, string> => {
  const links = view.columns.filter((column) => fieldOf(screen.form, column.name)?.kind === "link").map((column) => column.name);
  return links.length > 0 ? { expand: links.slice(0, 10).join(",") } : {};
};

/** What a view asks, while it is asked, and when it is refused. */
export function Looked({ asked, children }: { asked: ReturnType<typeof useView>; children: (seen: Seen) => ReactNode }): ReactNode {
  if (asked.error && !asked.data) return <Wrong error={asked.error} again={() => void asked.refetch()} />;
  if (!asked.data) return <Waiting />;
  return children(asked.data);
}

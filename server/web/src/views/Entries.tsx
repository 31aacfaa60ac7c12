// A view that is a list: its own columns, filters and order.
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";

import { Empty, More, Waiting, Wrong } from "../design/parts";
import { fieldOf, type RecordOf, type Screen } from "../records/kinds";
import { isInside } from "../records/List";
import { Changed } from "../records/long";
import { Shown } from "../records/Shown";
import { useWords } from "../words";
import { linksOf, usePages, type View } from "./ViewPage";

export function Entries({ view, screen }: { view: View; screen: Screen }): ReactNode {
  const words = useWords();
  const navigate = useNavigate();
  const columns = view.columns.filter((column) => column.kind);
  const { pages, long } = usePages(view, { limit: "100", ...linksOf(view, screen) });
  const records = pages.data?.pages.flatMap((page) => page.items ?? []) ?? [];
  const linked = (field: string, id: string) => pages.data?.pages.map((page) => page.expanded?.[field]?.[id]).find(Boolean);
  const open = (record: RecordOf) => void navigate({ to: "/r/$address/$id", params: { address: screen.address, id: record.id } });
  if (pages.error && !pages.data) return <Wrong error={pages.error} again={() => void pages.refetch()} />;
  if (!pages.data) return <Waiting />;
  if (records.length === 0) return <Empty title={words.noneFound} />;
  return (
    <>
      <Changed of={long} />
      <div className="rows card">
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.name} scope="col">
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {records.map((record) => (
              <tr key={record.id} tabIndex={0} onClick={(event) => !isInside(event) && open(record)} onKeyDown={(event) => event.key === "Enter" && event.target === event.currentTarget && open(record)}>
                {columns.map(({ name }) => (
                  <td key={name} className={name === screen.title ? "title" : ""}>
                    <Shown field={fieldOf(screen.form, name) ?? { name, kind: "text" }} value={record[name]} linked={linked(name, String(record[name]))} state={name === screen.life?.field} short />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <More of={pages} />
    </>
  );
}

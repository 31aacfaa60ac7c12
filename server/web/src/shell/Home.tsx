// The beginning: the pack's own figures, and its lists.
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

import { Heading, Waiting } from "../design/parts";
import { useScreen, useScreens, useViews } from "../records/screens";
import { Drawn } from "../views/Figures";
import { Looked, useView, type View } from "../views/ViewPage";
import { useWords } from "../words";
import { useTenant } from "./tenants";

export function Home(): ReactNode {
  const words = useWords();
  const views = useViews();
  const screens = useScreens();
  const tenant = useTenant();
  if (views.isPending || screens.isPending) return <Waiting />;
  const drawn = (views.data ?? []).filter((view) => (view.kind === "dashboard" || view.kind === "report") && view.plot);
  return (
    <section className="home">
      <header className="page-head">
        <Heading title={tenant?.name ?? words.home} />
      </header>
      <div className="tiles">
        {drawn.map((view) => (
          <Tile key={view.name} view={view} />
        ))}
      </div>
      <div className="lists">
        {screens.data
          ?.filter((screen) => screen.form.can_read && !screen.series)
          .map((screen) => (
            <Link key={screen.name} className="card count" to="/r/$address" params={{ address: screen.address }}>
              <strong>{screen.several}</strong>
              {screen.summary && <span className="muted">{screen.summary}</span>}
            </Link>
          ))}
      </div>
    </section>
  );
}

function Tile({ view }: { view: View }): ReactNode {
  const screen = useScreen(view.entity);
  const asked = useView(view, "total=true");
  if (!screen) return null;
  return <Looked asked={asked}>{(seen) => <Drawn view={view} screen={screen} seen={seen} small />}</Looked>;
}

// Everything by keyboard: go to a list, a view, a record that is searched for, or do something.
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Command } from "cmdk";
import { type ReactNode, useState } from "react";

import { get, leave } from "../api/client";
import { Dialog } from "../design/parts";
import { useScreens, useViews } from "../records/screens";
import { useWords } from "../words";
import { turn } from "./theme";

interface Found {
  entities: { entity: string; items: { id: string; label: string }[] }[];
}

export function Palette({ onClose }: { onClose: () => void }): ReactNode {
  const words = useWords();
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const screens = useScreens().data ?? [];
  const views = useViews().data ?? [];
  const found = useQuery({
    queryKey: ["records", "everywhere", typed],
    queryFn: () => get<Found>(`/v1/search?${new URLSearchParams({ q: typed, limit: "8" })}`),
    enabled: typed.length > 1,
    placeholderData: (before) => before,
  });
  const go = (act: () => unknown) => () => {
    onClose();
    void act();
  };
  return (
    <Dialog title={words.palette} onClose={onClose}>
      <Command className="palette" label={words.palette} loop>
        <Command.Input className="input" autoFocus value={typed} onValueChange={setTyped} placeholder={words.search} />
        <Command.List>
          <Command.Empty>{words.paletteNothing}</Command.Empty>
          {(found.data?.entities.length ?? 0) > 0 && (
            <Command.Group heading={words.records}>
              {found.data?.entities.flatMap(({ entity, items }) => {
                const screen = screens.find((own) => own.name === entity);
                if (!screen) return [];
                return items.map(({ id, label }) => (
                  <Command.Item key={id} value={`${typed} ${label} ${id}`} onSelect={go(() => navigate({ to: "/r/$address/$id", params: { address: screen.address, id } }))}>
                    {label} <span className="muted">{screen.form.label}</span>
                  </Command.Item>
                ));
              })}
            </Command.Group>
          )}
          <Command.Group heading={words.goTo}>
            {screens.map((screen) => (
              <Command.Item key={screen.name} value={`${screen.several} ${screen.name}`} onSelect={go(() => navigate({ to: "/r/$address", params: { address: screen.address } }))}>
                {screen.several}
              </Command.Item>
            ))}
            {(["account", "members", "settings", "keys", "webhooks", "jobs", "audit"] as const).map((page) => (
              <Command.Item key={page} value={`${words[page]} ${page} ${words.manage}`} onSelect={go(() => navigate({ to: "/v/manage/$page", params: { page } }))}>
                {words[page]} <span className="muted">{words.manage}</span>
              </Command.Item>
            ))}
            {views.map((view) => (
              <Command.Item key={view.name} value={`${view.label} ${view.name} view`} onSelect={go(() => navigate({ to: "/v/$name", params: { name: view.name } }))}>
                {view.label}
              </Command.Item>
            ))}
          </Command.Group>
          <Command.Group heading={words.act}>
            {screens
              .filter((screen) => screen.form.can_write && !screen.native)
              .map((screen) => (
                <Command.Item key={screen.name} value={`${words.newOf(screen.form.label)} ${screen.name}`} onSelect={go(() => navigate({ to: "/r/$address/new", params: { address: screen.address } }))}>
                  {words.newOf(screen.form.label)}
                </Command.Item>
              ))}
            <Command.Item onSelect={go(turn)}>{words.theme}</Command.Item>
            <Command.Item onSelect={go(leave)}>{words.signOut}</Command.Item>
          </Command.Group>
        </Command.List>
      </Command>
    </Dialog>
  );
}

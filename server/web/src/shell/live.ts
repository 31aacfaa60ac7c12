// What others change is shown without asking: the server tells what happened, and what is on the screen of it is asked anew.
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

import { send } from "../api/client";
import { useSession } from "../api/session";
import { refresh } from "../records/fresh";
import { gathered } from "./gathered";

const LATER = 3_000;
const LATEST = 60_000;

export function useLive(): void {
  const client = useQueryClient();
  const tenant = useSession()?.tenant ?? null;
  useEffect(() => {
    if (!tenant) return;
    const ended = new AbortController();
    const changes = gathered(() => refresh(client));
    void follow(ended.signal, changes.heard, () => void anew(client));
    return () => {
      ended.abort();
      changes.end();
    };
  }, [client, tenant]);
}

/** After a time without a line nobody knows what has happened. */
async function anew(client: QueryClient): Promise<void> {
  for (const key of ["me", "screens", "views"]) await client.invalidateQueries({ queryKey: [key] });
  await refresh(client);
}

async function follow(ended: AbortSignal, heard: () => void, back: () => void): Promise<void> {
  let last = "";
  let later = LATER;
  for (let times = 0; !ended.aborted; ) {
    try {
      const told = new Headers({ accept: "text/event-stream" });
      if (last) told.set("last-event-id", last);
      const answer = await send(new Request(new URL("/v1/events", location.origin), { headers: told, signal: ended }));
      if (!answer.ok || !answer.body) throw new Error(answer.statusText);
      if (times++ > 0) back();
      later = LATER;
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      let rest = "";
      for (;;) {
        const { value, done } = await reader.read();
        if (done) break;
        const parts = (rest + value).split("\n\n");
        rest = parts.pop() ?? "";
        for (const part of parts) {
          last = /^id: ?(.*)$/m.exec(part)?.[1] ?? last;
          if (/^data:/m.test(part)) heard();
        }
      }
    } catch {
      if (ended.aborted) return;
      later = Math.min(later * 2, LATEST);
    }
    await new Promise((resolve) => setTimeout(resolve, later));
  }
}

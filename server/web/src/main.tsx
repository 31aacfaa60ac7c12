import "./design/tokens.css";
import "./design/base.css";
import "./design/parts.css";
import "./design/screens.css";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { Tooltip } from "radix-ui";
import { type ReactNode, StrictMode } from "react";
import { createRoot } from "react-dom/client";

import { Problem } from "./api/problem";
import { current, heed, useSession } from "./api/session";
import { router } from "./router";
import { useArrival, watchArrivals } from "./shell/arrival";
import { SignIn } from "./shell/SignIn";
import { show } from "./shell/theme";
import { Speaking } from "./words";

show();
watchArrivals("/v/manage/account");

// What was refused is refused again; what was not reached is tried twice.
const client = new QueryClient({
  defaultOptions: { queries: { staleTime: 10_000, retry: (count, error) => !(error instanceof Problem && error.status < 500) && count < 2 } },
});

// Nothing that was asked for by somebody is kept for the next one.
heed(() => {
  if (!current()) client.clear();
});

function Console(): ReactNode {
  const session = useSession();
  const arrival = useArrival();
  return session && !arrival ? <RouterProvider router={router} /> : <SignIn />;
}

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <Speaking>
          <Tooltip.Provider>
            <Console />
          </Tooltip.Provider>
        </Speaking>
      </QueryClientProvider>
    </StrictMode>,
  );
}

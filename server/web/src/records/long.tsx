// Long lists are not asked for anew by themselves: they say that they have changed, and are shown anew for whoever wants it.
import { type InfiniteData, type QueryKey, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";

import { Button } from "../design/parts";
import { useWords } from "../words";
import { FEW } from "./fresh";

interface Pages {
  data: InfiniteData<unknown> | undefined;
  isStale: boolean;
  isFetching: boolean;
  refetch: () => unknown;
}

export interface Long {
  isLong: boolean;
  changed: boolean;
  /** The list from its beginning, as it is by now. */
  anew: () => void;
  /** How often it was begun. */
  round: number;
}

export function useLong(queryKey: QueryKey, pages: Pages): Long {
  const client = useQueryClient();
  const { isStale, isFetching } = pages;
  const isLong = (pages.data?.pages.length ?? 0) > FEW;
  const [changed, setChanged] = useState(false);
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (isStale && isLong && !isFetching) setChanged(true);
    if (!isLong) setChanged(false);
  }, [isStale, isFetching, isLong]);
  const anew = () => {
    client.setQueryData<InfiniteData<unknown>>(queryKey, (before) => before && { pages: before.pages.slice(0, 1), pageParams: before.pageParams.slice(0, 1) });
    setChanged(false);
    setRound(round + 1);
    void pages.refetch();
  };
  return { isLong, changed, anew, round };
}

export function Changed({ of }: { of: Long }): ReactNode {
  const words = useWords();
  if (!of.changed) return null;
  return (
    <p className="notice line" role="status">
      {words.listChanged}
      <Button look="plain" onClick={of.anew}>
        {words.show}
      </Button>
    </p>
  );
}

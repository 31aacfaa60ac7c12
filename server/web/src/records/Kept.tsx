// What a record keeps beside its fields: files, and secrets that are shown to whoever may see them, once they ask.
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";

import { ask, blobOf, saveAs } from "../api/client";
import { Icon } from "../design/icons";
import { Button } from "../design/parts";
import { tell } from "../design/told";
import { useWords } from "../words";
import type { FormField } from "./kinds";

export interface At {
  address: string;
  id: string;
}

interface FileOf {
  at: At;
  field: Pick<FormField, "kind" | "name"> & { label?: string };
  /** The file that the field names. */
  file: string;
}

export function FileOf({ at, field, file }: FileOf): ReactNode {
  const words = useWords();
  const address = `/v1/${at.address}/${at.id}/files/${field.name}`;
  const save = () => void saveAs(field.label ?? field.name, address).catch((refused: Error) => tell(refused.message));
  return (
    <button type="button" className="kept-file" onClick={save} title={words.download}>
      {field.kind === "picture" ? <Picture address={`${address}?size=thumb`} file={file} label={field.label ?? field.name} /> : <Icon sign="file" />}
      <span>{words.download}</span>
    </button>
  );
}

function Picture({ address, file, label }: { address: string; file: string; label: string }): ReactNode {
  const found = useQuery({ queryKey: ["files", address, file], queryFn: () => blobOf(address), staleTime: Number.POSITIVE_INFINITY, retry: false });
  const [shown, setShown] = useState<string>();
  useEffect(() => {
    if (!found.data) return;
    const url = URL.createObjectURL(found.data);
    setShown(url);
    return () => URL.revokeObjectURL(url);
  }, [found.data]);
  return shown ? <img src={shown} alt={label} /> : <Icon sign="file" />;
}

/** Each time that it is shown is written down. */
export function Revealed({ at, field }: { at: At; field: Pick<FormField, "name" | "label"> }): ReactNode {
  const words = useWords();
  const [value, setValue] = useState<string | null>();
  const [asking, setAsking] = useState(false);
  const reveal = async () => {
    setAsking(true);
    await ask<{ value: string | null }>("POST", `/v1/${at.address}/${at.id}/reveal`, { field: field.name }).then(
      ({ body }) => setValue(body.value),
      (refused: Error) => tell(refused.message),
    );
    setAsking(false);
  };
  if (value === undefined) {
    return (
      <span className="revealed">
        <span className="muted">•••</span>
        <Button look="plain" disabled={asking} aria-label={`${words.show}: ${field.label}`} onClick={() => void reveal()}>
          {words.show}
        </Button>
      </span>
    );
  }
  return (
    <span className="revealed">
      <code className="mono">{value ?? "–"}</code>
      <Button look="plain" onClick={() => setValue(undefined)}>
        {words.hide}
      </Button>
    </span>
  );
}

// The types of the platform's routes, of the document that a server gives of itself: `npm run types` writes them anew.
import { readFileSync } from "node:fs";
import openapiTS, { astToString, COMMENT_HEADER } from "openapi-typescript";

interface Document {
  paths: Record<string, unknown>;
  components: { schemas: Record<string, unknown>; responses: Record<string, unknown> };
}

const REFERENCE = /#\/components\/schemas\/([A-Za-z0-9_]+)/g;

/** The document without what the tenant's pack adds to it: entities have screens of no type of their own. */
function ofPlatform(whole: Document): Document {
  const own = JSON.parse(readFileSync("../src/openapi.json", "utf8")) as Document;
  const paths = Object.fromEntries(Object.entries(whole.paths).filter(([path]) => path in own.paths));
  const needed = new Set<string>();
  const walk = (part: unknown): void => {
    for (const [, name] of JSON.stringify(part ?? {}).matchAll(REFERENCE)) {
      if (!name || needed.has(name)) continue;
      needed.add(name);
      walk(whole.components.schemas[name]);
    }
  };
  walk(paths);
  walk(whole.components.responses);
  const schemas = Object.fromEntries(Object.entries(whole.components.schemas).filter(([name]) => needed.has(name)));
  return { ...whole, paths, components: { ...whole.components, schemas } };
}

export async function typesOf(document: unknown): Promise<string> {
  const tree = await openapiTS(ofPlatform(document as Document) as never);
  return `${COMMENT_HEADER}${astToString(tree)}`;
}

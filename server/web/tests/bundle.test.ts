// The bundle that comes with the server is that of these sources.
import { mkdtempSync, readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { expect, it } from "vitest";

const files = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });

it("the bundle is built of these sources: `npm run build`", { timeout: 60_000 }, async () => {
  process.env.NODE_ENV = "production";
  const made = mkdtempSync(join(tmpdir(), "console-"));
  await build({ mode: "production", build: { outDir: made, emptyOutDir: true }, logLevel: "silent" });
  const read = (folder: string) => Object.fromEntries(files(folder).map((path) => [relative(folder, path), readFileSync(path, "utf8")]));
  const [now, kept] = [read(made), read("dist")];
  expect(Object.keys(kept).sort()).toEqual(Object.keys(now).sort());
  expect(kept).toEqual(now);
});

it("what is loaded first weighs at most 400 kB", () => {
  const first = readFileSync("dist/index.html", "utf8");
  const named = [...first.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map((match) => match[1] as string);
  expect(named.length).toBeGreaterThan(1);
  const weight = named.map((name) => gzipSync(readFileSync(join("dist", name))).length).reduce((sum, one) => sum + one, 0);
  expect(weight).toBeLessThanOrEqual(400_000);
});

// A server with the workbench and its demo, in a folder of its own, and a browser before it.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { preview } from "vite";

export interface Served {
  address: string;
  password: string;
  browser: Browser;
  end: () => Promise<void>;
}

export async function served(): Promise<Served> {
  const program = process.env.CONSOLE_SERVER;
  if (!program) throw new Error("CONSOLE_SERVER names no server");
  const folder = mkdtempSync(join(tmpdir(), "console-"));
  const server = spawn(program, ["--listen", "127.0.0.1:0"], { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
  const { address: own, password } = await begun(server);
  const address = process.env.CONSOLE_DIST ? await before(own) : own;
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
  const end = async () => {
    await browser.close();
    server.kill();
    await new Promise((resolve) => server.once("exit", resolve));
    rmSync(folder, { recursive: true, force: true });
  };
  return { address, password, browser, end };
}

/** The bundle as it lies in `dist`, before the same server: what is worked on is tried without building the server anew. */
async function before(server: string): Promise<string> {
  const shown = await preview({ preview: { port: 0, proxy: { "/v1": server } }, logLevel: "silent" });
  return (shown.resolvedUrls?.local[0] ?? server).replace(/\/$/, "");
}

function begun(server: ChildProcess): Promise<{ address: string; password: string }> {
  return new Promise((resolve, reject) => {
    let said = "";
    server.stdout?.on("data", (part: Buffer) => {
      said += part.toString();
      const address = /listens at (http:\S+?)\/?\s/.exec(said)?.[1];
      const password = /with the password (\S+)/.exec(said)?.[1];
      if (address && password) resolve({ address, password });
    });
    server.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
}

export interface Looking {
  page: Page;
  /** What the browser complained of. */
  complaints: string[];
}

/** Somebody before a screen of that size, signed in. */
export async function looking(own: Served, width = 1440, height = 900): Promise<Looking> {
  const context = await own.browser.newContext({ viewport: { width, height }, locale: "en-US", timezoneId: "Europe/Madrid" });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && !/401|412|422/.test(message.text()) && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(own.address);
  await page.getByLabel("E-mail").fill("demo@example.com");
  await page.getByLabel("Password").fill(own.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.locator(".frame h1").waitFor();
  return { page, complaints };
}

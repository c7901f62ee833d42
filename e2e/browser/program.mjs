// The built program, serving a book of its own on this machine.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

/** The program that is tried: the one a debug build leaves, unless the environment names another. */
const PROGRAM = resolve(process.env.KITHWORK_PROGRAM ?? join(import.meta.dirname, "../../target/debug/kithwork"));

/** A folder that goes with this run. */
export function folder() {
  const path = mkdtempSync(join(tmpdir(), "kithwork-browser-"));
  process.on("exit", () => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** Runs a command to its end. */
export async function run(...words) {
  const ended = spawn(PROGRAM, words, { stdio: "ignore" });
  const [code] = await once(ended, "exit");
  if (code !== 0) throw new Error(`kithwork ${words.join(" ")} ended with ${code}`);
}

/** Starts a command that serves, such as `demo`; answers once it names its address. */
export async function serve(...words) {
  const server = spawn(PROGRAM, words, { stdio: ["ignore", "pipe", "inherit"] });
  // Whatever goes wrong, no server of ours stays behind.
  const kill = () => server.kill("SIGKILL");
  process.on("exit", kill);
  const ended = once(server, "exit");
  for await (const line of createInterface({ input: server.stdout })) {
    const at = line.match(/http:\/\/[^/\s]+/);
    if (!at) continue;
    server.stdout.resume();
    return {
      base: at[0],
      async stop() {
        server.kill("SIGINT");
        await ended;
        process.off("exit", kill);
      },
    };
  }
  throw new Error(`kithwork ${words.join(" ")} served nothing`);
}

/** Serves the sample book, which is thrown away at the end. */
export const demo = () => serve("demo", "--listen", "127.0.0.1:0");

// An evening with the network cut: 25 notes, the browser closed and opened again, all 25 there once.
//
//   cd e2e && npm ci && npm run offline -- ../target/debug/kithwork
//
// Serves a book of its own, and cuts the network by ending the server: what a browser only pretends to
// have lost, a service worker still has. Ends with 1 where a note is lost or doubled.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const [program = "../target/debug/kithwork"] = process.argv.slice(2);
const ADDRESS = "127.0.0.1:47815";
const base = `http://${ADDRESS}`;
const PEOPLE = Array.from({ length: 25 }, (_, n) => `Guest ${String.fromCharCode(65 + n)}mara Quell`);
const profile = await mkdtemp(join(tmpdir(), "kithwork-offline-"));
const book = join(profile, "book.kithwork");

/** Serves the book until it is ended; answers once it can be reached. */
async function serve() {
  const server = spawn(program, ["--book", book, "serve", "--listen", ADDRESS], { stdio: "ignore" });
  for (let tries = 0; tries < 100; tries += 1) {
    if (await fetch(base).then(() => true, () => false)) return server;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the server does not answer");
}

async function cut(server) {
  server.kill("SIGINT");
  await once(server, "exit");
}

const open = () => chromium.launchPersistentContext(join(profile, "browser"), {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});

async function change_count(context) {
  const answer = await context.request.get(`${base}/api/v1/changes?limit=200`);
  return (await answer.json()).changes.filter((change) => change.was === "note").length;
}

let server = await serve();
let context = await open();
let page = await context.newPage();
await page.goto(base);
await page.evaluate(() => navigator.serviceWorker.ready);
await page.reload();
const before = await change_count(context);

await cut(server);
await page.goto(`${base}/people`);
const heading = await page.textContent("h1");
if (heading !== "No connection") throw new Error(`offline the page says ${heading}`);
await page.click("#capture summary");
for (const [n, name] of PEOPLE.entries()) {
  await page.fill("#capture-text", `met ${name} at the Chamber Lunch`);
  await page.click("#capture button.go");
  await page.waitForFunction((count) => document.querySelector(".waiting").textContent.startsWith(`${count} `), n + 1);
}
await context.close();

server = await serve();
context = await open();
page = await context.newPage();
await page.goto(base);
let kept = 0;
for (let tries = 0; tries < 120 && kept < PEOPLE.length; tries += 1) {
  await page.waitForTimeout(250);
  kept = (await change_count(context)) - before;
}
await page.reload();
await page.waitForTimeout(1000);
kept = (await change_count(context)) - before;
const waiting = await page.isVisible(".waiting");
await context.close();
await cut(server);
await rm(profile, { recursive: true, force: true });
console.log(`${kept} of ${PEOPLE.length} notes kept, ${waiting ? "some" : "none"} still waiting`);
process.exitCode = kept === PEOPLE.length && !waiting ? 0 : 1;

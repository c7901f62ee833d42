// An evening with the network cut: 25 people written down in event mode, the browser closed and opened
// again, all 25 there once.
//
//   cd e2e && npm ci && npm run offline -- ../target/debug/kithwork
//
// Serves a book of its own, and cuts the network by ending the server: what a browser only pretends to
// have lost, a service worker still has. Ends with 1 where somebody is lost, doubled or elsewhere.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const [program = "../target/debug/kithwork"] = process.argv.slice(2);
const ADDRESS = "127.0.0.1:47815";
const base = `http://${ADDRESS}`;
const PEOPLE = [
  "Amara Quell", "Bruno Castellane", "Chidi Vandersloot", "Dagny Thorvald", "Elif Karaduman",
  "Fergus McQuarrie", "Greta Holzapfel", "Hamza Benyoucef", "Ingrid Solbakken", "Jonas Petterwood",
  "Keiko Yamashiro", "Lorcan Fitzsimmons", "Marisol Etxeberria", "Nikhil Raghunathan", "Oona Lindqvist",
  "Piotr Zawadzki", "Quentin Delacroix", "Rosalind Featherstone", "Suleiman Adebayor", "Tamsin Blackwood",
  "Ulrich Bergmann", "Vesna Jovanovic", "Wendell Oakeshott", "Xiomara Villanueva", "Yusuf Kocabas",
];
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

/** Whom the evening holds, by name. */
async function met(id) {
  const answer = await fetch(`${base}/api/v1/meetings/${id}`);
  return (await answer.json()).evening.talked_to;
}

/** Writes people down one after another, and waits until each is kept on the device. */
async function write(page, field, people, before) {
  for (const [n, name] of people.entries()) {
    await page.fill(field, `${name} needs a bookkeeper`);
    await page.locator(`form:has(${field}) button.go`).click();
    const count = before + n + 1;
    const line = (count) => [...document.querySelectorAll(".waiting")].some((at) => at.textContent.startsWith(`${count} `));
    await page.waitForFunction(line, count);
  }
}

/** The box for a note on the page that is shown without a connection, at the meeting that goes on. */
async function without_connection(page) {
  await page.goto(`${base}/meetings/now`);
  const heading = await page.textContent("h1");
  if (heading !== "No connection") throw new Error(`offline the page says ${heading}`);
  await page.click("#capture summary");
  const at = await page.textContent("#capture-at");
  if (!at.includes("Harbour Mixer")) throw new Error(`the meeting is not chosen: ${at}`);
}

let server = await serve();
// Whatever goes wrong, no server of ours stays behind.
process.on("exit", () => server.kill("SIGKILL"));
const entered = await fetch(`${base}/api/v1/meetings`, {
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ group: "Harbour Mixer", may_be_new: true }),
});
const { meeting } = (await entered.json()).evening;

let context = await open();
let page = await context.newPage();
await page.goto(base);
await page.evaluate(() => navigator.serviceWorker.ready);
await page.goto(`${base}/meetings/now`);
await cut(server);
await write(page, "#take-text", PEOPLE.slice(0, 10), 0);
await without_connection(page);
await write(page, "#capture-text", PEOPLE.slice(10, 18), 10);
await context.close();

context = await open();
page = await context.newPage();
await without_connection(page);
await write(page, "#capture-text", PEOPLE.slice(18), 18);
await context.close();

server = await serve();
context = await open();
page = await context.newPage();
await page.goto(base);
let there = [];
for (let tries = 0; tries < 120 && there.length < PEOPLE.length; tries += 1) {
  await page.waitForTimeout(250);
  there = await met(meeting);
}
await page.goto(`${base}/meetings/now`);
await page.waitForTimeout(1000);
there = await met(meeting);
const waiting = await page.locator(".waiting:visible").count();
const shown = await page.textContent("main");
await context.close();
await cut(server);
await rm(profile, { recursive: true, force: true });

const names = there.map((one) => one.name);
const lost = PEOPLE.filter((name) => !names.includes(name) || !shown.includes(name));
const needs = there.reduce((sum, one) => sum + one.needs.length, 0);
console.log(`${names.length} of ${PEOPLE.length} people, ${needs} needs, ${waiting ? "some" : "none"} still waiting`);
if (lost.length) console.log(`lost: ${lost.join(", ")}`);
const all = names.length === PEOPLE.length && new Set(names).size === PEOPLE.length && needs === PEOPLE.length;
process.exitCode = all && !lost.length && !waiting ? 0 : 1;

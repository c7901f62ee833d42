// An evening with the network cut: 25 notes, the browser closed and opened again, all 25 there once.
//
//   kithwork --book FILE serve --listen 127.0.0.1:8080 &
//   cd e2e && npm ci && npm run offline -- http://127.0.0.1:8080
//
// Ends with 1 where a note is lost or doubled. The book should be a copy: 25 people are added to it.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const [base = "http://127.0.0.1:8080"] = process.argv.slice(2);
const PEOPLE = Array.from({ length: 25 }, (_, n) => `Guest ${String.fromCharCode(65 + n)}mara Quell`);
const profile = await mkdtemp(join(tmpdir(), "kithwork-offline-"));
const open = () => chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});

async function change_count(context) {
  const answer = await context.request.get(`${base}/api/v1/changes?limit=200`);
  return (await answer.json()).changes.filter((change) => change.was === "note").length;
}

let context = await open();
let page = await context.newPage();
await page.goto(base);
await page.evaluate(() => navigator.serviceWorker.ready);
await page.reload();
const before = await change_count(context);

await context.setOffline(true);
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
await rm(profile, { recursive: true, force: true });
console.log(`${kept} of ${PEOPLE.length} notes kept, ${waiting ? "some" : "none"} still waiting`);
process.exitCode = kept === PEOPLE.length && !waiting ? 0 : 1;

// An evening with the network cut: 25 people written down in event mode, the browser closed and opened
// again, all 25 there once.
//
// The network is cut by ending the server: what a browser only pretends to have lost, a service worker
// still has.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { PHONE, device } from "./chromium.mjs";
import { folder, serve } from "./program.mjs";

const PEOPLE = [
  "Amara Quell", "Bruno Castellane", "Chidi Vandersloot", "Dagny Thorvald", "Elif Karaduman",
  "Fergus McQuarrie", "Greta Holzapfel", "Hamza Benyoucef", "Ingrid Solbakken", "Jonas Petterwood",
  "Keiko Yamashiro", "Lorcan Fitzsimmons", "Marisol Etxeberria", "Nikhil Raghunathan", "Oona Lindqvist",
  "Piotr Zawadzki", "Quentin Delacroix", "Rosalind Featherstone", "Suleiman Adebayor", "Tamsin Blackwood",
  "Ulrich Bergmann", "Vesna Jovanovic", "Wendell Oakeshott", "Xiomara Villanueva", "Yusuf Kocabas",
];
const home = folder();
const open = () => device(join(home, "browser"), PHONE);
const start = (address) => serve("--book", join(home, "book.kithwork"), "serve", "--listen", address);

let served, base, context;
before(async () => {
  served = await start("127.0.0.1:0");
  ({ base } = served);
});
after(async () => {
  await context?.close();
  await served?.stop();
});

/** Writes people down one after another, and waits until each is kept on the device. */
async function write(page, field, people, before) {
  for (const [n, name] of people.entries()) {
    await page.fill(field, `${name} needs a bookkeeper`);
    await page.locator(`form:has(${field}) button.go`).click();
    const line = (count) => [...document.querySelectorAll(".waiting")].some((at) => at.textContent.startsWith(`${count} `));
    await page.waitForFunction(line, before + n + 1);
  }
}

/** The box for a note on the page that is shown without a connection, at the meeting that goes on. */
async function withoutConnection(page) {
  await page.goto(`${base}/meetings/now`);
  assert.equal(await page.textContent("h1"), "No connection");
  await page.click("#capture summary");
  // The box offers it once it is open. It has no time, so nobody knows whether it still goes on: one ticks it.
  await page.locator("#capture-at:visible", { hasText: "Harbour Mixer" }).waitFor();
  assert.equal(await page.isChecked("#capture-meeting"), false);
  await page.check("#capture-meeting");
}

/** Whom the evening holds. */
async function met(id) {
  const answer = await fetch(`${base}/api/v1/meetings/${id}`);
  return (await answer.json()).evening.talked_to;
}

test("an evening's 25 people outlive a lost network and a closed browser, and arrive once", async () => {
  const entered = await fetch(`${base}/api/v1/meetings`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ group: "Harbour Mixer", may_be_new: true }),
  });
  const { meeting } = (await entered.json()).evening;

  context = await open();
  let page = await context.newPage();
  await page.goto(base);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.goto(`${base}/meetings/now`);
  await served.stop();
  await write(page, "#take-text", PEOPLE.slice(0, 10), 0);
  await withoutConnection(page);
  await write(page, "#capture-text", PEOPLE.slice(10, 18), 10);
  await context.close();

  context = await open();
  page = await context.newPage();
  await withoutConnection(page);
  await write(page, "#capture-text", PEOPLE.slice(18), 18);
  await context.close();

  served = await start(base.replace("http://", ""));
  context = await open();
  page = await context.newPage();
  await page.goto(base);
  // Once all is sent, the page says what the last one was.
  await page.waitForURL(/done=/);
  await page.goto(`${base}/meetings/now`);
  const shown = await page.textContent("main");
  const there = await met(meeting);
  assert.deepEqual(there.map(({ name }) => name).sort(), PEOPLE);
  assert.ok(there.every(({ needs }) => needs.length === 1));
  assert.deepEqual(PEOPLE.filter((name) => !shown.includes(name)), []);
  assert.equal(await page.locator(".waiting:visible").count(), 0);
});

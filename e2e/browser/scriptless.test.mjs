// Without JavaScript: every page is there, and what is done on it is done by plain forms.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { PHONE, launch } from "./chromium.mjs";
import { pages, status } from "./pages.mjs";
import { demo } from "./program.mjs";

let served, browser, page;
before(async () => {
  served = await demo();
  browser = await launch();
});
beforeEach(async () => {
  const context = await browser.newContext({ ...PHONE, javaScriptEnabled: false });
  page = await context.newPage();
});
afterEach(() => page.context().close());
after(async () => {
  await browser?.close();
  await served?.stop();
});

const says = (text) => page.getByRole("status").filter({ hasText: text }).waitFor();

test("every page is whole, and each of its buttons belongs to a form that goes somewhere", async () => {
  for (const shown of await pages(served.base)) {
    const answer = await page.goto(served.base + shown.path);
    assert.equal(answer.status(), status(shown), shown.name);
    assert.equal(await page.locator("h1:visible").count(), 1, shown.name);
    const idle = page.locator("button:visible:not(form button):not([form])");
    assert.equal(await idle.count(), 0, `${shown.name}: ${await idle.allTextContents()}`);
  }
});

test("a note is taken, understood and taken back", async () => {
  await page.goto(served.base);
  await page.click("#capture summary");
  await page.fill("#capture-text", "coffee with Ossian Whitlock this morning, he needs a bookkeeper");
  await page.click("#capture .go");
  await says("Kept");
  assert.match(await page.textContent(".done"), /Ossian Whitlock/);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.goto(`${served.base}/people`);
  assert.doesNotMatch(await page.textContent("main"), /Ossian Whitlock/);
});

test("a person is found, put right, and the fault of a field stands beside it", async () => {
  await page.goto(`${served.base}/people`);
  await page.fill("#q", "Moira");
  await page.getByRole("button", { name: "Find" }).click();
  await page.getByRole("link", { name: "Moira Tennant" }).first().click();
  await page.getByRole("link", { name: "Put right" }).first().click();
  await page.fill("[name=name]", "");
  await page.fill("[name=looking_for]", "a surveyor for the old mill");
  await page.locator("main form .go").click();
  assert.equal(await page.locator("[name=name]").getAttribute("aria-invalid"), "true");
  assert.equal(await page.inputValue("[name=looking_for]"), "a surveyor for the old mill");
  await page.fill("[name=name]", "Moira Tennant");
  await page.locator("main form .go").click();
  await page.waitForLoadState();
  assert.match(await page.textContent("main"), /a surveyor for the old mill/);
});

// From a person's page: late in a week whose hours are spent This week asks nobody.
test("somebody is asked for an hour, and it is written down", async () => {
  await page.goto(`${served.base}/people`);
  await page.locator(".list a").first().click();
  await page.getByRole("link", { name: /^Ask/ }).first().click();
  const asked = page.getByRole("button", { name: /asked/i }).first();
  await asked.click();
  await page.locator(".done").waitFor();
});

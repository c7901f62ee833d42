// Every page of the sample book in either scheme under axe, on a phone, folded and unfolded; and through
// all of it by the Tab key.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { PHONE, launch } from "./chromium.mjs";
import { byKeyboard, overflow, unfold, violations } from "./faults.mjs";
import { pages, status } from "./pages.mjs";
import { demo } from "./program.mjs";

let served, browser, all;
before(async () => {
  served = await demo();
  browser = await launch();
  all = await pages(served.base);
});
after(async () => {
  await browser?.close();
  await served?.stop();
});

/** Looks at every page on a screen, two at a time, and gathers what is wrong with it. */
async function everywhere(screen, look) {
  const waiting = [...all];
  const wrong = [];
  const go = async () => {
    const context = await browser.newContext(screen);
    const page = await context.newPage();
    let at;
    page.on("console", (message) => {
      const expected = message.text().includes(`status of ${status(at)}`);
      if (message.type() === "error" && !expected) wrong.push(`${at.name}: ${message.text()}`);
    });
    while ((at = waiting.shift())) {
      const answer = await page.goto(served.base + at.path);
      if (answer.status() !== status(at)) wrong.push(`${at.name}: answered ${answer.status()}`);
      wrong.push(...(await look(page)).map((what) => `${at.name}: ${what}`));
    }
    await context.close();
  };
  await Promise.all([go(), go()]);
  assert.deepEqual(wrong, []);
}

test("the pages are found by their links", () => {
  assert.ok(all.length >= 40, `only ${all.length} pages`);
});

test("axe finds no violation on any page in either scheme", async () => {
  await everywhere(PHONE, async (page) => {
    const wrong = await overflow(page);
    await unfold(page);
    wrong.push(...(await overflow(page)));
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      wrong.push(...(await violations(page)));
    }
    return wrong;
  });
});

test("the Tab key reaches all of every page, and shows where it is", async () => {
  await everywhere({ viewport: { width: 1280, height: 844 } }, byKeyboard);
});

// The review on paper: nothing of the screen's own is left, whatever is folded lies open, and it is black.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "./chromium.mjs";
import { demo } from "./program.mjs";

let served, browser;
before(async () => {
  served = await demo();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await served?.stop();
});

test("a coach gets the review without what is pressed, with what would decide it", async () => {
  const page = await browser.newPage();
  await page.goto(`${served.base}/review`);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  for (const gone of [".rail nav", ".contents", ".at", ".capture", "form button"]) {
    const shown = await page.locator(gone).filter({ visible: true }).count();
    assert.equal(shown, 0, `${gone} is on the paper`);
  }
  // What is folded away on the screen lies open, down to what would decide each figure.
  assert.ok(await page.locator(".fold:not([open]) figcaption").first().isVisible(), "a folded part stays folded");
  assert.ok(await page.locator(".why:not([open]) .change").first().isVisible(), "what would decide it is missing");
  const ink = await page.locator(".chart .mark").first().evaluate((mark) => getComputedStyle(mark).fill);
  assert.equal(ink, "rgb(0, 0, 0)");
  const paper = await page.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
  assert.ok(["rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"].includes(paper), paper);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
  assert.ok(pages >= 4 && pages <= 18, `${pages} pages`);
  // A4: 595 by 842 points.
  assert.match(pdf.toString("latin1"), /MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
  await page.close();
});

test("every part of the review is one tap away, without a script", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${served.base}/review`);
  const links = page.locator(".contents a");
  assert.ok((await links.count()) > 8);
  await page.getByRole("link", { name: "Variety" }).click();
  assert.ok(await page.locator("#in-variety").isVisible(), "the link does not unfold its part");
  await context.close();
});

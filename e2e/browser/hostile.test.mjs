// What no name should be, in every field of every form: it is shown as text, nothing of it runs, and the
// program answers.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { PHONE, launch } from "./chromium.mjs";
import { overflow } from "./faults.mjs";
import { pages } from "./pages.mjs";
import { demo } from "./program.mjs";

const SCRIPT = `</textarea></title><script>window.ran = 1</script><img src=x onerror="window.ran = 1">"'`;
const MIRRORED = "\u202Eשלום\u202C مرحبا\u2066\u0000";
const EMOJI = "👩‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿";
const HOSTILE = [MIRRORED + SCRIPT + EMOJI, "n".repeat(10_000)];

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

/** The forms of a page that write, by their place among all forms. */
const writing = (page) =>
  page.$$eval("form", (forms) => forms.map((form, at) => ({ form, at })).filter(({ form }) =>
    form.method === "post" && form.enctype !== "multipart/form-data" &&
    // These need what they name to be typed, or take all away.
    !/\/(erase|undo)$/.test(form.action) &&
    form.querySelector("input[type=text], input:not([type]), textarea")).map(({ at }) => at));

/** Fills the fields of words, each with the next of the hostile, past what the page itself would hold back,
 *  and sends the form. */
const send = (page, at, from) =>
  page.evaluate(([at, from, hostile]) => {
    const form = document.forms[at];
    const fields = form.querySelectorAll("input[type=text], input[type=search], input:not([type]), textarea");
    for (const [n, field] of [...fields].entries()) {
      field.removeAttribute("maxlength");
      field.value = hostile[(from + n) % hostile.length];
    }
    HTMLFormElement.prototype.submit.call(form);
  }, [at, from, HOSTILE]);

test("whatever is typed is shown as text, and nothing of it runs", async () => {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  const wrong = [];
  page.on("dialog", (dialog) => wrong.push(`a dialog: ${dialog.message()}`));
  let sent = 0;
  for (const { name, path } of all) {
    await page.goto(served.base + path);
    for (const at of await writing(page)) {
      await page.goto(served.base + path);
      const [answer] = await Promise.all([page.waitForNavigation(), send(page, at, sent)]);
      sent += 1;
      if (answer.status() >= 500) wrong.push(`${name}, form ${at}: answered ${answer.status()}`);
      if (await page.evaluate(() => window.ran)) wrong.push(`${name}, form ${at}: it ran`);
    }
  }
  assert.ok(sent > 20, `only ${sent} forms`);
  for (const { name, path } of await pages(served.base)) {
    await page.goto(served.base + path);
    if (await page.evaluate(() => window.ran)) wrong.push(`${name}: it ran`);
    wrong.push(...(await overflow(page)).map((what) => `${name}: ${what}`));
  }
  await context.close();
  assert.deepEqual(wrong, []);
});

// What may be wrong with a page for somebody who looks at it, listens to it or goes through it by keys.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds. Its script enters through the debugger, which the page's policy does not govern. */
export async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target}: ${failureSummary}`));
}

/** How far it is wider than the window. */
export async function overflow(page) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return over > 0 ? [`${over} px wider than the window`] : [];
}

/** Opens all that is folded. */
export const unfold = (page) =>
  page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));

/** What the Tab key does not reach, or reaches without showing it. */
export async function byKeyboard(page) {
  const all = await page.evaluate(() => {
    const fields = "a[href], button, input:not([type=hidden]), select, textarea, summary";
    const isShown = (e) => !e.disabled && e.checkVisibility({ visibilityProperty: true });
    const shown = [...document.querySelectorAll(fields)].filter(isShown);
    // Of the choices of one question the Tab key reaches one; arrows reach the others.
    const key = (e, at) => (e.type === "radio" ? `choice ${e.name}` : `${at} ${e.outerHTML.slice(0, 80)}`);
    const keys = shown.map(key);
    shown.forEach((e, at) => { e.dataset.key = keys[at]; });
    return [...new Set(keys)];
  });
  const [reached, seen] = [new Set(), new Set()];
  let ends = 0;
  for (let presses = 0; presses < 4 * all.length + 20; presses += 1) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const e = document.activeElement;
      const style = getComputedStyle(e);
      const rings = style.outlineStyle !== "none" || style.boxShadow !== "none";
      return e === document.body ? null : { key: e.dataset.key, rings };
    });
    // A page that puts the cursor somewhere begins there, and comes round.
    if (!at && (ends += 1) === 2) break;
    if (!at) continue;
    reached.add(at.key);
    if (at.rings) seen.add(at.key);
  }
  const missed = all.filter((key) => !reached.has(key)).map((key) => `the Tab key does not reach ${key}`);
  const unseen = [...reached].filter((key) => !seen.has(key));
  return [...missed, ...unseen.map((key) => `the focus does not show on ${key}`)];
}

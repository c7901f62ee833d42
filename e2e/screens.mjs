// Pictures of every page, narrow and wide, light and dark, and axe on each.
//
//   kithwork --book FILE serve --listen 127.0.0.1:8080 &
//   cd e2e && npm ci && npm run screens -- http://127.0.0.1:8080 [folder [names…]]
//
// On the widest the Tab key goes through all of it.
//
// Ends with 1 where a page does not answer, axe finds a violation, a page is wider than the window,
// or something on it was refused by its own policy. CHROMIUM names another browser than Debian's.

import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium } from "playwright-core";

const [base = "http://127.0.0.1:8080", folder = "screens", ...names] = process.argv.slice(2);
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const PAGES = [
  ["this-week", "/"],
  ["review", "/review"],
  ["people", "/people"],
  ["groups", "/groups"],
  ["meetings", "/meetings"],
  ["more", "/more"],
  ["questions", "/questions"],
  ["import", "/import"],
  ["business", "/business"],
  ["aims", "/aims"],
  ["pitch", "/pitch"],
  ["pitch-quick", "/pitch/quick"],
  ["card", "/card"],
  ["help-given", "/help-given"],
  ["presentations", "/presentations"],
  ["start", "/start"],
  ["friday", "/friday"],
  ["go", "/go"],
  ["map", "/map"],
  ["levels", "/levels"],
  ["outlook", "/review/outlook"],
  ["known", "/review/known"],
  ["keys", "/keys"],
  ["settings", "/settings"],
  ["set-aside", "/set-aside"],
  ["changes", "/changes"],
  ["nowhere", "/nowhere", 404],
];
const WIDTHS = [320, 390, 1280];
const SCHEMES = ["light", "dark"];

let faults = 0;
const fault = (where, what) => {
  faults += 1;
  console.error(`${where}: ${what}`);
};

/** What axe finds. Its script enters through the debugger, which the page's policy does not govern. */
async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target}: ${failureSummary}`));
}

/** What the Tab key does not reach, or reaches without showing it. */
async function byKeyboard(page) {
  const all = await page.evaluate(() => {
    const fields = "a[href], button, input:not([type=hidden]), select, textarea, summary";
    const shown = [...document.querySelectorAll(fields)].filter((e) => !e.disabled && e.checkVisibility({ visibilityProperty: true }));
    // Of the choices of one question the Tab key reaches one; arrows reach the others.
    const key = (e, at) => (e.type === "radio" ? `choice ${e.name}` : `${at} ${e.outerHTML.slice(0, 80)}`);
    const keys = shown.map(key);
    shown.forEach((e, at) => { e.dataset.key = keys[at]; });
    return [...new Set(keys)];
  });
  const [reached, shown] = [new Set(), new Set()];
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
    if (at.rings) shown.add(at.key);
  }
  const missed = all.filter((key) => !reached.has(key)).map((key) => `the Tab key does not reach ${key}`);
  const unseen = [...reached].filter((key) => !shown.has(key));
  return [...missed, ...unseen.map((key) => `the focus does not show on ${key}`)];
}

async function look(browser, [name, path, status = 200], width, colorScheme) {
  const where = `${name} ${width} ${colorScheme}`;
  const context = await browser.newContext({ viewport: { width, height: 844 }, colorScheme });
  const page = await context.newPage();
  page.on("console", (message) => {
    const expected = message.text().includes(`status of ${status}`);
    if (message.type() === "error" && !expected) fault(where, message.text());
  });
  const answer = await page.goto(base + path);
  if (answer.status() !== status) fault(where, `answered ${answer.status()}`);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (over > 0) fault(where, `${over} px wider than the window`);
  await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
  if (width === WIDTHS.at(-1) && colorScheme === SCHEMES[0])
    for (const lack of await byKeyboard(page)) fault(where, lack);
  await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
  const open = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (open > 0) fault(where, `${open} px wider than the window once all is open`);
  for (const violation of await violations(page)) fault(where, violation);
  await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}-open.png`), fullPage: true });
  await context.close();
}

async function print(browser) {
  const page = await browser.newPage();
  await page.goto(`${base}/review`);
  await page.pdf({ path: join(folder, "review.pdf"), format: "A4", printBackground: true });
  await page.close();
}

await mkdir(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
});
/** The pages of one person of the book, found as a reader finds them. */
async function personal(browser) {
  const page = await browser.newPage();
  await page.goto(`${base}/people`);
  const path = await page.getAttribute(".list a", "href").catch(() => null);
  await page.close();
  if (!path) return [];
  const id = path.split("/").pop();
  return [
    ["person", path],
    ["edit", `${path}/edit`],
    ["prepare", `${path}/prepare`],
    ["merge", `${path}/merge`],
    ["privacy", `${path}/privacy`],
    ["ask", `/ask?kind=one_to_one&who=${id}`],
    ["card-for", `/card/for/${id}`],
  ];
}

/** The pages of one group and of meetings past and to come. */
async function of_groups(browser) {
  const page = await browser.newPage();
  await page.goto(`${base}/groups`);
  const group = await page.getAttribute(".rooms a", "href").catch(() => null);
  await page.goto(`${base}/meetings`);
  const meeting = (list) => page.getAttribute(`[aria-labelledby=${list}] a`, "href", { timeout: 500 }).catch(() => null);
  const found = [
    ["group", group],
    ["group-edit", group && `${group}/edit`],
    ["meeting-coming", await meeting("coming")],
    ["meeting-past", await meeting("waiting")],
    ["meeting-now", "/meetings/now"],
  ];
  await page.close();
  return found.filter(([, path]) => path);
}

try {
  PAGES.push(...(await personal(browser)), ...(await of_groups(browser)));
  for (const page of PAGES.filter(([name]) => names.length === 0 || names.includes(name)))
    for (const width of WIDTHS) for (const scheme of SCHEMES) await look(browser, page, width, scheme);
  await print(browser);
} finally {
  await browser.close();
}
console.log(faults === 0 ? `No faults; pictures in ${folder}` : `${faults} faults`);
process.exitCode = faults === 0 ? 0 : 1;

// Pictures of every page, narrow and wide, light and dark, folded and unfolded; and the review in print.
//
//   cd e2e && npm ci && npm run screens -- [folder [names…]]
//
// Shows the sample book, or with KITHWORK_AT=http://127.0.0.1:8080 the one that is served there.
// Ends with 1 where a page does not answer, is wider than the window, or something on it was refused by
// its own policy.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { launch } from "./browser/chromium.mjs";
import { overflow, unfold } from "./browser/faults.mjs";
import { pages, status } from "./browser/pages.mjs";
import { demo } from "./browser/program.mjs";

const [folder = "screens", ...names] = process.argv.slice(2);
const WIDTHS = [320, 390, 1280];
const SCHEMES = ["light", "dark"];

let faults = 0;
const fault = (where, what) => {
  faults += 1;
  console.error(`${where}: ${what}`);
};

async function look(browser, base, shown, width) {
  const context = await browser.newContext({ viewport: { width, height: 844 } });
  const page = await context.newPage();
  page.on("console", (message) => {
    const expected = message.text().includes(`status of ${status(shown)}`);
    if (message.type() === "error" && !expected) fault(shown.name, message.text());
  });
  const answer = await page.goto(base + shown.path);
  if (answer.status() !== status(shown)) fault(shown.name, `answered ${answer.status()}`);
  for (const fold of ["", "-open"]) {
    if (fold) await unfold(page);
    for (const wide of await overflow(page)) fault(`${shown.name} ${width}${fold}`, wide);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      const path = join(folder, `${shown.name}-${width}-${colorScheme}${fold}.png`);
      await page.screenshot({ path, fullPage: true });
    }
  }
  await context.close();
}

async function print(browser, base) {
  const page = await browser.newPage();
  await page.goto(`${base}/review`);
  await page.pdf({ path: join(folder, "review.pdf"), format: "A4", printBackground: true });
  await page.close();
}

await mkdir(folder, { recursive: true });
const at = process.env.KITHWORK_AT;
const served = at ? { base: at, stop: async () => {} } : await demo();
const browser = await launch();
try {
  const wanted = ({ name }) => names.length === 0 || names.includes(name);
  for (const shown of (await pages(served.base)).filter(wanted))
    for (const width of WIDTHS) await look(browser, served.base, shown, width);
  await print(browser, served.base);
} finally {
  await browser.close();
  await served.stop();
}
console.log(faults === 0 ? `No faults; pictures in ${folder}` : `${faults} faults`);
process.exitCode = faults === 0 ? 0 : 1;

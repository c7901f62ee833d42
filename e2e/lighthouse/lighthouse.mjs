// What Lighthouse says of This week, a person and Review, as a slow phone shows them.
//
//   cargo build --release
//   cd e2e/lighthouse && npm ci && KITHWORK_PROGRAM=../../target/release/kithwork npm run lighthouse
//
// Ends with 1 where a category is below 95. Weights are octets as they went over the line.

import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { demo } from "../browser/program.mjs";

const LEAST = 95;
const served = await demo();
const chrome = await launch({
  chromePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-quic", "--disable-background-networking"],
});
let low = 0;
try {
  const people = await (await fetch(`${served.base}/people`)).text();
  const person = people.match(/href="(\/people\/[0-9a-f-]{36})"/)[1];
  for (const [name, path] of [["This week", "/"], ["a person", person], ["Review", "/review"]]) {
    const { lhr } = await lighthouse(served.base + path, { port: chrome.port, logLevel: "error" });
    const scores = Object.values(lhr.categories).map(({ title, score }) => [title, Math.round(score * 100)]);
    low += scores.filter(([, score]) => score < LEAST).length;
    const weight = lhr.audits["total-byte-weight"].numericValue;
    console.log(`${name}: ${scores.map((one) => one.join(" ")).join(", ")}; ${Math.round(weight / 1000)} kB`);
    for (const { title, auditRefs } of Object.values(lhr.categories))
      for (const { id, weight } of auditRefs) {
        const { score, displayValue = "" } = lhr.audits[id];
        if (weight > 0 && score !== null && score < 0.9) console.log(`  ${title}: ${id} ${displayValue}`);
      }
  }
} finally {
  await chrome.kill();
  await served.stop();
}
process.exitCode = low === 0 ? 0 : 1;

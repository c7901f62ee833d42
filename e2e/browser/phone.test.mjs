// A phone: paired by the address in the code, a note taken without a connection, the browser closed and
// opened again, the note there once; then unpaired, a note that waits, paired again, and sent.
//
// The browser is told to trust the certificate's key, which is what a phone's owner does in its
// settings; the network is cut by ending the server.

import assert from "node:assert/strict";
import { X509Certificate, createHash } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { connect } from "node:tls";
import { PHONE, device } from "./chromium.mjs";
import { overflow, violations } from "./faults.mjs";
import { folder, serve } from "./program.mjs";

/** A port that nobody listens on. */
async function free() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

const home = folder();
const there = `https://127.0.0.1:${await free()}`;
const start = (here) =>
  serve("--book", join(home, "book.kithwork"), "serve", "--listen", here, `--phone=${there.slice(8)}`);

let served, here, open, context;
before(async () => {
  served = await start("127.0.0.1:0");
  here = served.base;
  const trusts = { ...PHONE, args: ["--no-sandbox", "--disable-gpu", await trusting()] };
  open = () => device(join(home, "browser"), trusts);
});
after(async () => {
  await context?.close();
  await served?.stop();
});

/** How a browser is told to trust the authority: by the hash of its public key. */
async function trusting() {
  const octets = Buffer.from(await (await fetch(`${here}/trust/kithwork.crt`)).arrayBuffer());
  const key = new X509Certificate(octets).publicKey.export({ type: "spki", format: "der" });
  return `--ignore-certificate-errors-spki-list=${createHash("sha256").update(key).digest("base64")}`;
}

const read = async (path) => (await fetch(`${here}${path}`)).text();
const code = async () => /and type <b class="address">([^<]*)</.exec(await read("/phone"))[1];
const met = async () => JSON.parse(await read("/api/v1/people?q=harbour")).people.length;

/** Waits until so many people are in the book. */
async function arrived(page, count) {
  for (let tries = 0; tries < 60 && (await met()) < count; tries += 1) await page.waitForTimeout(250);
  // Whatever is sent twice has arrived by then.
  await page.waitForTimeout(750);
  assert.equal(await met(), count);
}

/** Writes a note in the box that every page has, and answers with what it says of those that wait. */
async function write(page, text) {
  await page.click("#capture summary");
  await page.fill("#capture-text", text);
  await page.click("#capture button.go");
  await page.locator("#capture .waiting:visible").waitFor();
  return page.textContent("#capture .waiting");
}

async function pair(page) {
  await page.goto(`${there}/pair/${(await code()).replaceAll("-", "")}`);
  assert.deepEqual([...(await violations(page)), ...(await overflow(page))], []);
  await page.click("main button.go");
  await page.waitForURL(`${there}/`);
}

test("a stranger trusts nothing, and sees nothing", async () => {
  const greeting = connect({ host: "127.0.0.1", port: Number(there.split(":")[2]) });
  await assert.rejects(once(greeting, "secureConnect"), /self-signed certificate/);
  context = await open();
  const page = await context.newPage();
  for (const path of ["/", "/people", "/phone"]) assert.equal((await page.goto(there + path)).status(), 401);
  for (const path of ["/sign-in", "/pair", "/trust"]) {
    assert.equal((await page.goto(there + path)).status(), 200);
    assert.deepEqual([...(await violations(page)), ...(await overflow(page))], [], path);
  }
  await context.close();
});

test("a paired phone's note outlives a lost network and a closed browser, and arrives once", async () => {
  context = await open();
  let page = await context.newPage();
  await pair(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await served.stop();
  await page.goto(`${there}/`);
  assert.equal(await page.textContent("h1"), "No connection");
  assert.match(await write(page, "met Otto Harbour, needs a bookkeeper"), /^1 note waits/);
  await context.close();

  served = await start(here.replace("http://", ""));
  context = await open();
  page = await context.newPage();
  await page.goto(`${there}/`);
  await arrived(page, 1);
});

test("an unpaired phone keeps what it writes until it is paired again", async () => {
  const page = await context.newPage();
  await page.goto(`${there}/phone`);
  assert.deepEqual([...(await violations(page)), ...(await overflow(page))], []);
  const { devices } = JSON.parse(await read("/api/v1/devices"));
  assert.equal(devices.length, 1);
  await fetch(`${here}/api/v1/devices/${devices[0].id}`, { method: "DELETE" });
  assert.match(await write(page, "met Berta Harbour"), /1 note waits.*Sign in again to send/);
  assert.equal(await met(), 1);
  await pair(page);
  await arrived(page, 2);
});

test("the computer shows the phone by itself as soon as it is paired", async () => {
  const page = await context.newPage();
  await page.goto(`${here}/phone`);
  const before = await page.locator("#paired > li").count();
  const body = new URLSearchParams({ code: await code(), name: "Second phone" });
  const paired = await context.request.post(`${there}/pair`, { form: Object.fromEntries(body), maxRedirects: 0, ignoreHTTPSErrors: true });
  assert.equal(paired.status(), 303);
  await page.getByText("Second phone").first().waitFor({ timeout: 10_000 });
  assert.equal(await page.locator("#paired > li").count(), before + 1);
});

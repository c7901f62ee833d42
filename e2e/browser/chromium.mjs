// A real Chromium: Debian's, unless CHROMIUM names another.

import { chromium } from "playwright-core";

const options = {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  // No sandbox, since continuous integration runs as root; nothing asked of the network but our pages.
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
};

/** A browser that forgets everything at its end. */
export const launch = () => chromium.launch(options);

/** A browser that keeps what a device keeps, in a folder. */
export const device = (folder, more = {}) => chromium.launchPersistentContext(folder, { ...options, ...more });

/** A phone held upright. While one page fades into the next nothing can be pressed: no fading here. */
export const PHONE = { viewport: { width: 390, height: 844 }, reducedMotion: "reduce" };

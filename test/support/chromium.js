import { existsSync } from "node:fs";
import { isThere } from "./is-there.js";

/** Debian's Chromium, since a browser that downloads itself has no place in a test. */
export const chromiumPath = process.env.CHROMIUM ?? "/usr/bin/chromium";

export const hasChromium = isThere(
  "chromium",
  existsSync(chromiumPath),
  `tests in a browser, which is not at ${chromiumPath}`,
);

/** Graphics in software, as on a machine without a graphics card, and no request of its own. */
export const chromiumArguments = [
  "--no-sandbox",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

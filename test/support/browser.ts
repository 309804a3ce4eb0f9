import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll } from "vitest";
import { chromiumArguments, chromiumPath } from "./chromium.js";

/** A browser until the tests of the file are done. */
export async function startBrowser(more: readonly string[] = []): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: [...chromiumArguments, ...more],
  });
  afterAll(() => browser.close());
  return browser;
}

export interface OpenedPage {
  readonly page: Page;
  /** What a page that minds its own business gives none of: errors, warnings, dialogs, requests. */
  readonly complaints: readonly string[];
}

/** Opens a file from the disk with the network off. */
export async function openFile(
  browser: Browser,
  path: string,
  options: BrowserContextOptions = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({ offline: true, ...options });
  const page = await context.newPage();
  const address = pathToFileURL(path).href;
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    return dialog.dismiss();
  });
  page.on("request", (request) => {
    const url = request.url();
    if (url !== address && !url.startsWith("data:")) complaints.push(`request: ${url}`);
  });
  await page.goto(address);
  return { page, complaints };
}

/** The margins that browsers print with by default: Chrome's, and Firefox's. */
export const browserMargins = ["1cm", "0.5in"] as const;

/** How many sheets of paper a page takes, with a margin all around. */
export async function pagesPrinted(page: Page, format: string, margin: string): Promise<number> {
  const pdf = await page.pdf({
    format,
    margin: { top: margin, bottom: margin, left: margin, right: margin },
  });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/gu)?.length ?? 0;
}

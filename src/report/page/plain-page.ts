import { createHash } from "node:crypto";
import { Html, html } from "./html.js";

const style = `
:root { color-scheme: light dark; }
body { font: 1rem/1.45 "Noto Sans", "Helvetica Neue", Arial, sans-serif; max-width: 60rem; margin: 1.5rem auto; padding: 0 1rem; }
h1 { font-size: 1.7rem; } h2 { margin-top: 2.2rem; border-bottom: 1px solid #8888; } h3 { margin-bottom: .3rem; }
.wide { overflow-x: auto; }
img { max-width: 100%; height: auto; }
table { border-collapse: collapse; margin: .6rem 0; }
caption { text-align: left; font-weight: 600; padding: .3rem 0; }
th, td { padding: .25rem .7rem; border-bottom: 1px solid #8885; text-align: left; vertical-align: top; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.sure { font-weight: 600; }
.note { border-left: 4px solid #d2761a; padding-left: .8rem; }
.fine { font-size: .9rem; opacity: .8; }
`;

interface PlainPage {
  readonly title: string;
  readonly body: Html;
  /** Beside what all of them look like. */
  readonly style?: string;
}

/** A page without a script that needs nothing else; see `renderReportHtml`. */
export function renderPlainPage({ title, body, style: own = "" }: PlainPage): string {
  const whole = `${style}${own}`;
  const digest = createHash("sha256").update(whole, "utf8").digest("base64");
  return String(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${digest}'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow, noarchive">
<title>${title}</title>
<style>${new Html(whole)}</style>
</head>
<body>
<h1>${title}</h1>
${body}</body>
</html>
`);
}

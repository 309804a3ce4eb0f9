/** An http(s) address in its canonical spelling; anything else, `javascript:` too, is `undefined`. */
export function webAddress(written: string | undefined): string | undefined {
  if (written === undefined || !URL.canParse(written)) return undefined;
  const url = new URL(written);
  return url.protocol === "https:" || url.protocol === "http:" ? url.href : undefined;
}

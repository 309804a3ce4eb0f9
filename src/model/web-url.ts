/**
 * The one way in which addresses from outside are parsed: an http or https address, else
 * `undefined`. Never throws, whatever is written.
 */
export function parseWebUrl(written: string | undefined): URL | undefined {
  if (written === undefined || !URL.canParse(written)) return undefined;
  const url = new URL(written);
  return url.protocol === "https:" || url.protocol === "http:" ? url : undefined;
}

/**
 * An address as it is written, or read from where `base` is; `undefined` for what is none. Never
 * throws. Not by `URL.canParse`: in Node 20 and 22 it comes to say no to addresses with Latin-1
 * letters (`https://bücher.example`) once some thousands have been asked for, which 24 does not.
 */
export function parseUrl(written: string, base?: string): URL | undefined {
  try {
    return new URL(written, base);
  } catch {
    return undefined;
  }
}

/**
 * The one way in which addresses from outside are parsed: an http or https address, else
 * `undefined`. Never throws, whatever is written.
 */
export function parseWebUrl(written: string | undefined): URL | undefined {
  const url = written === undefined ? undefined : parseUrl(written);
  return url?.protocol === "https:" || url?.protocol === "http:" ? url : undefined;
}

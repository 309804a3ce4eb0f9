/** The key of a person on Bluesky: by the identifier that never changes, else by the handle. */
export function blueskyKey(
  did: string | undefined,
  handle: string | undefined,
): string | undefined {
  if (did !== undefined) return did;
  return handle === undefined ? undefined : `bsky:@${handle.toLowerCase()}`;
}

/** `did:plc:…` or `did:web:…`; `undefined` for anything that cannot be one. */
export function parseDid(written: string | undefined): string | undefined {
  return written !== undefined && /^did:(?:plc|web):[\w.:%-]{1,200}$/u.test(written)
    ? written
    : undefined;
}

/** A handle, which is the name of a host, without its `@`; `undefined` for anything that cannot be one. */
export function parseBlueskyHandle(written: string | undefined): string | undefined {
  const handle = written?.replace(/^@/u, "");
  const isHandle =
    handle !== undefined &&
    handle.length <= 253 &&
    /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z](?:[a-z\d-]{0,61}[a-z\d])?$/iu.test(handle);
  return isHandle ? handle : undefined;
}

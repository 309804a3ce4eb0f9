/** The key of a user or a post by its number, which never changes, as the handle may. */
export function xKey(id: string): string {
  return `x:${id}`;
}

/** A handle without its `@`; `undefined` for anything that cannot be one. */
export function parseXHandle(written: string | undefined): string | undefined {
  const handle = written?.replace(/^@/u, "");
  return handle !== undefined && /^\w{1,50}$/u.test(handle) ? handle : undefined;
}

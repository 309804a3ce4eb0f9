/** Whom a run was told of by handle and who is not to be named, in a manifest. */
type HiddenHandle =
  | { readonly pseudonym: string }
  /** From 1, among the people of the posts who are not named; 0 for nobody who is there. */
  | { readonly place: number };

/** Reads what stands for a hidden handle; `undefined` for a handle as people have them. */
export function parseHiddenHandle(written: string): HiddenHandle | undefined {
  if (isPseudonym(written)) return { pseudonym: written };
  const place = /^withheld:(\d{1,15})$/u.exec(written)?.[1];
  return place === undefined ? undefined : { place: Number(place) };
}

/** Stands for a handle in the manifest: it says nothing without the posts. */
export function hiddenHandle(place: number): string {
  return `withheld:${place}`;
}

/** Whether a text is what `--pseudonymize` calls somebody. No platform's handle is written so. */
export function isPseudonym(written: string): boolean {
  return /^p-[0-9a-f]{16}$/u.test(written);
}

/** The same of a post. */
export function isPseudonymOfPost(written: string): boolean {
  return /^post-[0-9a-f]{16}$/u.test(written);
}

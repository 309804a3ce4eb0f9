/** Numbers for strings, from 0 in the order of first sight. */
export interface Interner {
  readonly strings: readonly string[];
  idOf(text: string): number;
}

/** An interner that knows no string yet; `keep` makes of a new one what is kept, equal to it. */
export function startInterner(keep = (text: string): string => text): Interner {
  const ids = new Map<string, number>();
  const strings: string[] = [];
  return {
    strings,
    idOf(text) {
      const known = ids.get(text);
      if (known !== undefined) return known;
      const id = strings.length;
      const kept = keep(text);
      ids.set(kept, id);
      strings.push(kept);
      return id;
    },
  };
}

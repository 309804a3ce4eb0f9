/** Numbers for strings, from 0 in the order of first sight. */
export interface Interner {
  readonly strings: readonly string[];
  idOf(text: string): number;
}

/** An interner that knows no string yet. */
export function startInterner(): Interner {
  const ids = new Map<string, number>();
  const strings: string[] = [];
  return {
    strings,
    idOf(text) {
      const known = ids.get(text);
      if (known !== undefined) return known;
      const id = strings.length;
      ids.set(text, id);
      strings.push(text);
      return id;
    },
  };
}

import type { Csr } from "../../model/csr.js";

/** The same lists under other names, of which two may be one; names by the alphabet. */
export function renameItems({ offsets, columns }: Csr, names: readonly string[]) {
  const sorted = [...new Set(names)].sort();
  const numberOf = new Map(sorted.map((name, at) => [name, at]));
  const to = Int32Array.from(names, (name) => numberOf.get(name) ?? 0);
  return { names: sorted, rows: { offsets, columns: columns.map((item) => to[item]) } };
}

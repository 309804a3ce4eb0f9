/** Every way to part so many people into communities, of which there are 877 for seven. */
export function partitionsOf(count: number): Int32Array[] {
  let found: number[][] = [[]];
  for (let node = 0; node < count; node += 1) {
    found = found.flatMap((labels) => {
      const next = Math.max(-1, ...labels) + 1;
      return Array.from({ length: next + 1 }, (_, label) => [...labels, label]);
    });
  }
  return found.map((labels) => Int32Array.from(labels));
}

const words: ReadonlyMap<string, string> = new Map([
  ["in_degree", "people who engaged them"],
  ["out_degree", "people they engaged"],
  ["in_strength", "interactions received"],
  ["out_strength", "interactions made"],
  ["following", "people they follow"],
  ["posts", "own posts"],
  ["pagerank", "PageRank"],
  ["community", "community"],
]);

/** A column's name as a sentence has it. */
export function columnWords(column: string): string {
  return words.get(column) ?? column.replaceAll("_", " ");
}

import type { MapInput } from "../map-input.js";

/** What a map of a network may write: its words, and names of the people who may be named on it. */
export function* drawnTexts(input: MapInput): Generator<string> {
  const { words, communities, color, people, follow, named = [] } = input;
  yield* [words.title, words.tieRule];
  for (const { label } of communities) yield label;
  if (color !== undefined && !("isTime" in color)) {
    for (const value of new Set(color.values)) if (value !== undefined) yield value;
  }
  for (const node of new Set([...follow, ...named, ...mostEngaged(input)])) {
    const { isWithheld, name = "", handle = "", label } = people.row(node);
    if (!isWithheld) yield* [name, handle, label];
  }
}

/** Of each community, with all who have as many. */
function mostEngaged({ community, communities, standing, people }: MapInput): number[] {
  const { values } = standing;
  const top = communities.map((): number[] => []);
  for (const [node, index] of community.entries()) {
    if (index < 0 || values[node] === 0) continue;
    const most = values[top[index][0]] ?? 0;
    if (values[node] < most || people.row(node).isWithheld) continue;
    if (values[node] > most) top[index] = [];
    top[index].push(node);
  }
  return top.flat();
}

import { normaliseHashtag } from "../model/hashtag.js";
import { type AllInputSettings, writtenInputSettings } from "../model/input-settings.js";
import type { InspectedInput } from "../model/inspection.js";
import { isOfTies } from "../model/provenance.js";

/**
 * All that can be read, and tables that can with the columns that are proposed; with the hashtag that most
 * posts have, where others have it not.
 */
export function suggestCommand(
  inputs: readonly InspectedInput[],
  settings: AllInputSettings,
): string[] | undefined {
  const written = writtenInputSettings(settings);
  const maps = [...written.map];
  const paths: string[] = [];
  for (const input of inputs) {
    if ("summary" in input) {
      if (input.summary.kept > 0 || input.contents.people.count > 0) paths.push(input.path);
      continue;
    }
    const proposed = proposedMap(input.refused.next);
    if (proposed === undefined) continue;
    paths.push(input.path);
    maps.push(inputs.length === 1 ? proposed : `${input.path}:${proposed}`);
  }
  if (paths.length === 0) return undefined;
  const tag = commonTag(inputs);
  return [
    ...["tagatlas", "analyze"],
    ...paths.map((path) => (path.startsWith("-") && path !== "-" ? `./${path}` : path)),
    ...(tag === undefined ? [] : ["--tag", tag]),
    ...written.format.flatMap((value) => ["--format", value]),
    ...maps.flatMap((value) => ["--map", value]),
    ...written.dates.flatMap((value) => ["--dates", value]),
  ];
}

/** The columns that the refusal of a table names, where it found some for each of those that it needs. */
function proposedMap(next: string): string | undefined {
  const [, quoted, plain] = /--map (?:'(.*)'|(\S+))$/u.exec(next) ?? [];
  const map = quoted ?? plain;
  return map?.includes("…") === true ? undefined : map;
}

/** In a third of the posts or more, and not in all of them. */
function commonTag(inputs: readonly InspectedInput[]): string | undefined {
  const totals = new Map<string, { name: string; count: number }>();
  let posts = 0;
  for (const input of inputs) {
    if (!("contents" in input) || isOfTies(input.summary.format)) continue;
    posts += input.summary.kept;
    for (const { name, count: times } of input.contents.hashtags) {
      const key = normaliseHashtag(name);
      totals.set(key, { name, count: (totals.get(key)?.count ?? 0) + times });
    }
  }
  const [top] = [...totals.values()].sort((a, b) => b.count - a.count);
  return top !== undefined && top.count * 3 >= posts && top.count < posts ? top.name : undefined;
}

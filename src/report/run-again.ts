import { usualCommunityMethod } from "../model/community-method.js";
import type { PublicReport } from "./public-report.js";

/**
 * The command that makes the same report of the same inputs, which lie in the folder where it is
 * typed. Options that are as usual are left out; files of names are not known here, and named by
 * their kind.
 */
export function commandToRunAgain({ query, provenance, follow }: PublicReport): string {
  const { settings, inputs } = provenance;
  const { map } = settings;
  const options: readonly (readonly [name: string, value: string | number | undefined])[] = [
    ["--tag", query.tag?.replace(/^#/u, "")],
    ["--since", query.since],
    ["--until", query.until],
    ["--format", settings.format],
    ["--map", columnsText(settings.columns)],
    ["--edges", unusual(settings.edges, "clean")],
    ["--communities", unusual(settings.communities, usualCommunityMethod)],
    ["--metrics", unusual(settings.metrics, "standard")],
    ["--respect", unusual(settings.respect, "discoverable")],
    ["--order", settings.order],
    ["--top", unusual(settings.top, 50)],
    ["--bootstrap", unusual(settings.bootstrap, 100)],
    ["--seed", unusual(settings.seed, 1)],
    ["--size", unusual(map.size, "followers")],
    ["--color", unusual(map.color, "community")],
    ["--layout", unusual(map.layout, "box")],
    ["--ties", map.ties],
    ["--scale", unusual(map.scale, 2)],
    ["--for", follow.learner?.label],
    ...follow.kept.map((label) => ["--keep", label] as const),
    ...follow.excluded.map((label) => ["--exclude", label] as const),
  ];
  const words = options.flatMap(([name, value]) =>
    value === undefined ? [] : [name, shellWord(String(value))],
  );
  return ["tagatlas analyze", ...inputs.map(({ name }) => shellWord(asPath(name))), ...words].join(
    " ",
  );
}

function unusual<Value>(value: Value, usual: Value): Value | undefined {
  return value === usual ? undefined : value;
}

function columnsText(columns: PublicReport["provenance"]["settings"]["columns"]) {
  if (columns === undefined) return undefined;
  return Object.entries(columns)
    .map(([role, column]) => `${role}=${column}`)
    .join(",");
}

/** A file whose name begins like an option is one all the same. */
function asPath(name: string): string {
  return name.startsWith("-") && name !== "-" ? `./${name}` : name;
}

/** A word that a shell takes as it is. */
function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

import { type Command, Option } from "commander";
import { coarsenings } from "../model/coarsening.js";
import { communityMethods, usualCommunityMethod } from "../model/community-method.js";
import { mapArrangements, tieDisplays } from "../model/map-settings.js";
import { convertedKinds, metricDefinitions, respectLevels } from "../model/provenance.js";
import { followListNames, followOrders } from "../model/recommendation.js";
import {
  parseDate,
  parseDollars,
  parseScale,
  parseTag,
  parseWholeNumber,
  printDate,
} from "./option-values.js";

/** One option, as help, parsing and the README's reference show it. */
export interface OptionRow {
  readonly flags: string;
  readonly description: string;
  readonly choices?: readonly string[];
  readonly defaultValue?: string | number;
  /** What the flag alone means, where its value may be left out. */
  readonly preset?: string;
  readonly parse?: (written: string) => string | number;
  /** Types a value as it was parsed from. */
  readonly print?: (value: unknown) => string;
  /** What its values are, where they are no texts of their own. */
  readonly holds?: "file" | "people";
  /** Changes nothing that is found: how fast it is, where it goes, what is said meanwhile. */
  readonly isBeside?: true;
  /** May be given several times, or with commas if not "whole"; its value is a list. */
  readonly isRepeatable?: true | "whole";
}

/** Every option, by name; a command names those that it takes. */
export const optionTable = {
  tag: {
    flags: "--tag <hashtag>",
    description: "count only posts with this hashtag, with or without #",
    parse: parseTag,
  },
  since: {
    flags: "--since <date>",
    description: "count only posts from then on (2026-01-05, or with a time; UTC)",
    parse: parseDate,
    print: printDate,
  },
  until: {
    flags: "--until <date>",
    description: "count only posts before then; ages count from it",
    parse: parseDate,
    print: printDate,
  },
  from: {
    flags: "--from <server>",
    description: "a server of the Mastodon API to ask, or x; may be given several times",
    isRepeatable: true,
  },
  maxServers: {
    flags: "--max-servers <number>",
    description: "ask so many servers at most, those with the most posts first",
    defaultValue: 12,
    parse: (written) => parseWholeNumber(written, 1),
  },
  serversFrom: {
    flags: "--from <server>",
    description:
      "a server to begin with, or the folder of a collection; may be given several times",
    isRepeatable: true,
  },
  any: {
    flags: "--any <hashtag>",
    description: "posts with this hashtag instead count as well (3 at most)",
    isRepeatable: true,
    parse: parseTag,
  },
  all: {
    flags: "--all <hashtag>",
    description: "only posts with this hashtag, too (4 at most)",
    isRepeatable: true,
    parse: parseTag,
  },
  none: {
    flags: "--none <hashtag>",
    description: "no posts with this hashtag (4 at most)",
    isRepeatable: true,
    parse: parseTag,
  },
  local: { flags: "--local", description: "only posts of the server's own people" },
  remote: { flags: "--remote", description: "only posts of people of other servers" },
  with: {
    flags: "--with <what>",
    description:
      "ask also for replies (threads around posts), reposts (who passed them on), follows (whom their authors follow)",
    isRepeatable: true,
  },
  maxPosts: {
    flags: "--max-posts <number>",
    description: "so many posts of a server at most; later runs bring the new, as many at most",
    parse: (written) => parseWholeNumber(written, 1),
  },
  plan: {
    flags: "--plan",
    description: "say what it would cost in requests, minutes and dollars, and stop there",
  },
  within: {
    flags: "--within <minutes>",
    description: "end within so many minutes; what does not fit of --with is left out",
    parse: (written) => parseWholeNumber(written, 1),
  },
  maxCost: {
    flags: "--max-cost <dollars>",
    description: "what this run may spend on X, which bills by post and person",
    parse: parseDollars,
  },
  xFields: {
    flags: "--x-fields <names>",
    description: "names of fields that X is asked with: new (since August 2026), old",
    choices: ["new", "old"],
    defaultValue: "new",
  },
  patience: {
    flags: "--patience <minutes>",
    description: "so long a server that is busy or away is waited for",
    defaultValue: 30,
    parse: (written) => parseWholeNumber(written, 0),
  },
  collectSince: {
    flags: "--since <date>",
    description: "posts from then on (2026-01-05, or with a time; UTC)",
    parse: parseDate,
    print: printDate,
  },
  collectUntil: {
    flags: "--until <date>",
    description: "posts before then",
    parse: parseDate,
    print: printDate,
  },
  collectOut: {
    flags: "--out <folder>",
    description: "where the collection is, or will be (default: tagatlas-<hashtag>)",
    isBeside: true,
  },
  edges: {
    flags: "--edges <rule>",
    description:
      "what makes a tie: clean, conversation, amplification, flow, twarc, nodexl; PRESET:kind,kind or kind,kind keeps those kinds",
    defaultValue: "clean",
  },
  communities: {
    flags: "--communities <method>",
    description: "how communities are found",
    choices: communityMethods,
    defaultValue: usualCommunityMethod,
  },
  order: {
    flags: "--order <score>",
    description:
      "rank people by d (different people who engaged them), dd (the same, recent ones more), a (steadily), f (d, dd and a fused), t (who replied to or mentioned them), c (whom they answer); default: dd under twelve weeks, then f",
    choices: followOrders,
  },
  list: {
    flags: "--list <name>",
    description: "which list of people",
    choices: followListNames,
    defaultValue: "starter",
  },
  community: {
    flags: "--community <name>",
    description: "the list of one community, such as G2",
  },
  top: {
    flags: "--top <number>",
    description: "people on a list at most",
    defaultValue: 50,
    parse: (written) => parseWholeNumber(written, 1),
  },
  bootstrap: {
    flags: "--bootstrap <number>",
    description: "resamples of authors that say how sure each place is; 0 for none",
    defaultValue: 100,
    parse: (written) => parseWholeNumber(written, 0),
  },
  for: {
    flags: "--for <handle>",
    description: "lists for this person: near to whom they talk with, without whom they follow",
    holds: "people",
  },
  following: {
    flags: "--following <file>",
    description:
      "whom that person follows: Mastodon's export, handles one a line, or following.js of an X archive",
    holds: "file",
  },
  trust: {
    flags: "--trust <file>",
    description: "people whose word counts: whomever they engaged is vouched for",
    holds: "file",
  },
  keep: {
    flags: "--keep <handle>",
    description: "recommend this person whatever the rules say, but not against their will",
    isRepeatable: true,
    holds: "people",
  },
  exclude: {
    flags: "--exclude <handle>",
    description: "do not recommend this person",
    isRepeatable: true,
    holds: "people",
  },
  respect: {
    flags: "--respect <level>",
    description:
      "whom not to name: discoverable (who opted out), indexable (who did not opt in), none (your own data)",
    choices: respectLevels,
    defaultValue: "discoverable",
  },
  keepDeleted: {
    flags: "--keep-deleted",
    description: "count posts of a collection that are gone from their servers, if you may",
  },
  drop: {
    flags: "--drop <file>",
    description: "people and posts to leave out, by handle, id or address, one a line",
    holds: "file",
  },
  pseudonymize: {
    flags: "--pseudonymize",
    description: "name nobody: the same person has the same made-up name in every run with one key",
  },
  key: {
    flags: "--key <file>",
    description:
      "the key of --pseudonymize, made where there is none (default: tagatlas/key in your configuration folder)",
    isBeside: true,
  },
  coarsen: {
    flags: "--coarsen [when]",
    description:
      "give people who are not named the figures of a group of five or more: auto (where their own would tell who they are), always, never; without a word, always",
    choices: coarsenings,
    defaultValue: "auto",
    preset: "always",
  },
  size: {
    flags: "--size <column>",
    description: "what the size of marks on the map shows: a column of numbers in nodes.csv",
    defaultValue: "followers",
  },
  color: {
    flags: "--color <column>",
    description: "what the colour of marks on the map shows: any column of nodes.csv",
    defaultValue: "community",
  },
  layout: {
    flags: "--layout <name>",
    description: "the map: box (a box for each community), force (the network in one)",
    choices: mapArrangements,
    defaultValue: "box",
  },
  ties: {
    flags: "--ties <name>",
    description:
      "ties between boxes of the map: show, combine (a curve for each pair of boxes), hide (default: show, above 2,000 ties combine)",
    choices: tieDisplays,
  },
  scale: {
    flags: "--scale <factor>",
    description: "size of map.png: 1 is 1,600 by 1,200 pixels",
    defaultValue: 2,
    parse: parseScale,
  },
  metrics: {
    flags: "--metrics <name>",
    description:
      "how betweenness, closeness, PageRank and eigenvector centrality are defined: standard, or as NodeXL prints them",
    choices: metricDefinitions,
    defaultValue: "standard",
  },
  threads: {
    flags: "--threads <number>",
    description:
      "processor cores that long computations use (default: all); the numbers do not depend on it",
    parse: (written) => parseWholeNumber(written, 1),
    isBeside: true,
  },
  seed: {
    flags: "--seed <number>",
    description: "of everything that is chosen by chance; the same seed gives the same bytes",
    defaultValue: 1,
    parse: (written) => parseWholeNumber(written, 0),
  },
  format: {
    flags: "--format <name>",
    description:
      "what inputs are, where their content does not tell: see docs/formats.md; FILE:name says it of one input",
    isRepeatable: "whole",
    print: withoutFolder,
  },
  map: {
    flags: "--map <roles>",
    description:
      "columns of a table that is of no known format: author=user,time=created_at,text=text,id=id and others, or source=from,target=to; FILE:roles says it of one input",
    isRepeatable: "whole",
    print: withoutFolder,
  },
  dates: {
    flags: "--dates <order>",
    description:
      "which number of 5/1/2016 is the day, where a table does not tell: day-first or month-first; FILE:order says it of one input",
    isRepeatable: "whole",
    print: withoutFolder,
  },
  trainDays: {
    flags: "--train-days <days>",
    description:
      "days that people are ranked by before each cut (default: by the archive's length)",
    parse: (written) => parseWholeNumber(written, 1),
  },
  testDays: {
    flags: "--test-days <days>",
    description: "days after each cut that the ranking is compared with (default: by the length)",
    parse: (written) => parseWholeNumber(written, 1),
  },
  cuts: {
    flags: "--cuts <number>",
    description: "cuts at most, the latest",
    defaultValue: 12,
    parse: (written) => parseWholeNumber(written, 1),
  },
  resamples: {
    flags: "--resamples <number>",
    description: "resamples behind each interval",
    defaultValue: 1000,
    parse: (written) => parseWholeNumber(written, 40),
  },
  validateOut: {
    flags: "--out <folder>",
    description: "write validate.md, .csv, .json and .svg there",
    isBeside: true,
  },
  out: {
    flags: "--out <folder>",
    description: "where the files go (default: tagatlas-<hashtag, or the input's name>)",
    isBeside: true,
  },
  to: {
    flags: "--to <kind>",
    description:
      "posts (all that an analysis needs, as NDJSON), interactions (who acts on whom), csv (a table of posts), ids (of posts, and nothing else)",
    choices: convertedKinds,
  },
  convertOut: {
    flags: "--out <file>",
    description:
      "write there instead of printing; interactions become a table where it ends in .csv",
    isBeside: true,
  },
  redoInputs: {
    flags: "--inputs <folder>",
    description: "where the inputs and lists are (default: here, or beside the report)",
  },
  redoOut: {
    flags: "--out <folder>",
    description: "keep the new files there",
  },
  json: {
    flags: "--json",
    description: "print the report as JSON; files are written only with --out",
    isBeside: true,
  },
  quiet: { flags: "--quiet", description: "print nothing but errors", isBeside: true },
  debug: {
    flags: "--debug",
    description: "show where in the program an error came from",
    isBeside: true,
  },
} satisfies Record<string, OptionRow>;

export type OptionName = keyof typeof optionTable;

/** Adds options of the table to a command, in the order named. */
export function addOptions(command: Command, names: readonly OptionName[]): void {
  for (const name of names) {
    const row: OptionRow = optionTable[name];
    const option = new Option(row.flags, row.description);
    if (row.choices !== undefined) option.choices(row.choices);
    if (row.preset !== undefined) option.preset(row.preset);
    if (row.parse !== undefined) option.argParser(row.parse);
    if (row.isRepeatable === "whole") option.default([], "none").argParser(appendWhole);
    if (row.isRepeatable === true) option.default([], "none").argParser(listParser(row));
    if (row.defaultValue !== undefined) option.default(row.defaultValue);
    command.addOption(option);
  }
}

/** A value that names an input, whose folder is the place of a run and no part of it. */
function withoutFolder(value: unknown): string {
  return String(value).replace(/^[^=]*[\\/](?=[^=]*:)/u, "");
}

/** Several values, given one by one. */
function appendWhole(written: string, known: readonly string[]): string[] {
  return [...known, written];
}

/** Several values, given one by one or with commas. */
function listParser({ parse = (part) => part }: OptionRow) {
  return (written: string, known: readonly (string | number)[]): (string | number)[] => {
    const parts = written.split(",").map((part) => part.trim());
    return [...known, ...parts.filter((part) => part !== "").map(parse)];
  };
}

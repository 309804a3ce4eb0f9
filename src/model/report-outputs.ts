import type { OtherNetworkName } from "./other-network.js";

/** Tables that are written as Parquet, too, where that is asked for. */
export const parquetTables = ["nodes", "edges", "interactions", "posts"] as const;

/** The map for slides. */
export const slideNames = ["slide.png", "slide.svg"] as const;

export const workbookName = "tables.xlsx";

/** The files of a report that nobody has to ask for, but for its manifest. */
export const usualOutputs = [
  "codebook.csv",
  "codebook.md",
  "communities-over-time.csv",
  "communities-over-time.svg",
  "communities.csv",
  "edges.csv",
  "follow.csv",
  "follow.html",
  "follow.md",
  "interactions.csv",
  "map.png",
  "map.svg",
  "mastodon-follows.csv",
  "network.csv",
  "network-over-time.gexf",
  "network.gexf",
  "network.graphml",
  "nodes.csv",
  "people-over-time.csv",
  "posts.csv",
  "ranks-over-time.svg",
  "report.html",
  "report.json",
  "report.md",
  "slices.csv",
  "top-items.csv",
  "top-people.csv",
] as const;

/** Of these, the files that only an analysis in slices has. */
export const slicedOutputs = [
  "communities-over-time.csv",
  "communities-over-time.svg",
  "network-over-time.gexf",
  "people-over-time.csv",
  "ranks-over-time.svg",
  "slices.csv",
] as const satisfies readonly (typeof usualOutputs)[number][];

/** The files of a network of other things than people, but for its manifest. */
const itemNetworkOutputs = [
  "codebook.csv",
  "codebook.md",
  "communities.csv",
  "edges.csv",
  "hashtags-edges.csv",
  "links-edges.csv",
  "map.png",
  "map.svg",
  "network.csv",
  "network.gexf",
  "network.graphml",
  "network.json",
  "nodes.csv",
  "people-edges.csv",
  "report.html",
  "threads.csv",
] as const;

/** Of these, the files that some of these networks have. */
const networksWith: Readonly<Record<string, readonly OtherNetworkName[] | undefined>> = {
  "hashtags-edges.csv": ["people-hashtags"],
  "links-edges.csv": ["people-links"],
  "people-edges.csv": ["people-hashtags", "people-links"],
  "threads.csv": ["posts"],
};

/** The files of one of these networks, but for its manifest. */
export function usualItemOutputs(network: OtherNetworkName): readonly string[] {
  return itemNetworkOutputs.filter((name) => networksWith[name]?.includes(network) ?? true);
}

const ofPeople = new Set<string>(usualOutputs);

/** Of these, the files that a network of people does not have. */
export const itemOutputsAlone: readonly string[] = itemNetworkOutputs.filter(
  (name) => !ofPeople.has(name),
);

/** Every file that can be asked for by name. */
export const reportOutputs: readonly string[] = [
  ...usualOutputs,
  ...itemOutputsAlone,
  ...parquetTables.map((name) => `${name}.parquet`),
  ...slideNames,
  workbookName,
];

/** Which files of a report are wanted, as it was asked for. */
export interface OutputsAsked {
  /** These alone; where there are none, the usual ones. */
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly parquet: boolean;
  readonly xlsx: boolean;
  readonly slide: boolean;
  /** Whether tables begin with a byte-order mark. */
  readonly bom: boolean;
}

/** The names of the files to write, of those that are usual if nobody says. */
export function wantedOutputs(
  { only, skip, parquet, xlsx, slide }: Omit<OutputsAsked, "bom">,
  usual: readonly string[] = usualOutputs,
): ReadonlySet<string> {
  const wanted = new Set<string>(only.length === 0 ? usual : only);
  if (parquet) for (const name of parquetTables) wanted.add(`${name}.parquet`);
  if (xlsx) wanted.add(workbookName);
  if (slide) for (const name of slideNames) wanted.add(name);
  for (const name of skip) wanted.delete(name);
  return wanted;
}

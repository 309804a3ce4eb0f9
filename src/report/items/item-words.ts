import { itemNouns, measuresWithoutSense } from "../../model/other-network.js";
import { counted, percent } from "../../text/counted.js";
import type { ItemNodeRow } from "../view/public-item-network.js";
import { type FilesWritten, filesSentence } from "../words/files-sentence.js";
import type { ItemReport } from "./item-report.js";

const shown = 10;

/** What a terminal shows of a network of other things than people. */
export function renderItemText(report: ItemReport, written: FilesWritten | undefined): string {
  const { network, filters } = report;
  const lines = [
    `${report.title}: ${sizeSentence(report)}`,
    `A tie: ${network.tieRule}.`,
    ...(filters.length === 0 ? [] : [`Only: ${filters.join("; ")}.`]),
    "",
    ...strongestLines(report),
    "",
    "What to know",
    ...noteSentences(report).map((note) => `  ${note}`),
    ...(written === undefined ? [] : ["", filesSentence(written)]),
  ];
  return `${lines.join("\n")}\n`;
}

/** The same for the page of a job, as Markdown without names. */
export function renderItemSummary(report: ItemReport): string {
  return `## ${report.network.name}\n\n${sizeSentence(report)}\n`;
}

const withPeople: readonly string[] = ["people-hashtags", "people-links", "posts", "links"];

/** What is not there, and why. */
export function noteSentences({ network, withheld }: ItemReport): string[] {
  const theirs = withPeople.includes(network.name)
    ? "they and their posts are left out"
    : "counted, never named";
  return [
    ...network.notes,
    ...(withheld === 0
      ? []
      : [`${counted(withheld, "person", "people")} who have opted out: ${theirs}.`]),
    ...measuresWithoutSense(network.name, network.isDirected),
    "Lists of people to follow need a network of people: see an analysis without --network.",
  ];
}

/** How large it is. */
export function sizeSentence({ network }: ItemReport): string {
  const value = (metric: string): number | undefined =>
    network.measures.find((row) => row.metric === metric)?.value;
  const { length } = network.nodes;
  const largest = value("largest_component");
  const share =
    largest === undefined || length === 0
      ? ""
      : `; ${percent(largest / length)} of them in the largest component`;
  const threads =
    network.threads === undefined
      ? ""
      : `, ${counted(network.threads.length, "thread", "threads")}`;
  const communities = counted(value("communities") ?? 0, "community", "communities");
  return `${counted(length, ...itemNouns[network.name])}, ${counted(network.edges.length, "tie", "ties")}${threads}, ${communities}${share}.`;
}

function strongestLines({ network }: ItemReport): string[] {
  const { threads } = network;
  if (threads !== undefined) {
    return [
      "The largest threads (posts, people, depth, width, structural virality)",
      ...threads
        .slice(0, shown)
        .map(
          ({ root, posts, people, depth, width, virality }) =>
            `  ${root}: ${posts}, ${people}, ${depth}, ${width}, ${virality?.toFixed(2) ?? "?"}`,
        ),
    ];
  }
  const rows = strongestNodes(network).slice(0, shown);
  if (rows.length === 0) return ["Nothing is tied to anything here."];
  return [
    "The strongest (strength, ties)",
    ...rows.map(({ label, strength, degree }) => `  ${label}: ${strength}, ${degree}`),
  ];
}

/** Nodes with ties, the strongest first. */
export function strongestNodes({ nodes }: ItemReport["network"]): ItemNodeRow[] {
  return [...nodes]
    .filter(({ degree }) => degree > 0)
    .sort((a, b) => b.strength - a.strength || (a.id < b.id ? -1 : 1));
}

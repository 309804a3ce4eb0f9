import type {
  ComparedItemRow,
  ComparedMeasureRow,
  ComparedPersonRow,
  Comparison,
  ComparisonStep,
} from "../../model/comparison.js";
import { counted, percent, withCommas, withMinus } from "../../text/counted.js";

/** Measures that a person looks at first, in this order; all are in the tables. */
const shownMeasures: ReadonlySet<string> = new Set([
  "vertices",
  "ties",
  "total_edges",
  "graph_density",
  "reciprocated_vertex_pair_ratio",
  "average_clustering",
  "transitivity",
  "degree_assortativity",
  "modularity",
  "communities",
  "average_geodesic",
  "attention_gini",
  "posts_with_reply_share",
  "newcomers_answered_share",
]);

/** Of a step: the measures that are shown to people. */
export function shownRows({ measures }: ComparisonStep): ComparedMeasureRow[] {
  return measures.filter(({ metric }) => shownMeasures.has(metric));
}

/** What an analysis is of: hashtag and period. */
export function subjectOf({ tag, first, last }: Comparison["analyses"][number]): string {
  const period =
    first === undefined || last === undefined
      ? []
      : [`${first.slice(0, 10)} to ${last.slice(0, 10)}`];
  return [...(tag === undefined ? [] : [tag]), ...period].join(", ");
}

export function numberText(value: number | undefined): string {
  if (value === undefined) return "";
  const size = Math.abs(value);
  if (Number.isInteger(value)) return withMinus(withCommas(value));
  const digits = size < 0.01 ? value.toPrecision(2) : value.toFixed(size < 10 ? 3 : 1);
  return withMinus(String(Number(digits)));
}

export function signed(value: number | undefined): string {
  if (value === undefined) return "";
  const text = numberText(Math.abs(value));
  if (text === "0") return "0";
  return `${value < 0 ? "−" : "+"}${text}`;
}

/** How sure a change is, in words. */
export function sureness({ change, low, high, verdict }: ComparedMeasureRow): string {
  if (change === undefined) return "cannot be told";
  if (low === undefined || high === undefined) return "";
  const between = `${signed(low)} to ${signed(high)}`;
  return verdict === "within chance" ? `within chance (${between})` : `${verdict} (${between})`;
}

/** Who came, went, rose and fell, in sentences. */
export function peopleSentences({ people, inBoth, before, now }: ComparisonStep): string[] {
  if (people === undefined || inBoth === undefined) return [];
  const count = (change: string): number => people.filter((row) => row.change === change).length;
  const moved = count("risen") + count("fallen");
  const sure = people.some(
    ({ lowBefore, lowNow }) => lowBefore !== undefined && lowNow !== undefined,
  );
  return [
    `${counted(inBoth, "named person is", "named people are")} in both, ${withCommas(count("new"))} only in ${now}, ${withCommas(count("gone"))} only in ${before}.`,
    inBoth === 0
      ? "Nobody is in both, so nobody can rise or fall."
      : !sure
        ? "Authors were not resampled, so nobody is said to have risen or fallen."
        : moved === 0
          ? "Nobody has risen or fallen by more than chance."
          : `${counted(moved, "person has", "people have")} moved by more than chance: ${withCommas(count("risen"))} up, ${withCommas(count("fallen"))} down.`,
  ];
}

export function placeChange({ rankBefore, rankNow }: ComparedPersonRow): string {
  if (rankBefore === undefined) return `place ${rankNow}`;
  if (rankNow === undefined) return `was at place ${rankBefore}`;
  return `place ${rankBefore} → ${rankNow}`;
}

/** How far communities agree, and what became of them, in sentences. */
export function communitySentences(step: ComparisonStep): string[] {
  if (step.people === undefined) return [];
  const { agreement, inCommunitiesBoth = 0, communities } = step;
  const count = (change: string): number =>
    communities.filter((row) => row.change === change).length;
  const people = counted(inCommunitiesBoth, "person is", "people are");
  return [
    agreement === undefined
      ? `Only ${people} in a community both times, too few to say how far communities agree.`
      : `${people} in a community both times. Their communities agree to ${agreement.toFixed(2)} (adjusted mutual information: 1 the same, 0 chance).`,
    `${counted(count("goes on"), "community goes on", "communities go on")}, ${count("splits")} split off, ${count("merges")} merged, ${count("ends")} ended, ${count("new")} are new.`,
  ];
}

/** Hashtags and words that moved by more than chance, the largest change first. */
export function movedItems({ items }: ComparisonStep): ComparedItemRow[] {
  return items.filter(
    ({ kind, verdict }) =>
      (kind === "hashtag" || kind === "word") &&
      verdict !== undefined &&
      verdict !== "within chance",
  );
}

export function itemLine({ item, shareBefore = 0, shareNow = 0 }: ComparedItemRow): string {
  return `${item}: ${percent(shareBefore)} → ${percent(shareNow)} of the people who posted`;
}

export function itemSentence(step: ComparisonStep): string {
  const told = step.items.filter(
    ({ kind, change }) => (kind === "hashtag" || kind === "word") && change !== undefined,
  );
  if (told.length === 0) return "No hashtag or word is among the most used of both.";
  return movedItems(step).length === 0
    ? `None of the ${counted(told.length, "hashtag and word", "hashtags and words")} that both use most has moved by more than chance.`
    : "These moved by more than chance:";
}

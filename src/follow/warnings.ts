import type { Corpus } from "../model/corpus.js";
import type { MutualCore } from "../model/mutual-core.js";
import type { NamedPeople } from "../model/recommendation.js";
import type { OddTimes, Selection } from "../model/selection.js";
import type { Verdict } from "../model/verdict.js";

interface WarningInput {
  readonly corpus: Corpus;
  readonly selection: Selection;
  readonly core: MutualCore;
  readonly named: NamedPeople;
  readonly verdict: Verdict | undefined;
}

/** What a reader must know before any list. */
export function warningsOf(
  { corpus, selection, core, named, verdict }: WarningInput,
  isWithoutPersonalList: boolean,
): string[] {
  if (corpus.posts.count === 0) {
    return [
      "this network came without posts, so nothing tells who takes part and how lately: nobody " +
        "can be recommended; nodes.csv says who stands where in the network",
    ];
  }
  const warnings = core.warning === undefined ? [] : [core.warning];
  if (selection.oddTimes !== undefined) warnings.push(oddTimesWarning(selection.oddTimes));
  if (verdict?.kind === "worse") {
    warnings.push(
      "in the past of these posts, in-degree foretold better whom newcomers engage than the usual " +
        "list did: people are in the order of in-degree",
    );
  }
  if (named.learner !== undefined && isWithoutPersonalList) {
    warnings.push(
      "nobody whom you follow or talk with is in these posts: there is no personal list",
    );
  }
  return warnings;
}

function oddTimesWarning({ posts, earliest, latest }: OddTimes): string {
  const [from, to] = [earliest, latest].map((time) => new Date(time).toISOString().slice(0, 10));
  const dates = from === to ? from : `between ${from} and ${to}`;
  return posts === 1
    ? `1 post is dated ${dates}, far from all others: it counts, but its date does not; choose a period with --since and --until`
    : `${posts} posts are dated ${dates}, far from all others: they count, but their dates do not; choose a period with --since and --until`;
}

import { type ItemMeasures, measureItems } from "../measure/other/measure-items.js";
import { ownPostsByAuthor } from "../measure/other/other-input.js";
import {
  isBipartite,
  isForest,
  itemTieRules,
  noItems,
  type OtherNetworkName,
} from "../model/other-network.js";
import { usualItemOutputs, wantedOutputs } from "../model/report-outputs.js";
import { printSpan } from "../model/span.js";
import { projectUndirected } from "../network/project.js";
import { startListedFiles } from "../read/listed-files.js";
import { renderItemJson } from "../report/items/item-json.js";
import type { ItemReport } from "../report/items/item-report.js";
import { renderItemSummary, renderItemText } from "../report/items/item-words.js";
import { checkItemOutputs, writeItemReport } from "../report/items/write-item-report.js";
import { manifestName } from "../report/manifest.js";
import { cleanText } from "../report/view/clean-text.js";
import { pseudonymizedAccounts } from "../report/view/pseudonymize.js";
import { publicAccount } from "../report/view/public-account.js";
import { publicItemNetwork } from "../report/view/public-item-network.js";
import { publicRun } from "../report/view/public-run.js";
import { unnamed } from "../report/view/public-texts.js";
import { isoTime } from "../report/view/public-values.js";
import { checkOutputFolder } from "../report/write-report.js";
import type { AnalyzeOutcome, AnalyzeRequest } from "./analyze.js";
import { buildItems, possiblePairs } from "./build-items.js";
import { choosePosts, filtersLeave } from "./choose-posts.js";
import { drawItemPictures } from "./draw-item-pictures.js";
import { itemMapColumns, itemMapSettings } from "./item-map-input.js";
import { checkMapColumns } from "./map-columns.js";
import { findTyped } from "./name-people.js";
import { narrowItems, narrowProjected, narrowThreads } from "./narrow-items.js";

export interface ItemsAsked {
  readonly network: OtherNetworkName;
  /** Ties that are less likely by chance than this stay; `undefined` for all. */
  readonly backbone: number | undefined;
  /** In milliseconds: how soon after each other two people share the same link. */
  readonly within: number;
}

/**
 * From files of posts to a network of other things than people, its measures and its files.
 *
 * @throws {UserError} for an input that cannot be read, a folder that cannot be written, or files that such
 *   a network does not have.
 */
export async function analyzeItems(
  request: AnalyzeRequest & { readonly asked: ItemsAsked },
): Promise<AnalyzeOutcome> {
  const { folder, asked, onProgress, threads, outputs } = request;
  checkItemOutputs(outputs, asked.network);
  const mapSettings = itemMapSettings(request.settings.map, asked.network);
  checkMapColumns(mapSettings, itemMapColumns(asked.network));
  if (folder !== undefined) await checkOutputFolder(folder, manifestName);
  const chosen = await choosePosts(request, startListedFiles());
  const { shownInputs: inputs, unreadable } = chosen;
  if ("nothing" in chosen) return { inputs, unreadable, nothing: chosen.nothing };
  const { consent, settings, selection, filters, texts, pseudonymKey, dropped } = chosen;
  const { corpus } = consent;
  const whole = buildItems(
    {
      ...consent,
      selection,
      tag: settings.tag,
      isPseudonymous: pseudonymKey !== undefined,
    },
    { ...asked, edges: settings.edges },
  );
  const { isDirected } = whole;
  const filter = { ...filters.network, backbone: asked.backbone };
  const { ties, disparity, nodes } = narrowItems(whole.ties, { isDirected, filter });
  const phrases = [
    ...(asked.backbone === undefined ? [] : [`the backbone of disparity below ${asked.backbone}`]),
    ...filters.phrases,
  ];
  if (ties.nodeCount === 0) {
    const nothing =
      whole.items.length > 0
        ? filtersLeave("no node", { ...filters, phrases })
        : noItems[asked.network];
    return { inputs, unreadable, nothing };
  }
  const items = Array.from(nodes, (node) => whole.items[node]);
  const measures: ItemMeasures = await measureItems({
    ties,
    isDirected,
    isBipartite: isBipartite(asked.network),
    isForest: isForest(asked.network),
    projection: projectUndirected(ties),
    possiblePairs: possiblePairs(items, isDirected),
    communities: settings.communities,
    comparesCommunities: settings.bootstrap > 0,
    metrics: settings.metrics,
    seed: settings.seed,
    threads,
    onProgress: (what, share) => onProgress(`measuring ${what}`, share),
  });
  const { projected, threads: found, inside } = whole;
  const network = publicItemNetwork({
    corpus,
    time: selection.time,
    pseudonymKey,
    name: asked.network,
    isDirected,
    tieRule: itemTieRules[asked.network],
    notes: whole.notes,
    items,
    posts: nodes.map((node) => whole.posts[node]),
    people: nodes.map((node) => whole.people[node]),
    inside: inside === undefined ? undefined : Float64Array.from(nodes, (node) => inside[node]),
    ties,
    disparity,
    measures,
    projected: (projected ?? []).map((one) =>
      narrowProjected(one, { nodes, backbone: asked.backbone }),
    ),
    threads: found === undefined ? undefined : narrowThreads(found, nodes),
  });
  const withheld = new Set(
    [...ownPostsByAuthor({ corpus, selection })]
      .map((post) => corpus.posts.author[post])
      .filter((author) => consent.withheld[author] === 1),
  ).size;
  const typedPeople = findTyped({ ...consent, pseudonymKey }, chosen.run);
  const tag = settings.tagAsWritten === undefined ? undefined : `#${settings.tagAsWritten}`;
  const report: ItemReport = {
    tool: request.tool,
    run: publicRun(
      {
        run: chosen.run,
        typedPeople,
        pseudonymKey,
        withheld: consent.withheld,
        corpus:
          pseudonymKey === undefined
            ? corpus
            : { ...corpus, accounts: pseudonymizedAccounts(corpus.accounts, pseudonymKey) },
      },
      texts,
    ),
    inputs,
    title: cleanText(tag) ?? inputs.map(({ name }) => name).join(", "),
    account: publicAccount({ inputs: chosen.inputs, corpus, selection, dropped }),
    withheld,
    dropped: dropped === undefined ? undefined : { people: dropped.people, posts: dropped.posts },
    filters: phrases.map((phrase) => texts.text(phrase) ?? unnamed),
    settings: {
      tag: cleanText(tag),
      since: isoTime(settings.since),
      until: isoTime(settings.until),
      edges: settings.edges.spec,
      communities: settings.communities,
      metrics: settings.metrics,
      respect: settings.respect,
      backbone: asked.backbone,
      within: asked.network === "links" ? printSpan(asked.within) : undefined,
    },
    seed: settings.seed,
    firstPost: isoTime(selection.first),
    lastPost: isoTime(selection.last),
    network,
  };
  const wanted = wantedOutputs(outputs, usualItemOutputs(asked.network));
  if (folder !== undefined) {
    const pictures = drawItemPictures(report, mapSettings, (share) =>
      onProgress("drawing the map", share),
    );
    await writeItemReport(report, folder, { wanted, bom: outputs.bom, pictures });
  }
  return {
    inputs,
    unreadable,
    dropped,
    unknownNames: [],
    tieCount: ties.tieCount,
    numbers: {
      posts: report.account.analysed,
      people: undefined,
      ties: ties.tieCount,
      communities: measures.communityCount,
      coverage: undefined,
      eligible: undefined,
      skipped: report.account.skippedRows,
      withheld,
    },
    summary: renderItemSummary(report),
    text: renderItemText(report, folder === undefined ? undefined : { folder, names: wanted }),
    json: (around) => renderItemJson(report, around),
  };
}

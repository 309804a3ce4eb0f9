import { findCommunities } from "../measure/community/communities.js";
import type { AnswerSettings } from "../model/analysis.js";
import { postOrigins } from "../model/item.js";
import type { Dropped, InputSummary } from "../model/provenance.js";
import type { FollowListName } from "../model/recommendation.js";
import type { RunRecord, Tool } from "../model/run-record.js";
import { projectUndirected } from "../network/project.js";
import { startListedFiles } from "../read/listed-files.js";
import { renderFollowJson } from "../report/follow-json.js";
import { pseudonymizedAccounts, pseudonymizedFollow } from "../report/view/pseudonymize.js";
import { publicFollow } from "../report/view/public-follow.js";
import { publicRun } from "../report/view/public-run.js";
import { unnamed } from "../report/view/public-texts.js";
import { communityName } from "../report/view/public-values.js";
import { renderListText } from "../report/words/list-text.js";
import { answerFollow } from "./answer-follow.js";
import { buildNetwork } from "./build-network.js";
import { choosePosts, filtersLeave } from "./choose-posts.js";
import { explainNothing } from "./explain-nothing.js";
import { findCommunity } from "./find-community.js";
import type { FilterRequest } from "./find-filters.js";
import {
  findNamed,
  findTyped,
  type NamesRequest,
  readNames,
  type UnreadableLines,
} from "./name-people.js";
import { narrowNetwork } from "./narrow-network.js";
import type { ReadRequest } from "./read-corpus.js";

export interface FollowRequest extends ReadRequest {
  readonly settings: Omit<AnswerSettings, "edges" | "reading"> & {
    readonly edges: string;
  };
  readonly names: NamesRequest;
  /** Without a community, which `community` below is about. */
  readonly filters: FilterRequest;
  readonly run: RunRecord;
  readonly tool: Tool;
  readonly list: FollowListName;
  /** As reports show it, by number or label; `undefined` for everybody. */
  readonly community: string | undefined;
}

export type FollowOutcome = {
  readonly inputs: readonly InputSummary[];
  readonly unreadable: readonly UnreadableLines[];
  readonly dropped?: Dropped | undefined;
} & (
  | { readonly nothing: string }
  | {
      readonly unknownNames: readonly string[];
      readonly peopleCount: number;
      readonly eligible: number;
      readonly text: string;
      readonly json: string;
    }
);

const referenced = postOrigins.indexOf("referenced");

/**
 * One list of people to follow and nothing else: no paths are measured and no file is written.
 *
 * @throws {UserError} for an input that cannot be read, or a community that there is not.
 */
export async function follow(request: FollowRequest): Promise<FollowOutcome> {
  const files = startListedFiles();
  const names = await readNames(request.names, files);
  const chosen = await choosePosts({ ...request, folder: undefined }, files);
  const { shownInputs } = chosen;
  const unreadable = [...names.unreadable, ...chosen.unreadable];
  const nobody = (nothing: string): FollowOutcome => ({ inputs: shownInputs, unreadable, nothing });
  if ("nothing" in chosen) return nobody(chosen.nothing);
  const { consent, settings, filters, select, texts, run, dropped, pseudonymKey: secret } = chosen;
  const { corpus, withheld } = consent;
  if (!chosen.selection.origin.some((origin) => origin !== referenced)) {
    return nobody(explainNothing(corpus, chosen.inputs, { ...settings, ...texts }));
  }
  const { named, unknown } = findNamed({ ...consent, pseudonymKey: secret }, names);
  const { edges, communities: method, seed } = settings;
  const built = narrowNetwork(
    {
      selection: chosen.selection,
      ...buildNetwork(corpus, chosen.selection, edges, request.onProgress),
    },
    {
      ...{ corpus, rule: edges, filter: filters.network, method, seed },
      communityOf: (name, left) => findCommunity(name, { ...consent, ...left, tag: settings.tag }),
      select: (isPerson) => select({ ...filters.posts, isPerson }),
    },
  );
  const { selection, interactions, network } = built;
  if (network.nodeCount === 0) return nobody(filtersLeave("nobody", filters));
  request.onProgress("finding communities");
  const communities = findCommunities(projectUndirected(network), { method, seed });
  const { of: community, count } = communities;
  const askedCommunity =
    request.community === undefined
      ? undefined
      : findCommunity(request.community, {
          ...consent,
          ...{ selection, network, communities, tag: settings.tag },
        });
  request.onProgress("choosing whom to follow");
  const findings = answerFollow({
    isWhole: filters.network.minWeight === undefined,
    corpus,
    selection,
    settings,
    named,
    pseudonymKey: secret,
    withheld,
    interactions,
    network,
    community,
    communityCount: count,
    onProgress: request.onProgress,
  });
  const nodeOf = new Map(Array.from(network.account, (account, node) => [account, node]));
  const shownCorpus =
    secret === undefined
      ? corpus
      : { ...corpus, accounts: pseudonymizedAccounts(corpus.accounts, secret) };
  const shown = publicFollow({
    corpus: shownCorpus,
    follow: secret === undefined ? findings.follow : pseudonymizedFollow(findings.follow, secret),
    withheld,
    texts,
    named,
    communityOf: (account) => communityName(community[nodeOf.get(account) ?? -1] ?? -1),
  });
  const shownFilters = filters.phrases.map((phrase) => texts.text(phrase) ?? unnamed);
  const asked = {
    list: listFor(request),
    community: askedCommunity === undefined ? undefined : communityName(askedCommunity),
  };
  const list = shown.lists.find(
    (candidate) => candidate.list === asked.list && candidate.community === asked.community,
  );
  return {
    inputs: shownInputs,
    unreadable,
    dropped,
    unknownNames: unknown.map((name) => texts.text(name) ?? unnamed),
    peopleCount: list?.people.length ?? 0,
    eligible: shown.eligible,
    text: renderListText(shown, { ...asked, filters: shownFilters }, list),
    json: renderFollowJson(shown, {
      run: publicRun(
        {
          run,
          pseudonymKey: secret,
          typedPeople: findTyped({ corpus, withheld, pseudonymKey: secret }, run),
          withheld,
          corpus: shownCorpus,
        },
        texts,
      ),
      inputs: shownInputs,
      filters: shownFilters,
      tool: request.tool,
      list,
    }),
  };
}

/** Whom to follow first is chosen from all communities: within one, from those whom others take up. */
function listFor({ list, community }: FollowRequest): FollowListName {
  return community !== undefined && list === "starter" ? "attention" : list;
}

import { findCommunities } from "../measure/community/communities.js";
import type { AnswerSettings } from "../model/analysis.js";
import { postOrigins } from "../model/item.js";
import type { Dropped, InputSummary } from "../model/provenance.js";
import type { FollowListName } from "../model/recommendation.js";
import type { RunRecord, Tool } from "../model/run-record.js";
import { parseEdgeRule } from "../network/edge-rule.js";
import { projectUndirected } from "../network/project.js";
import { selectPosts } from "../network/select-posts.js";
import { startListedFiles } from "../read/listed-files.js";
import { renderFollowJson } from "../report/follow-json.js";
import { pseudonymizedAccounts, pseudonymizedFollow } from "../report/view/pseudonymize.js";
import { publicFollow } from "../report/view/public-follow.js";
import { publicRun } from "../report/view/public-run.js";
import { publicInputs, startPublicTexts, unnamed } from "../report/view/public-texts.js";
import { communityName } from "../report/view/public-values.js";
import { renderListText } from "../report/words/list-text.js";
import { answerFollow } from "./answer-follow.js";
import { askedOf } from "./asked-question.js";
import { buildNetwork } from "./build-network.js";
import { explainNothing } from "./explain-nothing.js";
import { findCommunity } from "./find-community.js";
import {
  findNamed,
  findTyped,
  type NamesRequest,
  readNames,
  type UnreadableLines,
} from "./name-people.js";
import { readPseudonymKey } from "./pseudonym-key.js";
import { type ReadRequest, readCorpus, readingOf } from "./read-corpus.js";
import { respectConsent } from "./respect-consent.js";
import { settleRun } from "./settle-run.js";

interface FollowRequest extends ReadRequest {
  readonly settings: Omit<AnswerSettings, "edges" | "reading"> & {
    readonly edges: string;
  };
  readonly names: NamesRequest;
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
  const edges = parseEdgeRule(request.settings.edges);
  const files = startListedFiles();
  const names = await readNames(request.names, files);
  const { unreadable } = names;
  const { pseudonymKey: keyPath } = request;
  const secret = keyPath === undefined ? undefined : await readPseudonymKey(keyPath, undefined);
  const run = await settleRun(request.run, secret, files);
  const {
    corpus: read,
    inputs,
    dropped,
  } = await readCorpus({ ...request, files }, request.settings.respect);
  const settings: AnswerSettings = {
    ...askedOf(request.settings, read),
    edges,
    reading: readingOf(request),
  };
  const { corpus, withheld, heldBack } = respectConsent(read, {
    ...settings,
    pseudonymKey: secret,
  });
  const texts = startPublicTexts(heldBack);
  const shownInputs = publicInputs(inputs, texts);
  const selection = selectPosts(corpus, { ...settings, tag: request.settings.tag });
  if (!selection.origin.some((origin) => origin !== referenced)) {
    const nothing = explainNothing(corpus, inputs, { ...settings, ...texts });
    return { inputs: shownInputs, unreadable, nothing };
  }
  const { named, unknown } = findNamed({ corpus, withheld, pseudonymKey: secret }, names);
  const { interactions, network } = buildNetwork(corpus, selection, edges, request.onProgress);
  request.onProgress("finding communities");
  const communities = findCommunities(projectUndirected(network), {
    method: settings.communities,
    seed: settings.seed,
  });
  const { of: community, count } = communities;
  const askedCommunity =
    request.community === undefined
      ? undefined
      : findCommunity(request.community, {
          corpus,
          selection,
          network,
          communities,
          withheld,
          heldBack,
          tag: settings.tag,
        });
  request.onProgress("choosing whom to follow");
  const findings = answerFollow({
    isWhole: true,
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
    text: renderListText(shown, asked, list),
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
      tool: request.tool,
      list,
    }),
  };
}

/** Whom to follow first is chosen from all communities: within one, from those whom others take up. */
function listFor({ list, community }: FollowRequest): FollowListName {
  return community !== undefined && list === "starter" ? "attention" : list;
}

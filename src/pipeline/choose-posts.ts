import type { AnswerSettings } from "../model/analysis.js";
import type { PostFilter } from "../model/filters.js";
import { postOrigins } from "../model/item.js";
import type { Dropped, InputSummary } from "../model/provenance.js";
import type { RunRecord } from "../model/run-record.js";
import type { Selection } from "../model/selection.js";
import { parseEdgeRule } from "../network/edge-rule.js";
import { selectPosts } from "../network/select-posts.js";
import type { ListedFiles } from "../read/listed-files.js";
import { type PublicTexts, publicInputs, startPublicTexts } from "../report/view/public-texts.js";
import { askedOf } from "./asked-question.js";
import { explainNothing } from "./explain-nothing.js";
import { type FilterRequest, type FoundFilters, findFilters, readFilters } from "./find-filters.js";
import type { PostTexts } from "./keep-texts.js";
import type { UnreadableLines } from "./name-people.js";
import { readPseudonymKey } from "./pseudonym-key.js";
import { type ReadRequest, readCorpus, readingOf } from "./read-corpus.js";
import { type Consent, respectConsent } from "./respect-consent.js";
import { settleRun } from "./settle-run.js";

const referenced = postOrigins.indexOf("referenced");

/** As `AnswerSettings`, or more of them, with the rule for ties as it was written. */
type Written = Omit<AnswerSettings, "edges" | "reading"> & { readonly edges: string };

/** The same with the rule as it was read, and how inputs are. */
type Settled<Settings> = Omit<Settings, "edges"> & Pick<AnswerSettings, "edges" | "reading">;

interface ChooseRequest<Settings extends Written> extends ReadRequest {
  readonly settings: Settings;
  readonly filters: FilterRequest;
  /** Where the files go; `undefined` writes none. */
  readonly folder: string | undefined;
  readonly run: RunRecord;
}

interface ReadPosts {
  /** As others may see them. */
  readonly shownInputs: readonly InputSummary[];
  readonly unreadable: readonly UnreadableLines[];
}

type ChosenPosts<Settings> = ReadPosts &
  (
    | { readonly nothing: string }
    | {
        readonly consent: Consent;
        readonly settings: Settled<Settings> & AnswerSettings;
        readonly selection: Selection;
        readonly filters: FoundFilters;
        /** The same question with another filter. */
        readonly select: (filter: PostFilter) => Selection;
        readonly texts: PublicTexts;
        readonly run: RunRecord;
        readonly pseudonymKey: Uint8Array | undefined;
        readonly inputs: readonly InputSummary[];
        readonly dropped: Dropped | undefined;
        readonly postTexts: PostTexts | undefined;
      }
  );

/**
 * What every analysis begins with: everything is read, who is not to be named is settled, and the posts that
 * count are chosen; or why nothing counts.
 *
 * @throws {UserError} for an input or a list that cannot be read.
 */
export async function choosePosts<Settings extends Written>(
  request: ChooseRequest<Settings>,
  files: ListedFiles,
): Promise<ChosenPosts<Settings>> {
  const edges = parseEdgeRule(request.settings.edges);
  const written = await readFilters(request.filters, files);
  const { unreadable } = written;
  const { folder, pseudonymKey: keyPath } = request;
  const pseudonymKey = keyPath === undefined ? undefined : await readPseudonymKey(keyPath, folder);
  const run = await settleRun(request.run, pseudonymKey, files);
  const {
    corpus: read,
    inputs,
    dropped,
    postTexts,
  } = await readCorpus({ ...request, files }, request.settings.respect);
  request.onProgress("building the network");
  const settings = {
    ...askedOf(request.settings, read),
    edges,
    reading: readingOf(request),
  };
  const consent = respectConsent(read, { ...settings, pseudonymKey });
  const { corpus } = consent;
  const texts = startPublicTexts(consent.heldBack);
  const shownInputs = publicInputs(inputs, texts);
  const filters = findFilters({ ...consent, pseudonymKey }, written);
  const select = (filter: PostFilter): Selection =>
    selectPosts(corpus, { ...settings, tag: request.settings.tag, filter });
  const selection = select(filters.posts);
  const hasPosts = selection.origin.some((origin) => origin !== referenced);
  if (!hasPosts && !selection.hasTie.includes(1) && !selection.isListed.includes(1)) {
    const nothing =
      selection.filtered > 0
        ? filtersLeave("no post", filters)
        : explainNothing(corpus, inputs, { ...settings, ...texts });
    return { shownInputs, unreadable, nothing };
  }
  return {
    shownInputs,
    unreadable,
    consent,
    settings,
    selection,
    filters,
    select,
    texts,
    run,
    pseudonymKey,
    inputs,
    dropped,
    postTexts,
  };
}

export function filtersLeave(what: string, { phrases }: FoundFilters): string {
  return `the filters leave ${what} (${phrases.join("; ")})`;
}

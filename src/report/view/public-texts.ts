import type { Account } from "../../model/account.js";
import type { HeldBack } from "../../model/held-back.js";
import type { InputSummary } from "../../model/provenance.js";
import { cleanText } from "./clean-text.js";

/** A cell of a workbook takes 32,767. */
const longestPost = 30_000;

/** What stands for a name that would name somebody who has opted out. */
export const unnamed = "(not shown)";

/**
 * The one door by which texts from outside come into an output: clean, and naming nobody who is not
 * to be named; `undefined` where nothing is left to show.
 */
export interface PublicTexts {
  text(written: string | undefined): string | undefined;
  /** The same of a whole post, as long as a cell of a spreadsheet may be. */
  post(written: string | undefined): string | undefined;
  /** On a page of somebody who is named their own handle is theirs. */
  link(written: string | undefined, ownHandle?: string): string | undefined;
  nameOf(account: Account): string | undefined;
  /** Their page; where it is by server and handle it says no more than these. */
  pageOf(account: Account): string | undefined;
}

/** Texts of an analysis that holds back so much. */
export function startPublicTexts(heldBack: HeldBack): PublicTexts {
  const link = (written: string | undefined, ownHandle?: string): string | undefined =>
    written === undefined || heldBack.isLink(written, ownHandle) ? undefined : written;
  const shown = (clean: string | undefined): string | undefined =>
    clean === undefined || heldBack.isText(clean) ? undefined : clean;
  return {
    text: (written) => shown(cleanText(written)),
    post: (written) => shown(cleanText(written, longestPost)),
    link,
    pageOf: ({ url, server, handle }) =>
      url === `https://${server}/@${handle}` || url === `https://x.com/${handle}`
        ? url
        : link(url, handle),
    nameOf({ name, handle }) {
      const clean = cleanText(name);
      // Cut off, half of a name would be no name any more.
      return clean === undefined || heldBack.isName(name ?? clean, handle) ? undefined : clean;
    },
  };
}

/** What became of inputs, as others may see it: names of files and of columns are texts, too. */
export function publicInputs(
  inputs: readonly InputSummary[],
  { text }: Pick<PublicTexts, "text">,
): InputSummary[] {
  const shown = (written: string): string => text(written) ?? unnamed;
  return inputs.map((input) => ({
    ...input,
    name: shown(input.name),
    skipped: input.skipped.map((skipped) => ({ ...skipped, reason: shown(skipped.reason) })),
    remarks: input.remarks.map((remark) => ({ ...remark, reason: shown(remark.reason) })),
    unreadTimes: {
      ...input.unreadTimes,
      example:
        input.unreadTimes.example === undefined ? undefined : shown(input.unreadTimes.example),
    },
    unusedColumns: input.unusedColumns.map(shown),
    notes: input.notes.map(shown),
    unknownKeys: input.unknownKeys.map((unknown) => ({ ...unknown, key: shown(unknown.key) })),
  }));
}

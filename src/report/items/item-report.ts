import type { CommunityMethod } from "../../model/community-method.js";
import type { InputSummary } from "../../model/provenance.js";
import type { RunRecord, Tool } from "../../model/run-record.js";
import type { PublicAccount } from "../view/public-account.js";
import type { PublicItemNetwork } from "../view/public-item-network.js";

/** A network of other things than people, with what it was made from. */
export interface ItemReport {
  readonly tool: Tool;
  readonly run: RunRecord;
  readonly inputs: readonly InputSummary[];
  /** The hashtag, else the names of the inputs. */
  readonly title: string;
  readonly account: PublicAccount;
  /** People who have opted out. */
  readonly withheld: number;
  readonly dropped: { readonly people: number; readonly posts: number } | undefined;
  /** As a report tells them. */
  readonly filters: readonly string[];
  readonly settings: Readonly<Record<string, string | number | undefined>> & {
    readonly communities: CommunityMethod;
  };
  readonly seed: number;
  /** The first and the last post that counts; ISO 8601. */
  readonly firstPost: string | undefined;
  readonly lastPost: string | undefined;
  readonly network: PublicItemNetwork;
}

export const itemReportVersion = 1;

import type { Partition } from "../measure/community/communities.js";
import type { AnswerSettings } from "../model/analysis.js";
import type { Corpus } from "../model/corpus.js";
import type { InteractionTable } from "../model/interaction.js";
import type { Network } from "../model/network.js";
import type { InputSummary, Respect } from "../model/provenance.js";
import type { Selection } from "../model/selection.js";
import type { Consent } from "../pipeline/respect-consent.js";

/*
 * What lies behind the objects that the library gives out. It names people who have opted out, so no property
 * leads there: whoever has the object alone cannot come to it.
 */

interface HeldPosts {
  readonly read: Corpus;
  readonly inputs: readonly InputSummary[];
  readonly respect: Respect;
}

interface HeldNetwork extends Consent {
  readonly inputs: readonly InputSummary[];
  readonly settings: Omit<AnswerSettings, "order" | "top" | "bootstrap">;
  readonly selection: Selection;
  readonly interactions: InteractionTable;
  readonly network: Network;
  readonly partition: Partition;
}

const posts = new WeakMap<object, HeldPosts>();
const networks = new WeakMap<object, HeldNetwork>();

export function holdPosts<Shown extends object>(shown: Shown, held: HeldPosts): Shown {
  posts.set(shown, held);
  return shown;
}

export function holdNetwork<Shown extends object>(shown: Shown, held: HeldNetwork): Shown {
  networks.set(shown, held);
  return shown;
}

/** @throws {TypeError} for what `readPosts` did not give. */
export function heldPosts(shown: object): HeldPosts {
  const held = posts.get(shown);
  if (held === undefined) throw new TypeError("give what readPosts or fromGraphology returned");
  return held;
}

/** @throws {TypeError} for what `buildNetwork` did not give. */
export function heldNetwork(shown: object): HeldNetwork {
  const held = networks.get(shown);
  if (held === undefined) throw new TypeError("give what buildNetwork returned");
  return held;
}

import { UserError } from "../model/errors.js";
import { type InteractionKind, interactionKinds } from "../model/interaction.js";
import type { EdgeRule } from "../model/provenance.js";
import { didYouMean } from "../text/did-you-mean.js";

interface Preset {
  readonly base: EdgeRule["preset"];
  readonly kinds: readonly InteractionKind[];
  readonly reversed: boolean;
  /** What makes a tie, for captions and reports. */
  readonly sentence: string;
}

const presets: ReadonlyMap<string, Preset> = new Map([
  [
    "clean",
    {
      base: "clean",
      kinds: interactionKinds,
      reversed: false,
      sentence: "replies, mentions, reposts and quotes, at most one a post and target",
    },
  ],
  [
    "conversation",
    { base: "clean", kinds: ["reply", "quote"], reversed: false, sentence: "replies and quotes" },
  ],
  ["amplification", { base: "clean", kinds: ["repost"], reversed: false, sentence: "reposts" }],
  [
    "flow",
    {
      base: "clean",
      kinds: interactionKinds,
      reversed: true,
      sentence: "as clean, turned round: the way that information travels",
    },
  ],
  [
    "twarc",
    {
      base: "twarc",
      kinds: interactionKinds,
      reversed: false,
      sentence: "as twarc-network: every mention, reposted text and loops too",
    },
  ],
  [
    "nodexl",
    {
      base: "nodexl",
      kinds: interactionKinds,
      reversed: false,
      sentence:
        "as NodeXL: whom the text names, of people who post, and a loop where it names nobody",
    },
  ],
]);

/** The names that `--edges` takes. */
const edgePresetNames: readonly string[] = [...presets.keys()];

/**
 * The rule behind `PRESET`, `PRESET:kind,kind` or `kind,kind` (which is `clean:` of them). Kinds
 * are chosen after precedence has been settled: they only take away.
 *
 * @throws {UserError} for a preset or a kind that there is not.
 */
export function parseEdgeRule(spec: string): EdgeRule {
  const [head, tail, ...rest] = spec.trim().toLowerCase().split(":");
  if (rest.length > 0) throw unknownEdges(spec, spec);
  const named = presets.get(head);
  if (named === undefined && tail !== undefined) throw unknownEdges(spec, head);
  const preset = named ?? presets.get("clean");
  const list = named === undefined ? head : tail;
  if (preset === undefined) throw unknownEdges(spec, head);
  const kinds = list === undefined ? preset.kinds : parseKinds(spec, list);
  return {
    spec,
    preset: preset.base,
    kinds: preset.kinds.filter((kind) => kinds.includes(kind)),
    reversed: preset.reversed,
    sentence:
      list === undefined ? preset.sentence : `${preset.sentence}; of these ${kinds.join(", ")}`,
  };
}

function parseKinds(spec: string, list: string): InteractionKind[] {
  return list.split(",").map((written) => {
    const kind = interactionKinds.find((candidate) => candidate === written.trim());
    if (kind === undefined) throw unknownEdges(spec, written);
    return kind;
  });
}

function unknownEdges(spec: string, part: string): UserError {
  return new UserError(
    `--edges ${spec}: there is no preset or kind "${part}".${didYouMean(part, [...edgePresetNames, ...interactionKinds])}`,
    `use one of ${edgePresetNames.join(", ")}, or kinds out of ${interactionKinds.join(", ")}`,
  );
}

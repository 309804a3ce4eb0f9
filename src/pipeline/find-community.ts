import type { Partition } from "../measure/community/communities.js";
import { measureTopItems } from "../measure/text/top-items.js";
import type { Corpus } from "../model/corpus.js";
import { UserError } from "../model/errors.js";
import type { HeldBack } from "../model/held-back.js";
import type { Network } from "../model/network.js";
import type { PerAccount } from "../model/per-index.js";
import type { Selection } from "../model/selection.js";
import { labelCommunities } from "../report/view/community-labels.js";
import { startPublicTexts } from "../report/view/public-texts.js";
import { communityName } from "../report/view/public-values.js";
import { counted } from "../text/counted.js";
import { didYouMean } from "../text/did-you-mean.js";

interface NamedCommunities {
  readonly corpus: Corpus;
  readonly selection: Selection;
  readonly network: Network;
  readonly communities: Partition;
  readonly withheld: PerAccount<Uint8Array>;
  readonly heldBack: HeldBack;
  readonly tag: string | undefined;
}

const mostListed = 20;

/**
 * The community that somebody asks for as reports show it: by its number (G2), its label (#OSCE #Anatomy), or
 * both. Labels are looked for only where no number is given, or none of it is there.
 *
 * @throws {UserError} for one that there is not, with those that there are.
 */
export function findCommunity(written: string, found: NamedCommunities): number {
  const { count } = found.communities;
  const [, digits] = /^g([1-9]\d*)$/iu.exec(written.trim()) ?? [];
  if (digits !== undefined && Number(digits) <= count) return Number(digits) - 1;
  const names = Array.from({ length: count }, (_, index) => `${communityName(index)}`);
  const labels = labelsOf(found);
  const asked = normalForm(written);
  const index = names.findIndex((name, at) =>
    [labels[at], `${name} ${labels[at]}`].map(normalForm).includes(asked),
  );
  if (index >= 0 && asked !== "") return index;
  throw new UserError(
    `--community ${written}: there is no such community.${didYouMean(written, [...names, ...labels])}`,
    count === 0
      ? "nobody here is tied to anybody, so there are no communities: leave --community out"
      : `name one of ${listed(found.communities, labels)}`,
  );
}

/** In any case, with or without `#`, however it is spaced. */
function normalForm(name: string): string {
  return name.normalize("NFC").toLowerCase().replaceAll("#", "").trim().split(/\s+/u).join(" ");
}

function labelsOf({ communities, ...found }: NamedCommunities): string[] {
  const texts = startPublicTexts(found.heldBack);
  const items = measureTopItems({
    ...found,
    partition: communities,
    onShare: () => {},
  });
  return labelCommunities(
    items.communities.map(({ typicalHashtags, typicalWords }) => ({
      hashtags: typicalHashtags.flatMap((tag) => texts.text(`#${tag}`) ?? []),
      words: typicalWords.flatMap((word) => texts.text(word) ?? []),
    })),
  );
}

function listed({ of, count }: Partition, labels: readonly string[]): string {
  const sizes = new Int32Array(count);
  for (const community of of) if (community >= 0) sizes[community] += 1;
  const shown = labels.slice(0, mostListed).map((label, index) => {
    const about = [label, counted(sizes[index], "person", "people")].filter((part) => part !== "");
    return `${communityName(index)} (${about.join(", ")})`;
  });
  return `${shown.join("; ")}${count > mostListed ? `; and so on to ${communityName(count - 1)}` : ""}`;
}

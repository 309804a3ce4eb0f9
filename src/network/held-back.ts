import type { Corpus } from "../model/corpus.js";
import { type HeldBack, nothingHeldBack } from "../model/held-back.js";
import { isWithheldName } from "../model/withheld-names.js";
import { foldText, spellingsOf, tokensOf } from "./fold-text.js";
import { type Called, gatherNames, nameWords } from "./held-names.js";
import { gatherPlaces } from "./held-places.js";
import { addressesIn, decodings, placeOf } from "./page-addresses.js";

/**
 * What would name people who have opted out: their handles and names of now and before, whole and
 * word by word, with endings or joined to other words; the pages of theirs and of their posts, their
 * own sites, and servers where nobody else is; what servers number them by. `free` are hashtags that
 * the question names. O(accounts + posts) once, then linear in each text.
 */
export function findHeldBack(
  corpus: Corpus,
  withheld: Uint8Array,
  free: readonly string[] = [],
): HeldBack {
  if (!withheld.includes(1)) return nothingHeldBack;
  const names = gatherNames(
    calledOf(corpus, withheld),
    corpus.accounts,
    new Set(free.flatMap(spellingsOf)),
  );
  const places = gatherPlaces(corpus, withheld);

  const isAddress = (address: string, own: ReadonlySet<string> | undefined): boolean => {
    const place = placeOf(address);
    if (place === undefined) return names.isIn(nameWords(foldText(address)));
    if (places.isPage(place)) return true;
    const { host, segments, query, fragment } = places.withoutNamed(place);
    const parts = segments.filter((segment) => own?.has(segment) !== true);
    return [places.ownLabels(host), ...parts, query, fragment].some((part) =>
      names.isIn(nameWords(foldText(part))),
    );
  };
  const isLink = (link: string, ownHandle?: string): boolean => {
    const own = ownHandle === undefined ? undefined : new Set(handleSegments(ownHandle));
    return decodings(link).some((decoded) =>
      addressesIn(decoded).some((address) => isAddress(address, own)),
    );
  };
  const isPlaceIn = (text: string, folded: string): boolean =>
    places.isHostIn(folded) ||
    (text.match(/https?:\/\/\S+/giu) ?? []).some((link) => isLink(link)) ||
    tokensOf(folded).some(places.isLongId);
  return {
    isText(text) {
      if (isWithheldName(text)) return true;
      const folded = foldText(text);
      return names.isIn(nameWords(folded)) || isPlaceIn(text, folded);
    },
    isLink: (link, ownHandle) => isWithheldName(link) || isLink(link, ownHandle),
    isName(name, ownHandle) {
      const folded = foldText(name);
      const own = new Set(nameWords(foldText(ownHandle ?? "")));
      const words = nameWords(folded).filter((word) => !own.has(word));
      return names.isWholeIn(words) || isPlaceIn(name, folded);
    },
  };
}

/** How a handle stands in the paths of its owner's pages. */
function handleSegments(handle: string): string[] {
  return [handle.toLowerCase(), `@${handle.toLowerCase()}`];
}

/** Handles and names of everybody who is not to be named; a label is a name of its own. */
function calledOf({ accounts, traces }: Corpus, withheld: Uint8Array): Called[] {
  return accounts.flatMap(({ key, handle, name, label }, account) => {
    if (withheld[account] === 0) return [];
    const others = traces.get(account)?.names ?? [];
    const handles = [handle, ...others.filter((other) => !/\s/u.test(other))];
    const names = [name, label, ...others];
    return [
      {
        handles: handles.flatMap((one) => one ?? (key.startsWith("x:@") ? key.slice(3) : [])),
        names: names.flatMap((one) => one ?? []),
      },
    ];
  });
}

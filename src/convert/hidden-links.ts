import { none } from "../model/corpus.js";
import type { Csr } from "../model/csr.js";
import { nameWithheld, siteWithheld } from "../model/withheld-names.js";
import { canonicalLink, linkDomain } from "../text/canonical-link.js";
import type { HidingInput } from "./hidden-words.js";
import { sharedByNamed } from "./shared-by-named.js";

/**
 * The links of each post, with a made-up one, of the same site where that may be named, for each that
 * would name somebody, and in posts of people who are not to be named for each that fewer than two
 * others share.
 */
export function startHiddenLinks(input: HidingInput): (post: number) => string[] {
  const { corpus, withheld, heldBack, file } = input;
  const { links, author } = corpus.posts;
  const canonical = sharedAs(input, links, corpus.links.map(canonicalLink));
  const site = sharedAs(input, links, corpus.links.map(linkDomain));
  const isAnybodyWithheld = withheld.includes(1);
  const isHeld = corpus.links.map(
    (link) => isAnybodyWithheld && (heldBack.isLink(link) || heldBack.isLink(canonicalLink(link))),
  );
  const sites = new Map<string, number>();
  const madeUp = new Map<number, string>();
  const hide = (link: number): string => {
    const known = madeUp.get(link);
    if (known !== undefined) return known;
    const domain = linkDomain(corpus.links[link]);
    const isOpen = site[link] === 1 && !heldBack.isText(domain);
    if (!isOpen && !sites.has(domain)) sites.set(domain, sites.size + 1);
    const origin = isOpen ? `https://${domain}` : siteWithheld(file, sites.get(domain) ?? 0);
    const made = `${origin}/${nameWithheld(file, madeUp.size + 1)}`;
    madeUp.set(link, made);
    return made;
  };

  return (post) => {
    const isHidden = author[post] !== none && withheld[author[post]] === 1;
    return Array.from(
      links.columns.subarray(links.offsets[post], links.offsets[post + 1]),
      (link) =>
        isHeld[link] || (isHidden && canonical[link] === 0) ? hide(link) : corpus.links[link],
    );
  };
}

/** Whether two people share a link, one a link, where it counts under another name. */
function sharedAs(
  { corpus, withheld }: HidingInput,
  { offsets, columns }: Csr,
  names: readonly string[],
): Uint8Array {
  const numberOf = new Map([...new Set(names)].map((name, at) => [name, at]));
  const to = Int32Array.from(names, (name) => numberOf.get(name) ?? 0);
  const rows = { offsets, columns: columns.map((link) => to[link]) };
  const isShared = sharedByNamed(corpus, withheld, rows, numberOf.size);
  return Uint8Array.from(to, (name) => isShared[name]);
}

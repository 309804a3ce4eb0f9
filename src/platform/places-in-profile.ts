import { webAddress } from "./web-address.js";

const host = String.raw`[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}`;
/** A host that no server makes a link of, with what may stand behind it. */
const bareAddress = new RegExp(
  String.raw`(?<![\p{L}\p{N}_.@/:-])(${host}(?:/[^\s<>"']*)?)(?![\p{L}\p{N}@])`,
  "giu",
);
const otherAccount = new RegExp(
  String.raw`(?<![\p{L}\p{N}_.@/-])@([\p{L}\p{N}_.-]+)@(${host})`,
  "giu",
);
/** Researchers write it without its address: https://info.orcid.org/brand-guidelines/. */
const orcid = /(?<![\p{L}\p{N}/-])\d{4}-\d{4}-\d{4}-\d{3}[\dX](?![\p{L}\p{N}-])/giu;
const longestProfile = 20_000;

/**
 * Where a profile leads: by its links, and by its texts, where bare hosts, `@name@host` and ORCID iDs
 * stand. `undefined` where it tells nothing. Linear in the texts.
 */
export function placesInProfile(
  texts: readonly (string | undefined)[],
  links: readonly (string | undefined)[] = [],
): string[] | undefined {
  const found = [...links, ...texts.flatMap((text) => placesInText(text ?? ""))];
  const places = found.flatMap((address) => webAddress(address) ?? []);
  return places.length === 0 ? undefined : places;
}

function placesInText(written: string): string[] {
  const text = written.slice(0, longestProfile);
  // Most profiles hold neither, and every post brings one.
  if (!/[^\s.]\.[^\s.]|\d{4}-\d{4}/u.test(text)) return [];
  return [
    ...Array.from(text.matchAll(bareAddress), ([, address]) => `https://${address}`),
    ...Array.from(text.matchAll(otherAccount), ([, name, server]) => `https://${server}/@${name}`),
    ...Array.from(text.matchAll(orcid), ([id]) => `https://orcid.org/${id.toUpperCase()}`),
  ];
}

/** The handle of another account of theirs, where a field of a profile holds nothing else. */
export function otherHandle(field: string): string | undefined {
  return new RegExp(`^${otherAccount.source}$`, "iu").exec(field.trim())?.[1];
}

import { decodeXML } from "entities";
import type { Profile } from "../../model/account.js";
import type { ColumnField } from "../../model/column-map.js";
import type { AccountItem, Item } from "../../model/item.js";
import { hostOf } from "../../model/mastodon-address.js";
import { readHtml } from "../../platform/html-text.js";
import { hasOptOutTag } from "../../platform/opt-out-tag.js";
import { readsLikeOrganisation } from "../../platform/organisation-profile.js";
import { placesInProfile } from "../../platform/places-in-profile.js";
import type { RecordContext } from "../../platform/record.js";
import { webAddress } from "../../platform/web-address.js";
import { type RecordReading, skippedRecord } from "../input-format.js";
import { type PostText, readPostText } from "../post-text.js";
import { readWords, unescapeText } from "../read-words.js";
import { stopWordsOf } from "../stop-words.js";
import { isOwnPage } from "../x-shared.js";
import { fieldOf, type ListEntry, listEntries } from "./list-cell.js";
import type { RowMeaning, TablePlatform } from "./table-dialect.js";
import { type NameScope, personItem, type WrittenPerson } from "./table-person.js";
import type { FieldCell, TablePlan } from "./table-plan.js";
import { identifyPost } from "./table-post-id.js";
import { type NamedTies, relationsOf } from "./table-ties.js";
import { wholeId } from "./whole-id.js";

/** The post of a row, whom it names, and the time that could not be read. */
export function readTableRow(
  plan: TablePlan,
  cell: FieldCell,
  meaning: RowMeaning,
  context: RecordContext,
): RecordReading {
  const scope: NameScope = {
    platform: plan.platform,
    host:
      meaning.server ??
      context.server ??
      (plan.platform === "mastodon" ? hostOf(cell("url")) : undefined),
    idScope: meaning.server ?? context.server ?? context.idScope,
  };
  const writtenTime = cell("time");
  const time = writtenTime === undefined ? undefined : plan.readTime(writtenTime);
  const author = authorItem(plan, cell, scope, time);
  if (author === undefined) return skippedRecord(withoutAuthor(cell));
  if (meaning.isProtected === true) {
    const refusal = { ...author, profile: { ...author.profile, isPrivate: true } };
    return { ...skippedRecord("not public (protected account)"), items: [refusal] };
  }
  const { text, plain, prose, htmlLinks } = openText(cell("text") ?? "", plan.platform);
  const people: AccountItem[] = [];
  const named: NamedTies = {
    plan,
    cell,
    scope: { ...scope, host: scope.host ?? author.profile.server },
    people,
    time,
  };
  const tells = (field: ColumnField): boolean =>
    plan.has(field) || (meaning.cells !== undefined && field in meaning.cells);
  const relations = relationsOf(named, { text, meaning, tells });
  const tags = listEntries(cell("hashtags"), plan.dialect.separator).map(tagOf);
  const links = listEntries(cell("links"), plan.dialect.separator).flatMap(
    (entry) => linkOf(entry) ?? [],
  );
  const isRepost = relations.some(({ kind }) => kind === "repost");
  const addsWords = plan.dialect.tellsTies !== true && text.addsWords;
  const identity = identifyPost(plan, cell, author, scope.idScope);
  const items: Item[] = [
    ...people,
    author,
    {
      type: "post",
      key: identity.key,
      aliases: identity.aliases,
      origin: meaning.origin ?? context.origin,
      author: author.key,
      time,
      retrievedAt: context.retrievedAt,
      url: identity.url,
      tags: tags.length === 0 ? text.tags : [...new Set(tags)],
      links: (links.length === 0 ? [...text.links, ...htmlLinks] : links).flatMap((link) =>
        isOwnPage(link) ? [] : (webAddress(link) ?? []),
      ),
      relations,
      addsWords,
      language: cell("language"),
      ...(isRepost && !addsWords ? {} : { text: plain }),
      words:
        isRepost && !addsWords
          ? []
          : readWords(unescapeText(prose ?? text.ownText), stopWordsOf(cell("language"))),
      isDigest: text.isDigest,
    },
  ];
  const unreadTime = time === undefined ? writtenTime : undefined;
  return { items, skipped: [], unknownKeys: [], unreadTime };
}

function withoutAuthor(cell: FieldCell): string {
  return cell("author") === undefined
    ? "a row without an author"
    : "an author who is no account: a name for display, perhaps";
}

function authorItem(
  plan: TablePlan,
  cell: FieldCell,
  scope: NameScope,
  time: number | undefined,
): AccountItem | undefined {
  const profile: Partial<Profile> = {
    name: cell("name"),
    followers: wholeNumber(cell("followers")),
    following: wholeNumber(cell("following")),
    isOrganisation: readsLikeOrganisation({
      handle: cell("author"),
      name: cell("name"),
      bio: cell("bio"),
    }),
    hasOptOutTag: hasOptOutTag(cell("bio"), [cell("name")]),
  };
  const person = personOf(plan, cell, "author", "author-id");
  const item = personItem(person, scope, profile, time);
  const isKnown = item !== undefined && !item.key.includes("#");
  // A post's page names its author.
  const fromPage = isKnown
    ? undefined
    : personItem({ ...person, name: cell("url") }, scope, profile, time);
  const author = fromPage ?? item;
  return author && { ...author, sites: placesInProfile([cell("bio")]) };
}

function personOf(
  plan: TablePlan,
  cell: FieldCell,
  nameRole: ColumnField,
  idRole: ColumnField,
): WrittenPerson {
  const name = cell(nameRole);
  const id = plan.isRounded(idRole) ? undefined : wholeId(cell(idRole));
  if (!plan.holdsIds(nameRole)) return { id, name };
  return { id: plan.isRounded(nameRole) ? id : (id ?? wholeId(name)), name: undefined };
}

/** A text without markup, and with its words where markup tells what is a name and what is not. */
function openText(
  written: string,
  platform: TablePlatform,
): { text: PostText; plain: string; prose: string | undefined; htmlLinks: readonly string[] } {
  const isHtml = platform === "mastodon" && /<(?:p|br|a|span)\b/iu.test(written);
  const html = isHtml ? readHtml(written) : undefined;
  const text = readPostText(html?.text ?? written, platform);
  const plain = html?.text ?? (platform === "x" ? decodeXML(written) : written);
  return { text, plain, prose: html?.prose, htmlLinks: html?.links ?? [] };
}

function tagOf(entry: ListEntry): string {
  const written = typeof entry === "string" ? entry : (fieldOf(entry, "tag", "text", "name") ?? "");
  return written.replace(/^[#＃]+/u, "");
}

function linkOf(entry: ListEntry): string | undefined {
  if (typeof entry !== "string") return fieldOf(entry, "unwound_url", "expanded_url", "url");
  return entry;
}

/** A number of people, as tables write it: `1234`, `1234.0`, `1,234`. */
function wholeNumber(written: string | undefined): number | undefined {
  const digits = written?.replace(/\.0$/u, "").replace(/(?<=\d)[,.](?=\d{3}(?:\D|$))/gu, "");
  return digits !== undefined && /^\d{1,12}$/u.test(digits) ? Number(digits) : undefined;
}

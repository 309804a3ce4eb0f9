import { createHash } from "node:crypto";
import type { Profile } from "../../model/account.js";
import type { ColumnRole } from "../../model/column-map.js";
import type { AccountItem, Item, PostReference, Relation } from "../../model/item.js";
import { hostOf } from "../../model/mastodon-address.js";
import { xKey } from "../../model/x-handle.js";
import { readHtml } from "../html-text.js";
import { type RecordContext, type RecordReading, skippedRecord } from "../input-format.js";
import { hasOptOutTag } from "../opt-out-tag.js";
import { type PostText, readPostText } from "../post-text.js";
import { readWords, unescapeText } from "../read-words.js";
import { stopWordsOf } from "../stop-words.js";
import { webAddress } from "../web-address.js";
import { isOwnPage, xPostUrl } from "../x-shared.js";
import { fieldOf, type ListEntry, listEntries } from "./list-cell.js";
import type { RowMeaning, TableDialect, TablePlatform, TableTie } from "./table-dialect.js";
import { type NameScope, personItem, type WrittenPerson } from "./table-person.js";

/** What is known of a table before its rows are read. */
export interface TablePlan {
  readonly dialect: TableDialect;
  readonly platform: TablePlatform;
  readonly has: (role: ColumnRole) => boolean;
  /** Columns whose numbers have lost digits, and columns of names that hold numbers of people. */
  readonly isRounded: (role: ColumnRole) => boolean;
  readonly holdsIds: (role: ColumnRole) => boolean;
  readonly readTime: (written: string) => number | undefined;
}

/** A cell by its role, as the row means it. */
export type RoleCell = (role: ColumnRole) => string | undefined;

const kinds = { "repost-of": "repost", "reply-to": "reply", "quote-of": "quote" } as const;
const tieRoles = ["repost-of", "reply-to", "quote-of"] as const satisfies readonly TableTie[];

/** The post of a row, whom it names, and the time that could not be read. */
export function readTableRow(
  plan: TablePlan,
  cell: RoleCell,
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
  const { text, prose, htmlLinks } = openText(cell("text") ?? "", plan.platform);
  const people: AccountItem[] = [];
  const named: NamedTies = {
    plan,
    cell,
    scope: { ...scope, host: scope.host ?? author.profile.server },
    people,
    time,
  };
  const tells = (role: ColumnRole): boolean =>
    plan.has(role) || (meaning.cells !== undefined && role in meaning.cells);
  const relations = relationsOf(named, { text, meaning, tells });
  const tags = listEntries(cell("hashtags"), plan.dialect.separator).map(tagOf);
  const links = listEntries(cell("links"), plan.dialect.separator).flatMap(
    (entry) => linkOf(entry) ?? [],
  );
  const isRepost = relations.some(({ kind }) => kind === "repost");
  const addsWords = plan.dialect.tellsTies !== true && text.addsWords;
  const identity = identify(plan, cell, author, scope.idScope);
  const items: Item[] = [
    ...people,
    author,
    {
      type: "post",
      key: identity.key,
      aliases: identity.aliases,
      role: meaning.role ?? context.role,
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

function withoutAuthor(cell: RoleCell): string {
  return cell("author") === undefined
    ? "a row without an author"
    : "an author who is no account: a name for display, perhaps";
}

function authorItem(
  plan: TablePlan,
  cell: RoleCell,
  scope: NameScope,
  time: number | undefined,
): AccountItem | undefined {
  const profile: Partial<Profile> = {
    name: cell("name"),
    followers: wholeNumber(cell("followers")),
    following: wholeNumber(cell("following")),
    hasOptOutTag: hasOptOutTag(cell("bio"), [cell("name")]),
  };
  const person = personOf(plan, cell, "author", "author-id");
  const item = personItem(person, scope, profile, time);
  if (item !== undefined && !item.key.includes("#")) return item;
  // A post's page names its author.
  const fromPage = personItem({ ...person, name: cell("url") }, scope, profile, time);
  return fromPage ?? item;
}

function personOf(
  plan: TablePlan,
  cell: RoleCell,
  nameRole: ColumnRole,
  idRole: ColumnRole,
): WrittenPerson {
  const name = cell(nameRole);
  const id = plan.isRounded(idRole) ? undefined : wholeId(cell(idRole));
  if (!plan.holdsIds(nameRole)) return { id, name };
  return { id: plan.isRounded(nameRole) ? id : (id ?? wholeId(name)), name: undefined };
}

interface NamedTies {
  readonly plan: TablePlan;
  readonly cell: RoleCell;
  readonly scope: NameScope;
  readonly people: AccountItem[];
  readonly time: number | undefined;
}

interface TieSources {
  readonly text: PostText;
  readonly meaning: RowMeaning;
  readonly tells: (role: ColumnRole) => boolean;
}

/**
 * A column that tells a tie is believed; what no column tells is read from the text, unless the
 * table's columns say all. The mentions of a repost's row are its original's.
 */
function relationsOf(named: NamedTies, sources: TieSources): Relation[] {
  const { plan } = named;
  const { text, meaning, tells } = sources;
  const relations = tieRoles.flatMap((role): Relation[] => {
    const told = tieRelations(named, role, meaning.ties?.includes(role) === true);
    if (told.length > 0 || plan.dialect.tellsTies === true) return told;
    if (role === "repost-of") return fromText(named, text.reposted, "repost");
    const isInText = role === "reply-to" && text.answered !== undefined && !tells(role);
    return isInText ? fromText(named, [text.answered ?? ""], "reply") : [];
  });
  const isRepost = relations.some(({ kind }) => kind === "repost");
  const inText = [...(text.answered === undefined ? [] : [text.answered]), ...text.mentioned];
  const tellsMentions = tells("mentions") || tells("mention-ids");
  if (tellsMentions && (!isRepost || plan.dialect.tellsTies === true)) {
    return [...relations, ...mentionRelations(named)];
  }
  if (isRepost && plan.dialect.tellsTies === true) return relations;
  return [...relations, ...fromText(named, inText, "mention")];
}

/** Of one tie's columns: several people where its cell is a list. */
function tieRelations(named: NamedTies, role: TableTie, isCertain: boolean): Relation[] {
  const { plan, cell } = named;
  const postCell = plan.isRounded(`${role}-post`) ? undefined : cell(`${role}-post`);
  const post = postCell === undefined ? undefined : postReference(postCell, named);
  const people = peopleOf(named, cell(role), role, `${role}-id`);
  if (people.length === 0) {
    if (post === undefined && !isCertain) return [];
    return [{ kind: kinds[role], account: undefined, post, position: 0 }];
  }
  return people.map((account, position) => ({
    kind: kinds[role],
    account,
    post: position === 0 ? post : undefined,
    position,
  }));
}

function mentionRelations(named: NamedTies): Relation[] {
  return peopleOf(named, named.cell("mentions"), "mentions", "mention-ids").map(
    (account, position) => ({ kind: "mention", account, post: undefined, position }),
  );
}

/** References to the people of a cell, who are taken in. Ids go with names where there are as many. */
function peopleOf(
  named: NamedTies,
  cell: string | undefined,
  nameRole: ColumnRole,
  idRole: ColumnRole,
): string[] {
  const { plan } = named;
  const { separator } = plan.dialect;
  const written = listEntries(cell, separator);
  const ids = plan.isRounded(idRole)
    ? []
    : listEntries(named.cell(idRole), separator).map((entry) => wholeId(String(entry)));
  if (plan.holdsIds(nameRole)) {
    const numbers = plan.isRounded(nameRole) ? [] : written.map((entry) => wholeId(String(entry)));
    return takeIn(
      named,
      numbers.map((id) => ({ id, name: undefined })),
    );
  }
  if (written.length === 0)
    return takeIn(
      named,
      ids.map((id) => ({ id, name: undefined })),
    );
  return takeIn(
    named,
    written.map((entry, index) =>
      typeof entry === "string"
        ? { id: ids.length === written.length ? ids[index] : undefined, name: entry }
        : {
            id: fieldOf(entry, "id_str", "id", "user_id", "did"),
            name: fieldOf(entry, "acct", "username", "screen_name", "handle"),
          },
    ),
  );
}

function fromText(named: NamedTies, names: readonly string[], kind: Relation["kind"]): Relation[] {
  const people = names.map((name) => ({ id: undefined, name }));
  return takeIn(named, people).map((account, position) => ({
    kind,
    account,
    post: undefined,
    position,
  }));
}

function takeIn(named: NamedTies, people: readonly WrittenPerson[]): string[] {
  return people.flatMap((person) => {
    const item = personItem(person, named.scope, {}, named.time);
    if (item === undefined) return [];
    named.people.push(item);
    return [item.key];
  });
}

/** A text without markup, and with its words where markup tells what is a name and what is not. */
function openText(
  written: string,
  platform: TablePlatform,
): { text: PostText; prose: string | undefined; htmlLinks: readonly string[] } {
  const isHtml = platform === "mastodon" && /<(?:p|br|a|span)\b/iu.test(written);
  const html = isHtml ? readHtml(written) : undefined;
  const text = readPostText(html?.text ?? written, platform);
  return { text, prose: html?.prose, htmlLinks: html?.links ?? [] };
}

function tagOf(entry: ListEntry): string {
  const written = typeof entry === "string" ? entry : (fieldOf(entry, "tag", "text", "name") ?? "");
  return written.replace(/^[#＃]+/u, "");
}

function linkOf(entry: ListEntry): string | undefined {
  if (typeof entry !== "string") return fieldOf(entry, "unwound_url", "expanded_url", "url");
  return entry;
}

interface Identity {
  readonly key: PostReference;
  readonly aliases: readonly PostReference[];
  readonly url: string | undefined;
}

/**
 * A post by its id. A spreadsheet turns 18 digits into `1.26E+18`: then by the id in the post's
 * link, where there is one, else by what the row says, so that the same row met twice is one post.
 */
function identify(plan: TablePlan, cell: RoleCell, author: AccountItem, idScope: string): Identity {
  const link = webAddress(cell("url"));
  const id = plan.isRounded("id") ? undefined : wholeId(cell("id"));
  const digest = (): string => {
    const content = [cell("author"), cell("author-id"), cell("time"), cell("text")].join("\n");
    return `row-${createHash("sha256").update(content).digest("hex").slice(0, 24)}`;
  };
  switch (plan.platform) {
    case "x": {
      const isRow = plan.dialect.name === "table" && isRowNumber(id, cell("time"), plan);
      const told = id === undefined || isRow ? undefined : xPostId(id);
      const known = told ?? (link && linkedId(link)) ?? (isRow ? undefined : id);
      const page =
        known !== undefined && /^\d+$/u.test(known)
          ? xPostUrl(author.profile.handle, known)
          : undefined;
      const aliases = isRow && id !== undefined ? [rowReference(id, idScope)] : [];
      // Zeeschuimer rounds the ids of replies, and 4CAT makes links of them that lead astray.
      const leadsAstray =
        told !== undefined && link !== undefined && (linkedId(link) ?? told) !== told;
      const url = leadsAstray ? webAddress(page) : (link ?? webAddress(page));
      return { key: xKey(known ?? digest()), aliases, url };
    }
    case "mastodon": {
      const address = id !== undefined && /^https?:/iu.test(id) ? id : undefined;
      const local = id !== undefined && address === undefined ? [`${idScope}#${id}`] : [];
      const key = address ?? link ?? local[0] ?? `${idScope}#${digest()}`;
      const aliases = [...local, ...(link === undefined ? [] : [link])];
      return {
        key,
        aliases: aliases.filter((alias) => alias !== key),
        url: link ?? webAddress(address),
      };
    }
    case "bluesky": {
      const key = id ?? link ?? `bsky:${digest()}`;
      return { key, aliases: link === undefined || link === key ? [] : [link], url: link };
    }
  }
}

const firstLongIds = Date.UTC(2010, 10, 6);

/** X's ids have had 15 digits and more since November 2010: a short one is the number of a row. */
function isRowNumber(id: string | undefined, time: string | undefined, plan: TablePlan): boolean {
  if (id === undefined || !/^\d{1,12}$/u.test(id) || time === undefined) return false;
  return (plan.readTime(time) ?? 0) > firstLongIds;
}

/** A row of one input, whose number may be another's in the next. */
function rowReference(id: string, idScope: string): PostReference {
  return xKey(`${idScope}#${id}`);
}

function linkedId(link: string): string | undefined {
  return /\/status(?:es)?\/(\d+)/u.exec(link)?.[1];
}

/** An id of X, where it is one or stands in a link. */
function xPostId(written: string): string | undefined {
  return linkedId(written) ?? (/^https?:/iu.test(written) ? undefined : written);
}

function postReference(
  written: string,
  { plan, scope, cell }: NamedTies,
): PostReference | undefined {
  const id = wholeId(written);
  if (id === undefined) return undefined;
  switch (scope.platform) {
    case "x": {
      if (plan.dialect.name === "table" && isRowNumber(id, cell("time"), plan)) {
        return rowReference(id, scope.idScope);
      }
      const known = xPostId(id);
      return known === undefined ? undefined : xKey(known);
    }
    case "mastodon":
      return /^https?:/iu.test(id) ? id : `${scope.idScope}#${id}`;
    case "bluesky":
      return id;
  }
}

/** Without the `x` that R puts before it and the `.0` of a column of fractions; none of `1.26E+18`. */
export function wholeId(written: string | undefined): string | undefined {
  const id = written?.replace(/^x(?=\d)/u, "").replace(/^(\d+)\.0$/u, "$1");
  return id === undefined || /^\d+(?:[.,]\d+)?e\+?\d+/iu.test(id) ? undefined : id;
}

/** A number of people, as tables write it: `1234`, `1234.0`, `1,234`. */
function wholeNumber(written: string | undefined): number | undefined {
  const digits = written?.replace(/\.0$/u, "").replace(/(?<=\d)[,.](?=\d{3}(?:\D|$))/gu, "");
  return digits !== undefined && /^\d{1,12}$/u.test(digits) ? Number(digits) : undefined;
}

import type { AnswerLine } from "../model/collection-log.js";
import type { ForgetEntry } from "../model/forget-list.js";
import { pageForm } from "../model/listed-address.js";
import { startTokenFinder, type TokenFinder } from "./token-finder.js";

/** Tells who and what is to be forgotten. */
export interface ForgottenNames {
  isHandle(handle: string): boolean;
  isPage(page: string): boolean;
  /** By number, on the server that answered. */
  isId(id: string, source: string, of: "account" | "post"): boolean;
}

/** What leads to the people and posts that are to be forgotten, gathered from the answers. */
export interface Forgotten {
  /** `<source> <id>` of accounts and of posts. */
  readonly accounts: ReadonlySet<string>;
  readonly posts: ReadonlySet<string>;
  /** Handles, names and addresses. */
  readonly words: ReadonlySet<string>;
  /** The handles and the addresses among them. */
  readonly handles: ReadonlySet<string>;
  readonly pages: ReadonlySet<string>;
}

type JsonObject = Readonly<Record<string, unknown>>;

/** Server's numbers are short on small servers, where they say nothing elsewhere. */
const shortestLoneId = 10;

/** Whether a number means somebody wherever it stands. */
export function isLoneId(id: string, source: string): boolean {
  return source === "x" || id.length >= shortestLoneId;
}

/** The people and posts of a list. */
export function namesOfList(entries: readonly ForgetEntry[]): ForgottenNames {
  const handles = new Set(entries.flatMap(({ handle }) => handle?.toLowerCase() ?? []));
  const pages = new Set(entries.flatMap((entry) => entry.pages));
  const local = new Set(entries.flatMap((entry) => localNumber(entry) ?? []));
  const ids = new Set(entries.flatMap(({ id }) => id ?? []));
  return {
    isHandle: (handle) => handles.has(handle.toLowerCase()),
    isPage: (page) => pages.has(pageForm(page)),
    isId: (id, source, of) =>
      (ids.has(id) && isLoneId(id, source)) || local.has(`${of} ${source} ${id}`),
  };
}

/** What one server numbers somebody or a post by, as a list tells it. */
export function localNumber({ local }: ForgetEntry): string | undefined {
  return local === undefined ? undefined : `${local.of} ${local.server} ${local.id}`;
}

/** Gathers answer by answer; an answer that names an account may come after its posts: read twice. */
export function startForgotten(names: ForgottenNames): {
  readonly forgotten: Forgotten;
  read(line: AnswerLine): void;
} {
  const accounts = new Set<string>();
  const posts = new Set<string>();
  const words = new Set<string>();
  const handles = new Set<string>();
  const pages = new Set<string>();

  const isListedPage = (...addresses: readonly unknown[]): boolean =>
    addresses.some((page) => typeof page === "string" && names.isPage(page));
  const isListedId = (id: unknown, source: string, of: "account" | "post"): boolean =>
    typeof id === "string" && names.isId(id, source, of);
  const learn = (...texts: readonly unknown[]): void => {
    for (const text of texts) if (typeof text === "string" && text.length > 2) words.add(text);
  };
  const learnPages = (...addresses: readonly unknown[]): void => {
    for (const page of addresses) if (typeof page === "string") pages.add(page);
    learn(...addresses);
  };

  const readAccount = (account: JsonObject, source: string): void => {
    const { id, acct, username, url, uri, name, display_name } = account;
    const handle = typeof acct === "string" ? addressOf(acct, source) : username;
    const isListed =
      (typeof handle === "string" && names.isHandle(handle)) ||
      isListedPage(url, uri) ||
      isListedId(id, source, "account") ||
      accounts.has(`${source} ${id}`);
    if (!isListed) return;
    accounts.add(`${source} ${id}`);
    const user = typeof handle === "string" ? handle.split("@")[0] : undefined;
    if (typeof handle === "string") handles.add(handle);
    learn(handle, user, username, name, display_name);
    learnPages(url, uri);
  };
  const readPost = (post: JsonObject, source: string): void => {
    const { id, url, uri, account, author_id } = post;
    const author = isObject(account) ? account.id : author_id;
    if (
      !accounts.has(`${source} ${author}`) &&
      !isListedPage(url, uri) &&
      !isListedId(id, source, "post")
    ) {
      return;
    }
    posts.add(`${source} ${id}`);
    learnPages(url, uri);
  };
  const visit = (value: unknown, source: string): void => {
    if (Array.isArray(value)) for (const part of value) visit(part, source);
    else if (isObject(value)) {
      if ("acct" in value || ("username" in value && "id" in value)) readAccount(value, source);
      for (const part of Object.values(value)) visit(part, source);
      if ("account" in value || "author_id" in value || "text" in value) readPost(value, source);
    }
  };
  return {
    forgotten: { accounts, posts, words, handles, pages },
    read: (line) => visit(line.body, line.source),
  };
}

/** `acct` has no host on the server of the account's own. */
export function addressOf(acct: string, source: string): string {
  return acct.includes("@") ? acct : `${acct}@${source}`;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Finds what leads to the forgotten in any text: as it is, percent-encoded, or as JSON escapes it.
 * `undefined` where there is nothing to find.
 */
export function forgottenFinder({ accounts, posts, words }: Forgotten): TokenFinder | undefined {
  const ids = [...accounts, ...posts].map((key) => key.slice(key.indexOf(" ") + 1));
  const tokens = [...words, ...ids.filter((id) => id.length >= shortestLoneId)];
  return tokens.length === 0 ? undefined : startTokenFinder(tokens.flatMap(spellings));
}

function spellings(token: string): string[] {
  const encoded = encodeURIComponent(token.toWellFormed());
  const escaped = token.replace(/[^\x20-\x7e]/gu, (sign) =>
    sign
      .split("")
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
      .join(""),
  );
  return [token, encoded, encoded.replaceAll("%20", "+"), escaped];
}

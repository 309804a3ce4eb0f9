import { createHash } from "node:crypto";
import type { AccountItem, PostReference } from "../../model/item.js";
import { xKey } from "../../model/x-handle.js";
import { webAddress } from "../../platform/web-address.js";
import { xPostUrl } from "../x-shared.js";
import type { NameScope } from "./table-person.js";
import type { FieldCell, TablePlan } from "./table-plan.js";
import { wholeId } from "./whole-id.js";

interface PostIdentity {
  readonly key: PostReference;
  readonly aliases: readonly PostReference[];
  readonly url: string | undefined;
}

/**
 * A post by its id. A spreadsheet turns 18 digits into `1.26E+18`: then by the id in the post's
 * link, where there is one, else by what the row says, so that the same row met twice is one post.
 */
export function identifyPost(
  plan: TablePlan,
  cell: FieldCell,
  author: AccountItem,
  idScope: string,
): PostIdentity {
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

/** A row of a table. */
interface RowOfPlan {
  readonly plan: TablePlan;
  readonly cell: FieldCell;
  readonly scope: NameScope;
}

/** A post that a row names, by its id or its address. */
export function postReference(
  written: string,
  { plan, scope, cell }: RowOfPlan,
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

/** Mastodon statuses as small as they can be, to be given what a test is about. */

export interface StatusParts {
  readonly [key: string]: unknown;
}

/** An account on the server that answers where `acct` has no host. */
export function mastodonAccount(acct: string, more: StatusParts = {}): StatusParts {
  const [user, host = "home.example"] = acct.split("@");
  return { id: `id-${acct}`, acct, url: `https://${host}/@${user}`, ...more };
}

/** A public status of an account, at a day of March 2026. */
export function mastodonStatus(
  id: string,
  acct: string,
  more: StatusParts & { account?: StatusParts; day?: number } = {},
): StatusParts {
  const { account, day = 1, ...rest } = more;
  const [user, host = "home.example"] = acct.split("@");
  return {
    id,
    uri: `https://${host}/users/${user}/statuses/${id}`,
    url: `https://${host}/@${user}/${id}`,
    created_at: `2026-03-${String(day).padStart(2, "0")}T12:00:00.000Z`,
    visibility: "public",
    in_reply_to_id: null,
    in_reply_to_account_id: null,
    reblog: null,
    content: "<p>Hello</p>",
    account: mastodonAccount(acct, account),
    mentions: [],
    tags: [{ name: "MedEd" }],
    ...rest,
  };
}

/** How a status names somebody. */
export function mastodonMention(acct: string): StatusParts {
  const { id, url } = mastodonAccount(acct);
  return { id, url, acct, username: acct.split("@")[0] };
}

/** One row a line. */
export function ndjson(rows: readonly unknown[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join("");
}

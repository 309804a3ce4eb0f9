import { z } from "zod";
import { UserError } from "../../model/errors.js";
import { parseWebUrl } from "../../text/web-url.js";
import { isLoopbackHost } from "../public-address.js";

/** A server of the Mastodon API as the user named it. */
export interface ServerName {
  /** With its port where it has one; what the log calls it. */
  readonly host: string;
  readonly origin: string;
  /** Where its API begins, if that is not the root: `/blog`, of a WordPress in a folder. */
  readonly path?: string;
}

/** Pages of a server that people copy the address of; no API begins below them. */
const page = /^\/(?:tags?|web|explore|about|home|public|deck|auth|users|@[^/]+)(?:\/.*)?$/u;

/**
 * `mastodon.social`, `https://mastodon.social/`, the address of a page there, or of a folder whose
 * WordPress answers; plain HTTP for this machine alone, where nobody listens in.
 *
 * @throws {UserError} for what is no server.
 */
export function parseServerName(written: string, askedBy = "--from"): ServerName {
  const url = addressOf(written);
  if (url === undefined || /\s/u.test(written.trim()) || url.username !== "") {
    throw noServer(written, askedBy);
  }
  const { host, hostname, origin, protocol } = url;
  const isNamed = hostname.includes(".") || hostname.startsWith("[") || isLoopbackHost(host);
  const isPage = page.test(url.pathname);
  const path = isPage ? "" : url.pathname.replace(/\/+$/u, "");
  if (!isNamed || !/^(?:\/[\w.~-]+)*$/u.test(path) || (!isPage && url.search + url.hash !== "")) {
    throw noServer(written, askedBy);
  }
  if (protocol === "http:" && !isLoopbackHost(host)) {
    throw new UserError(
      `${askedBy} ${written}: over plain HTTP anybody on the way could read and change everything`,
      `name it as ${host}, which is asked over HTTPS`,
    );
  }
  return path === "" ? { host, origin } : { host: host + path, origin, path };
}

function addressOf(written: string): URL | undefined {
  const text = written.trim();
  return parseWebUrl(/^https?:\/\//iu.test(text) ? text : `https://${text}`);
}

function noServer(written: string, askedBy: string): UserError {
  return new UserError(
    `${askedBy} ${written}: this is no server`,
    "name one as mastodon.social, or x",
  );
}

const access = z.enum(["public", "authenticated", "disabled"]).optional().catch(undefined);

const instanceSchema = z.object({
  domain: z.string().optional().catch(undefined),
  version: z.string().catch(""),
  source_url: z.string().catch(""),
  configuration: z
    .object({
      timelines_access: z
        .object({
          hashtag_feeds: z.object({ local: access, remote: access }).catch({}),
        })
        .catch({ hashtag_feeds: {} }),
    })
    .catch({ timelines_access: { hashtag_feeds: {} } }),
});

/** What a server says that it lets us see of a hashtag. */
export interface ServerTerms {
  /** It described itself, as a server of this kind. */
  readonly isDescribed: boolean;
  readonly software: string;
  /** `undefined` where it does not say, as before Mastodon 4.5. */
  readonly access: "public" | "authenticated" | "disabled" | undefined;
  /** Whose posts alone come, where all are asked for and those of the others are shown to nobody. */
  readonly shownAlone: "local" | "remote" | undefined;
  readonly ignoresTagFilters: boolean;
  /** Shows none without a token whatever it says. */
  readonly isGoToSocial: boolean;
}

/** Reads `/api/v2/instance`; `value` is whatever was answered. */
export function readServerTerms(
  value: unknown,
  scope: "everywhere" | "local" | "remote",
): ServerTerms {
  const instance = instanceSchema.safeParse(value).data;
  const version = instance?.version ?? "";
  const isGoToSocial = /gotosocial/iu.test(`${instance?.source_url} ${version}`);
  const { local, remote } = instance?.configuration.timelines_access?.hashtag_feeds ?? {};
  const asked = { everywhere: [local, remote], local: [local], remote: [remote] }[scope];
  const isPartlyDisabled = asked.includes("disabled") && !asked.every((it) => it === "disabled");
  const strictest = (["disabled", "authenticated", "public"] as const).find((level) =>
    asked.includes(level),
  );
  return {
    isDescribed: instance?.domain !== undefined || version !== "",
    software: isGoToSocial ? "GoToSocial" : (/[A-Z][A-Za-z]+/u.exec(version)?.[0] ?? "Mastodon"),
    // Where one half is disabled, Mastodon shows the other to whoever has a token.
    access: isPartlyDisabled ? "authenticated" : strictest,
    shownAlone: isPartlyDisabled ? (local === "disabled" ? "remote" : "local") : undefined,
    ignoresTagFilters: isGoToSocial,
    isGoToSocial,
  };
}

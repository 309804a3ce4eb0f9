import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseServerName } from "../../src/collect/mastodon/mastodon-server.js";
import { UserError } from "../../src/model/errors.js";
import { serve } from "../support/collect-run.js";
import { postsOf } from "../support/mastodon-world.js";
import { runCommand } from "../support/run-command.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const within = temporaryFolder();

describe("the name of a server", () => {
  test("is a host, with a port or a folder where it has one", () => {
    const names = {
      "mastodon.social": "https://mastodon.social",
      " Mastodon.Social ": "https://mastodon.social",
      "https://mastodon.social/": "https://mastodon.social",
      "mastodon.social:8443": "https://mastodon.social:8443",
      "mastodon.social:443": "https://mastodon.social",
      "127.0.0.1:3000": "https://127.0.0.1:3000",
      "http://127.0.0.1:3000": "http://127.0.0.1:3000",
      "[2001:db8::1]": "https://[2001:db8::1]",
      "https://[2001:DB8:0:0::1]:8443/": "https://[2001:db8::1]:8443",
      "http://[::1]:3000": "http://[::1]:3000",
      "bücher.example": "https://xn--bcher-kva.example",
      "https://BÜCHER.example/tags/MedEd": "https://xn--bcher-kva.example",
      "почта.example": "https://xn--80a1acny.example",
      "school.example/blog/": "https://school.example",
    };
    for (const [written, origin] of Object.entries(names)) {
      expect(parseServerName(written).origin, written).toBe(origin);
    }
    expect(parseServerName("school.example/blog/")).toMatchObject({
      host: "school.example/blog",
      path: "/blog",
    });
  });

  test("may be the address of one of its pages", () => {
    for (const page of [
      "tags/MedEd",
      "web/tags/MedEd?lang=en#top",
      "@ann",
      "@ann@uni.example/115",
      "public/local",
      "explore",
    ]) {
      const { host, origin, path } = parseServerName(`https://mastodon.social/${page}`);
      expect({ host, origin, path }, page).toEqual({
        host: "mastodon.social",
        origin: "https://mastodon.social",
        path: undefined,
      });
    }
  });

  test("is nothing else, and over plain HTTP a place of this machine", () => {
    for (const written of [
      "mastodon",
      "mastodon social.example",
      "ann@mastodon.social",
      "https://ann:secret@mastodon.social",
      "ftp://mastodon.social",
      "javascript:alert(1)",
      "[2001:db8::1",
      "mastodon.social/a b",
      "school.example/blog?p=1",
      "http://mastodon.social",
      "http://[2001:db8::1]",
      "",
    ]) {
      expect(() => parseServerName(written), written).toThrow(UserError);
    }
  });
});

test("the address of a hashtag's page stands for the hashtag and for the server", async () => {
  const server = await serve({ posts: postsOf(3) });
  // The second is Mastodon 3's, the third Pleroma's.
  for (const path of ["tags/MedEd", "web/tags/MedEd", "tag/MedEd?page=2"]) {
    const page = `${server.name.origin}/${path}`;
    const out = join(mkdtempSync(join(within, "page-")), "out");
    const { code, stdout } = await runCommand(["collect", page, "--from", page, "--out", out]);
    expect(stdout).toMatch(/^#MedEd: 3 posts/u);
    expect(code).toBe(0);
  }
});

test("a server in a folder of a site is asked below that folder", async () => {
  const server = await serve({ posts: postsOf(3) });
  server.misbehave = ({ url, honest }) => {
    if (!url.pathname.startsWith("/blog/")) return { status: 404, value: { error: "nothing" } };
    url.pathname = url.pathname.replace("/blog", "");
    return honest();
  };
  const out = join(mkdtempSync(join(within, "folder-")), "out");
  const from = `${server.name.origin}/blog/`;
  const { code, stdout } = await runCommand(["collect", "MedEd", "--from", from, "--out", out]);
  expect(stdout).toMatch(/^#MedEd: 3 posts/u);
  expect(code).toBe(0);
});

test("a token for another server is named where this one wants one", async () => {
  const server = await serve({ posts: postsOf(3), neededToken: "another-token" });
  const environment = { TAGATLAS_MASTODON_TOKEN_MASTODON_SOCIAL: "token-of-another-server" };
  const words = ["collect", "MedEd", "--from", server.name.origin, "--out", join(within, "other")];
  const { code, stderr } = await runCommand(words, "", environment);
  expect(stderr).toContain(
    "what TAGATLAS_MASTODON_TOKEN_MASTODON_SOCIAL holds is not for this server",
  );
  expect(stderr).not.toContain("token-of-another-server");
  expect(code).toBe(2);
});

import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readTokens, tokenVariable } from "../../src/collect/tokens.js";
import { UserError } from "../../src/model/errors.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();

const med = server("med-mastodon.com");
const social = server("mastodon.social");
const xOrigin = "https://api.x.com";

function server(host: string) {
  return { host, origin: `https://${host}` };
}

function secretFile(name: string, content: string, mode: number): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  chmodSync(path, mode);
  return path;
}

async function problemOf(environment: Record<string, string>, servers = [med]): Promise<UserError> {
  const error: unknown = await readTokens(environment, servers, undefined).catch(
    (reason: unknown) => reason,
  );
  if (!(error instanceof UserError)) throw new Error("no UserError");
  return error;
}

describe("tokens", () => {
  test("are found by a variable for each Mastodon host", async () => {
    expect(tokenVariable("med-mastodon.com")).toBe("TAGATLAS_MASTODON_TOKEN_MED_MASTODON_COM");
    expect(tokenVariable("localhost:3000")).toBe("TAGATLAS_MASTODON_TOKEN_LOCALHOST_3000");
    const environment = {
      TAGATLAS_MASTODON_TOKEN_MED_MASTODON_COM: "token-of-med",
      TAGATLAS_MASTODON_TOKEN_MASTODON_SOCIAL: "token-of-social",
      TAGATLAS_MASTODON_TOKEN_OTHER_EXAMPLE: "token-of-other",
      TAGATLAS_X_BEARER_TOKEN: "token-of-x",
    };
    expect([...(await readTokens(environment, [med, social], xOrigin))]).toEqual([
      ["https://med-mastodon.com", "token-of-med"],
      ["https://mastodon.social", "token-of-social"],
      ["https://api.x.com", "token-of-x"],
    ]);
    expect([...(await readTokens(environment, [], undefined))]).toEqual([]);
    expect([...(await readTokens({}, [med, social], xOrigin))]).toEqual([]);
  });

  test("may be without a host where there is one Mastodon server, which its own goes before", async () => {
    const environment = { TAGATLAS_MASTODON_TOKEN: "token-of-any" };
    expect([...(await readTokens(environment, [med], xOrigin))]).toEqual([
      ["https://med-mastodon.com", "token-of-any"],
    ]);
    expect([...(await readTokens(environment, [med, social], xOrigin))]).toEqual([]);
    const both = { ...environment, TAGATLAS_MASTODON_TOKEN_MED_MASTODON_COM: "token-of-med" };
    expect([...(await readTokens(both, [med], undefined)).values()]).toEqual(["token-of-med"]);
  });

  test("are read from a file that its owner alone may read", async () => {
    for (const mode of [0o600, 0o400]) {
      const path = secretFile(`closed-${mode}`, "token-in-file\n", mode);
      const environment = { TAGATLAS_MASTODON_TOKEN_MED_MASTODON_COM_FILE: path };
      expect([...(await readTokens(environment, [med], undefined)).values()]).toEqual([
        "token-in-file",
      ]);
    }
    for (const mode of [0o644, 0o640, 0o604, 0o620]) {
      const path = secretFile(`open-${mode}`, "token-in-file\n", mode);
      const error = await problemOf({ TAGATLAS_MASTODON_TOKEN_FILE: path });
      expect(error.message).toBe(`others may read the token in ${path}`);
      expect(error.nextStep).toBe(`close it: chmod 600 ${path}`);
    }
  });

  test("in a folder are none, and nobody is told to close that", async () => {
    const error = await problemOf({ TAGATLAS_MASTODON_TOKEN_FILE: folder });
    expect(error.message).toBe(`${folder} is a folder`);
  });

  test("in a file that is not there end in its name", async () => {
    const path = join(folder, "nowhere");
    const error = await problemOf({ TAGATLAS_MASTODON_TOKEN_FILE: path });
    expect(error.message).toBe(`the token in ${path} cannot be read`);
  });

  test("in an empty file are missed at once", async () => {
    for (const text of ["", " \n", "\ufeff"]) {
      const path = secretFile(`empty-${text.length}`, text, 0o600);
      const error = await problemOf({ TAGATLAS_MASTODON_TOKEN_FILE: path });
      expect(error.message).toBe(`the file of TAGATLAS_MASTODON_TOKEN_FILE, ${path}, is empty`);
    }
  });

  test("in an empty variable are none, and do not hide a file", async () => {
    const path = secretFile("beside-empty", "token-in-file", 0o600);
    const environment = { TAGATLAS_MASTODON_TOKEN: " ", TAGATLAS_MASTODON_TOKEN_FILE: path };
    expect([...(await readTokens(environment, [med], undefined)).values()]).toEqual([
      "token-in-file",
    ]);
    expect((await readTokens({ TAGATLAS_MASTODON_TOKEN: "" }, [med], undefined)).size).toBe(0);
  });

  test("that cannot be one are refused without being shown", async () => {
    for (const written of [
      "secret word",
      "secret-one\nsecret-two",
      "secret\r\nX-Evil: 1",
      "secret\u0000word",
      "sécret-word",
      "short",
      "secret".repeat(1000),
    ]) {
      const path = secretFile("no-token", written, 0o600);
      for (const environment of [
        { TAGATLAS_MASTODON_TOKEN: written },
        { TAGATLAS_MASTODON_TOKEN_FILE: path },
      ]) {
        const error = await problemOf(environment);
        expect(error.message).toBe("what TAGATLAS_MASTODON_TOKEN holds is no token");
        expect(`${error.message}${error.nextStep}${error.stack}${error.cause}`).not.toMatch(
          /s[eé]cret|short/u,
        );
      }
    }
  });

  test("of two hosts that share a variable are refused: one would get the other's", async () => {
    const environment = { TAGATLAS_MASTODON_TOKEN_MED_MASTODON_COM: "token-of-med" };
    const error = await problemOf(environment, [med, server("med.mastodon.com")]);
    expect(error.message).toContain("for med-mastodon.com and med.mastodon.com alike");
    expect(error.message).toContain("TAGATLAS_MASTODON_TOKEN_MED_MASTODON_COM");
    const servers = [med, med, server("med.mastodon.com")];
    expect((await readTokens({}, servers, undefined)).size).toBe(0);
  });
});

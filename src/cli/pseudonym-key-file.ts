import { UserError } from "../model/errors.js";
import type { Console } from "./console.js";
import type { keyOptions, pseudonymOptions } from "./options/consent-options.js";
import type { FlagsOf } from "./options/option.js";

/**
 * Where the key of pseudonyms is; `undefined` where they are not wanted.
 *
 * @throws {UserError} for a key without need, and where there is no place for one.
 */
export function keyFile(
  { pseudonymize, key }: FlagsOf<typeof pseudonymOptions & typeof keyOptions>,
  environment: Console["environment"],
): string | undefined {
  if (pseudonymize !== true) {
    if (key === undefined) return undefined;
    throw new UserError("--key is for --pseudonymize", "give both, or none");
  }
  if (key !== undefined) return key;
  const { XDG_CONFIG_HOME, APPDATA, HOME } = environment;
  const folder = XDG_CONFIG_HOME ?? APPDATA ?? (HOME === undefined ? undefined : `${HOME}/.config`);
  if (folder === undefined || folder === "") {
    throw new UserError("there is no folder for the key", "name a file for it with --key");
  }
  return `${folder}/tagatlas/key`;
}

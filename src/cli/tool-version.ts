import { readFileSync } from "node:fs";

/** The version in package.json, which lies two folders up in the sources and in the build. */
export function toolVersion(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  const { version }: { readonly version: string } = JSON.parse(text);
  return version;
}

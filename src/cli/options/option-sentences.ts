import type { OptionRow } from "./option.js";

/** What a page says of an option, in Markdown. */
export function sentencesOf({ line, more = "", alone, type }: OptionRow): string {
  const told = `${line} ${more}`;
  const isListed = type.choices?.every((choice) => new RegExp(`\\b${choice}\\b`, "u").test(told));
  return [
    sentence(line),
    more,
    isListed === false ? `One of ${type.choices?.join(", ")}.` : "",
    alone === undefined ? "" : `Without a value: \`${alone}\`.`,
  ]
    .filter((part) => part !== "")
    .join(" ");
}

function sentence(line: string): string {
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}${line.endsWith(".") ? "" : "."}`;
}

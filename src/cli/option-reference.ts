import type { Command } from "commander";
import type { Console } from "./console.js";
import { buildProgram } from "./main.js";
import { renderManualPage } from "./manual-page.js";
import { isOnUnlessSaid, type OptionRow } from "./options/option.js";
import { sentencesOf } from "./options/option-sentences.js";
import { settingsSchema } from "./options/settings-schema.js";
import { optionsTakenBy, usageOf } from "./options/take-options.js";
import { toolVersion } from "./tool-version.js";

const marks = { begin: "<!-- options: begin -->", end: "<!-- options: end -->" } as const;

/** A page with the options of every command between its marks, from the rows that help is made of. */
export function referenceInPage(page: string): string {
  const [before, rest] = page.split(marks.begin);
  const after = rest?.split(marks.end)[1];
  if (after === undefined) throw new Error("the page has no marks for the options");
  const reference = renderOptionReference(buildProgram(nobody, () => {}));
  return `${before}${marks.begin}\n\n${reference}\n${marks.end}${after}`;
}

/** The manual page, from the same rows. */
export function manualPage(): string {
  return renderManualPage(
    buildProgram(nobody, () => {}),
    toolVersion(),
  );
}

/** The JSON Schema of a settings file. */
export async function settingsJsonSchema(): Promise<object> {
  const { z } = await import("zod");
  return z.toJSONSchema(
    settingsSchema(
      z,
      buildProgram(nobody, () => {}),
    ),
    {
      io: "input",
      reused: "ref",
    },
  );
}

/** Commands are only looked at, and never run. */
const nobody: Console = {
  standardInput: (async function* () {})(),
  stdout: { write: () => true },
  stderr: { write: () => true },
  clock: {
    now: () => 0,
    sleep: async () => {},
    deadline: () => new AbortController().signal,
    random: () => 0,
  },
  environment: {},
  self: { pid: 0, host: "", since: "" },
  threads: undefined,
  onInterrupt: () => () => {},
  confirm: undefined,
};

function renderOptionReference(program: Command): string {
  return program.commands.map(commandReference).join("\n");
}

function commandReference(command: Command): string {
  const words = command.registeredArguments.map((argument) =>
    argument.variadic ? `<${argument.name()}...>` : `<${argument.name()}>`,
  );
  const rows = optionsTakenBy(command).map(
    ([name, row]) => `| \`${usageOf(name, row)}\` | ${sentencesOf(row)} | ${defaultOf(row)} |`,
  );
  return [
    `### tagatlas ${[command.name(), ...words].join(" ")}`,
    "",
    `${command.description()}`,
    "",
    "| option | what it does | default |",
    "|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}

function defaultOf(row: OptionRow): string {
  const { default: value, usual = "", type } = row;
  if (isOnUnlessSaid(row)) return "with";
  return value === undefined || Array.isArray(value) ? usual : `\`${type.print(value)}\``;
}

import type { Command, Option } from "commander";
import type { Console } from "./console.js";
import { buildProgram } from "./main.js";

const marks = { begin: "<!-- options: begin -->", end: "<!-- options: end -->" } as const;

/** A page with the options of every command between its marks, from the rows that help is made of. */
export function referenceInPage(page: string): string {
  const [before, rest] = page.split(marks.begin);
  const after = rest?.split(marks.end)[1];
  if (after === undefined) throw new Error("the page has no marks for the options");
  const reference = renderOptionReference(buildProgram(nobody, () => {}));
  return `${before}${marks.begin}\n\n${reference}\n${marks.end}${after}`;
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
  const rows = command.options.map(
    (option) => `| \`${option.flags}\` | ${descriptionOf(option)} |`,
  );
  return [
    `### tagatlas ${[command.name(), ...words].join(" ")}`,
    "",
    `${command.description()}`,
    "",
    "| option | |",
    "|---|---|",
    ...rows,
    "",
  ].join("\n");
}

function descriptionOf({ description, argChoices, defaultValue }: Option): string {
  const isListed = argChoices?.every((choice) => description.includes(choice)) ?? true;
  const choices = isListed ? "" : `; one of ${argChoices?.join(", ")}`;
  const isTold = defaultValue !== undefined && !Array.isArray(defaultValue);
  const usual = isTold ? ` (\`${defaultValue}\`)` : "";
  // A bar would end the cell, and a word in angle brackets be taken for a tag.
  return `${description}${choices}${usual}`.replace(/[|<]/gu, "\\$&");
}

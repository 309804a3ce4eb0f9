import type { Command } from "commander";
import { sentencesOf } from "./options/option-sentences.js";
import { optionsTakenBy, usageOf } from "./options/take-options.js";

/**
 * The manual page of all commands, in the language of man(7), from the rows that help is made of. It has
 * no date: the same version gives the same bytes.
 */
export function renderManualPage(program: Command, version: string): string {
  return [
    `.TH TAGATLAS 1 "" "tagatlas ${version}" "User Commands"`,
    ".SH NAME",
    `tagatlas \\- ${roff("whom a learner should follow, from the posts of a hashtag")}`,
    ".SH SYNOPSIS",
    ".B tagatlas",
    ".I command",
    roff("[options]"),
    ".SH DESCRIPTION",
    roff(program.description().replaceAll("\n", " ")),
    ".SH COMMANDS",
    ...program.commands.flatMap(commandPart),
    ".SH EXIT STATUS",
    roff("The help of each command says what its exit codes mean: tagatlas analyze --help."),
    "",
  ].join("\n");
}

function commandPart(command: Command): string[] {
  const words = command.registeredArguments.map((argument) => {
    const name = `${argument.name()}${argument.variadic ? "..." : ""}`;
    return argument.required ? `<${name}>` : `[${name}]`;
  });
  return [
    `.SS ${roff(["tagatlas", command.name(), ...words].join(" "))}`,
    roff(command.description()),
    ...optionsTakenBy(command).flatMap(([name, row]) => [
      ".TP",
      `.B ${roff(usageOf(name, row))}`,
      roff(sentencesOf(row).replaceAll("`", "")),
    ]),
  ];
}

/** Text in which nothing is a request or an escape. */
function roff(text: string): string {
  return text
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .replace(/\s*\n\s*/gu, " ")
    .replace(/^(?=['.])/u, "\\&");
}

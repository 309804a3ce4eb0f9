import type { CompletedCommand, CompletedOption } from "./completed-command.js";

/** A script for fish, with a line on every command and option. */
export function fishCompletion(commands: readonly CompletedCommand[]): string {
  const lines = commands.flatMap(({ name, line, options, words }) => [
    `complete -c tagatlas -n __fish_use_subcommand -f -a ${name} -d ${quoted(line)}`,
    ...options.map((option) => optionLine(name, option)),
    ...(words.length === 0 ? [] : [`${behind(name)} -f -a ${quoted(words.join(" "))}`]),
  ]);
  return `# Completions of tagatlas for fish.
# tagatlas completion fish > ~/.config/fish/completions/tagatlas.fish
${lines.join("\n")}
`;
}

function behind(command: string): string {
  return `complete -c tagatlas -n '__fish_seen_subcommand_from ${command}'`;
}

function optionLine(command: string, { flag, short, line, value }: CompletedOption): string {
  const typed = short === undefined ? "" : ` -s ${short}`;
  return `${behind(command)} -l ${flag.slice(2)}${typed} -d ${quoted(line)}${valueWords(value)}`;
}

function valueWords(value: CompletedOption["value"]): string {
  switch (value.kind) {
    case "none":
      return "";
    case "choice":
      return ` -x -a ${quoted(value.choices.join(" "))}`;
    case "file":
      return " -r -F";
    case "text":
      return " -x";
  }
}

function quoted(text: string): string {
  return `'${text.replace(/['\\]/gu, "\\$&")}'`;
}

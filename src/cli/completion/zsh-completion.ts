import type { CompletedCommand, CompletedOption } from "./completed-command.js";

/** A script for zsh, with a line on every command and option. */
export function zshCompletion(commands: readonly CompletedCommand[]): string {
  return `#compdef tagatlas
# Completions of tagatlas for zsh. In ~/.zshrc, after compinit: source <(tagatlas completion zsh)
_tagatlas() {
  local -a commands
  local state
  commands=(
${commands.map(({ name, line }) => `    ${quoted(`${name}:${line}`)}`).join("\n")}
  )
  _arguments -C '1: :->command' '*:: :->rest'
  case $state in
    command) _describe command commands ;;
    rest)
      case $words[1] in
${commands.map(commandCase).join("\n")}
      esac ;;
  esac
}
compdef _tagatlas tagatlas
`;
}

function commandCase({ name, options, words }: CompletedCommand): string {
  const rest = words.length === 0 ? "*:file:_files" : `*: :(${words.join(" ")})`;
  const specs = [...options.flatMap(optionSpecs), quoted(rest)];
  return `        ${name}) _arguments \\\n          ${specs.join(" \\\n          ")} ;;`;
}

function optionSpecs({ flag, short, line, value }: CompletedOption): string[] {
  const typed = short === undefined ? [flag] : [`-${short}`, flag];
  // Brackets and colons part the fields of a spec.
  const told = `[${line.replace(/[[\]:\\]/gu, "\\$&")}]`;
  return typed.map((each) => quoted(`*${each}${told}${action(value)}`));
}

function action(value: CompletedOption["value"]): string {
  switch (value.kind) {
    case "none":
      return "";
    case "choice":
      return `: :(${value.choices.join(" ")})`;
    case "file":
      return ":file:_files";
    case "text":
      return ": : ";
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

import type { CompletedCommand, CompletedOption } from "./completed-command.js";

/** A script for bash, which proposes commands, options, their values and files. */
export function bashCompletion(commands: readonly CompletedCommand[]): string {
  return `# Completions of tagatlas for bash. In ~/.bashrc: source <(tagatlas completion bash)
_tagatlas() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]}
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W ${quoted([...commands.map(({ name }) => name), "--help", "--version"])} -- "$word"))
    return
  fi
  case "$command $before" in
${commands.flatMap(valueCases).join("\n")}
  esac
  case "$command" in
${commands.map(wordCase).join("\n")}
  esac
  [ "\${#COMPREPLY[@]}" -gt 0 ] || [ "\${word:0:1}" = - ] || COMPREPLY=($(compgen -f -- "$word"))
}
complete -o filenames -F _tagatlas tagatlas
`;
}

function valueCases({ name, options }: CompletedCommand): string[] {
  return options.flatMap(({ flag, short, value }) => {
    if (value.kind === "none") return [];
    const typed = [flag, ...(short === undefined ? [] : [`-${short}`])];
    const pattern = typed.map((each) => `"${name} ${each}"`).join("|");
    return [`    ${pattern}) ${proposal(value)}return ;;`];
  });
}

function proposal(value: CompletedOption["value"]): string {
  switch (value.kind) {
    case "choice":
      return `COMPREPLY=($(compgen -W ${quoted(value.choices)} -- "$word")); `;
    case "file":
      return 'COMPREPLY=($(compgen -f -- "$word")); ';
    default:
      return "";
  }
}

function wordCase({ name, options, words }: CompletedCommand): string {
  const flags = quoted(options.map(({ flag }) => flag));
  const own =
    words.length === 0 ? "" : `; else COMPREPLY=($(compgen -W ${quoted(words)} -- "$word"))`;
  return `    ${name}) if [ "\${word:0:1}" = - ]; then COMPREPLY=($(compgen -W ${flags} -- "$word"))${own}; fi ;;`;
}

/** Words of our own tables: letters, digits, dashes and dots. */
function quoted(words: readonly string[]): string {
  return `"${words.join(" ")}"`;
}

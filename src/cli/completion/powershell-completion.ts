import type { CompletedCommand } from "./completed-command.js";

/** A script for PowerShell; behind what is no option it proposes files, as it always does. */
export function powershellCompletion(commands: readonly CompletedCommand[]): string {
  return `# Completions of tagatlas for PowerShell. In $PROFILE:
# tagatlas completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName tagatlas -ScriptBlock {
  param($word, $line, $position)
  $commands = [ordered]@{
${commands.map(({ name, line }) => `    ${quoted(name)} = ${quoted(line)}`).join("\n")}
  }
  $options = @{
${commands.map(optionTable).join("\n")}
  }
  $values = @{
${commands.flatMap(valueRows).join("\n")}
  }
  $typed = @($line.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  $command = if ($typed.Count -gt 0) { $typed[0] } else { '' }
  $before = if ($word -eq '') { $typed[-1] } elseif ($typed.Count -gt 1) { $typed[-2] } else { '' }
  $found = if ($typed.Count -eq 0 -or ($typed.Count -eq 1 -and $word -ne '')) { $commands }
    elseif ($values.ContainsKey("$command $before")) { $values["$command $before"] }
    elseif ($word.StartsWith('-') -and $options.ContainsKey($command)) { $options[$command] }
    else { @{} }
  $found.GetEnumerator() | Where-Object { $_.Key -like "$word*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_.Key, $_.Key, 'ParameterValue', $_.Value)
  }
}
`;
}

function optionTable({ name, options }: CompletedCommand): string {
  const rows = options.map(({ flag, line }) => `      ${quoted(flag)} = ${quoted(line)}`);
  return `    ${quoted(name)} = [ordered]@{\n${rows.join("\n")}\n    }`;
}

function valueRows({ name, options, words }: CompletedCommand): string[] {
  const ofOptions = options.flatMap(({ flag, short, value }) => {
    if (value.kind !== "choice") return [];
    const typed = short === undefined ? [flag] : [flag, `-${short}`];
    return typed.map((each) => valueRow(`${name} ${each}`, value.choices));
  });
  return words.length === 0 ? ofOptions : [...ofOptions, valueRow(`${name} ${name}`, words)];
}

function valueRow(behind: string, words: readonly string[]): string {
  const rows = words.map((word) => `${quoted(word)} = ${quoted(word)}`);
  return `    ${quoted(behind)} = [ordered]@{ ${rows.join("; ")} }`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

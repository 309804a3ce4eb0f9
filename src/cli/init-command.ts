import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { Command } from "commander";
import { type ExitCode, exitCodes, systemCode, UserError } from "../model/errors.js";
import { type Console, print } from "./console.js";
import type { FlagsOf, OptionRow } from "./options/option.js";
import { everyCommandOptions } from "./options/output-options.js";
import { settingsFileName } from "./options/settings-file.js";
import { settingsOfCommand } from "./options/settings-schema.js";
import { defaultWords, takeOptions } from "./options/take-options.js";

const examples = `
Examples:
  $ tagatlas init
  $ tagatlas init settings/course.json

Exit codes: 0 done, 2 wrong usage or the file is there already, 70 a fault of tagatlas.`;

/** Where an editor finds what the file may hold, if tagatlas is installed beside it. */
const installedSchema = "./node_modules/tagatlas/docs/schemas/config.schema.json";

/** `tagatlas init`; `finish` is told the exit code. */
export function initCommand(console: Console, finish: (code: ExitCode) => void): Command {
  const command = new Command("init")
    .summary("a settings file to begin with")
    .description(
      "Writes a settings file with a note on every setting. It changes nothing until you edit it.",
    )
    .argument("[file]", "where it goes", settingsFileName)
    .addHelpText("after", examples);
  takeOptions(command, everyCommandOptions);
  return command.action(async (file: string, flags: FlagsOf<typeof everyCommandOptions>) => {
    const settings = {
      ...(existsSync(installedSchema) ? { $schema: installedSchema } : {}),
      ...firstSettings(command.parent?.commands ?? []),
    };
    await writeNew(file, `${JSON.stringify(settings, undefined, 2)}\n`);
    if (flags.quiet !== true) {
      await print(
        console.stdout,
        `Wrote ${file}. Edit it, and see with tagatlas config what is in force.\n`,
      );
    }
    finish(exitCodes.done);
  });
}

/** Notes on every setting, and one profile as an example. */
function firstSettings(commands: readonly Command[]): Readonly<Record<string, unknown>> {
  const shared = new Map<string, OptionRow>();
  const sections: [string, unknown][] = [];
  for (const command of commands) {
    const rows = settingsOfCommand(command);
    for (const [name, row] of rows) if (row.isOfCommand !== true) shared.set(name, row);
    const own = rows.filter(([, row]) => row.isOfCommand === true);
    const names = rows.flatMap(([name, row]) => (row.isOfCommand === true ? [] : [name]));
    const notes = [
      `For ${command.name()} alone. It takes: ${names.join(", ")}.`,
      ...own.map(noteOn),
    ];
    sections.push([command.name(), { "//": notes }]);
  }
  return {
    "//": [
      'Settings of tagatlas in this folder. Write each as "name": value, beside these notes.',
      "A flag comes first, then the environment (TAGATLAS_TOP for top), then this file.",
      "Tokens do not belong here: give them in the environment.",
      ...[...shared].map(noteOn),
    ],
    ...Object.fromEntries(sections),
    profiles: {
      quick: { "//": "Used with --profile quick. It holds what this file can.", bootstrap: 0 },
    },
  };
}

function noteOn([name, row]: readonly [string, OptionRow]): string {
  return `${name}: ${row.line}${defaultWords(row)}`;
}

async function writeNew(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text, { flag: "wx" });
  } catch (error) {
    if (systemCode(error) === "EEXIST") {
      throw new UserError(`${path} is there already`, "edit it, or name another file", {
        cause: error,
      });
    }
    throw new UserError(`${path} cannot be written`, "name a file in a folder that you may write", {
      cause: error,
    });
  }
}

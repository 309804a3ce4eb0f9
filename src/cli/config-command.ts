import { Command } from "commander";
import { type ExitCode, exitCodes, UserError } from "../model/errors.js";
import { didYouMean } from "../text/did-you-mean.js";
import { answerJson } from "./answer-json.js";
import { type Console, print } from "./console.js";
import { type FlagsOf, flagOf } from "./options/option.js";
import { everyCommandOptions, jsonOptions } from "./options/output-options.js";
import { valuesIn } from "./options/settings-file.js";
import {
  argumentsInForce,
  findSettings,
  type Settings,
  type Settled,
  valuesInForce,
  variableOf,
} from "./options/settle-options.js";
import { optionsTakenBy, takeOptions } from "./options/take-options.js";

const options = { ...jsonOptions, ...everyCommandOptions };

const examples = `
Examples:
  $ tagatlas config
  $ tagatlas config analyze --profile nightly
  $ TAGATLAS_TOP=20 tagatlas config analyze --json

A flag comes first, then the environment, the settings file, and the default.

Exit codes: 0 done, 2 wrong usage or a settings file that is wrong, 70 a fault of tagatlas.`;

/** `tagatlas config`; `finish` is told the exit code. */
export function configCommand(console: Console, finish: (code: ExitCode) => void): Command {
  const command = new Command("config")
    .summary("which settings are in force, and where each comes from")
    .description(
      "Shows the settings that the settings file and the environment give to commands. " +
        "For one command, shows every option that is in force.",
    )
    .argument("[command]", "analyze, collect or any other")
    .addHelpText("after", examples);
  takeOptions(command, options);
  return command.action(async (name: string | undefined, flags: FlagsOf<typeof options>) => {
    const settings = await findSettings(command, console.environment);
    const commands = command.parent?.commands ?? [];
    const shown: Shown[] = [];
    const others = commands.filter((one) => one !== command);
    for (const one of name === undefined ? others : [findCommand(name, others)]) {
      const all = [...argumentsInForce(one, settings), ...(await valuesInForce(one, settings))];
      const values = all.filter(({ source, row }) =>
        name === undefined ? source !== "default" : row.isTypedOnly !== true,
      );
      shown.push({ command: one.name(), values });
    }
    const unknown = unknownVariables(commands, console.environment);
    if (flags.json === true) await print(console.stdout, configJson(settings, shown, unknown));
    else if (flags.quiet !== true)
      await print(console.stdout, configText(settings, shown, unknown));
    finish(exitCodes.done);
  });
}

interface Shown {
  readonly command: string;
  readonly values: readonly Settled[];
}

function findCommand(name: string, commands: readonly Command[]): Command {
  const found = commands.find((one) => one.name() === name || one.aliases().includes(name));
  if (found !== undefined) return found;
  const names = commands.map((one) => one.name());
  throw new UserError(
    `there is no command ${name}.${didYouMean(name, names)}`,
    `name one of ${names.join(", ")}`,
  );
}

/** Variables that are named like ours and give nothing, in sentences. Their values are told to nobody. */
function unknownVariables(
  commands: readonly Command[],
  environment: Console["environment"],
): string[] {
  const known = commands.flatMap((command) =>
    optionsTakenBy(command).flatMap(([name, row]) => variableOf(name, row) ?? []),
  );
  const ofCollecting = /^TAGATLAS_(?:CONTACT$|MASTODON_TOKEN|X_BEARER_TOKEN)/u;
  return Object.keys(environment)
    .filter((name) => name.startsWith("TAGATLAS_") && !ofCollecting.test(name))
    .filter((name) => !known.includes(name))
    .sort()
    .map((name) => `${name} gives no setting.${didYouMean(name, known)}`);
}

function configText(
  { file, profile }: Settings,
  shown: readonly Shown[],
  unknown: readonly string[],
): string {
  const profiles = Object.keys(valuesIn(file?.values.profiles));
  const lines = [
    file === undefined ? "Settings file: none" : `Settings file: ${file.path}`,
    ...(profiles.length === 0 ? [] : [`Profiles: ${profiles.join(", ")}`]),
    ...(profile === undefined ? [] : [`Profile in force: ${profile}`]),
    ...unknown,
  ];
  const set = shown.filter(({ values }) => values.length > 0);
  if (set.length === 0) lines.push("", "Every command has its defaults.");
  for (const { command, values } of set) {
    const rows = values.map(({ name, from, ...one }) => [
      one.row.isArgument === true ? name : flagOf(name),
      typedAs(one),
      from,
    ]);
    const [first, second] = [0, 1].map((at) => Math.max(...rows.map((row) => row[at].length)));
    lines.push("", `tagatlas ${command}`);
    for (const [flag, value, from] of rows)
      lines.push(`  ${flag.padEnd(first)}  ${value.padEnd(second)}  ${from}`.trimEnd());
  }
  return lines.map((line) => `${line}\n`).join("");
}

function typedAs({ value, row }: Pick<Settled, "value" | "row">): string {
  if (value === undefined) return row.usual?.replaceAll("`", "") ?? "not given";
  if (!Array.isArray(value)) return row.type.print(value);
  return value.length === 0 ? "not given" : value.map((one) => row.type.print(one)).join(", ");
}

/** Values as a settings file would hold them; null for none. */
function configJson(
  { file, profile }: Settings,
  shown: readonly Shown[],
  unknown: readonly string[],
): string {
  const inFile = (row: Settled["row"], value: unknown): unknown => {
    if (value === undefined) return null;
    if (Array.isArray(value)) return value.map((one) => inFile(row, one));
    const text = row.type.print(value);
    return text === String(value) ? value : text;
  };
  const result = {
    file: file?.path,
    profile,
    commands: Object.fromEntries(
      shown.map(({ command, values }) => [
        command,
        Object.fromEntries(
          values.map(({ name, row, value, source, from }) => [
            name,
            { value: inFile(row, value), source, from },
          ]),
        ),
      ]),
    ),
    unknownVariables: unknown,
  };
  const run = { command: "config", options: [] };
  return answerJson({ schemaVersion: 1, run, result });
}

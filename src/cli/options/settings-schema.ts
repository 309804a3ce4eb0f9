import type { Command } from "commander";
import type { z } from "zod";
import type { OptionRow } from "./option.js";
import { argumentsTakenBy, optionsTakenBy } from "./take-options.js";
import type { Zod } from "./value-type.js";

const wantsSettings = "Give settings in braces, each with its name.";

type Shape = Record<string, z.ZodType>;

/**
 * What a settings file may hold: every option by its name, for all commands that take it; the same
 * under a command's name, for that command; and both again in each of `profiles`.
 */
export function settingsSchema(zod: Zod, program: Command): z.ZodType {
  const commands = program.commands.filter((command) => settingsOfCommand(command).length > 0);
  const forAll = commands.flatMap((command) =>
    settingsOfCommand(command).filter(([, row]) => row.isOfCommand !== true),
  );
  const note = zod
    .union([zod.string(), zod.array(zod.string())])
    .optional()
    .meta({ description: "Notes for people; not read." });
  const level: Shape = { "//": note, ...shapeOf(zod, forAll) };
  for (const command of commands) {
    const settings = zod.strictObject(
      { "//": note, ...shapeOf(zod, settingsOfCommand(command)) },
      wantsSettings,
    );
    // An option of another command may have its name.
    const option = level[command.name()];
    level[command.name()] = (option === undefined ? settings : zod.union([option, settings]))
      .optional()
      .meta({ description: `For ${command.name()} alone: ${command.summary()}.` });
  }
  return zod
    .strictObject(
      {
        $schema: zod.string().optional(),
        ...level,
        profiles: zod
          .record(zod.string(), zod.strictObject(level, wantsSettings), wantsSettings)
          .optional()
          .meta({ description: "Settings by name, which --profile NAME puts before the others." }),
      },
      wantsSettings,
    )
    .meta({ title: "Settings of tagatlas" });
}

/** Options and arguments that a settings file may give to a command. */
export function settingsOfCommand(command: Command): (readonly [name: string, row: OptionRow])[] {
  return [...argumentsTakenBy(command), ...optionsTakenBy(command)].filter(
    ([, row]) => row.isTypedOnly !== true,
  );
}

function shapeOf(zod: Zod, rows: readonly (readonly [string, OptionRow])[]): Shape {
  return Object.fromEntries(
    rows.map(([name, { type, line, default: usual }]) => [
      name,
      type
        .schema(zod)
        .optional()
        .meta({ description: line, ...(usual === undefined ? {} : { default: usual }) }),
    ]),
  );
}

import { type Console, print } from "./console.js";

interface Answer {
  /** In pieces. */
  readonly json: () => Iterable<string>;
  readonly text: () => string;
}

/** Prints what a command has found, as JSON where that is asked for, and nothing where quiet is. */
export async function printAnswer(
  { stdout }: Pick<Console, "stdout">,
  flags: { readonly json: boolean | undefined; readonly quiet: boolean | undefined },
  { json, text }: Answer,
): Promise<void> {
  if (flags.json === true) for (const piece of json()) await print(stdout, piece);
  else if (flags.quiet !== true) await print(stdout, text());
}

import { Command } from "commander";
import { type ExitCode, exitCodes } from "../model/errors.js";
import type { ServersAdvice } from "../model/server-advice.js";
import { collectionOptions, collectRequest } from "./collect-flags.js";
import { startCollectProgress } from "./collect-progress.js";
import { type Console, print } from "./console.js";
import { serverOptions } from "./options/collect-options.js";
import { respectOptions } from "./options/consent-options.js";
import { defaultsOf, type FlagsOf } from "./options/option.js";
import { everyCommandOptions, jsonOptions } from "./options/output-options.js";
import { hashtagArguments } from "./options/period-options.js";
import { takeOptions } from "./options/take-options.js";
import { parseTag } from "./parse-tag.js";
import { recordRun } from "./record-run.js";
import { serversJson, serversText } from "./servers-text.js";

const found = { ...serverOptions, ...respectOptions };
const options = { ...found, ...jsonOptions, ...everyCommandOptions };

type ServersFlags = FlagsOf<typeof options>;

const examples = `
Examples:
  $ tagatlas servers '#MedEd' --from mastodon.social
  $ tagatlas servers MedEd --from tagatlas-MedEd/ --max-servers 30 --json

Of each server its robots.txt and its description are asked for first. Only if both allow it, one
question about the hashtag follows. No token is sent to them.

Exit codes: 0 done, 1 no other server could say anything, 2 wrong usage or nothing to begin with,
70 a fault of tagatlas, 130 interrupted.`;

/** `tagatlas servers`; `finish` is told the exit code. */
export function serversCommand(console: Console, finish: (code: ExitCode) => void): Command {
  const command = new Command("servers")
    .summary("which servers to ask next for a hashtag, and what each would add")
    .description(
      "Looks at where the people with a hashtag are at home. Asks their servers how often they saw " +
        "it, and says what each would add to your posts.",
    )
    .argument("[hashtag]", "with or without #", parseTag)
    .addHelpText("after", examples);
  takeOptions(command, options, hashtagArguments);
  return command.action(async (tag: string, flags: ServersFlags) => {
    const advice = await findServers(tag, flags, console);
    if (advice === undefined) return finish(exitCodes.interrupted);
    if (flags.json === true)
      await print(console.stdout, serversJson(advice, recordRun("servers", found, command)));
    else if (flags.quiet !== true) await print(console.stdout, serversText(advice));
    finish(advice.servers.length === 0 ? exitCodes.nothingToReport : exitCodes.done);
  });
}

/** `undefined` on Ctrl-C. */
async function findServers(
  tag: string,
  flags: ServersFlags,
  console: Console,
): Promise<ServersAdvice | undefined> {
  const progress = startCollectProgress(console, flags.quiet !== true, flags.log);
  const interruption = new AbortController();
  const stopListening = console.onInterrupt(() => interruption.abort());
  const all = { ...defaultsOf(collectionOptions), ...flags };
  try {
    const { whichServers } = await import("../pipeline/which-servers.js");
    return await whichServers({
      tag,
      from: flags.from,
      mostServers: flags.maxServers,
      look: collectRequest(tag, all, console, progress, interruption.signal),
      standardInput: console.standardInput,
      fetch: undefined,
      onProgress: () => {},
    });
  } catch (error) {
    if (interruption.signal.aborted) return undefined;
    throw error;
  } finally {
    stopListening();
    progress.clear();
  }
}

import type { RunRecord } from "../model/run-record.js";
import type { KnownServer, ServerAdvice, ServersAdvice } from "../model/server-advice.js";
import { counted } from "../text/counted.js";
import { answerJson, answerTime } from "./answer-json.js";

/** Which servers to ask next, for a terminal. */
export function serversText(advice: ServersAdvice): string {
  const { tag, asked, from, to, posts, unseenShare, servers, others, notAsked } = advice;
  const lines = [
    `#${tag}: ${counted(posts, "post", "posts")} from ${minute(from)} to ${minute(to)} are here, from ${asked.join(", ")}.`,
    unseenShare === undefined
      ? "How many posts none of them shows cannot be estimated from one server: what others add is told as a range."
      : `An estimated ${Math.round(unseenShare * 100)} % of the posts were shown by none of them.`,
    ...(servers.length === 0 ? ["No other server says how often it saw the hashtag."] : []),
    ...servers.map(serverLine),
    ...others.map(({ host, outcome, reason, ...known }) =>
      outcome === "left-alone"
        ? `  ${host} is left alone: ${reason}; ${ofItsPeople({ host, ...known })}`
        : `  ${host} did not answer: ${reason}; ${ofItsPeople({ host, ...known })}`,
    ),
  ];
  if (notAsked.length > 0) {
    const first = notAsked.slice(0, 5).map(({ host }) => host);
    lines.push(
      `Not asked, as --max-servers is reached: ${notAsked.length}, such as ${first.join(", ")}.`,
    );
  }
  const best = servers.filter(({ gain }) => (gain?.estimate ?? gain?.high ?? 0) > 0).slice(0, 3);
  if (best.length > 0) {
    const next = best.map(({ host }) => `--from ${host}`).join(" ");
    lines.push(`Ask next:  tagatlas collect '#${tag}' ${next}`);
  }
  return lines.map((line) => `${line}\n`).join("");
}

function serverLine({ host, software, counted: count, gain, ...known }: ServerAdvice): string {
  const own = ofItsPeople({ host, ...known });
  if (count === undefined || gain === undefined) {
    return `  ${host} (${software}) does not count hashtags; ${own}`;
  }
  const { low, high, estimate } = gain;
  const range = low === high ? `${low}` : `${low} to ${high}`;
  const adds = estimate === undefined ? range : `about ${estimate} (${range})`;
  return `  ${host} (${software}) would add ${adds}: it counts ${counted(count, "post", "posts")}; ${own}`;
}

function ofItsPeople({ people, posts }: KnownServer): string {
  return `${counted(posts, "post", "posts")} of ${counted(people, "person", "people")} there are here`;
}

function minute(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

/** The same as data. */
export function serversJson(advice: ServersAdvice, run: RunRecord): string {
  const { from, to } = advice;
  return answerJson({
    schemaVersion: 2,
    run,
    result: { ...advice, from: answerTime(from), to: answerTime(to) },
  });
}

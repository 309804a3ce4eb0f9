import { dayMs } from "../../model/durations.js";
import type {
  KnownServer,
  ServerAdvice,
  ServerReply,
  ServersAdvice,
} from "../../model/server-advice.js";
import type { ComparedPosts } from "./compared-posts.js";
import { estimateGain } from "./server-gain.js";

/** What the servers that were asked would add, the most first; `replies` are in the order of `asked`. */
export function adviseServers(
  asked: readonly KnownServer[],
  replies: readonly ServerReply[],
  {
    compared: { from, to, posts },
    unseenShare,
  }: { readonly compared: ComparedPosts; readonly unseenShare: number | undefined },
): Pick<ServersAdvice, "servers" | "others"> {
  const servers: ServerAdvice[] = [];
  const others: ServersAdvice["others"][number][] = [];
  for (const [row, server] of asked.entries()) {
    const reply = replies[row];
    if (reply.outcome !== "answered") {
      others.push({ ...server, outcome: reply.outcome, reason: reply.reason });
      continue;
    }
    const { software, postsADay } = reply;
    const counted =
      postsADay === undefined ? undefined : Math.round((postsADay * (to - from)) / dayMs);
    const gain =
      counted === undefined
        ? undefined
        : estimateGain({ counted, seen: posts.length, ofIts: server.posts, unseenShare });
    servers.push({ ...server, software, counted, gain });
  }
  return { servers: servers.sort(byGain), others };
}

function byGain(a: ServerAdvice, b: ServerAdvice): number {
  const gainOf = ({ gain }: ServerAdvice): number => gain?.estimate ?? gain?.low ?? -1;
  return (
    gainOf(b) - gainOf(a) ||
    (b.gain?.high ?? -1) - (a.gain?.high ?? -1) ||
    b.posts - a.posts ||
    (a.host < b.host ? -1 : 1)
  );
}

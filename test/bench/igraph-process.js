// @ts-nocheck: it runs beside the built files, which have no types.
import { spawn } from "node:child_process";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { python } from "./run-measured.js";

const script = fileURLToPath(new URL("igraph-process.py", import.meta.url));

/** Starts a process of Debian's igraph, one thread, that holds a network and answers commands. */
export async function startIgraph(network) {
  const child = spawn(python, [script], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, OMP_NUM_THREADS: "1" },
  });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (command) => {
    child.stdin.write(`${JSON.stringify(command)}\n`);
    const { done, value } = await answers.next();
    if (done) throw new Error(`igraph ended at ${JSON.stringify(command)}`);
    return JSON.parse(value);
  };
  const folder = mkdtempSync(join(tmpdir(), "tagatlas-igraph-"));
  try {
    const path = join(folder, "network.txt");
    await pipeline(Readable.from(linesOf(network)), createWriteStream(path));
    const { version } = await ask({ load: path });
    return {
      version,
      run: (name) => ask({ run: name }),
      stop: () => child.stdin.end(),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function* linesOf({ nodeCount, tieCount, source, target, weight }) {
  yield `${nodeCount}\n`;
  for (let tie = 0; tie < tieCount; tie += 1) {
    yield `${source[tie]} ${target[tie]} ${weight[tie]}\n`;
  }
}

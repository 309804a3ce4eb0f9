// @ts-nocheck: it runs on the built files, which have no types.
/*
 * One way to read a file of posts, in a process of its own: `node test/bench/read-posts.js WAY FILE`.
 * Prints how many posts there were.
 */
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

const built = (name) => import(new URL(`../../dist/${name}`, import.meta.url).href);

const ways = {
  /** Bytes to items, of which nothing is kept. */
  items: async (path) => {
    const { readInput } = await built("read/read-input.js");
    let posts = 0;
    await readInput(path, optionsOf(), ({ type, origin }) => {
      if (type === "post" && origin === "found") posts += 1;
      return "kept";
    });
    return posts;
  },
  /** A table by csv-parse, of which nothing is kept. */
  csv: async (path) => {
    const { parse } = await import("csv-parse");
    let posts = 0;
    for await (const _ of createReadStream(path, { highWaterMark: 1 << 20 }).pipe(
      parse({ columns: true }),
    )) {
      posts += 1;
    }
    return posts;
  },
  /** Bytes to a corpus: everybody and every post once. */
  corpus: async (path) => {
    const { readCorpus } = await built("pipeline/read-corpus.js");
    const { standardInput } = optionsOf();
    const { inputs } = await readCorpus({
      inputs: [path],
      format: undefined,
      standardInput,
      onProgress: () => {},
    });
    return inputs[0].kept;
  },
  buffer: async (path) => {
    let posts = 0;
    let rest = Buffer.alloc(0);
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      let from = 0;
      for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, from)) {
        if (JSON.parse(bytes.toString("utf8", from, at)).id !== undefined) posts += 1;
        from = at + 1;
      }
      rest = bytes.subarray(from);
    }
    return posts;
  },
  readline: async (path) => {
    let posts = 0;
    for await (const line of createInterface({ input: createReadStream(path) })) {
      if (JSON.parse(line).id !== undefined) posts += 1;
    }
    return posts;
  },
};

function optionsOf() {
  return { format: undefined, ordinal: 0, standardInput: process.stdin, onProgress: () => {} };
}

const [way, path] = process.argv.slice(2);
console.log(await ways[way](path));

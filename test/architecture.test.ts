import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { nodeMeasures } from "../src/model/columns/node-measures.js";

const source = fileURLToPath(new URL("../src", import.meta.url));

/** What each room may import beside itself and `text`; nothing imports `cli`. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  cli: ["pipeline", "model"],
  library: ["pipeline", "read", "network", "measure", "report", "model"],
  pipeline: [
    "collect",
    "read",
    "network",
    "observe",
    "measure",
    "kernel",
    "follow",
    "compare",
    "map",
    "convert",
    "engine",
    "inspect",
    "report",
    "model",
  ],
  platform: ["model"],
  collect: ["platform", "model"],
  read: ["platform", "model"],
  network: ["platform", "model"],
  observe: ["model", "kernel"],
  measure: ["model", "kernel"],
  follow: ["model", "kernel"],
  compare: ["kernel", "model"],
  map: ["kernel", "model"],
  convert: ["model"],
  engine: ["model"],
  inspect: ["model"],
  report: ["model"],
  page: ["model", "follow/personal", "map/look", "kernel"],
  kernel: ["model"],
  model: [],
  text: [],
};

interface Import {
  readonly file: string;
  readonly room: string;
  readonly target: string;
}

const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".ts"),
);

function importsOf(file: string): string[] {
  const text = readFileSync(join(source, file), "utf8");
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/gu)].map(([, target]) => target);
}

const imports: Import[] = files.flatMap((file) =>
  importsOf(file)
    .filter((target) => target.startsWith("."))
    .map((target) => ({
      file,
      room: file.split("/")[0],
      target: relative(source, join(source, dirname(file), target)).replace(/\.js$/u, ""),
    })),
);

describe("the rooms", () => {
  test("are known", () => {
    expect([...new Set(files.map((file) => file.split("/")[0]))].sort()).toEqual(
      [...new Set(files.map((file) => file.split("/")[0]))]
        .filter((room) => room in mayImport)
        .sort(),
    );
    expect(imports.length).toBeGreaterThan(50);
  });

  test("import only what their place in the story allows", () => {
    const wrong = imports.filter(
      ({ room, target }) =>
        !target.startsWith(`${room}/`) &&
        !["text", ...(mayImport[room] ?? [])].some(
          (allowed) => target.startsWith(`${allowed}/`) || target === allowed,
        ),
    );
    expect(wrong).toEqual([]);
  });

  test("are loaded by a command when it runs, so that help and the version come at once", () => {
    for (const file of files.filter((name) => name.startsWith("cli/"))) {
      const text = readFileSync(join(source, file), "utf8");
      const ofPipeline = text.match(/^import (?!type ).*"\.\.\/pipeline\/.*$/gmu) ?? [];
      expect(
        ofPipeline.filter((line) => !line.includes("part-worker-url")),
        file,
      ).toEqual([]);
      expect(text, file).not.toMatch(/^import (?!type ).*from "zod"/mu);
    }
  });

  test("leave the process to cli, and the network to collect", () => {
    for (const file of files) {
      const text = readFileSync(join(source, file), "utf8");
      if (!file.startsWith("cli/")) {
        expect(text, file).not.toMatch(/process\.(?:exit|stdout|stderr|stdin|env|argv|exitCode)/u);
        expect(text, file).not.toMatch(/console\.(?:log|warn|error)/u);
      }
      // A method of the same name, as masto's resources have, asks through the same door.
      if (file !== "collect/http.ts") {
        expect(text, file).not.toMatch(/(?<![.\w])fetch\(|options\.fetch\(|node:https?"/u);
      }
      // It comes to say no to good addresses in Node 20 and 22: model/web-url.ts.
      expect(text, file).not.toMatch(/URL\.canParse\(/u);
      if (file !== "collect/platform-fetch.ts") expect(text, file).not.toMatch(/"undici"/u);
    }
  });

  test("leave printing to one file", () => {
    for (const file of files.filter((name) => name.startsWith("cli/"))) {
      if (file === "cli/console.ts") continue;
      expect(readFileSync(join(source, file), "utf8"), file).not.toMatch(/\.write\(/u);
    }
  });

  test("ask no clock, no chance and no locale", () => {
    // How long a page's script works in a frame is nothing that is written.
    const asking = ["cli/start.ts", "page/frame-work.ts"];
    for (const file of files.filter((name) => !asking.includes(name))) {
      const text = readFileSync(join(source, file), "utf8");
      expect(text, file).not.toMatch(
        /Math\.random|Date\.now|new Date\(\)|performance\.now|toLocale|localeCompare/u,
      );
    }
  });

  test("use graphology where the network is made, measured, written and handed out", () => {
    for (const file of files.filter(
      (name) => !/^(?:network|measure|report|library)\//u.test(name),
    )) {
      expect(
        importsOf(file).filter((name) => name.startsWith("graphology")),
        file,
      ).toEqual([]);
    }
  });

  test("keep the words of the platforms in platform, collect and read", () => {
    for (const file of files.filter((name) => !/^(?:platform|collect|read)\//u.test(name))) {
      const code = readFileSync(join(source, file), "utf8").replace(
        /\/\*[\s\S]*?\*\/|\/\/.*$/gmu,
        "",
      );
      // Names of programs whose files are read, a column of Mastodon's own table and NodeXL's name of a tie are not ours.
      const ours = code.replaceAll(
        /"(?:rtweet(?:-csv)?|get-old-tweets|tweet-harvest|Show boosts|Retweet)"/gu,
        "",
      );
      expect(ours, file).not.toMatch(/toot|tweet|reblog|boost/iu);
    }
  });

  test("keep what is told of columns in model/columns, with no second list of measures elsewhere", () => {
    const names = nodeMeasures
      .flatMap(({ key, column }): string[] => [key, column])
      .filter((name) => /[A-Z_]/u.test(name));
    expect(names.length).toBeGreaterThan(9);
    for (const file of files.filter(
      (name) => !/^(?:model\/columns|measure|kernel)\//u.test(name),
    )) {
      const words = new Set(readFileSync(join(source, file), "utf8").match(/\w+/gu));
      expect(names.filter((name) => words.has(name)).slice(1), file).toEqual([]);
    }
  });

  test("write tables whose columns model/columns tells", () => {
    for (const file of files.filter((name) => name.startsWith("report/"))) {
      const text = readFileSync(join(source, file), "utf8");
      expect(
        [...text.matchAll(/renderCsv\((?!columnsOf\()(\S*)/gu)].map(([, first]) => first),
        file,
      ).toEqual([]);
    }
  });
});

describe("the benches", () => {
  test("import what the rooms export", () => {
    const folder = fileURLToPath(new URL("bench", import.meta.url));
    const imported = readdirSync(folder).flatMap((name) => {
      const text = readFileSync(join(folder, name), "utf8");
      return [
        ...text.matchAll(/const \{ ([^}]*) \} = await import\(`\$\{dist\}\/(.*)\.js`\)/gu),
      ].map(([, names, file]) => ({ name, names: names.split(", "), file: `${file}.ts` }));
    });
    expect(imported.length).toBeGreaterThan(30);
    for (const { name, names, file } of imported) {
      expect(files, name).toContain(file);
      const text = readFileSync(join(source, file), "utf8");
      for (const one of names) {
        expect(text, `${name}: ${one}`).toMatch(
          new RegExp(`export (?:async )?(?:function|const) ${one}\\b`, "u"),
        );
      }
    }
  });
});

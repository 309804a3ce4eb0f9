import { execFile, execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "./support/temporary-folder.js";

const run = promisify(execFile);
const within = temporaryFolder();
/** An empty folder into which the tarball is put, with what the package depends on and nothing else. */
const user = join(within, "user");
const installed = join(user, "node_modules", "tagatlas");
const whole = JSON.parse(readFileSync("package.json", "utf8"));
let tarball = "";

beforeAll(() => {
  // A copy, since packing changes package.json for a moment.
  const copy = join(within, "copy");
  for (const part of ["package.json", "LICENSE", "README.md", "bin", ...whole.files]) {
    cpSync(part, join(copy, part), { recursive: true });
  }
  execFileSync(process.execPath, [join(copy, "bin/strip-package.js")]);
  const words = ["pack", "--ignore-scripts", "--json", "--pack-destination", within];
  const [{ filename }] = JSON.parse(execFileSync("npm", words, { cwd: copy, encoding: "utf8" }));
  tarball = join(within, filename);
  mkdirSync(installed, { recursive: true });
  execFileSync("tar", ["-xzf", tarball, "--strip-components=1", "-C", installed]);
  for (const name of Object.keys(whole.dependencies)) {
    const place = join(user, "node_modules", name);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(resolve("node_modules", name), place);
  }
  cpSync("fixtures/community.ndjson", join(user, "community.ndjson"));
}, 120_000);

const packed = (): string[] =>
  readdirSync(installed, { recursive: true, encoding: "utf8" }).map((name) =>
    name.replaceAll("\\", "/"),
  );

describe("the package", () => {
  test("is under 3 MB, has no source maps, and no scripts that only work in the repository", () => {
    expect(statSync(tarball).size).toBeLessThan(3_000_000);
    expect(packed().filter((name) => name.endsWith(".map"))).toEqual([]);
    const modules = packed().filter((name) => /^dist\/.*\.js$/u.test(name));
    const mapped = modules.filter((name) =>
      readFileSync(join(installed, name), "utf8").includes("sourceMappingURL"),
    );
    expect(mapped).toEqual([]);
    const packageJson = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
    expect(packageJson).not.toHaveProperty("scripts");
    expect(packageJson).not.toHaveProperty("devDependencies");
    expect(packageJson.version).toBe(whole.version);
    expect(packed().filter((name) => name.startsWith("bin/"))).toEqual(["bin/tagatlas.js"]);
  });

  test("names no file that is not there, and has the license of every font", () => {
    const { bin, exports, man } = whole;
    for (const path of [
      ...Object.values<string>(bin),
      ...Object.values<string>(exports["."]),
      man,
    ]) {
      expect(existsSync(join(installed, path)), path).toBe(true);
    }
    const fonts = packed().filter((name) => /\.(?:ttf|otf|woff2?)$/u.test(name));
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) {
      expect(packed()).toContain(`${dirname(font)}/LICENSE.txt`);
    }
    for (const name of Object.keys(whole.dependencies)) {
      if (!name.startsWith("@fontsource")) continue;
      expect(existsSync(join("node_modules", name, "LICENSE")), name).toBe(true);
    }
  });

  test("runs where it is installed", async () => {
    const program = join(installed, "bin/tagatlas.js");
    const words = ["analyze", "community.ndjson", "--tag", "MedEd", "--bootstrap", "0", "-q"];
    await run(process.execPath, [program, ...words, "--out", "report"], { cwd: user });
    expect(readdirSync(join(user, "report"))).toEqual(
      expect.arrayContaining(["manifest.json", "map.png", "report.html"]),
    );
  }, 120_000);
});

describe("the library", () => {
  const page = readFileSync("docs/library.md", "utf8");
  const examples = [...page.matchAll(/```js\n([\s\S]*?)```/gu)].map(([, code]) => code);

  test.each(examples.map((code, index) => [index + 1, code] as const))(
    "runs example %s of docs/library.md from the package",
    async (index, code) => {
      const file = join(user, `example-${index}.mjs`);
      writeFileSync(file, code);
      const { stdout, stderr } = await run(process.execPath, [file], { cwd: user });
      expect(stderr).toBe("");
      expect(stdout).toMatch(
        index === 1 ? /^\d+ people, 7 communities\n1 \S+@\S+ \d+ people/u : /^\d+ \d+\n$/u,
      );
    },
    120_000,
  );

  test("has types, and no deep imports", async () => {
    const file = join(user, "typed.mts");
    writeFileSync(
      file,
      `import { buildNetwork, fromGraphology, measureNetwork, type Person, readPosts, recommend, toGraphology } from "tagatlas";
const network = buildNetwork(await readPosts(["x"], { respect: "indexable" }), { since: new Date(0) });
const measured = await measureNetwork(network);
const reach: readonly (number | undefined)[] = measured.people.map((person: Person) => person.inDegree);
const answer = await recommend(network, { order: "dd" });
const first: string | undefined = answer.lists[0]?.people[0]?.person.label;
const weight: number = toGraphology(measured).getEdgeAttribute("a", "b", "weight");
await fromGraphology(toGraphology(measured));
// @ts-expect-error: there is no such rule
await readPosts(["x"], { respect: "nobody" });
export { first, reach, weight };
`,
    );
    const words = [
      "--noEmit",
      "--strict",
      "--target",
      "es2023",
      "--skipLibCheck",
      "--types",
      "node",
    ];
    for (const [module, resolution] of [
      ["nodenext", "nodenext"],
      ["esnext", "bundler"],
    ]) {
      const all = [...words, "--module", module, "--moduleResolution", resolution];
      const tsc = run(
        process.execPath,
        [
          resolve("node_modules/typescript/bin/tsc"),
          ...all,
          "--typeRoots",
          resolve("node_modules/@types"),
          file,
        ],
        { cwd: user },
      );
      await expect(
        tsc.catch((error) => error.stdout),
        resolution,
      ).resolves.toMatchObject({ stdout: "" });
    }
    writeFileSync(join(user, "deep.mjs"), 'await import("tagatlas/dist/pipeline/read-corpus.js");');
    await expect(run(process.execPath, ["deep.mjs"], { cwd: user })).rejects.toThrow(
      "ERR_PACKAGE_PATH_NOT_EXPORTED",
    );
  }, 120_000);
});

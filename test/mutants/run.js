// Puts one error at a time into the sources and runs the tests: those that fail have noticed it.
//
//   npm run mutants                  every mutant of mutants.json
//   npm run mutants -- follow/ csv   those of files whose path holds one of the words
//
// A mutant is an edit of one place: `from`, which its file must hold once, becomes `to`. It is made while
// the file is loaded, so that the sources stay as they are. The tests of its name and those that
// import it are run, then those that import what imports it and those of its room, then the golden folder. `survives` gives the reason for one
// that no test can notice. Ends with 1 where fewer than 85 % of a room's mutants are noticed.
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const leastShare = 0.85;
const goldenTests = ["test/golden/golden.test.ts"];

/** @typedef {import("../support/mutant.js").Mutant & { survives?: string }} ListedMutant */

const words = process.argv.slice(2);
/** @type {ListedMutant[]} */
const listed = JSON.parse(readFileSync(join(root, "test/mutants/mutants.json"), "utf8"));
const mutants = listed.filter(
  ({ file }) => words.length === 0 || words.some((word) => file.includes(word)),
);
for (const { file, from } of mutants) {
  const times = readFileSync(join(root, "src", file), "utf8").split(from).length - 1;
  if (times !== 1) {
    console.error(`src/${file} holds ${JSON.stringify(from)} ${times} times, and not once`);
    process.exit(2);
  }
}

/** The sources that each file imports, by its path from the root. */
const importsOf = new Map(
  ["src", "test"]
    .flatMap((folder) =>
      readdirSync(join(root, folder), { encoding: "utf8", recursive: true }).map((name) =>
        join(folder, name),
      ),
    )
    .filter((path) => path.endsWith(".ts") && !/^test.(?:real-data|bench)/u.test(path))
    .map((path) => {
      const text = readFileSync(join(root, path), "utf8");
      const names = [...text.matchAll(/from "(\.[^"]+)\.js"/gu)].map(([, name]) => name);
      return [path, names.map((name) => `${join(dirname(path), name)}.ts`)];
    }),
);

/** @param {readonly string[]} paths */
function importersOf(paths) {
  return [...importsOf.keys()].filter((path) =>
    importsOf.get(path)?.some((name) => paths.includes(name)),
  );
}

/**
 * Tests that have the file's name or import it, those that import what imports it, and those of the
 * same room, then the golden folder; each test once.
 *
 * @param {string} file
 */
function stagesOf(file) {
  const path = join("src", file);
  const tests = [...importsOf.keys()].filter((name) => name.endsWith(".test.ts"));
  const users = importersOf([path]);
  const named = tests.filter((name) => name.endsWith(`${sep}${basename(file, ".ts")}.test.ts`));
  const near = [...named, ...tests.filter((name) => users.includes(name))];
  const next = tests.filter((name) => importersOf(users).includes(name));
  const room = tests.filter((name) => dirname(name) === join("test", dirname(file)));
  const seen = new Set();
  return [near, next, room, goldenTests]
    .map((stage) => stage.filter((name) => !seen.has(name) && seen.add(name)))
    .filter((stage) => stage.length > 0);
}

/**
 * @param {readonly string[]} stage
 * @param {ListedMutant} [mutant]
 * @returns {Promise<boolean>}
 */
function failsIn(stage, mutant) {
  return new Promise((resolve) => {
    const run = spawn(
      process.execPath,
      [
        join(root, "node_modules/vitest/vitest.mjs"),
        ...["run", "--config", "test/support/vitest.config.ts", "--bail=1", "--reporter=dot"],
        ...["--maxWorkers=1", ...stage],
      ],
      {
        cwd: root,
        stdio: "ignore",
        env: {
          ...process.env,
          TAGATLAS_TEST_CASES: "1",
          ...(mutant === undefined ? {} : { TAGATLAS_MUTANT: JSON.stringify(mutant) }),
        },
      },
    );
    run.on("close", (code) => resolve(code !== 0));
  });
}

/** @type {Map<string, Promise<boolean>>} */
const failsAnyway = new Map();

/** @param {ListedMutant} mutant */
async function judge(mutant) {
  for (const stage of stagesOf(mutant.file)) {
    if (!(await failsIn(stage, mutant))) continue;
    const key = stage.join(" ");
    const without = failsAnyway.get(key) ?? failsIn(stage);
    failsAnyway.set(key, without);
    if (!(await without)) return true;
    console.error(`these tests fail without any mutant too, and show nothing: ${key}`);
    process.exit(2);
  }
  return false;
}

/** @type {boolean[]} */
const results = [];
const waiting = [...mutants.entries()];
await Promise.all(
  Array.from({ length: availableParallelism() }, async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [at, mutant] = next;
      const isNoticed = await judge(mutant);
      results[at] = isNoticed;
      const outcome = isNoticed ? "noticed " : "SURVIVED";
      console.log(
        `${outcome}  ${mutant.file}: ${mutant.from.split("\n")[0]}  ->  ${mutant.to || "nothing"}`,
      );
    }
  }),
);

let isEnough = true;
console.log("\nroom      mutants  noticed  share");
for (const room of [...new Set(mutants.map(({ file }) => file.split("/")[0])), ""]) {
  const of = [...mutants.keys()].filter((at) => mutants[at].file.startsWith(room));
  const noticed = of.filter((at) => results[at]).length;
  const cells = [String(of.length).padStart(7), String(noticed).padStart(8)];
  console.log(
    `${(room || "all").padEnd(10)}${cells.join(" ")}  ${((100 * noticed) / of.length).toFixed(0).padStart(4)} %`,
  );
  if (noticed < of.length * leastShare) isEnough = false;
}
for (const [at, { file, from, survives }] of mutants.entries()) {
  if (!results[at])
    console.log(`survives  ${file}: ${from.split("\n")[0]}: ${survives ?? "no reason given"}`);
}
process.exit(isEnough ? 0 : 1);

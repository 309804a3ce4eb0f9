// @ts-nocheck: it runs on the built files, which have no types.
/*
 * What a place among the first ten costs: `npm run bench:attacks`. Each attack is made on an invented community, and then
 * again with one member more who is won over, until its star stands among the first ten of the list of
 * attention or on the starter list. Writes the table of docs/whom-to-follow.md.
 */

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { attacks, inventAttack, memberCount, star, victim } from "./invent-attacks.js";
import { markdownTable } from "./markdown-table.js";

const program = fileURLToPath(new URL("../../bin/tagatlas.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "tagatlas-attacks-"));

/** The best place of somebody on a list of the first ten; none where they are on neither. */
function placeOf(who, attack, more) {
  const file = join(folder, "posts.csv");
  writeFileSync(file, inventAttack(attack, more));
  const places = ["attention", "starter"].flatMap((list) => {
    const words = ["follow", file, "--tag", "demo", "--list", list, "--top", "10", "--json"];
    const answer = JSON.parse(
      execFileSync(process.execPath, [program, ...words, "--bootstrap", "0"], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      }),
    );
    const people = answer.lists[0].people.map(({ person }) => person.label);
    return people.includes(who) ? [people.indexOf(who) + 1] : [];
  });
  return places.length === 0 ? undefined : Math.min(...places);
}

const mostWonOver = 5;

function costOf(attack) {
  for (let wonOver = 1; wonOver <= mostWonOver; wonOver += 1) {
    for (const by of ["star", "fakes"]) {
      if (placeOf(star, attack, { wonOver, by }) !== undefined) return `${wonOver}`;
    }
  }
  return `over ${mostWonOver}`;
}

const rows = [];
for (const [name, { about, fakes }] of Object.entries(attacks)) {
  const who = name === "pile-on" ? victim : star;
  const place = placeOf(who, name, {});
  const cost = name === "pile-on" ? "–" : costOf(name);
  rows.push([`${name}: ${about}`, `${fakes}`, place === undefined ? "none" : `${place}`, cost]);
  process.stderr.write(`${name}\n`);
}
rmSync(folder, { recursive: true });
process.stdout.write(
  `${markdownTable(["attack", "fakes", "place", `of ${memberCount} members to win over`], rows)}\n`,
);

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { attacks, inventAttack, inventWelcomes, star, victim } from "../bench/invent-attacks.js";
import { runCommand } from "../support/run-command.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();

interface Answer {
  readonly coreSize: number;
  readonly warnings: readonly string[];
  readonly leftOut: readonly { readonly reason: string; readonly count: number }[];
  readonly lists: readonly {
    readonly people: readonly { readonly person: { readonly label: string } }[];
  }[];
}

/** By fixed order, so that no test of orders has to run first. */
function answerUnder(attack: string | undefined, wonOver = 0, by: "star" | "fakes" = "star") {
  return answerTo(inventAttack(attack, { wonOver, by }), "attention");
}

/** The first ten of a list. */
async function answerTo(posts: string, list: "attention" | "helpers") {
  const file = join(folder, "posts.csv");
  writeFileSync(file, posts);
  const words = ["follow", file, "--tag", "demo", "--list", list, "--top", "10"];
  const more = ["--order", "dd", "--bootstrap", "0", "--json"];
  const { code, stdout } = await runCommand([...words, ...more]);
  expect(code).toBe(0);
  const answer: Answer = JSON.parse(stdout);
  return { ...answer, firstTen: answer.lists[0].people.map(({ person }) => person.label) };
}

describe("attention that can be made up buys no place in front", () => {
  const onStar = Object.keys(attacks).filter((attack) => attack !== "pile-on");
  test.each(
    onStar,
  )("%s: no fake is among the first ten, nor is the core theirs", async (attack) => {
    const { firstTen, coreSize, warnings } = await answerUnder(attack);
    expect(firstTen).toHaveLength(10);
    expect(firstTen.filter((person) => !person.startsWith("member_"))).toEqual([]);
    expect(coreSize).toBeGreaterThanOrEqual(35);
    expect(coreSize).toBeLessThanOrEqual(41);
    expect(warnings).toEqual([]);
  });

  test("a star whom a tenth of the members talk to is no fake any more", async () => {
    expect((await answerUnder("patient ring", 2)).firstTen).not.toContain(star);
    expect((await answerUnder("patient ring", 4)).firstTen).toContain(star);
  });

  test("three members who each answer another fake of a one-day ring do not bring its star in front", async () => {
    const { firstTen, warnings } = await answerUnder("ring", 3, "fakes");
    expect(firstTen).not.toContain(star);
    expect(warnings).toEqual([]);
  });

  test("who welcomes sixty fakes is no helper in front until a tenth of the members talk to them", async () => {
    const helpers = async (wonOver: number) =>
      (await answerTo(inventWelcomes(wonOver), "helpers")).firstTen;
    expect(await helpers(3)).not.toContain(star);
    expect((await helpers(4))[0]).toBe(star);
  });

  test("a digest that names everybody changes two of the ten at most", async () => {
    const without = await answerUnder(undefined);
    const { firstTen } = await answerUnder("digest");
    expect(
      firstTen.filter((person) => !without.firstTen.includes(person)).length,
    ).toBeLessThanOrEqual(2);
  });

  test("a pile-on is told, and its victim is not recommended", async () => {
    const without = await answerUnder(undefined);
    expect(without.leftOut.map(({ reason }) => reason)).not.toContain("burst");
    const { firstTen, leftOut } = await answerUnder("pile-on");
    expect(firstTen).not.toContain(victim);
    expect(leftOut).toContainEqual(expect.objectContaining({ reason: "burst", count: 1 }));
  });
});

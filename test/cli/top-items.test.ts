import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCommand } from "../support/run-command.js";
import { mastodonMention, mastodonStatus, ndjson } from "../support/statuses.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();

const people = ["ada", "ben", "cem"];
const hidden = {
  discoverable: false,
  display_name: "Dora Quillfeather",
  url: "https://home.example/users/4711",
};

/** Everybody says the same, and names somebody who has opted out in every way there is. */
const content = `<p>=Moulage</b> dora_q Quillfeather <a href="https://www.sims.example/a?utm_source=x#y">here</a>
<a href="https://home.example/users/4711">her page</a> <a href="https://doraquillfeather.example">site</a>
&lt;script&gt;alert(1)&lt;/script&gt; \u202egnp.exe</p>`;

async function analyzed(): Promise<Map<string, string>> {
  const rows = [
    ...people.map((acct, at) =>
      mastodonStatus(`1${at}`, acct, {
        day: at + 1,
        content,
        language: "en",
        mentions: [mastodonMention(people[(at + 1) % 3])],
      }),
    ),
    ...people.map((acct, at) =>
      mastodonStatus(`2${at}`, "dora_q", {
        day: at + 5,
        content: "<p>whispered whispered</p>",
        account: hidden,
        mentions: [mastodonMention(acct)],
      }),
    ),
    mastodonStatus("30", "ada", { day: 9, content: "<p>whispered</p>" }),
  ];
  const input = join(folder, "said.ndjson");
  writeFileSync(input, ndjson(rows));
  const out = join(folder, "said");
  const { code } = await runCommand(["analyze", input, "--tag", "MedEd", "--out", out]);
  expect(code).toBe(0);
  return new Map(readdirSync(out).map((name) => [name, readFileSync(join(out, name), "utf8")]));
}

describe("what people say, in files", async () => {
  const files = await analyzed();
  const tableRows = (files.get("top-items.csv") ?? "").replace(/^\ufeff/u, "").split("\r\n");

  test("is in the table by community, kind and rank", () => {
    expect(tableRows[0]).toBe("community,kind,item,authors,count,salience,mutual_information");
    expect(tableRows).toContain(",link,https://sims.example/a,3,3,,");
    expect(tableRows).toContain("G1,domain,sims.example,3,3,,");
    const words = tableRows.filter((row) => row.startsWith("G1,word,moulage,3,3,"));
    expect(words).toHaveLength(1);
    const kinds = tableRows.slice(1, -1).map((row) => row.split(",").slice(0, 2).join(","));
    const runs = kinds.filter((kind, at) => kind !== kinds[at - 1]);
    expect(new Set(runs).size).toBe(runs.length);
  });

  test("names nobody who has opted out, by no name, page or word of theirs", () => {
    for (const [name, text] of files) {
      expect(text, name).not.toMatch(/dora_q|quillfeather|users\/4711|whispered/iu);
    }
  });

  test("is in the page in a block for each community, with links that lead nowhere else", () => {
    const page = files.get("report.html") ?? "";
    expect(page).toContain('<h3 id="community-G1">G1: 4 people');
    expect(page).toContain(
      '<a href="https://sims.example/a" rel="noopener noreferrer nofollow">sims.example/a</a>',
    );
    expect(page).toMatch(/<dt>Words<\/dt><dd>[^<]*moulage/u);
  });

  test("runs in no page, spreadsheet or terminal", () => {
    for (const row of tableRows) expect(row).not.toMatch(/[<>=\u202e]/u);
    expect(files.get("report.html")).not.toContain("<script>alert");
  });

  test("is in the report's JSON, for everybody and for each community", () => {
    const report = JSON.parse(files.get("report.json") ?? "");
    expect(report.communities[0].topLinks).toEqual(["https://sims.example/a"]);
    expect(report.communities[0].topWords).toContain("moulage");
    expect(report.communities[0].bridges).toEqual([]);
    expect(report.topItems).toHaveLength(tableRows.length - 2);
  });
});

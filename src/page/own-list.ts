import { rankPersonally } from "../follow/personal/rank-personally.js";
import { parseHandleList } from "../model/handle-list.js";
import type { PageData } from "../model/page-data.js";
import { find, linkTo, make } from "./dom.js";

const peopleShown = 20;

/** "I already follow …": ranks anew, with the command's own code, by who is near to them. */
export function startOwnList(data: PageData): void {
  const form = find("own", HTMLFormElement);
  const area = find("own-handles", HTMLTextAreaElement);
  const file = find("own-file", HTMLInputElement);
  const result = find("own-result", HTMLElement);
  if (form === undefined || area === undefined || file === undefined || result === undefined)
    return;
  form.hidden = false;
  file.addEventListener("change", async () => {
    area.value = (await file.files?.[0]?.text()) ?? "";
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    result.replaceChildren(make("p", {}, "Ordering …"));
    // Once that is seen: of tens of thousands of ties it takes longer than a frame.
    requestAnimationFrame(() =>
      setTimeout(() => result.replaceChildren(...answer(data, area.value))),
    );
  });
}

function answer(data: PageData, text: string): Node[] {
  const { names, unreadableLines } = parseHandleList(text);
  const { people, ranking } = data;
  const personOf = new Map<string, number>();
  for (const [person, label] of people.label.entries()) {
    if (people.isWithheld[person] === 1) continue;
    personOf.set(label.toLowerCase(), person);
    personOf.set(people.id[person], person);
  }
  const followed = new Set(names.flatMap((name) => personOf.get(name) ?? []));
  const unread =
    unreadableLines.length === 0 ? "" : ` Lines that name nobody: ${unreadableLines.join(", ")}.`;
  const known = `${followed.size} of the ${names.length} people you follow take part here.${unread}`;
  const ranked = rankPersonally({
    efforts: ranking,
    accountCount: people.id.length,
    contacts: followed,
    candidates: Int32Array.from(ranking.candidates.filter((person) => !followed.has(person))),
    base: Float64Array.from(ranking.base),
    inDegree: Float64Array.from(ranking.inDegree),
    withheld: people.isWithheld,
    labelOf: (person) => people.label[person],
  });
  if (ranked === undefined) return [make("p", { class: "note" }, known)];
  const places = [...ranked.people.slice(0, peopleShown)].map((person) =>
    make(
      "li",
      {},
      make(
        "p",
        { class: "who" },
        make("b", {}, linkTo(people.label[person], people.url[person])),
        ` ${people.name[person] ?? ""}`,
      ),
      make(
        "p",
        { class: "why" },
        ranked.pathTo(person) ??
          `${ranking.inDegree[person]} people replied to, mentioned, reposted or quoted them.`,
      ),
    ),
  );
  return [make("p", {}, known), make("ol", { class: "people" }, ...places)];
}

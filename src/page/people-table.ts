import type { NodeColumnName } from "../model/columns/node-columns.js";
import { groupBy } from "../model/csr.js";
import type { PageColumn, PageData } from "../model/page-data.js";
import { copyButton } from "./copy-csv.js";
import { find, linkTo, make, shown } from "./dom.js";

const rowsAtOnce = 50;

const columnSortedFirst: NodeColumnName = "in_degree";

/** All numbers at once are wider than a desk. */
const choices = [
  { about: "standing", title: "where they stand" },
  { about: "conduct", title: "what they do" },
  { about: undefined, title: "all" },
] as const;

/**
 * Rows by their values, equals as they stand. By ranks: a sort that calls back takes most of a tenth of a second
 * for twenty thousand rows when it is run for the first time.
 */
function largestFirst(values: Float64Array): number[] {
  const distinct = Float64Array.from(new Set(values)).sort().reverse();
  const rankOf = new Map(Array.from(distinct, (value, rank) => [value, rank]));
  const ranks = Int32Array.from(values, (value) => rankOf.get(value) ?? 0);
  return [...groupBy(ranks, distinct.length).columns];
}

/**
 * Everybody, fifty at a time, by any number or by name: a table of twenty thousand rows would be
 * slow to open. `onChoose` is told whose row was chosen.
 */
export function startPeopleTable(data: PageData, onChoose: (person: number) => void): void {
  const place = find("people-table", HTMLElement);
  if (place === undefined) return;
  place.parentElement?.removeAttribute("hidden");
  const { people, columns, communities } = data;
  const first = Math.max(
    0,
    columns.findIndex(({ name }) => name === columnSortedFirst),
  );
  let order = sortedBy(first);
  let sorted = { column: first, isDescending: true };
  let from = 0;
  let needle = "";
  const offered = choices.filter(
    ({ about }) => about === undefined || columns.some((column) => column.about === about),
  );
  let chosen = offered[0];

  function sortedBy(column: number): number[] {
    const { values } = columns[column] ?? { values: [] };
    return largestFirst(
      Float64Array.from(people.id, (_, person) => values[person] ?? Number.NEGATIVE_INFINITY),
    );
  }

  const isShown = ({ about }: PageColumn): boolean =>
    chosen.about === undefined || chosen.about === about;
  const numbers = make(
    "select",
    { id: "people-numbers" },
    ...offered.map(({ title }) => make("option", {}, title)),
  );
  const search = make("input", { type: "search", id: "people-search" });
  const body = make("tbody");
  const status = make("p", { class: "fine", "aria-live": "polite" });
  const back = make("button", { type: "button" }, "Before");
  const on = make("button", { type: "button" }, "Next");
  const heads = columns.map((column, at) => {
    const button = make("button", { type: "button", title: column.sentence }, column.title);
    button.addEventListener("click", () => {
      const isDescending = sorted.column === at ? !sorted.isDescending : true;
      sorted = { column: at, isDescending };
      order = sortedBy(at);
      if (!isDescending) order.reverse();
      from = 0;
      show();
    });
    return make("th", { scope: "col", class: "number" }, button);
  });

  const communityOf = (person: number): string => communities[people.community[person]]?.name ?? "";
  const communityShown = (person: number): string =>
    `${communityOf(person)}${communities[people.community[person]]?.isCutOff === true ? ", cut off" : ""}`;
  const matching = (): number[] =>
    needle === ""
      ? order
      : order.filter((person) =>
          `${people.label[person]} ${people.name[person] ?? ""}`.toLowerCase().includes(needle),
        );

  const rowOf = (person: number): HTMLElement => {
    const choose = make(
      "button",
      { type: "button", "aria-label": `Show ${people.label[person]} on the map` },
      "map",
    );
    choose.addEventListener("click", () => onChoose(person));
    return make(
      "tr",
      {},
      make("th", { scope: "row" }, linkTo(people.label[person], people.url[person]), " ", choose),
      make("td", {}, people.name[person] ?? ""),
      make("td", {}, communityShown(person)),
      make("td", {}, people.role[person]),
      ...columns
        .filter(isShown)
        .map(({ values }) => make("td", { class: "number" }, shown(values[person]))),
    );
  };

  const show = (): void => {
    const found = matching();
    from = Math.min(from, Math.max(0, found.length - 1));
    body.replaceChildren(...found.slice(from, from + rowsAtOnce).map(rowOf));
    const to = Math.min(found.length, from + rowsAtOnce);
    status.textContent = found.length === 0 ? "Nobody" : `${from + 1} to ${to} of ${found.length}`;
    back.disabled = from === 0;
    on.disabled = to >= found.length;
    for (const [at, head] of heads.entries()) {
      head.hidden = !isShown(columns[at]);
      head.removeAttribute("aria-sort");
      if (at === sorted.column) {
        head.setAttribute("aria-sort", sorted.isDescending ? "descending" : "ascending");
      }
    }
  };

  search.addEventListener("input", () => {
    needle = search.value.trim().toLowerCase();
    from = 0;
    show();
  });
  numbers.addEventListener("change", () => {
    chosen = offered[numbers.selectedIndex];
    show();
  });
  back.addEventListener("click", () => {
    from = Math.max(0, from - rowsAtOnce);
    show();
  });
  on.addEventListener("click", () => {
    from += rowsAtOnce;
    show();
  });

  const head = make(
    "tr",
    {},
    ...["Person", "Name", "Community", "Role"].map((title) => make("th", { scope: "col" }, title)),
    ...heads,
  );
  place.append(
    whatNumbersSay(data),
    make(
      "p",
      {},
      make("label", { for: "people-search" }, "Find "),
      search,
      " ",
      make("label", { for: "people-numbers" }, "Numbers: "),
      numbers,
    ),
    make(
      "div",
      { class: "wide", tabindex: "0", role: "region", "aria-label": "Table of everybody" },
      make(
        "table",
        {},
        make("caption", {}, "Everybody in the network"),
        make("thead", {}, head),
        body,
      ),
    ),
    make(
      "p",
      {},
      back,
      " ",
      on,
      " ",
      copyButton(() => csvRows()),
    ),
    status,
  );
  show();

  function csvRows(): string[][] {
    const titles: readonly NodeColumnName[] = ["id", "label", "name", "url", "community", "role"];
    const rows = matching().map((person) => [
      people.id[person],
      people.label[person],
      people.name[person] ?? "",
      people.url[person] ?? "",
      communityOf(person),
      people.role[person],
      ...columns.map(({ values }) => String(values[person] ?? "")),
    ]);
    return [[...titles, ...columns.map(({ name }) => name)], ...rows];
  }
}

/** The sentence of each number, for whoever cannot point at its head. */
function whatNumbersSay({ columns }: PageData): HTMLElement {
  const sentences = columns.flatMap(({ title, sentence }) => [
    make("dt", {}, title),
    make("dd", {}, sentence),
  ]);
  return make(
    "details",
    {},
    make("summary", {}, "What the numbers say"),
    make("dl", {}, ...sentences),
  );
}

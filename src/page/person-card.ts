import type { PageData } from "../model/page-data.js";
import { linkTo, make, shown } from "./dom.js";
import type { TiesOf } from "./tie-index.js";

const neighboursShown = 8;

interface CardSource {
  readonly data: PageData;
  readonly tiesOf: TiesOf;
  /** What choosing one of those around does. */
  readonly show: (person: number) => void;
  readonly close: () => void;
}

/** Who somebody is, in what numbers, and with whom they have most to do. */
export function fillCard(card: HTMLElement, from: CardSource, person: number | undefined): void {
  if (person === undefined) {
    card.replaceChildren();
    return;
  }
  const close = make("button", { type: "button", class: "close", "aria-label": "Close" }, "×");
  close.addEventListener("click", from.close);
  const { people, communities, columns } = from.data;
  const community = communities[people.community[person]];
  const where =
    community === undefined
      ? "in no community"
      : `${[community.name, community.label].join(" ").trim()}${community.isCutOff ? ", cut off from the rest" : ""}`;
  card.replaceChildren(
    close,
    make("h3", {}, linkTo(people.label[person], people.url[person])),
    make("p", {}, people.name[person] ?? ""),
    make("p", { class: "fine" }, `${where}; ${people.role[person]}`),
    make(
      "dl",
      {},
      ...columns.flatMap(({ title, sentence, values }) =>
        values[person] === null
          ? []
          : [make("dt", { title: sentence }, title), make("dd", {}, shown(values[person]))],
      ),
    ),
    ...around(from, person),
  );
}

function around({ data, tiesOf, show }: CardSource, person: number): Node[] {
  const { source, target, byKind } = data.ties;
  const weights = new Map<number, number>();
  for (const tie of tiesOf(person)) {
    const other = source[tie] === person ? target[tie] : source[tie];
    const weight = Object.values(byKind).reduce((sum, values) => sum + values[tie], 0);
    weights.set(other, (weights.get(other) ?? 0) + weight);
  }
  if (weights.size === 0) return [];
  const nearest = [...weights].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, neighboursShown);
  return [
    make("p", { class: "fine" }, `${weights.size} people around, most to do with:`),
    make(
      "p",
      { class: "chips" },
      ...nearest.map(([other]) => {
        const chip = make("button", { type: "button" }, data.people.label[other]);
        chip.addEventListener("click", () => show(other));
        return chip;
      }),
    ),
  ];
}

import type { Point } from "../map/look/curves.js";
import type { PageColumn, PageData } from "../model/page-data.js";
import { make, shown } from "./dom.js";
import type { Stage } from "./map-camera.js";

/** What is said of somebody in a word, beside their mark. */
interface MapTip {
  show(person: number, at: Point, stage: Stage, columns: readonly (PageColumn | undefined)[]): void;
  hide(): void;
}

const gap = 12;

/** A few lines beside the mark that is pointed at, or whose name is focused. */
export function startTip(data: PageData, host: HTMLElement): MapTip {
  const tip = make("div", { id: "tip", role: "tooltip", hidden: true });
  host.append(tip);
  return {
    show: (person, at, stage, columns) => {
      tip.replaceChildren(...linesOf(data, person, columns));
      tip.hidden = false;
      const left =
        at.x + gap + tip.offsetWidth > stage.width ? at.x - gap - tip.offsetWidth : at.x + gap;
      const top = Math.min(at.y + gap, stage.height - tip.offsetHeight);
      tip.style.transform = `translate(${Math.max(0, left)}px, ${Math.max(0, top)}px)`;
    },
    hide: () => {
      tip.hidden = true;
    },
  };
}

function linesOf(
  { people, communities, ranking, worthFollowing }: PageData,
  person: number,
  columns: readonly (PageColumn | undefined)[],
): HTMLElement[] {
  const community = communities[people.community[person]];
  const name = people.name[person];
  const label = people.label[person];
  if (people.isWithheld[person] === 1) return [make("b", {}, "Not named, by their own wish")];
  const where =
    community === undefined
      ? "no ties"
      : `${[community.name, community.label].join(" ").trim()}${community.isCutOff ? ", cut off from the rest" : ""}`;
  const engaged = ranking.inDegree[person] ?? 0;
  const values = [...new Set(columns)].flatMap((column) => {
    const value = column?.values[person];
    return column === undefined || value === undefined
      ? []
      : [make("span", {}, `${column.title}: ${value === null ? "not known" : shown(value)}`)];
  });
  return [
    make("b", {}, name ?? label),
    ...(name === null ? [] : [make("span", {}, label)]),
    make("span", {}, `${where}; ${people.role[person]}`),
    make("span", {}, `${shown(engaged)} ${engaged === 1 ? "person" : "people"} engaged them`),
    ...(worthFollowing.includes(person) ? [make("span", {}, "worth following")] : []),
    ...values,
  ];
}

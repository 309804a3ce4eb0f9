import type { PageColumn, PageData } from "../model/page-data.js";
import { make } from "./dom.js";
import type { MapView } from "./map-view.js";

export interface MapActions {
  change(view: Partial<MapView>): void;
  show(person: number): void;
  reset(): void;
}

const matchesShown = 8;
const dayMs = 86_400_000;

/** Search, size, colour, kinds, weight and time of the map. */
export function startMapControls(
  data: PageData,
  viewOf: () => MapView,
  actions: MapActions,
): HTMLElement {
  const form = make("form", { id: "controls" });
  form.addEventListener("submit", (event) => event.preventDefault());
  const fill = (): void => {
    form.replaceChildren(
      searchField(data, actions),
      menu("Size", [["as on the map", undefined], ...byColumn(data)], (size) =>
        actions.change({ size }),
      ),
      menu<MapView["color"]>(
        "Colour",
        [["community", "community"], ["role", "role"], ...byColumn(data)],
        (color) => actions.change({ color }),
      ),
      kindBoxes(data, viewOf, actions),
      weightField(data, actions),
      ...timeField(data, actions),
      resetButton(),
    );
  };
  const resetButton = (): HTMLElement => {
    const button = make("button", { type: "button" }, "All again");
    button.addEventListener("click", () => {
      actions.reset();
      fill();
    });
    return button;
  };
  fill();
  return form;
}

function byColumn({ columns }: PageData): [string, PageColumn][] {
  return columns.map((column) => [column.title, column]);
}

function searchField(data: PageData, { show }: MapActions): HTMLElement {
  const { label, name, isWithheld } = data.people;
  const input = make("input", { type: "search", id: "find", autocomplete: "off" });
  const matches = make("p", { class: "chips", "aria-live": "polite" });
  const search = (): number[] => {
    const needle = input.value.trim().toLowerCase().replace(/^@/u, "");
    if (needle === "") return [];
    const found: number[] = [];
    for (const person of label.keys()) {
      const text = `${label[person]} ${name[person] ?? ""}`.toLowerCase();
      if (isWithheld[person] === 0 && text.includes(needle)) found.push(person);
      if (found.length === matchesShown) break;
    }
    return found;
  };
  input.addEventListener("input", () => {
    matches.replaceChildren(
      ...search().map((person) => {
        const chip = make("button", { type: "button" }, label[person]);
        chip.addEventListener("click", () => show(person));
        return chip;
      }),
    );
  });
  input.addEventListener("keydown", (event) => {
    const [first] = search();
    if (event.key === "Enter" && first !== undefined) show(first);
  });
  return make("div", {}, make("label", { for: "find" }, "Find "), input, matches);
}

function menu<Value>(
  title: string,
  choices: readonly (readonly [string, Value])[],
  onChoose: (value: Value) => void,
): HTMLElement {
  const id = `choose-${title.toLowerCase()}`;
  const select = make("select", { id });
  for (const [words] of choices) select.append(make("option", {}, words));
  select.addEventListener("change", () => onChoose(choices[select.selectedIndex][1]));
  return make("div", {}, make("label", { for: id }, `${title} `), select);
}

function kindBoxes(data: PageData, viewOf: () => MapView, { change }: MapActions): HTMLElement {
  const boxes = Object.keys(data.ties.byKind).map((kind) => {
    const box = make("input", { type: "checkbox", id: `kind-${kind}`, checked: true });
    box.addEventListener("change", () => {
      const kinds = new Set(viewOf().kinds);
      if (box.checked) kinds.add(kind);
      else kinds.delete(kind);
      change({ kinds });
    });
    return make("label", { for: `kind-${kind}`, class: `kind ${kind}` }, box, ` ${kind}`);
  });
  return make("fieldset", {}, make("legend", {}, "Ties"), ...boxes);
}

function weightField(data: PageData, { change }: MapActions): HTMLElement {
  const weights = data.ties.source.map((_, tie) =>
    Object.values(data.ties.byKind).reduce((sum, values) => sum + values[tie], 0),
  );
  const most = weights.reduce((a, b) => Math.max(a, b), 1);
  const output = make("output", { for: "weight" }, "1");
  const input = make("input", {
    type: "range",
    id: "weight",
    min: "1",
    max: String(Math.min(50, Math.ceil(most))),
    value: "1",
  });
  input.addEventListener("input", () => {
    output.textContent = input.value;
    change({ leastWeight: Number(input.value) });
  });
  return make(
    "div",
    {},
    make("label", { for: "weight" }, "Ties of "),
    input,
    " ",
    output,
    " or more interactions",
  );
}

/** None where no tie has a time. */
function timeField(data: PageData, { change }: MapActions): HTMLElement[] {
  const days = data.ties.first.filter((day) => day !== null);
  if (days.length === 0) return [];
  const first = days.reduce((a, b) => Math.min(a, b));
  const last = days.reduce((a, b) => Math.max(a, b));
  const dayText = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);
  const output = make("output", { for: "until" }, dayText(last));
  const input = make("input", {
    type: "range",
    id: "until",
    min: String(first),
    max: String(last),
    value: String(last),
  });
  input.addEventListener("input", () => {
    const day = Number(input.value);
    output.textContent = dayText(day);
    change({ untilDay: day });
  });
  return [
    make("div", {}, make("label", { for: "until" }, "Ties begun until "), input, " ", output),
  ];
}

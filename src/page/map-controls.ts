import type { PageColumn, PageData } from "../model/page-data.js";
import { make } from "./dom.js";
import type { MapView } from "./map-view.js";

interface MapActions {
  change(view: Partial<MapView>): void;
  show(person: number): void;
  zoom(factor: number): void;
  enlarge(): void;
  reset(): void;
}

const matchesShown = 8;
const buttonFactor = 1.6;

/** Search, colour and zoom in one row; size, kinds and weight in a panel that folds. */
export function startMapControls(
  data: PageData,
  viewOf: () => MapView,
  actions: MapActions,
): HTMLElement {
  const form = make("form", { id: "controls" });
  form.addEventListener("submit", (event) => event.preventDefault());
  const colors = make("div", { class: "part" });
  const panel = make("details", { id: "map-settings" });
  const fill = (): void => {
    colors.replaceChildren(
      menu<MapView["color"]>("Colour", colorChoices(data), (color) => actions.change({ color })),
    );
    panel.replaceChildren(
      make("summary", {}, "Sizes and ties"),
      make(
        "div",
        { class: "row" },
        menu("Size", [["as in the files", undefined], ...byColumn(data)], (size) =>
          actions.change({ size }),
        ),
        kindBoxes(data, viewOf, actions),
        weightField(data, actions),
      ),
    );
  };
  const again = button("Start again", "Show everybody and the whole map again", () => {
    actions.reset();
    fill();
  });
  fill();
  const zoom = make(
    "div",
    { class: "zoom" },
    button("−", "Zoom out", () => actions.zoom(1 / buttonFactor)),
    button("+", "Zoom in", () => actions.zoom(buttonFactor)),
    button("Large", "Show the map on the whole screen, or no longer", actions.enlarge),
    again,
  );
  form.append(make("div", { class: "row first" }, searchField(data, actions), colors), zoom, panel);
  return form;
}

function button(text: string, title: string, act: () => void): HTMLButtonElement {
  // A sign alone says nothing to whoever hears it.
  const label = /\p{L}/u.test(text) ? false : title;
  const made = make("button", { type: "button", title, "aria-label": label }, text);
  made.addEventListener("click", act);
  return made;
}

function colorChoices(data: PageData): [string, MapView["color"]][] {
  const choices: [string, MapView["color"]][] = [
    ["community", "community"],
    ["role", "role"],
    ...byColumn(data),
  ];
  return data.map.colorKeys.length === 0 ? choices : [["as in the files", "map"], ...choices];
}

function byColumn({ columns }: PageData): [string, PageColumn][] {
  return columns.map((column) => [column.title, column]);
}

function searchField(data: PageData, { show }: MapActions): HTMLElement {
  const { label, name, isWithheld } = data.people;
  const input = make("input", { type: "search", id: "find", autocomplete: "off" });
  const matches = make("p", { class: "chips", "aria-live": "polite" });
  // Letters of twenty thousand people are made small once, before the first is looked for.
  let texts: readonly string[] | undefined;
  const readTexts = (): readonly string[] =>
    label.map((text, person) => `${text} ${name[person] ?? ""}`.toLowerCase());
  input.addEventListener("focus", () => {
    texts ??= readTexts();
  });
  const search = (): number[] => {
    const needle = input.value.trim().toLowerCase().replace(/^@/u, "");
    if (needle === "") return [];
    texts ??= readTexts();
    const found: number[] = [];
    for (const [person, text] of texts.entries()) {
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
  return make("div", { class: "find" }, make("label", { for: "find" }, "Find "), input, matches);
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
    make("label", { for: "weight" }, "At least "),
    input,
    " ",
    output,
    " interactions in a tie",
  );
}

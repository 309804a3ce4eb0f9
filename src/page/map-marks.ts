import { isolateStyle, type MarkStyle, styleOf } from "../map/look/mark-style.js";
import { rampColor, unknownGrey } from "../map/look/palette.js";
import type { ColorKey, MapLook } from "../model/map-layout.js";
import type { PageColumn, PageData } from "../model/page-data.js";
import { shown } from "./dom.js";
import type { MapView } from "./map-view.js";

/** How marks are coloured, and what the colours mean. */
export interface Coloring {
  /** One a person. */
  readonly styles: readonly MarkStyle[];
  readonly title: string;
  readonly keys: readonly ColorKey[];
}

const huesNamed = 12;
const rampSteps = 5;

/** Told apart by lightness as well as by hue. */
const roles: readonly { readonly role: string; readonly color: string; readonly text: string }[] = [
  { role: "core", color: "#a3144d", text: "core: in the group whose members engage one another" },
  { role: "active", color: "#4f96fb", text: "active: on three days or more" },
  { role: "peripheral", color: "#8fc866", text: "peripheral: less active" },
  { role: "mentioned", color: "#c4c4c4", text: "mentioned: only named by others" },
];

export function coloringBy(data: PageData, color: MapView["color"]): Coloring {
  switch (color) {
    case "map":
      return {
        styles: data.people.color.map((own, at) => ({ color: own, shape: data.people.shape[at] })),
        title: "Colour: as on the map of the files",
        keys: data.map.colorKeys,
      };
    case "community":
      return byCommunity(data);
    case "role":
      return byRole(data);
    default:
      return byNumber(color);
  }
}

function byCommunity({ people, communities }: PageData): Coloring {
  const styles = communities.map((_, rank) => styleOf(rank));
  const keys = communities.slice(0, huesNamed).map(({ name, label }, rank) => ({
    ...styles[rank],
    text: label === "" ? name : `${name} ${label}`,
  }));
  const others = communities.slice(huesNamed);
  if (others.length > 0) {
    keys.push({
      ...styles[huesNamed],
      text: `${others[0].name} and smaller: greys, told apart by shape`,
    });
  }
  if (people.community.some((community) => community < 0)) {
    keys.push({ ...isolateStyle, text: "no ties" });
  }
  return {
    styles: people.community.map((rank) => styles[rank] ?? isolateStyle),
    title: "Colour: community",
    keys,
  };
}

function byRole({ people }: PageData): Coloring {
  const present = new Set(people.role);
  const colorOf = new Map(roles.map(({ role, color }) => [role, color]));
  return {
    styles: people.role.map((role) => ({
      color: colorOf.get(role) ?? unknownGrey,
      shape: "circle",
    })),
    title: "Colour: role",
    keys: roles
      .filter(({ role }) => present.has(role))
      .map(({ color, text }) => ({ color, text, shape: "circle" })),
  };
}

/** Over ranks, not values, since nearly all measures of people have a long tail; as in the files. */
function byNumber({ title, values }: PageColumn): Coloring {
  const known = values.filter((value) => value !== null);
  const distinct = [...new Set(known)].sort((a, b) => a - b);
  const last = Math.max(1, distinct.length - 1);
  const colorOf = new Map(distinct.map((value, at) => [value, rampColor(at / last)]));
  const steps = Math.min(rampSteps, distinct.length);
  const keys: ColorKey[] = Array.from({ length: steps }, (_, step) => {
    const at = steps === 1 ? 0 : Math.round((step / (steps - 1)) * last);
    return { color: rampColor(at / last), shape: "circle", text: shown(distinct[at]) };
  });
  if (known.length < values.length) {
    keys.push({ color: unknownGrey, shape: "circle", text: "not known" });
  }
  return {
    styles: values.map((value) => ({
      color: (value === null ? undefined : colorOf.get(value)) ?? unknownGrey,
      shape: "circle",
    })),
    title: `Colour: ${title}`,
    keys,
  };
}

/** How large marks are, in units of the drawing, and what sizes mean. */
export interface Sizing {
  /** One a person. */
  readonly radii: readonly number[];
  readonly largest: number;
  readonly keys: MapLook["sizeKeys"];
}

const smallest = 2;
const largest = 16;

/** As the static map does; by a column, areas in proportion, those without a value the smallest. */
export function sizingBy(data: PageData, column: PageColumn | undefined): Sizing {
  if (column === undefined) {
    const radii = data.people.radius;
    return { radii, largest: mostOf(radii), keys: data.map.sizeKeys };
  }
  const most = mostOf(column.values.map((value) => value ?? 0));
  const radiusOf = (value: number | null): number =>
    value === null || most === 0
      ? smallest
      : smallest + (largest - smallest) * Math.sqrt(Math.max(0, value) / most);
  const values = [...new Set([0, most / 2, most])];
  return {
    radii: column.values.map(radiusOf),
    largest,
    keys: values.map((value, at) => ({
      radius: radiusOf(value),
      text: at === values.length - 1 ? `${shown(value)} ${column.title}` : shown(value),
    })),
  };
}

function mostOf(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), 0);
}

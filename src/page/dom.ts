import { withCommas, withMinus } from "../text/counted.js";

type Child = Node | string;

/** An element with attributes and children; texts stay texts. An attribute of `false` is left out. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | boolean>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

/** The same for a drawing. */
export function makeSvg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[Tag] {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** The element with an id, if it is there and of that kind. */
export function find<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind | undefined {
  const found = document.getElementById(id);
  return found instanceof kind ? found : undefined;
}

/** A link to somebody's page where it has an address of the web, else the text; it may break before an `@`. */
export function linkTo(text: string, url: string | null): Child {
  if (url === null || !/^https?:\/\//iu.test(url)) return text;
  const [user, ...rest] = text.split(/(?=@)/u);
  const parts = rest.flatMap((part) => [make("wbr"), part]);
  return make("a", { href: url, rel: "noopener noreferrer nofollow" }, user, ...parts);
}

/** A number as the tables of the report have it. */
export function shown(value: number | null): string {
  if (value === null) return "";
  // Three digits of a thousand would be written as a power of ten.
  const whole = Math.abs(value) >= 1000 ? Math.round(value) : value;
  return withMinus(Number.isInteger(whole) ? withCommas(whole) : whole.toPrecision(3));
}

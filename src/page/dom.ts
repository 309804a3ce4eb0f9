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

/** The element with an id, if it is there and of that kind. */
export function find<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind | undefined {
  const found = document.getElementById(id);
  return found instanceof kind ? found : undefined;
}

/** A link to somebody's page where it has an address of the web, else the text. */
export function linkTo(text: string, url: string | null): Child {
  if (url === null || !/^https?:\/\//iu.test(url)) return text;
  return make("a", { href: url, rel: "noopener noreferrer nofollow" }, text);
}

/** A number as the tables of the report have it. */
export function shown(value: number | null): string {
  if (value === null) return "";
  if (!Number.isInteger(value)) return value.toPrecision(3);
  return String(value).replace(/\B(?=(?:\d{3})+$)/gu, ",");
}

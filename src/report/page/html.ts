/** Markup that is safe to stand in a page. Only `html` makes it. */
export class Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

type Part = Html | string | number | undefined | readonly Part[];

/**
 * A template whose values are text: `<`, `&` and quotes in them are written as references, so that
 * no name or word of a post can become markup. Markup made by `html` stays; lists are joined;
 * `undefined` is nothing. Values may stand between tags and in quoted attributes.
 */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const written = parts.map((part, index) => markupOf(part) + pieces[index + 1]);
  return new Html(pieces[0] + written.join(""));
}

function markupOf(part: Part): string {
  if (part === undefined) return "";
  if (part instanceof Html) return part.toString();
  if (typeof part === "string" || typeof part === "number") return escapeText(String(part));
  return part.map(markupOf).join("");
}

const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeText(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => references[character]);
}

/** A link to somebody's page, opened apart; the text alone where there is none. */
export function link(text: Part, url: string | undefined): Html {
  if (url === undefined || !/^https?:\/\//iu.test(url)) return html`${text}`;
  return html`<a href="${url}" rel="noopener noreferrer nofollow">${text}</a>`;
}

/** A handle that breaks before its server, and in a long server's name before a full stop. */
export function breakable(label: string): Html {
  const [user, ...servers] = label.split(/(?=@)/u);
  return html`${user}${servers.map((server) => html`<span class="server">${server.split(/(?=\.)/u).map(afterBreak)}</span>`)}`;
}

function afterBreak(part: string, index: number): Part {
  return index === 0 ? part : html`<wbr>${part}`;
}

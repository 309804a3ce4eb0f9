import { type Handler, Parser } from "htmlparser2";

/** Elements of a post stand in some ten others at most. */
const deepest = 100;
/** Between two looks at how deep it is; most posts are shorter. */
const pieceCharacters = 1024;

/**
 * Parses HTML in time that is linear in its length. A closing tag is looked for among all elements that
 * are open, so these must be few: where they are more than 100, or what a piece of 1,024 characters opens
 * beyond that, all are closed and parsing goes on as if nothing had been open.
 */
export function parseHtml(
  html: string,
  handlers: Pick<Handler, "onopentag" | "ontext" | "onclosetag">,
): void {
  let depth = 0;
  const counting = {
    ...handlers,
    onopentag(...opened: Parameters<Handler["onopentag"]>) {
      depth += 1;
      handlers.onopentag?.(...opened);
    },
    onclosetag(...closed: Parameters<Handler["onclosetag"]>) {
      depth -= 1;
      handlers.onclosetag?.(...closed);
    },
  };
  let parser = new Parser(counting);
  for (let from = 0; from < html.length; ) {
    const end = endOfPiece(html, from);
    parser.write(html.slice(from, end));
    from = end;
    if (depth <= deepest) continue;
    parser.end();
    parser = new Parser(counting);
  }
  parser.end();
}

/** Before a tag, so that none is cut in two. */
function endOfPiece(html: string, from: number): number {
  if (html.length - from <= pieceCharacters) return html.length;
  const before = html.lastIndexOf("<", from + pieceCharacters);
  if (before > from) return before;
  const after = html.indexOf("<", from + pieceCharacters);
  return after < 0 ? html.length : after;
}

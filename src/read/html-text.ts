import { Parser } from "htmlparser2";
import { takenOut } from "./read-words.js";
import { webAddress } from "./web-address.js";

export interface HtmlContent {
  /** Without markup, scripts and styles; paragraphs and line breaks are newlines. */
  readonly text: string;
  /** The same with `takenOut` where a name or a hashtag was, whatever the server calls it. */
  readonly prose: string;
  /** Where its links go, hashtags and mentions left out, in order, each once. */
  readonly links: readonly string[];
}

const blockElements = new Set("blockquote dd dt div h1 h2 h3 h4 h5 h6 li p pre td th".split(" "));
const silentElements = new Set(["script", "style", "template"]);

/** Text and links of a post or a bio as a server sends it; any input gives some answer. */
export function readHtml(html: string): HtmlContent {
  let text = "";
  let prose = "";
  let silentDepth = 0;
  let isInName = false;
  const links = new Set<string>();
  const addBreak = (): void => {
    text += "\n";
    prose += "\n";
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (silentElements.has(name)) silentDepth += 1;
      if (name === "br") addBreak();
      if (name !== "a") return;
      isInName = isNameOrTag(attributes.class);
      const target = webAddress(attributes.href);
      if (isInName) prose += takenOut;
      else if (target !== undefined) links.add(target);
    },
    ontext(part) {
      if (silentDepth > 0) return;
      text += part;
      if (!isInName) prose += part;
    },
    onclosetag(name) {
      if (silentElements.has(name)) silentDepth -= 1;
      if (name === "a") isInName = false;
      if (blockElements.has(name)) addBreak();
    },
  });
  parser.end(html);
  return { text: text.trim(), prose, links: [...links] };
}

function isNameOrTag(classes: string | undefined): boolean {
  return classes?.split(/\s+/u).some((name) => name === "mention" || name === "hashtag") ?? false;
}

import { Parser } from "htmlparser2";

export interface HtmlContent {
  /** Without markup, scripts and styles; paragraphs and line breaks are newlines. */
  readonly text: string;
  /** Where its links go, hashtags and mentions left out, in order, each once. */
  readonly links: readonly string[];
}

const silentElements = new Set(["script", "style", "template"]);

/** Text and links of a post or a bio as a server sends it; any input gives some answer. */
export function readHtml(html: string): HtmlContent {
  let text = "";
  let silentDepth = 0;
  const links = new Set<string>();
  const parser = new Parser({
    onopentag(name, attributes) {
      if (silentElements.has(name)) silentDepth += 1;
      if (name === "br") text += "\n";
      const target = attributes.href;
      if (name === "a" && target !== undefined && !isNameOrTag(attributes.class)) {
        if (/^https?:/iu.test(target)) links.add(target);
      }
    },
    ontext(part) {
      if (silentDepth === 0) text += part;
    },
    onclosetag(name) {
      if (silentElements.has(name)) silentDepth -= 1;
      if (name === "p") text += "\n";
    },
  });
  parser.end(html);
  return { text: text.trim(), links: [...links] };
}

function isNameOrTag(classes: string | undefined): boolean {
  return classes?.split(/\s+/u).some((name) => name === "mention" || name === "hashtag") ?? false;
}

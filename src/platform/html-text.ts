import { takenOut } from "../text/words.js";
import { parseHtml } from "./parse-html.js";
import { webAddress } from "./web-address.js";

interface HtmlContent {
  /** Without markup, scripts and styles; paragraphs and line breaks are newlines. */
  readonly text: string;
  /** The same with `takenOut` where a name or a hashtag was, whatever the server calls it. */
  readonly prose: string;
  /** Where its links go, hashtags, mentions and quoted posts left out, in order, each once. */
  readonly links: readonly string[];
  /** Where the quoted posts are that it says it quotes by `RE:` and a link. */
  readonly quoteLinks: readonly string[];
}

const blockElements = new Set("blockquote dd dt div h1 h2 h3 h4 h5 h6 li p pre td th".split(" "));
const silentElements = new Set(["script", "style", "template"]);

/** What stands where a client knows no quotes: `RE:` and the link of the quoted post. */
const quoteFallback = "quote-inline";
/** The same without its class, as some servers take classes away: the last line of a text. */
const plainFallback = /(?:^|\n)[^\S\n]*(?:RE|QT|RT|RN):\s*(https?:\/\/\S+)\s*$/u;

interface OpenElement {
  /** The text in it is nobody's words. */
  readonly isSilent: boolean;
  readonly isFallback: boolean;
}

interface Anchor {
  readonly href: string | undefined;
  readonly isMarked: boolean;
  text: string;
}

/** Paragraphs of words alone, which most posts without links are. */
const paragraphs = /^(?:<p>[^<>&]*(?:<br ?\/?>[^<>&]*)*<\/p>)*$/u;
const noLinks: readonly string[] = [];

/** Text and links of a post or a bio as a server sends it; any input gives some answer. */
export function readHtml(html: string): HtmlContent {
  if (!paragraphs.test(html)) return parsedHtml(html);
  const prose = html.replaceAll("<p>", "").replace(/<[^>]*>/gu, "\n");
  // Of these two signs one says that a post is quoted.
  if (prose.includes("://")) return parsedHtml(html);
  return { text: prose.trim(), prose, links: noLinks, quoteLinks: noLinks };
}

/** The same of any HTML, by a parser; what is read without one must be what this reads. */
export function parsedHtml(html: string): HtmlContent {
  let text = "";
  let prose = "";
  let silentDepth = 0;
  let fallbackDepth = 0;
  let anchor: Anchor | undefined;
  const open: OpenElement[] = [];
  const links = new Set<string>();
  const quoteLinks = new Set<string>();
  const addBreak = (): void => {
    text += "\n";
    prose += "\n";
  };
  const closeAnchor = ({ href, isMarked, text: label }: Anchor): void => {
    if (isMarked || isHashtagLink(href, label) || isNameLink(href, label)) {
      prose += takenOut;
      return;
    }
    prose += label;
    const address = webAddress(href);
    if (address !== undefined) links.add(address);
  };
  parseHtml(html, {
    onopentag(name, attributes) {
      const isFallback = hasToken(attributes.class, quoteFallback);
      const isSilent = silentElements.has(name) || isFallback;
      open.push({ isFallback, isSilent });
      if (isSilent) silentDepth += 1;
      if (isFallback) fallbackDepth += 1;
      if (silentDepth > 0) {
        const quoted = name === "a" && fallbackDepth > 0 ? webAddress(attributes.href) : undefined;
        if (quoted !== undefined) quoteLinks.add(quoted);
        return;
      }
      if (name === "br") addBreak();
      if (name === "a") {
        anchor = { href: attributes.href, isMarked: isNameOrTag(attributes), text: "" };
      }
    },
    ontext(part) {
      if (silentDepth > 0) return;
      text += part;
      if (anchor === undefined) prose += part;
      else anchor.text += part;
    },
    onclosetag(name) {
      const closed = open.pop();
      if (closed?.isSilent === true) silentDepth -= 1;
      if (closed?.isFallback === true) fallbackDepth -= 1;
      if (name === "a" && anchor !== undefined) {
        closeAnchor(anchor);
        anchor = undefined;
      }
      if (blockElements.has(name)) addBreak();
    },
  });
  const plain = plainFallback.exec(prose);
  if (plain !== null) {
    const last = [...links].at(-1);
    if (last !== undefined) quoteLinks.add(last);
    text = text.replace(plainFallback, "");
    prose = prose.slice(0, plain.index);
  }
  return {
    text: text.trim(),
    prose,
    links: [...links].filter((link) => !quoteLinks.has(link)),
    quoteLinks: [...quoteLinks],
  };
}

function isNameOrTag({ class: classes, rel }: Record<string, string>): boolean {
  return hasToken(classes, "mention") || hasToken(classes, "hashtag") || hasToken(rel, "tag");
}

/** Misskey and others mark neither; a hashtag's page is one of its server. */
function isHashtagLink(href: string | undefined, label: string): boolean {
  return /^[#＃]\S+$/u.test(label.trim()) && /[/?&](?:hash)?tags?[/=]|[?&]q=%23/iu.test(href ?? "");
}

/** `@name` or `@name@server` over a page that ends in that name. */
function isNameLink(href: string | undefined, label: string): boolean {
  const name = /^@([^\s@]+)(?:@[^\s@]+)?$/u.exec(label.trim())?.[1];
  const end = /\/@?([^/?#]+)\/?$/u.exec(href ?? "")?.[1];
  return name !== undefined && end !== undefined && end.toLowerCase() === name.toLowerCase();
}

function hasToken(tokens: string | undefined, token: string): boolean {
  return tokens?.split(/\s+/u).includes(token) ?? false;
}

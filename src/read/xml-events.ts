import { TextDecoder } from "node:util";
import { Parser } from "htmlparser2";
import { UserError } from "../model/errors.js";
import type { NetworkInput } from "./network-format.js";

export interface XmlHandlers {
  /** Names come without the prefix of their namespace. */
  onOpen(name: string, attributes: Readonly<Record<string, string>>, line: number): void;
  onText(part: string): void;
  onClose(name: string, line: number): void;
}

const deepest = 100;
const longestTagBytes = 16 * 1024 * 1024;

/**
 * Streams XML as events. Entities that a document defines itself are not expanded, and nothing
 * outside of it is read. Says whether it stops before its root element is closed.
 *
 * @throws {UserError} for an encoding that is not known, elements in more than 100 others, or a
 *   tag of over 16 MiB.
 */
async function readXmlEvents(
  path: string,
  chunks: AsyncIterable<Buffer>,
  handlers: XmlHandlers,
): Promise<{ readonly isTorn: boolean }> {
  let depth = 0;
  let line = 1;
  let bytesSinceEvent = 0;
  let isEnding = false;
  let isTorn = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        bytesSinceEvent = 0;
        depth += 1;
        if (depth > deepest) {
          throw new UserError(
            `${path} holds elements ${deepest} deep at line ${line}, which no network file does`,
            "check the file",
          );
        }
        handlers.onOpen(localName(name), attributes, line);
      },
      ontext(part) {
        bytesSinceEvent = 0;
        handlers.onText(part);
      },
      onclosetag(name) {
        bytesSinceEvent = 0;
        depth -= 1;
        // The parser closes by itself what the input leaves open: that is no end of an element.
        if (isEnding) isTorn = true;
        else handlers.onClose(localName(name), line);
      },
    },
    { xmlMode: true },
  );
  let decoder: TextDecoder | undefined;
  for await (const chunk of chunks) {
    decoder ??= decoderFor(path, chunk);
    bytesSinceEvent += chunk.length;
    if (bytesSinceEvent > longestTagBytes) {
      throw new UserError(`${path} holds a tag of over 16 MiB at line ${line}`, "check the file");
    }
    const text = decoder.decode(chunk, { stream: true });
    for (let from = 0; from < text.length; ) {
      const at = text.indexOf("\n", from);
      const end = at < 0 ? text.length : at + 1;
      parser.write(text.slice(from, end));
      if (at >= 0) line += 1;
      from = end;
    }
  }
  isEnding = true;
  parser.end();
  return { isTorn };
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function decoderFor(path: string, head: Buffer): TextDecoder {
  const declared = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']/u.exec(
    head.toString("latin1", 0, 200).replace(/^\u00ef\u00bb\u00bf/u, ""),
  )?.[1];
  // UTF-16 has been decoded before, whatever the declaration still says.
  const isDecoded = declared === undefined || /^utf-?16/iu.test(declared);
  try {
    return new TextDecoder(isDecoded ? "utf-8" : declared);
  } catch (error) {
    throw new UserError(
      `${path} says that it is written in ${declared}, which is not known here`,
      "turn it into UTF-8 first",
      { cause: error },
    );
  }
}

/** The name of the first element; a comment as long as what is looked at can hide it. */
export function xmlRoot(start: string): string | undefined {
  if (!start.startsWith("<")) return undefined;
  return /<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)/u.exec(withoutComments(start))?.[1];
}

/** Of a comment that is never closed nothing is taken off. */
function withoutComments(text: string): string {
  let rest = "";
  for (let at = 0; ; ) {
    const open = text.indexOf("<!--", at);
    const close = open < 0 ? -1 : text.indexOf("-->", open + 4);
    if (close < 0) return rest + text.slice(at);
    rest += text.slice(at, open);
    at = close + 3;
  }
}

/** Streams a network that is written in XML. */
export async function readXmlNetwork(
  { path, chunks, start }: NetworkInput,
  handlers: XmlHandlers,
): Promise<string | undefined> {
  if (!start.text.startsWith("<")) {
    throw new UserError(`${path} is not XML, and no network`, "check the file, or --format");
  }
  const { isTorn } = await readXmlEvents(path, chunks, handlers);
  return isTorn ? "it stops before its last element is closed" : undefined;
}

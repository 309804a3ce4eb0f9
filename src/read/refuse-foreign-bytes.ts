import { UserError } from "../model/errors.js";

const magicNumbers: readonly { bytes: readonly number[]; what: string; nextStep: string }[] = [
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    what: "a zip archive or a spreadsheet",
    nextStep: "unpack it and name the file with the posts",
  },
  {
    bytes: [0xff, 0xfe],
    what: "text in UTF-16",
    nextStep: "turn it into UTF-8 first, for example: iconv -f UTF-16 -t UTF-8 FILE",
  },
  {
    bytes: [0xfe, 0xff],
    what: "text in UTF-16",
    nextStep: "turn it into UTF-8 first, for example: iconv -f UTF-16 -t UTF-8 FILE",
  },
];

/**
 * Stops at an input whose first bytes show that no row of it can be read.
 *
 * @throws {UserError} that says what the input is.
 */
export function refuseForeignBytes(path: string, head: Buffer): void {
  const magic = magicNumbers.find(({ bytes }) => bytes.every((byte, at) => head[at] === byte));
  if (magic !== undefined) throw new UserError(`${path} is ${magic.what}`, magic.nextStep);
  if (head.subarray(0, 4096).includes(0)) {
    throw new UserError(`${path} is a binary file`, "name a file of posts, as JSON or NDJSON");
  }
  const start = head
    .toString("utf8", 0, 65_536)
    .replace(/^\uFEFF/u, "")
    .trimStart();
  if (start !== "" && !/^\s*[[{]/mu.test(start) && !isTable(head)) {
    throw new UserError(
      `${path} is not JSON: it begins with ${JSON.stringify(start.slice(0, 40))}`,
      "name a file of posts, as JSON, NDJSON or CSV",
    );
  }
}

/**
 * Whether an input is a table with a header rather than JSON, by its first lines: the first has a
 * delimiter and begins no JSON value, and neither does the second.
 */
export function isTable(head: Buffer): boolean {
  const start = head
    .toString("utf8", 0, 65_536)
    .replace(/^\uFEFF/u, "")
    .trimStart();
  const [header = "", second = ""] = start.split(/\r\n?|\n/u, 2);
  return /[,;\t]/u.test(header) && !/^[[{]/u.test(header) && !/^\s*\{"/u.test(second);
}

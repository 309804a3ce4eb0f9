import { UserError } from "../model/errors.js";

interface UnreadFile {
  readonly what: string;
  /** How it becomes something that is read. */
  readonly nextStep: string;
  recognises(head: Buffer): boolean;
}

const begins =
  (...starts: readonly (string | readonly number[])[]) =>
  (head: Buffer): boolean =>
    starts.some((start) => {
      const bytes = typeof start === "string" ? Buffer.from(start, "latin1") : Buffer.from(start);
      return head.subarray(0, bytes.length).equals(bytes);
    });

const inR = (read: string): string =>
  `turn it into NDJSON in R: Rscript -e 'jsonlite::stream_out(${read}, file("posts.ndjson"))'`;

/** What people of this field hold and no reader reads, by its first bytes. */
const unreadFiles: readonly UnreadFile[] = [
  {
    what: "an R workspace (.RData)",
    nextStep:
      'turn it into NDJSON in R: Rscript -e \'jsonlite::stream_out(get(load("FILE")), file("posts.ndjson"))\'',
    recognises: begins("RDX2\n", "RDX3\n", "RDA2\n", "RDA3\n"),
  },
  {
    what: "an R object (.rds)",
    nextStep: inR('readRDS("FILE")'),
    recognises: begins([0x58, 0x0a, 0, 0, 0, 2], [0x58, 0x0a, 0, 0, 0, 3], "A\n2\n", "A\n3\n"),
  },
  {
    what: "a Parquet file",
    nextStep:
      "turn it into NDJSON: duckdb -c \"COPY (FROM 'FILE') TO 'posts.ndjson' (FORMAT json)\"",
    recognises: begins("PAR1"),
  },
  {
    what: "an Arrow or Feather file",
    nextStep:
      'turn it into CSV: python3 -c \'import pandas; pandas.read_feather("FILE").to_csv("posts.csv", index=False)\'',
    recognises: begins("ARROW1", "FEA1"),
  },
  {
    what: "an SQLite database",
    nextStep:
      "turn its table into CSV: sqlite3 -header -csv FILE 'SELECT * FROM tweets' > posts.csv",
    recognises: begins("SQLite format 3\0"),
  },
  {
    what: "an SPSS file (.sav)",
    nextStep:
      'turn it into CSV in R: Rscript -e \'write.csv(haven::read_sav("FILE"), "posts.csv", row.names = FALSE)\'',
    recognises: begins("$FL2", "$FL3"),
  },
  {
    what: "a Stata file (.dta)",
    nextStep:
      'turn it into CSV in R: Rscript -e \'write.csv(haven::read_dta("FILE"), "posts.csv", row.names = FALSE)\'',
    recognises: begins("<stata_dta>"),
  },
  {
    what: "an old Excel workbook (.xls)",
    nextStep: "turn it into .xlsx: libreoffice --headless --convert-to xlsx FILE",
    recognises: begins([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  },
  {
    what: "an OpenDocument spreadsheet (.ods)",
    nextStep: "turn it into .xlsx: libreoffice --headless --convert-to xlsx FILE",
    recognises: (head) =>
      isZip(head) && hasText(head, "application/vnd.oasis.opendocument.spreadsheet"),
  },
  {
    what: "a Gephi project (.gephi)",
    nextStep: "export the network in Gephi: File, Export, Graph file, GEXF",
    recognises: (head) =>
      isZip(head) && /Project_xml|GraphStore_bytes|WorkspaceSection/u.test(latin1(head)),
  },
  {
    what: "a zip archive",
    nextStep: "unpack it and name the file with the posts: unzip FILE",
    recognises: isZip,
  },
  {
    what: "packed with xz",
    nextStep: "unpack it first, for example: xz -dc FILE | tagatlas analyze -",
    recognises: begins([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]),
  },
  {
    what: "packed with bzip2",
    nextStep: "unpack it first, for example: bzip2 -dc FILE | tagatlas analyze -",
    recognises: (head) => /^BZh[1-9]1AY&SY/u.test(latin1(head.subarray(0, 10))),
  },
  {
    what: "a 7z or RAR archive",
    nextStep: "unpack it and name the file with the posts",
    recognises: begins([0x37, 0x7a, 0xbc, 0xaf], "Rar!"),
  },
  {
    what: "a tar archive",
    nextStep: "unpack it and name the file with the posts: tar -xf FILE",
    recognises: (head) => head.toString("latin1", 257, 262) === "ustar",
  },
  {
    what: "a Python pickle",
    nextStep:
      'write it as GraphML or CSV where it was made, for example: graph.write_graphml("network.graphml")',
    recognises: (head) => head[0] === 0x80 && head[1] >= 2 && head[1] <= 5,
  },
  {
    what: "an HDF5 file",
    nextStep:
      'turn it into CSV: python3 -c \'import pandas; pandas.read_hdf("FILE").to_csv("posts.csv", index=False)\'',
    recognises: begins([0x89, 0x48, 0x44, 0x46]),
  },
  {
    what: "a PDF or a picture",
    nextStep: "name the file with the posts or the network",
    recognises: begins("%PDF-", [0x89, 0x50, 0x4e, 0x47], [0xff, 0xd8, 0xff], "GIF8"),
  },
  {
    what: "a LEDA graph",
    nextStep: "write it as GraphML where it was made",
    recognises: begins("LEDA.GRAPH"),
  },
  {
    what: "a graph6 or sparse6 file",
    nextStep: "write it as GraphML where it was made, for example with networkx.write_graphml",
    recognises: begins(">>graph6<<", ">>sparse6<<"),
  },
  {
    what: "text in UTF-32",
    nextStep: "turn it into UTF-8 first, for example: iconv -f UTF-32 -t UTF-8 FILE",
    recognises: begins([0xff, 0xfe, 0, 0], [0, 0, 0xfe, 0xff]),
  },
];

/**
 * Stops for a file that no reader reads.
 *
 * @throws {UserError} with what it is and how to convert it.
 */
export function refuseUnreadFile(path: string, head: Buffer): void {
  const unread = unreadFiles.find((file) => file.recognises(head));
  if (unread === undefined) return;
  throw new UserError(
    `${path} is ${unread.what}`,
    unread.nextStep.replace("FILE", () => path),
  );
}

/** Whether an archive is a workbook of Excel: its parts stand in `xl/`. */
export function isWorkbook(head: Buffer): boolean {
  return isZip(head) && (hasText(head, "xl/") || hasText(head, "[Content_Types].xml"));
}

function isZip(head: Buffer): boolean {
  return begins([0x50, 0x4b, 0x03, 0x04], [0x50, 0x4b, 0x05, 0x06])(head);
}

function hasText(head: Buffer, text: string): boolean {
  return head.includes(text, 0, "latin1");
}

function latin1(bytes: Buffer): string {
  return bytes.toString("latin1");
}

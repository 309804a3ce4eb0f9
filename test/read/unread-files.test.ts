import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { readText } from "../support/items-of-text.js";

const bytes = (...start: number[]): Buffer =>
  Buffer.concat([Buffer.from(start), Buffer.alloc(100)]);

test.each([
  ["an R object", Buffer.concat([Buffer.from("X\n"), bytes(0, 0, 0, 3)]), /\.rds/u, /readRDS/u],
  ["an R workspace", Buffer.from("RDX3\nX\n"), /\.RData/u, /Rscript/u],
  ["Parquet", Buffer.from("PAR1\u0015\u0004"), /Parquet/u, /duckdb/u],
  ["SQLite", Buffer.from("SQLite format 3\0"), /SQLite/u, /sqlite3 -header -csv/u],
  ["SPSS", Buffer.from("$FL2@(#)"), /\.sav/u, /haven/u],
  [
    "an old workbook",
    bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    /\.xls/u,
    /libreoffice/u,
  ],
  ["a Gephi project", Buffer.from(zipSync({ Project_xml: new Uint8Array(3) })), /Gephi/u, /GEXF/u],
  [
    "another archive",
    Buffer.from(zipSync({ "posts.json": new Uint8Array(3) })),
    /zip/u,
    /unzip -/u,
  ],
  ["xz", bytes(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0), /xz/u, /xz -dc - \| tagatlas/u],
  ["a pickle", bytes(0x80, 4, 0x95), /pickle/u, /GraphML/u],
  ["UTF-32", bytes(0xff, 0xfe, 0, 0, 0x61), /UTF-32/u, /iconv/u],
  ["HDF5", bytes(0x89, 0x48, 0x44, 0x46), /HDF5/u, /read_hdf/u],
])("%s is refused by its name, with what converts it", async (_, file, what, nextStep) => {
  await expect(readText(file)).rejects.toMatchObject({
    message: expect.stringMatching(what),
    nextStep: expect.stringMatching(nextStep),
  });
});

import { strToU8, zipSync } from "fflate";

/** A cell: a text, a number, or a number that a spreadsheet shows as a time. */
export type XlsxCell = string | number | undefined | { readonly serial: number };

/** A workbook as Excel stores it, with its texts in a part of their own. */
export function xlsxFile(
  sheets: Readonly<Record<string, readonly (readonly XlsxCell[])[]>>,
): Buffer {
  const texts: string[] = [];
  const names = Object.keys(sheets);
  const worksheets = Object.values(sheets).map((rows) => {
    const written = rows.map((row, at) => {
      const cells = row.map((cell, column) => cellOf(cell, `${letters[column]}${at + 1}`, texts));
      return `<row r="${at + 1}">${cells.join("")}</row>`;
    });
    return part("worksheet", `<sheetData>${written.join("")}</sheetData>`);
  });
  const sheetList = names.map(
    (name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const relations = names.map((_, at) =>
    relation(at + 1, "worksheet", `worksheets/sheet${at + 1}.xml`),
  );
  const further = [
    relation(names.length + 1, "styles", "styles.xml"),
    relation(names.length + 2, "sharedStrings", "sharedStrings.xml"),
  ];
  const files: Record<string, string> = {
    "[Content_Types].xml":
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "xl/workbook.xml": part("workbook", `<sheets>${sheetList.join("")}</sheets>`),
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${[...relations, ...further].join("")}</Relationships>`,
    "xl/styles.xml": part("styleSheet", '<cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs>'),
    "xl/sharedStrings.xml": part("sst", texts.map((text) => `<si><t>${text}</t></si>`).join("")),
  };
  for (const [at, sheet] of worksheets.entries()) files[`xl/worksheets/sheet${at + 1}.xml`] = sheet;
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))),
  );
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

function cellOf(cell: XlsxCell, place: string, texts: string[]): string {
  if (cell === undefined) return "";
  if (typeof cell === "number") return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === "object") return `<c r="${place}" s="1"><v>${cell.serial}</v></c>`;
  return `<c r="${place}" t="s"><v>${texts.push(cell) - 1}</v></c>`;
}

function part(root: string, content: string): string {
  return `<${root} xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${content}</${root}>`;
}

function relation(id: number, type: string, target: string): string {
  return `<Relationship Id="rId${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
}

import { Parser } from "htmlparser2";

export interface SvgElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** The elements of an SVG in document order, each with its own text; throws where tags do not nest. */
export function parseSvg(svg: string): SvgElement[] {
  const elements: SvgElement[] = [];
  const open: SvgElement[] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element = { name, attributes, text: "" };
        elements.push(element);
        open.push(element);
      },
      ontext(text) {
        const inner = open.at(-1);
        if (inner !== undefined) inner.text += text;
      },
      onclosetag(name, isImplied) {
        const closed = open.pop();
        if (closed?.name !== name) throw new Error(`</${name}> closes <${closed?.name}>`);
        if (isImplied && !svg.includes("/>")) throw new Error(`<${name}> is never closed`);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(svg);
  if (open.length > 0) throw new Error(`<${open[0].name}> is never closed`);
  return elements;
}

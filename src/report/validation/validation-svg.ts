import { type BacktestTable, methodTitles, significance } from "../../model/backtest.js";
import type { Validation } from "../../model/validation.js";
import { learnersPhrase, questionTitles, shortNumber } from "./validation-words.js";

const width = 760;
const plotLeft = 240;
const plotRight = 690;
const rowHeight = 24;
const titleHeight = 52;
const axisHeight = 34;
const margin = 20;

const ink = "#1f2933";
const quiet = "#6b7785";
const rule = "#d8dee5";
const baseline = "#9aa5b1";
const better = "#0b6e4f";
const worse = "#b3541e";

/**
 * NDCG@10 of each order with its interval, a panel a question; a dashed line at in-degree, and an
 * order in green or rust where its difference from in-degree is significant. Every text is the
 * program's own.
 */
export function* renderValidationSvg({ backtest }: Validation): Generator<string> {
  const tables = backtest.tables.filter(({ methods }) => methods.length > 0);
  const heights = tables.map(
    ({ methods }) => titleHeight + methods.length * rowHeight + axisHeight,
  );
  const height = heights.reduce((sum, part) => sum + part, 2 * margin + 22);
  yield `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="NDCG@10 of each order, with intervals" font-family="DejaVu Sans, Helvetica, Arial, sans-serif" font-size="12" fill="${ink}">\n`;
  yield `<rect width="${width}" height="${height}" fill="#ffffff"/>\n`;
  const scale = chooseScale(tables);
  let top = margin;
  for (const [index, table] of tables.entries()) {
    yield* renderPanel(table, top, scale);
    top += heights[index];
  }
  const legend =
    tables.length === 0
      ? "No window has learners: there is nothing to show."
      : "Bars: 95 % of resamples. Dashed: in-degree. Green: better than in-degree. Rust: worse. Black: chance may explain it.";
  yield text(margin, height - margin, legend, `fill="${quiet}" font-size="11"`);
  yield "</svg>\n";
}

interface Scale {
  readonly most: number;
  readonly step: number;
}

/** From 0 to above the highest interval, in four to eight steps. */
function chooseScale(tables: readonly BacktestTable[]): Scale {
  const highs = tables.flatMap(({ methods }) => methods.map(({ ndcg }) => ndcg.high));
  const highest = highs.reduce((most, high) => Math.max(most, high), 0.05);
  const step = [0.01, 0.02, 0.05, 0.1, 0.2].find((size) => highest / size <= 8) ?? 0.2;
  return { step, most: Math.ceil(highest / step) * step };
}

function* renderPanel(table: BacktestTable, top: number, scale: Scale): Generator<string> {
  const x = (value: number): number =>
    plotLeft + (Math.min(value, scale.most) / scale.most) * (plotRight - plotLeft);
  const rowsTop = top + titleHeight;
  const rowsBottom = rowsTop + table.methods.length * rowHeight;
  yield text(margin, top + 16, questionTitles[table.question], `font-size="15" font-weight="bold"`);
  yield text(margin, top + 34, `${learnersPhrase(table)}; NDCG@10`, `fill="${quiet}"`);
  for (let tick = 0; tick * scale.step <= scale.most + 1e-9; tick += 1) {
    const at = x(tick * scale.step);
    yield line({ x1: at, y1: rowsTop - 4, x2: at, y2: rowsBottom, style: `stroke="${rule}"` });
    const label = tick === 0 ? "0" : (tick * scale.step).toFixed(2).replace(/^0/u, "");
    yield text(at, rowsBottom + 16, label, `text-anchor="middle" fill="${quiet}" font-size="11"`);
  }
  const inDegree = table.methods.find(({ method }) => method === "d");
  if (inDegree !== undefined) {
    const at = x(inDegree.ndcg.mean);
    const style = `stroke="${baseline}" stroke-width="1.5" stroke-dasharray="4 3"`;
    yield line({ x1: at, y1: rowsTop - 4, x2: at, y2: rowsBottom, style });
  }
  for (const [index, { method, ndcg, againstD }] of table.methods.entries()) {
    const y = rowsTop + (index + 0.5) * rowHeight;
    const isBetter = againstD !== undefined && againstD.pBetter <= significance;
    const isWorse = againstD !== undefined && againstD.pWorse <= significance;
    const color = isBetter ? better : isWorse ? worse : ink;
    yield text(plotLeft - 14, y + 4, methodTitles[method], `text-anchor="end" fill="${color}"`);
    const style = `stroke="${color}" stroke-width="3" stroke-linecap="round" stroke-opacity="0.45"`;
    yield line({ x1: x(ndcg.low), y1: y, x2: x(ndcg.high), y2: y, style });
    yield `<circle cx="${short(x(ndcg.mean))}" cy="${short(y)}" r="4.5" fill="${color}"/>\n`;
    yield text(plotRight + 14, y + 4, shortNumber(ndcg.mean), `fill="${color}"`);
  }
}

interface Line {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly style: string;
}

function line({ x1, y1, x2, y2, style }: Line): string {
  return `<line x1="${short(x1)}" y1="${short(y1)}" x2="${short(x2)}" y2="${short(y2)}" ${style}/>\n`;
}

function text(x: number, y: number, words: string, style: string): string {
  return `<text x="${short(x)}" y="${short(y)}" ${style}>${words}</text>\n`;
}

function short(value: number): string {
  return String(Number(value.toFixed(2)));
}

import { makeRows, type Rows } from "../../model/rows.js";
import type { PublicReport } from "../view/public-report.js";

const rowsAtOnce = 1000;

/**
 * The same report, of which `onRows` is told how many rows of people and ties it has made so far, at
 * every thousandth.
 */
export function watchRows(report: PublicReport, onRows: (made: number) => void): PublicReport {
  let made = 0;
  const watched = <Row>({ length, row }: Rows<Row>): Rows<Row> =>
    makeRows(length, (index) => {
      made += 1;
      if (made % rowsAtOnce === 0) onRows(made);
      return row(index);
    });
  const { people, network } = report;
  return {
    ...report,
    people: watched(people),
    network: { ...network, ties: { ...network.ties, ...watched(network.ties) } },
  };
}

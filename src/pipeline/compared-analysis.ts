import { networkOfTies } from "../compare/network-of-ties.js";
import { networkMeasures } from "../model/columns/network-measures.js";
import type { ComparedAnalysis } from "../model/comparison.js";
import { UserError } from "../model/errors.js";
import { parseEdgeRule } from "../network/edge-rule.js";
import type { PastReport } from "../report/past-report.js";

/**
 * A report as it is compared.
 *
 * @throws {UserError} where its ties name somebody whom it does not list.
 */
export function comparedAnalysis(name: string, report: PastReport): ComparedAnalysis {
  const { provenance, people, communities, network } = report;
  const nodeOf = new Map(people.map(({ id }, node) => [id, node]));
  const communityOf = new Map(communities.map(({ community }, at) => [community, at]));
  const values = new Map(network.metrics.map(({ metric, value }) => [metric, value]));
  const { edges, communities: method, metrics, respect } = provenance.settings;
  const isPseudonymous = "--pseudonymize" in provenance.run.options;
  const nodeNamed = (id: string): number => {
    const node = nodeOf.get(id);
    if (node !== undefined) return node;
    throw new UserError(
      `the report of ${name} has a tie of somebody whom it does not list`,
      "analyse its input again",
    );
  };
  return {
    name,
    tag: report.query.tag,
    first: provenance.firstPost,
    last: provenance.lastPost,
    settings: {
      "--edges": edges,
      "--communities": method,
      "--metrics": metrics,
      "--respect": respect,
      filters: provenance.filters.join("; "),
      "--keep-deleted": given(provenance.run.options["--keep-deleted"]),
      "--drop": given(provenance.run.options["--drop"]),
    },
    keyMark: isPseudonymous ? (provenance.run.keyMark ?? "unknown") : "",
    measures: new Map(networkMeasures.map(({ metric }) => [metric, values.get(metric)])),
    people: people.map(({ id, label, isWithheld, community }) => ({
      id,
      label,
      isWithheld,
      community: communityOf.get(community ?? "") ?? -1,
    })),
    network: networkOfTies(
      people.length,
      network.ties.map(({ source, target, weight }) => ({
        source: nodeNamed(source),
        target: nodeNamed(target),
        weight,
      })),
    ),
    isReversed: parseEdgeRule(edges).reversed,
    communities: communities.map(({ community, label, size }) => ({
      name: community,
      label,
      size,
    })),
    authors: people.filter(({ posts }) => posts > 0).length,
    items: report.topItems.flatMap(({ community, kind, item, authors }) =>
      community === undefined ? [{ kind, item, authors }] : [],
    ),
  };
}

/** An option as it was given; of a file, with the beginning of its SHA-256, which tells lists of one name apart. */
function given(option: PastReport["provenance"]["run"]["options"][string]): string {
  if (option?.value === undefined) return "";
  const sums = (option.sha256 ?? []).map((sum) => sum.slice(0, 8));
  return [String(option.value), ...sums].join(" ");
}

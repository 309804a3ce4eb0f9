import { BlockList, isIP } from "node:net";

/**
 * Networks that no post's link may lead to: this machine, the one it stands in, and whatever else
 * is not somebody's public server (https://www.iana.org/assignments/iana-ipv4-special-registry,
 * iana-ipv6-special-registry).
 */
const reservedV4: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
];

const reserved = new BlockList();
for (const [network, bits] of reservedV4) reserved.addSubnet(network, bits, "ipv4");

/** Where the world's addresses are, without those for documents and for tunnels to others. */
const globalV6 = new BlockList();
globalV6.addSubnet("2000::", 3, "ipv6");
const reservedV6 = new BlockList();
for (const [network, bits] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const) {
  reservedV6.addSubnet(network, bits, "ipv6");
}

/** Whether an IP address is one that anybody can reach. A name is no address. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !reserved.check(address, "ipv4");
    case 6:
      return globalV6.check(address, "ipv6") && !reservedV6.check(address, "ipv6");
    default:
      return false;
  }
}

/** Whether a host names this machine itself. */
export function isLoopbackHost(host: string): boolean {
  const name = host.replace(/:\d+$/u, "").replace(/^\[(.*)\]$/u, "$1");
  return name === "localhost" || name === "::1" || (isIP(name) === 4 && name.startsWith("127."));
}

import { describe, expect, test } from "vitest";
import type { Lookup } from "../../src/collect/platform-fetch.js";
import { isLoopbackHost, isPublicAddress } from "../../src/collect/public-address.js";
import { failureOf, openAsking } from "../support/asking.js";
import { answer, startHostileServer } from "../support/hostile-server.js";

const notPublic: Readonly<Record<string, readonly string[]>> = {
  loopback: ["127.0.0.1", "127.255.255.254", "::1", "::ffff:127.0.0.1", "::ffff:7f00:1"],
  unspecified: ["0.0.0.0", "0.1.2.3", "::", "::ffff:0.0.0.0"],
  private: ["10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "::ffff:10.0.0.1"],
  "unique local": ["fc00::1", "fd12:3456:789a::1"],
  "link-local": ["169.254.169.254", "fe80::1", "fe80::1%eth0", "febf::1", "fec0::1"],
  "shared by customers of a provider": ["100.64.0.1", "100.127.255.255"],
  multicast: ["224.0.0.1", "239.255.255.250", "ff02::1", "ff0e::1"],
  "for documentation": ["192.0.2.1", "198.51.100.1", "203.0.113.1", "2001:db8::1", "3fff::1"],
  "for benchmarks and protocols": ["198.18.0.1", "198.19.255.255", "192.0.0.1", "2001::1"],
  "reserved or for all": ["240.0.0.1", "255.255.255.255", "100::1", "4000::1", "5f00::1"],
  "IPv4 within IPv6": ["::ffff:8.8.8.8", "::8.8.8.8", "::127.0.0.1", "::ffff:0:127.0.0.1"],
  "6to4, and its relays": ["2002:7f00:1::", "2002:a00:1::1", "2002:808:808::1", "192.88.99.1"],
  NAT64: ["64:ff9b::7f00:1", "64:ff9b::10.0.0.1", "64:ff9b:1::1"],
  Teredo: ["2001:0:4136:e378:8000:63bf:3fff:fdd2"],
  "no address": ["", "localhost", "example.org", "127.1", "0x7f.0.0.1", "[::1]", "1.1.1.1:80"],
};

const publicAddresses = [
  "1.1.1.1",
  "8.8.8.8",
  "9.255.255.255",
  "11.0.0.0",
  "100.63.255.255",
  "100.128.0.0",
  "126.255.255.255",
  "128.0.0.1",
  "172.15.255.255",
  "172.32.0.0",
  "192.0.1.1",
  "192.167.255.255",
  "223.255.255.255",
  "2001:200::1",
  "2001:4860:4860::8888",
  "2606:4700:4700::1111",
  "2a01:4f8::1",
];

describe("a public address", () => {
  for (const [kind, addresses] of Object.entries(notPublic)) {
    test(`is none that is ${kind}`, () => {
      for (const address of addresses) expect(isPublicAddress(address), address).toBe(false);
    });
  }

  test("is any other, up to the borders of those", () => {
    for (const address of publicAddresses) expect(isPublicAddress(address), address).toBe(true);
  });
});

describe("a host of this machine", () => {
  test("is known by name or address, with a port or without", () => {
    for (const host of ["localhost", "localhost:80", "127.0.0.1", "127.9.9.9:1", "[::1]:80"]) {
      expect(isLoopbackHost(host), host).toBe(true);
    }
    for (const host of ["localhost.example", "127.0.0.1.example", "128.0.0.1", "[::2]", "127."]) {
      expect(isLoopbackHost(host), host).toBe(false);
    }
  });
});

/** A lookup that gives these addresses for whatever name. */
function lookUpAs(...addresses: readonly string[]): Lookup {
  return (_host, _options, done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    );
}

describe("a server that was not named", () => {
  test("is not asked at an address of this machine or of its network, however written", async () => {
    const server = await startHostileServer({ "/": answer(200, "[]") });
    const { ask } = openAsking();
    for (const [written, address] of [
      ["127.0.0.1", "127.0.0.1"],
      ["2130706433", "127.0.0.1"],
      ["0x7f.1", "127.0.0.1"],
      ["[::1]", "::1"],
      ["[::ffff:127.0.0.1]", "::ffff:7f00:1"],
      ["10.0.0.1", "10.0.0.1"],
      ["169.254.169.254", "169.254.169.254"],
      ["0", "0.0.0.0"],
    ]) {
      const url = new URL(`https://${written}:${server.port}/`);
      const error = await failureOf(ask(url));
      expect(error).toMatchObject({ problem: "refused", status: undefined });
      expect(error.message).toBe(`${url.host} is not asked: ${address} is not a public address`);
    }
    expect(server.connections()).toBe(0);
  });

  test("is not asked where its name stands for such an address, not even among others", async () => {
    const server = await startHostileServer({ "/": answer(200, "[]") });
    for (const addresses of [
      ["127.0.0.1"],
      ["::1"],
      ["93.184.216.34", "127.0.0.1"],
      ["127.0.0.1", "93.184.216.34"],
      ["2606:4700:4700::1111", "::ffff:127.0.0.1"],
    ]) {
      const { ask, clock } = openAsking({ lookUp: lookUpAs(...addresses) });
      const error = await failureOf(ask(new URL(`https://innocent.example:${server.port}/`)));
      const wrong = addresses.find((address) => /127\.|^::1/u.test(address));
      expect(error.problem).toBe("refused");
      expect(error.message).toBe(
        `innocent.example:${server.port} is not asked: innocent.example stands for ${wrong}`,
      );
      expect(clock.waits).toEqual([]);
    }
    expect(server.connections()).toBe(0);
  });

  test("is not asked where its name stands for nothing", async () => {
    const error = await failureOf(
      openAsking({ lookUp: lookUpAs() }).ask(new URL("https://innocent.example/")),
    );
    expect(error.message).toBe(
      "innocent.example is not asked: innocent.example stands for no address",
    );
  });

  test("is asked over HTTPS alone", async () => {
    const server = await startHostileServer({ "/": answer(200, "[]") });
    for (const address of [server.origin, "http://example.org/"]) {
      const error = await failureOf(openAsking().ask(new URL(address)));
      expect(error.problem).toBe("refused");
      expect(error.message).toBe(
        `${new URL(address).host} would be asked over http://, and only HTTPS is safe`,
      );
    }
    expect(server.connections()).toBe(0);
  });

  test("is one of another port of a server that was, and cannot borrow its leave", async () => {
    const named = await startHostileServer({ "/": answer(200, "[]") });
    const other = await startHostileServer({ "/": answer(200, "[]") });
    const { ask } = openAsking({ named: [named] });
    expect((await ask(named.url())).text).toBe("[]");
    expect((await failureOf(ask(other.url()))).problem).toBe("refused");
    expect(other.connections()).toBe(0);
  });
});

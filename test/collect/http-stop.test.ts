import { describe, expect, test } from "vitest";
import { openAsking } from "../support/asking.js";
import { answer, startHostileServer, watched } from "../support/hostile-server.js";

describe("a stop", () => {
  const reason = new Error("stopped by the user");

  test("ends a wait at once, and the message of it", async () => {
    const server = await startHostileServer({ "/": answer(503, "") });
    const asking = openAsking({
      named: [server],
      onWait: (wait) => {
        if (wait !== undefined) asking.stop(reason);
      },
    });
    await expect(asking.ask(server.url())).rejects.toBe(reason);
    expect(server.requests).toHaveLength(1);
    expect(asking.told.at(-1)).toBeUndefined();
  });

  test("ends a request that is under way, and those that stand behind it", async () => {
    const { behaviour, closed } = watched(() => asking.stop(reason));
    const server = await startHostileServer({ "/": behaviour });
    const asking = openAsking({ named: [server] });
    const asked = [asking.ask(server.url()), asking.ask(server.url())];
    for (const { status } of await Promise.allSettled(asked)) expect(status).toBe("rejected");
    await expect(asked[0]).rejects.toBe(reason);
    await expect(asked[1]).rejects.toBe(reason);
    await closed;
    expect(server.requests).toHaveLength(1);
  });

  test("is no failure of the server, not even at the last try", async () => {
    let requests = 0;
    const server = await startHostileServer({
      "/": (response) => {
        requests += 1;
        if (requests === 3) asking.stop(reason);
        else response.destroy();
      },
    });
    const asking = openAsking({ named: [server] });
    await expect(asking.ask(server.url())).rejects.toBe(reason);
    expect(requests).toBe(3);
  });

  test("ends an answer that is on its way", async () => {
    const server = await startHostileServer({
      "/": (response) => response.write("[", () => asking.stop(reason)),
    });
    const asking = openAsking({ named: [server] });
    await expect(asking.ask(server.url())).rejects.toBe(reason);
  });

  test("before the start asks nothing", async () => {
    const server = await startHostileServer({ "/": answer(200, "[]") });
    const asking = openAsking({ named: [server] });
    asking.stop(reason);
    await expect(asking.ask(server.url())).rejects.toBe(reason);
    expect(server.connections()).toBe(0);
  });
});

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:https";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { runCommand } from "../support/run-command.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const within = temporaryFolder();

test("a server whose certificate it signed itself is told as that, and asked once", async () => {
  const [key, cert] = [join(within, "key.pem"), join(within, "cert.pem")];
  const words =
    "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=localhost";
  execFileSync("openssl", [...words.split(" "), "-keyout", key, "-out", cert], { stdio: "ignore" });
  let connections = 0;
  const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) });
  server.on("connection", () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const from = `https://127.0.0.1:${port}`;
  const out = join(within, "out");
  const { code, stderr } = await runCommand(["collect", "MedEd", "--from", from, "--out", out]);
  expect(stderr).toMatch(
    /has a certificate that it signed itself \(DEPTH_ZERO_SELF_SIGNED_CERT\)\n.*NODE_EXTRA_CA_CERTS/u,
  );
  expect([code, connections]).toEqual([2, 1]);
});

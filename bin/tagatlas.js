#!/usr/bin/env node
// Runs on old versions of Node too, to say that they are too old: no import before the check.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `tagatlas: Node ${process.versions.node} is too old\n  install Node 20.19 or later\n`,
  );
  process.exit(2);
}
const { start } = await import("../dist/cli/start.js");
await start();

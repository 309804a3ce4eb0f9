// What `npm start` runs: the invented community where nothing else is asked for.
const words = process.argv.slice(2);
if (words.length === 0) {
  const community = new URL("../fixtures/community.ndjson", import.meta.url);
  const { fileURLToPath } = await import("node:url");
  process.argv.push("analyze", fileURLToPath(community), "--tag", "MedEd");
}
await import("./tagatlas.js");

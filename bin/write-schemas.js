// Writes the JSON Schemas of our own files into docs/schemas/.
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { settingsJsonSchema } from "../dist/cli/option-reference.js";
import { answerJsonSchemas } from "../dist/model/answers/answer-schemas.js";
import { convertedSchemas } from "../dist/model/converted-rows.js";

const folder = new URL("../docs/schemas/", import.meta.url);
mkdirSync(new URL("answers/", folder), { recursive: true });
const schemas = {
  ...answerJsonSchemas(),
  ...convertedSchemas(),
  "config.schema.json": await settingsJsonSchema(),
};
for (const [name, schema] of Object.entries(schemas)) {
  writeFileSync(fileURLToPath(new URL(name, folder)), `${JSON.stringify(schema, undefined, 2)}\n`);
}

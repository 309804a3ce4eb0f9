import { backtest } from "../follow/backtest/backtest.js";
import { writtenInputSettings } from "../model/input-settings.js";
import type { InputSummary } from "../model/provenance.js";
import type { RunRecord, Tool } from "../model/run-record.js";
import type { ValidateSettings, Validation } from "../model/validation.js";
import { findWithheld } from "../network/consent.js";
import { selectPosts } from "../network/select-posts.js";
import { startListedFiles } from "../read/listed-files.js";
import { validationManifestName } from "../report/manifest.js";
import { renderValidationJson } from "../report/validation/validation-json.js";
import { renderValidationText } from "../report/validation/validation-text.js";
import { writeValidation } from "../report/validation/write-validation.js";
import { publicInputs, startPublicTexts } from "../report/view/public-texts.js";
import { checkOutputFolder } from "../report/write-report.js";
import { archiveToTest } from "./archive-to-test.js";
import { readPseudonymKey } from "./pseudonym-key.js";
import { type ReadRequest, readCorpus, readingOf } from "./read-corpus.js";
import { respectConsent } from "./respect-consent.js";
import { settleRun } from "./settle-run.js";

export interface ValidateRequest extends ReadRequest {
  readonly settings: Omit<ValidateSettings, "reading">;
  /** Where the files go; `undefined` writes none. */
  readonly folder: string | undefined;
  readonly run: RunRecord;
  readonly tool: Tool;
}

/** What a backtest gives beside its files, or why no post counts. */
type ValidateOutcome = { readonly inputs: readonly InputSummary[] } & (
  | { readonly nothing: string }
  | {
      readonly validation: Validation;
      /** For a terminal. */
      readonly text: string;
      readonly json: string;
    }
);

/**
 * From files of posts to an answer whether the recommendations would have been right on them.
 *
 * @throws {UserError} for an input that cannot be read, windows that do not fit, or a folder that
 *   cannot be written.
 */
export async function validate(request: ValidateRequest): Promise<ValidateOutcome> {
  const { folder, onProgress, pseudonymKey: keyPath } = request;
  const settings: ValidateSettings = {
    ...request.settings,
    reading: writtenInputSettings(readingOf(request)),
  };
  if (folder !== undefined) await checkOutputFolder(folder, validationManifestName);
  const pseudonymKey = keyPath === undefined ? undefined : await readPseudonymKey(keyPath, folder);
  const files = startListedFiles();
  const { corpus, inputs: read } = await readCorpus({ ...request, files });
  const { heldBack } = respectConsent(corpus, {
    respect: "discoverable",
    tag: settings.tag,
    pseudonymKey,
  });
  const inputs = publicInputs(read, startPublicTexts(heldBack));
  const selection = selectPosts(corpus, settings);
  if (selection.analysed === 0) {
    const tag = settings.tag === undefined ? "" : ` with #${settings.tag}`;
    return { inputs, nothing: `there are no posts${tag} in the period` };
  }
  const found = backtest({
    ...archiveToTest({
      corpus,
      selection,
      settings,
      withheld: findWithheld(corpus, "discoverable"),
    }),
    ...settings,
    onProgress,
  });
  const validation: Validation = {
    tool: request.tool,
    run: await settleRun(request.run, pseudonymKey, files),
    settings,
    inputs,
    analysed: selection.analysed,
    firstPost: selection.first,
    lastPost: selection.last,
    backtest: found,
  };
  onProgress("writing files");
  if (folder !== undefined) await writeValidation(validation, folder);
  return {
    inputs,
    validation,
    text: renderValidationText(validation, folder),
    json: renderValidationJson(validation),
  };
}

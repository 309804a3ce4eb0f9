/** Where files have been written, and which. */
export interface FilesWritten {
  readonly folder: string;
  readonly names: ReadonlySet<string>;
}

/** The last sentence on a terminal: where the files are, and with which of them to begin. */
export function filesSentence({ folder, names }: FilesWritten): string {
  const toDo = [
    ...(names.has("report.html") ? ["open report.html."] : []),
    ...(names.has("follow.html") ? ["Print follow.html for a class."] : []),
  ];
  const begins = names.has("report.html") ? ": " : ". ";
  return `Everything is in ${folder}${toDo.length === 0 ? "." : begins}${toDo.join(" ")}`;
}

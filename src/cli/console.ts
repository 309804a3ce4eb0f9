/** What a command needs of the process that it runs in. */
export interface Console {
  readonly standardInput: AsyncIterable<Buffer>;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** Milliseconds. */
  now(): number;
}

/** Writes and waits until a slow reader has taken it. */
export async function print(stream: NodeJS.WriteStream, text: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    stream.write(text, (error) => {
      if (error === null || error === undefined) resolve();
      else reject(error);
    });
  });
}

/**
 * A file given on the command line cannot be used. The message is one sentence that names the file, what is wrong and what
 * to do: show it as it is, without a stack.
 */
export class InputFileError extends Error {
  override readonly name: string = 'InputFileError';
  readonly file: string;

  /** @param kind what the file is for, e.g. `Orders file` */
  constructor(kind: string, file: string, problem: string, remedy: string, options?: ErrorOptions) {
    super(`${kind} ${file} ${problem}; ${remedy}.`, options);
    this.file = file;
  }
}

/** Makes the error of one file from what is wrong and what to do. */
export type Complain = (problem: string, remedy: string, options?: ErrorOptions) => InputFileError;

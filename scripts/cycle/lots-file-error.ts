import { InputFileError } from './input-file-error.ts';

/** The file given with `--lots` cannot be used. */
export class LotsFileError extends InputFileError {
  override readonly name = 'LotsFileError';

  constructor(file: string, problem: string, remedy: string, options?: ErrorOptions) {
    super('Lots file', file, problem, remedy, options);
  }
}

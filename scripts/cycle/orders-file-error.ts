import { InputFileError } from './input-file-error.ts';

/** The file given with `--orders` cannot be used. */
export class OrdersFileError extends InputFileError {
  override readonly name = 'OrdersFileError';

  constructor(file: string, problem: string, remedy: string, options?: ErrorOptions) {
    super('Orders file', file, problem, remedy, options);
  }
}

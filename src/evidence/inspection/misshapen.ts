/** A file is not built as its first bytes say that it is. */
export class Misshapen extends Error {
  constructor() {
    super('The file is not built as files of its kind are.');
  }
}

/** Words to dense codes in order of first appearance: how a column of text becomes an `Int32Array`. */
export class Dictionary {
  readonly words: string[] = [];
  private readonly codes = new Map<string, number>();

  code(word: string): number {
    let code = this.codes.get(word);
    if (code === undefined) {
      code = this.words.length;
      this.codes.set(word, code);
      this.words.push(word);
    }
    return code;
  }

  /** The code of a word that is already known, or −1. */
  find(word: string): number {
    return this.codes.get(word) ?? -1;
  }
}

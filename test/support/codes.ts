/** Words to numbers from 0, in order of first appearance. */
export class Codes {
  readonly words: string[] = [];
  private readonly codes = new Map<string, number>();

  get size(): number {
    return this.words.length;
  }

  code(word: string): number {
    const known = this.codes.get(word);
    if (known !== undefined) return known;
    this.codes.set(word, this.words.length);
    return this.words.push(word) - 1;
  }
}

/** Texts to numbers from 0, in order of first appearance. */
export class Words {
  private readonly numbers = new Map<string, number>();
  readonly list: string[] = [];

  number(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    this.numbers.set(word, this.list.length);
    return this.list.push(word) - 1;
  }
}

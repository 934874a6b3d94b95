/** What became of the rows: `rows` = `taken` + `unchanged` + `rejected`. */
export class Tally {
  rows = 0;
  taken = 0;
  unchanged = 0;
  rejected = 0;
  readonly rejectedByCode: Record<string, number> = {};
  readonly oddities: Record<string, number> = {};

  reject(code: string): void {
    this.rejected++;
    this.rejectedByCode[code] = (this.rejectedByCode[code] ?? 0) + 1;
  }

  notice(oddities: readonly string[]): void {
    for (const code of oddities) this.oddities[code] = (this.oddities[code] ?? 0) + 1;
  }
}

import { fileRefused } from './file-refused.js';

/** How long it may still take to look at a file: no file keeps us longer. */
export class Patience {
  private readonly until: number;

  constructor(seconds: number) {
    this.until = performance.now() + seconds * 1000;
  }

  /** @throws RuleBroken inspection-too-long (422) */
  check(): void {
    if (performance.now() > this.until) throw fileRefused('inspection-too-long');
  }
}

import type { FileLimits } from '../../../platform/file-limits.js';
import { fileRefused } from '../file-refused.js';

/** What has been unpacked so far of one file, its archives within archives too: the limits are of the whole. */
export class Unpacking {
  private entries = 0;
  private inflated = 0;
  private packed = 0;

  constructor(readonly limits: FileLimits) {}

  /** @throws RuleBroken archive-too-much (422) */
  begin(entries: number, depth: number): void {
    this.entries += entries;
    if (depth > this.limits.mostDepth || this.entries > this.limits.mostEntries) throw fileRefused('archive-too-much');
  }

  /** @throws RuleBroken archive-too-much (422) as soon as an entry has come out larger than it may */
  came(bytes: number, entry: { inflated: number; packed: number }): void {
    this.inflated += bytes;
    const { mostInflatedBytes, entryRatioFreeBytes, mostRatio } = this.limits;
    const outOfProportion = entry.inflated > entryRatioFreeBytes && entry.inflated > entry.packed * mostRatio;
    if (outOfProportion || this.inflated > mostInflatedBytes) throw fileRefused('archive-too-much');
  }

  /** @throws RuleBroken archive-too-much (422) where the whole is out of proportion */
  ended(packed: number): void {
    this.packed += packed;
    const { ratioFreeBytes, mostRatio } = this.limits;
    if (this.inflated > ratioFreeBytes && this.inflated > this.packed * mostRatio)
      throw fileRefused('archive-too-much');
  }
}

import type { PublishedRelease } from '../release-descriptor.js';

/** A dataset by its newest release, with what is said of it in words. */
export interface DescribedDataset extends PublishedRelease {
  oneRow: string;
  caveats: string[];
  /** When its first release came out */
  firstPublishedAt: Date;
}

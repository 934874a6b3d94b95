import type { Track } from '../../charter/index.js';

export class ClassifiedView {
  /** How cases of this class are worked */
  track!: Track;
}

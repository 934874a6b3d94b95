import type { GenericClass } from '../../charter/index.js';

export class FindingRecordedView {
  findingId!: string;
  /** What findings of all agencies can be compared by */
  genericClass!: GenericClass;
}

export class MappingView {
  name!: string;
  /** Counting from 1; a submission notes by which it was read */
  version!: number;
  madeAt!: Date;
  /** As it was put */
  document!: object;
}

export class MappingListView {
  mappings!: MappingView[];
}

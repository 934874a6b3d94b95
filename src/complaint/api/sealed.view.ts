/** A sealed text: whether there is one. Its words are behind `…/identity`. */
export class SealedView {
  present!: boolean;
}

import { type CodeIndex, indexCodes } from './code-index.js';
import type { ElementMatter } from './element-matters.js';
import type { Fields } from './ground.js';
import type { ElementDocument, ProfileDocument } from './profile-document.js';

type ValueMatter = Extract<ElementMatter, 'code' | 'alone' | 'form' | 'range' | 'many'>;
/** What is the matter, and with which of a list (from 0); without a step with the whole. */
type Found = readonly [matter: ValueMatter, step?: number];

const NOTHING: readonly Found[] = [];

/** What can be the matter with a value that is there. A good one costs no garbage. */
export class ValueCheck {
  readonly list: CodeIndex | null;
  private readonly pattern: RegExp | null;

  constructor(
    private readonly element: ElementDocument,
    { lists }: ProfileDocument,
  ) {
    const list = element.list === undefined ? undefined : lists[element.list];
    this.list = list ? indexCodes(list) : null;
    this.pattern = element.form ? patternOf(element.form) : null;
  }

  matters(value: unknown, item: Fields): readonly Found[] {
    if (!Array.isArray(value)) return this.isFine(value, item, false) ? NOTHING : this.ofOne(value, item, false);
    const tooMany = this.element.most !== undefined && value.length > this.element.most;
    const several = value.length > 1;
    if (!tooMany && value.every((each) => this.isFine(each, item, several))) return NOTHING;
    const found = value.flatMap((each: unknown, step) =>
      this.ofOne(each, item, several).map(([matter]) => [matter, step] as const),
    );
    return tooMany ? [['many'], ...found] : found;
  }

  private isFine(value: unknown, item: Fields, several: boolean): boolean {
    if (!this.isFormed(value) || !this.isInRange(value)) return false;
    if (!this.list) return true;
    const code = this.codeOf(value, item);
    return code !== undefined && !(several && this.list.standsAlone(code));
  }

  private ofOne(value: unknown, item: Fields, several: boolean): Found[] {
    const found: Found[] = [];
    if (!this.isFormed(value)) found.push(['form']);
    if (!this.isInRange(value)) found.push(['range']);
    if (!this.list) return found;
    const code = this.codeOf(value, item);
    if (code === undefined) found.push(['code']);
    else if (several && this.list.standsAlone(code)) found.push(['alone']);
    return found;
  }

  private isFormed(value: unknown): boolean {
    return this.pattern === null || (typeof value === 'string' && this.pattern.test(value));
  }

  private isInRange(value: unknown): boolean {
    const { range } = this.element;
    return !range || (typeof value === 'number' && value >= range.least && value <= range.most);
  }

  private codeOf(value: unknown, item: Fields): string | undefined {
    const { with: second } = this.element;
    return this.list?.codeOf(value, second === undefined ? undefined : item[second]);
  }
}

/** A class of characters and how many of them: what it is tried on takes time in step with its length. @throws SyntaxError */
export function patternOf({ characters, least, most }: NonNullable<ElementDocument['form']>): RegExp {
  return new RegExp(`^[${characters}]{${least},${most}}$`);
}

import { RuleBroken } from '../../../platform/errors/rule-broken.js';
import type { SoqlFault } from '../soql/soql-fault.js';

/** A text that was to be read, and the parameter that it came in. */
export interface Asked {
  readonly parameter: string;
  readonly text: string;
}

/** A query's fault as an answer: `message` for people, `data` as SODA 2.1 has it, with the line and a caret below the place. */
export class SoqlRefused extends RuleBroken {
  override readonly data: Readonly<Record<string, unknown>>;

  constructor({ code, at, message, nearest }: SoqlFault, { parameter, text }: Asked) {
    const said = `${message} (\`${parameter}\`, character ${at + 1})`;
    super(code, said, 400, [{ path: `/${parameter}`, code, message: said }]);
    const before = text.slice(0, at).split('\n');
    const column = before.at(-1)?.length ?? 0;
    const line = `${text.split('\n')[before.length - 1] ?? ''}\n${' '.repeat(column)}^`;
    const position = { row: before.length, column: column + 1, line };
    this.data = { parameter, query: text, position, ...(nearest === null ? {} : { nearest }) };
  }
}

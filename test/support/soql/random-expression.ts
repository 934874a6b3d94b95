import type { SoqlType, Typed } from '../../../src/transparency/published/soql/typed.js';
import type { Chance } from './chance.js';
import type { TableColumn } from './published-table.js';

export const TEXTS = [
  'Black',
  'white',
  'Señora Peña',
  "O'Brien",
  'a_b',
  '100%',
  'ÀÉ straße',
  '',
  '\\',
  'x\\',
  '2020',
  '🚓 car',
  'null',
];
export const PATTERNS = ['%', '_%', '%a%', 'B____', '%\\', "%'%", '100%', 'ÀÉ%', '_b', '%🚓_car', ''];
const TYPES: readonly SoqlType[] = ['text', 'number', 'boolean', 'date'];
const ORDERED: readonly SoqlType[] = ['text', 'number', 'date'];

/** Expressions of every kind and type that there is, over the columns of a table. */
export class RandomExpression {
  constructor(
    private readonly chance: Chance,
    private readonly columns: readonly TableColumn[],
  ) {}

  /** One whose type stands whatever is beside it: no empty value, no date that is only a text yet. */
  firm(type: SoqlType, depth: number): Typed {
    if (depth > 0 && this.chance.of(0.6)) return this.call(type, depth - 1);
    if (type !== 'date' && this.chance.of(0.25)) return this.literal(type);
    return this.column(type);
  }

  any(type: SoqlType, depth: number): Typed {
    if (this.chance.of(0.05)) return { kind: 'literal', value: null, type };
    return this.chance.of(0.3) ? this.literal(type) : this.firm(type, depth);
  }

  type(): SoqlType {
    return this.chance.from(TYPES);
  }

  column(type: SoqlType): Typed {
    const fitting = this.columns.filter((each) => (each.type === 'integer' ? 'number' : each.type) === type);
    const names = fitting.map(({ name }) => name);
    if (type === 'number') names.push(':id');
    return { kind: 'column', name: this.chance.from(names), type };
  }

  literal(type: SoqlType): Typed {
    return { kind: 'literal', type, value: this.value(type) };
  }

  call(type: SoqlType, depth: number): Typed {
    const { chance } = this;
    const general = [() => this.choice('coalesce', type, depth), () => this.branches(type, depth)];
    const own: Record<SoqlType, (() => Typed)[]> = {
      text: [
        () => made(chance.from(['upper', 'lower']), type, this.any('text', depth)),
        () => made('||', type, this.any('text', depth), this.any('text', depth)),
      ],
      number: [
        () => made(chance.from(['+', '-', '*', '/', '%']), type, this.any('number', depth), this.any('number', depth)),
        () => made('negative', type, this.any('number', depth)),
        () => made('length', type, this.any('text', depth)),
        () => made(chance.from(['date_extract_y', 'date_extract_m', 'date_extract_d']), type, this.any('date', depth)),
      ],
      date: [
        () => made(chance.from(['date_trunc_y', 'date_trunc_ym', 'date_trunc_ymd']), type, this.any('date', depth)),
      ],
      boolean: this.conditions(depth),
    };
    return chance.from([...own[type], ...own[type], ...general])();
  }

  private conditions(depth: number): (() => Typed)[] {
    const { chance } = this;
    const type = chance.from(TYPES);
    const ordered = chance.from(ORDERED);
    return [
      () => made(chance.from(['and', 'or']), 'boolean', this.any('boolean', depth), this.any('boolean', depth)),
      () => made('not', 'boolean', this.any('boolean', depth)),
      () => made(chance.from(['=', '!=']), 'boolean', this.firm(type, depth), this.any(type, depth)),
      () => made(chance.from(['<', '<=', '>', '>=']), 'boolean', this.firm(ordered, depth), this.any(ordered, depth)),
      () => made(chance.from(['between', 'not between']), 'boolean', ...this.several(ordered, depth, 3)),
      () => made(chance.from(['in', 'not in']), 'boolean', ...this.several(type, depth, chance.to(4) + 2)),
      () => made(chance.from(['is null', 'is not null']), 'boolean', this.firm(type, depth)),
      () => made(chance.from(['like', 'not like']), 'boolean', this.any('text', depth), this.pattern(depth)),
      () => made(chance.from(['starts_with', 'contains']), 'boolean', this.any('text', depth), this.any('text', depth)),
    ];
  }

  private pattern(depth: number): Typed {
    if (this.chance.of(0.2)) return this.any('text', depth);
    return { kind: 'literal', type: 'text', value: this.chance.from(PATTERNS) };
  }

  private several(type: SoqlType, depth: number, count: number): Typed[] {
    return [this.firm(type, depth), ...Array.from({ length: count - 1 }, () => this.any(type, depth))];
  }

  private choice(name: string, type: SoqlType, depth: number): Typed {
    return made(name, type, ...this.several(type, depth, this.chance.to(3) + 1));
  }

  private branches(type: SoqlType, depth: number): Typed {
    const values = this.several(type, depth, this.chance.to(2) + 1);
    return made('case', type, ...values.flatMap((value) => [this.any('boolean', depth), value]));
  }

  private value(type: SoqlType): string {
    const { chance } = this;
    if (type === 'text') return chance.from(TEXTS);
    if (type === 'boolean') return chance.from(['true', 'false']);
    if (type === 'number')
      return chance.from(['0', '1', '2', '3', '7', '10', '2.5', '0.125', '33', '2147483648', '123456789012']);
    const day = `20${String(19 + chance.to(4))}-${String(1 + chance.to(12)).padStart(2, '0')}-${String(1 + chance.to(28)).padStart(2, '0')}`;
    return `${day}T${chance.of(0.7) ? '00:00:00.000' : '13:05:09.25' + String(chance.to(10))}`;
  }
}

export function made(name: string, type: SoqlType, ...operands: Typed[]): Typed {
  return { kind: 'call', name, operands, type };
}

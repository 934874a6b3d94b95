import { Injectable } from '@nestjs/common';
import { type DatasetFacts, type FactColumn, LIST_SEPARATOR } from './dataset-facts.js';
import { PortalRows } from './portal-rows.js';

/** A longer list nobody looks through: the value is written instead. */
const MOST_CHOICES = 200;
const MOST_CELLS = 2_000;

/** What may be chosen in each column: as the manifest lists it, or else as it stands in the rows. */
@Injectable()
export class ChoicesReader {
  constructor(private readonly rows: PortalRows) {}

  async filled(facts: DatasetFacts): Promise<DatasetFacts> {
    const columns = await Promise.all(
      facts.columns.map(async (column) => ({ ...column, choices: await this.choices(facts, column) })),
    );
    return { ...facts, columns };
  }

  private async choices(facts: DatasetFacts, column: FactColumn): Promise<string[] | null> {
    if (column.isPseudonym) return null;
    if (column.type === 'boolean') return ['true', 'false'];
    const found = column.values ?? (column.type === 'text' ? await this.standing(facts, column) : null);
    return found === null || found.length > MOST_CHOICES ? null : found.filter((value) => value !== '');
  }

  /** null: there are too many to tell */
  private async standing(facts: DatasetFacts, { name, isList }: FactColumn): Promise<string[] | null> {
    const column = `\`${name}\``;
    const asked: [string, string][] = [
      ['$select', column],
      ['$group', column],
      ['$limit', String(MOST_CELLS)],
    ];
    const { rows } = await this.rows.ask(facts, asked);
    if (rows.length === MOST_CELLS) return null;
    const cells = rows.flatMap(([cell]) => (typeof cell === 'string' ? [cell] : []));
    return [...new Set(isList ? cells.flatMap((cell) => cell.split(LIST_SEPARATOR)) : cells)].sort();
  }
}

import type { EntityManager } from 'typeorm';
import type { CaseDatabase } from '../postgres/case-database.js';
import type { Scope } from '../postgres/scope.js';
import type { BulkTable } from './bulk-table.js';

/** Of one transaction that wrote rows: `firstLine` of the file, counted from 1. */
export interface WrittenChunk {
  table: string;
  taken: number;
  firstLine: number;
}

/** What a run works with: the tables in the order in which they need each other, and what else each transaction does. */
export interface BulkWork {
  database: CaseDatabase;
  scope: Scope;
  tables: readonly BulkTable[];
  afterChunk(manager: EntityManager, chunk: WrittenChunk): Promise<void>;
}

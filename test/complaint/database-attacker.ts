import { createDecipheriv } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deriveKey, type Place, unseal } from '../../src/platform/crypto/index.js';
import { KeyEncryptionKeys, MASTER_KEY_ALONE, organizationKeyPlace } from '../../src/platform/keys/index.js';
import type { TestApp } from '../support/test-app.js';

type Row = Record<string, unknown>;
export interface Cell {
  table: string;
  column: string;
  row: Row;
  value: unknown;
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** Version, nonce, 32 bytes of key, tag: what a sealed key is as long as. */
const SEALED_KEY_BYTES = 1 + 12 + 32 + 16;

/**
 * Who has the whole database, the evidence store and the master key, knows the program, and asks no rule of it. Looks at every
 * live row of every table of every schema.
 */
export class DatabaseAttacker {
  /** @param keks what the attacker can have opened: by the master key, unless another is said */
  constructor(
    private readonly redress: TestApp,
    private readonly keks = KeyEncryptionKeys.of(redress.database.connections.masterKey, MASTER_KEY_ALONE),
  ) {}

  /** Every value of every row, by whatever table it stands in. */
  async cells(): Promise<Cell[]> {
    const { owner } = this.redress.database;
    const { rows: tables } = await owner.query<{ name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
        WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
    );
    const cells: Cell[] = [];
    for (const { name: table } of tables) {
      const { rows } = await owner.query<Row>(`SELECT * FROM ${table}`);
      for (const row of rows)
        for (const [column, value] of Object.entries(row))
          if (value !== null) cells.push({ table, column, row, value });
    }
    return cells;
  }

  /** Tables and columns in which one of the words can be read: as it stands, or by any key that the master key opens. */
  async columnsThatSay(words: readonly string[]): Promise<string[]> {
    const cells = await this.cells();
    const keys = await this.keysAmong(cells);
    const says = (bytes: Buffer | string): boolean => words.some((word) => bytes.includes(word));
    const found = cells.filter(({ table, column, row, value }) => {
      if (!Buffer.isBuffer(value)) return says(plain(value));
      if (says(value)) return true;
      const name = table.replace('redress.', '');
      return uuidsOf(row).some((id) =>
        keys.some((key) => says(opened(deriveKey(key, `field/${name}|${column}|${id}`), value))),
      );
    });
    return [...new Set(found.map(({ table, column }) => `${table}.${column}`.replace('redress.', '')))].sort();
  }

  /** Where a key of this case stands that the master key opens, as it was wrapped or copied. */
  async keysLeftOf(complaintId: string): Promise<string[]> {
    const place = {
      jurisdictionId: this.redress.jurisdiction.id,
      table: 'case_key',
      column: 'wrapped',
      rowId: complaintId,
    };
    const cells = await this.cells();
    const wrappings = await this.wrappingKeysAmong(cells);
    return cells.flatMap(({ table, column, value }) => {
      const opens = Buffer.isBuffer(value) && wrappings.some((wrapping) => unsealed(wrapping, place, value));
      return opens ? [`${table}.${column}`] : [];
    });
  }

  /** How many stored files show these bytes, in the clear or by any key that the master key opens. */
  async filesThatShow(bytes: Buffer): Promise<number> {
    const cells = await this.cells();
    const keys = await this.keysAmong(cells);
    const ids = [
      ...new Set(cells.filter(({ table }) => table.includes('evidence')).flatMap(({ row }) => uuidsOf(row))),
    ];
    return this.files().filter((file) => {
      const stored = readFileSync(file);
      const frame = (key: Buffer) => counter(key, Buffer.alloc(12), stored);
      return (
        stored.includes(bytes) ||
        keys.some((key) => ids.some((id) => frame(deriveKey(key, `file/${id}`)).includes(bytes)))
      );
    }).length;
  }

  files(): string[] {
    const store = join(this.redress.database.connections.dataDirectory, 'evidence');
    const entries = existsSync(store) ? readdirSync(store, { recursive: true, withFileTypes: true }) : [];
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  }

  /** Tables of which a row names both: it tells that the one has to do with the other. */
  async tablesThatJoin(one: string, other: string): Promise<string[]> {
    const rows = new Map((await this.cells()).map(({ row, table }) => [row, table]));
    const joined = [...rows].filter(
      ([row]) => JSON.stringify(row).includes(one) && JSON.stringify(row).includes(other),
    );
    return [...new Set(joined.map(([, table]) => table.replace('redress.', '')))].sort();
  }

  /** Every value that may be a case's wrapped key, opened: without its tag, as who knows nothing of its place would. */
  private async keysAmong(cells: readonly Cell[]): Promise<Buffer[]> {
    const wrappings = await this.wrappingKeysAmong(cells);
    const wrapped = cells.map(({ value }) => value).filter((value) => Buffer.isBuffer(value));
    const keys = wrapped.filter(({ length }) => length === SEALED_KEY_BYTES);
    return wrappings.flatMap((wrapping) => keys.map((value) => opened(wrapping, value)));
  }

  /** Of every version of the organization key that stands anywhere, as long as the master key opens it. */
  private async wrappingKeysAmong(cells: readonly Cell[]): Promise<Buffer[]> {
    const { id } = this.redress.jurisdiction;
    const found: Buffer[] = [];
    for (const { table, value } of cells) {
      if (!Buffer.isBuffer(value)) continue;
      if (value.length !== SEALED_KEY_BYTES && table !== 'redress.organization_key') continue;
      for (const version of [1, 2, 3]) {
        const key = { kekId: this.keks.currentId, wrapped: value };
        const secret = await this.keks.unwrap(organizationKeyPlace(id, version), key).catch(() => null);
        if (secret) found.push(deriveKey(secret, `case-keys/${id}`));
      }
    }
    return found;
  }
}

function unsealed(key: Buffer, place: Place, value: Buffer): boolean {
  try {
    unseal(key, place, value);
    return true;
  } catch {
    return false;
  }
}

const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const uuidsOf = (row: Row): string[] => [...new Set(JSON.stringify(row).match(UUID) ?? [])];

/** The text of a sealed value, whether or not it is genuine there: the key alone opens it, the tag only proves it. */
function opened(key: Buffer, sealed: Buffer): Buffer {
  return sealed.length < 29 ? Buffer.alloc(0) : counter(key, sealed.subarray(1, 13), sealed.subarray(13, -16));
}

/** GCM is counter mode from 2 on. */
function counter(key: Buffer, nonce: Buffer, bytes: Buffer): Buffer {
  return createDecipheriv('aes-256-ctr', key, Buffer.concat([nonce, Buffer.of(0, 0, 0, 2)])).update(bytes);
}

import { basename } from 'node:path';
import { type BulkSource, findSources } from './bulk-source.js';
import type { BulkWork } from './bulk-work.js';
import { CsvFile } from './csv-file.js';
import { keepHeapSmall } from './keep-heap-small.js';
import { peakRssMiB } from './peak-rss.js';
import { REJECT_COLUMNS, RejectsFile } from './rejects-file.js';
import { STRUCTURAL_REASONS } from './structural-fault.js';
import { TableLoad } from './table-load.js';
import { Tally } from './tally.js';

export interface BulkRequest {
  /** Files, gzipped or plain, or directories of them; what each holds is told by its header. */
  files: readonly string[];
  /** Where rows that cannot be taken are written; a number is added to the name rather than overwrite a file. */
  rejectsFile: string;
  onProgress?: ((progress: BulkProgress) => void) | undefined;
  /** Rows in one transaction */
  chunkRows?: number | undefined;
}

/** `rows` of the whole run so far; `bytesRead` of `bytes` of this file, as it lies on disk. */
export interface BulkProgress {
  table: string;
  file: string;
  rows: number;
  bytesRead: number;
  bytes: number;
}

/** `rows` = `taken` + `unchanged` + `rejected`. A row of the input counts once, whatever it becomes in the database. */
export interface BulkSummary {
  rows: number;
  taken: number;
  unchanged: number;
  rejected: number;
  seconds: number;
  peakRssMiB: number;
  rejectedByCode: Record<string, number>;
  /** Values that were set aside or look wrong, in rows that are taken or there already; `original` keeps them as they came. */
  oddities: Record<string, number>;
  rejectsFiles: string[];
  /** Columns that no table of the import knows: nothing of them was kept. */
  unknownColumns: string[];
}

const CHUNK_ROWS = 3_000;

/** Loads every file that was given, table by table, chunk by chunk: each chunk is one transaction. @throws RuleBroken */
export async function runBulk(work: BulkWork, request: BulkRequest): Promise<BulkSummary> {
  keepHeapSmall();
  const began = performance.now();
  const tally = new Tally();
  const rejectsFiles: string[] = [];
  const unknownColumns = new Set<string>();
  for (const source of await findSources(request.files, work.tables)) {
    const wanted = work.tables.length === 1 ? request.rejectsFile : ofTable(request.rejectsFile, source);
    const before = tally.taken;
    for (const column of unknownIn(source)) unknownColumns.add(column);
    const path = await loadFile(work, source, { ...request, rejectsFile: wanted }, tally);
    if (path !== null) rejectsFiles.push(path);
    if (tally.taken > before) await refreshStatistics(work);
  }
  const seconds = Math.round((performance.now() - began) / 10) / 100;
  const { rows, taken, unchanged, rejected, rejectedByCode, oddities } = tally;
  const counts = { rows, taken, unchanged, rejected, rejectedByCode, oddities };
  return { ...counts, seconds, peakRssMiB: peakRssMiB(), rejectsFiles, unknownColumns: [...unknownColumns] };
}

function unknownIn({ table, header }: BulkSource): string[] {
  return header.filter((column) => !table.columns.includes(column) && !REJECT_COLUMNS.includes(column));
}

/** Returns where the rows that were refused stand, if any were. */
async function loadFile(
  work: BulkWork,
  source: BulkSource,
  request: BulkRequest,
  tally: Tally,
): Promise<string | null> {
  const { table, path, header } = source;
  const { onProgress, chunkRows = CHUNK_ROWS } = request;
  const file = await CsvFile.open(path);
  const rejects = new RejectsFile(request.rejectsFile, header, { ...STRUCTURAL_REASONS, ...table.reasons });
  const place = { table: table.name, file: basename(path), bytes: file.bytes };
  try {
    await new TableLoad(work, source, tally, rejects).run(file, chunkRows, () => {
      onProgress?.({ ...place, rows: tally.rows, bytesRead: file.bytesRead });
    });
  } finally {
    await rejects.close();
  }
  return rejects.path;
}

/** A planner that still believes the tables empty takes minutes over what takes a second. */
async function refreshStatistics({ database, scope }: BulkWork): Promise<void> {
  await database.transaction(scope, (manager) => manager.query('SELECT redress.refresh_statistics()'));
}

/** Each table has columns, and so a rejects file, of its own. */
function ofTable(rejectsFile: string, { table }: BulkSource): string {
  return `${rejectsFile.replace(/[.]csv$/, '')}-${table.name}.csv`;
}

import type { Command } from 'commander';
import {
  type RecordAnswer,
  shippedProfiles,
  statusCells,
  tableLines,
  toDoLines,
  validateFile,
} from '../use-of-force-report/index.js';
import { answer, say } from './say.js';

interface Options {
  profile?: string;
  profiles?: string;
  charter?: string;
  ori?: string;
  json?: boolean;
}

/** So many records are told of one by one; the rest are counted. */
const MOST_TOLD = 200;

/** The rules alone: no database, no settings, no network. Exit code 1 when a record is to be mended. */
export function addUof(program: Command): void {
  const uof = program.command('uof').description('use-of-force reports, before they are sent in');
  uof
    .command('validate <file>')
    .description(
      'hold the reports of a file (.json: one or a list; else one JSON object a line) to the rules of the programmes, offline',
    )
    .option('--profile <ids>', `comma-separated; all when absent: ${idsShipped().join(', ')}`)
    .option('--profiles <folder>', 'a folder of further profiles, *.json')
    .option('--charter <name>', 'in whose words races, genders and types of force are told', 'generic')
    .option('--ori <ori>', "the department's ORI, where reports do not say it")
    .option('--json', 'print one JSON object a record: {record, reportNumber, faults, programmes}')
    .action((file: string, options: Options) => validate(file, options));
}

async function validate(file: string, { profile, profiles: folder, charter, ori, json }: Options): Promise<void> {
  const counts = { records: 0, toMend: 0 };
  const told: RecordAnswer[] = [];
  const options = {
    ...(profile === undefined ? {} : { profiles: profile.split(',') }),
    ...(folder === undefined ? {} : { folder }),
    ...(charter === undefined ? {} : { charter }),
    ...(ori === undefined ? {} : { ori }),
  };
  for await (const record of validateFile(file, options)) {
    counts.records++;
    if (isToMend(record)) counts.toMend++;
    if (json) answer(record);
    else if (told.length < MOST_TOLD) told.push(record);
  }
  if (!json) describe(told);
  say(`${counts.records} records, ${counts.toMend} of them to be mended.`);
  if (counts.records > told.length && !json) say(`The first ${MOST_TOLD} are told here; --json tells all.`);
  if (counts.toMend > 0) process.exitCode = 1;
}

function isToMend({ faults, programmes }: RecordAnswer): boolean {
  return faults.length > 0 || programmes.some(({ status, acceptable }) => status !== 'not_reportable' && !acceptable);
}

function describe(records: readonly RecordAnswer[]): void {
  const profiles = [...new Set(records.flatMap(({ programmes }) => programmes.map(({ profile }) => profile)))];
  const rows = records.map((record) => [
    String(record.record),
    record.reportNumber ?? '',
    ...statusCells(record, profiles),
  ]);
  tableLines(['record', 'report', ...profiles], rows).forEach(say);
  for (const record of records) {
    const lines = toDoLines(record);
    if (lines.length === 0) continue;
    say('');
    say(`Record ${record.record}, report ${record.reportNumber ?? 'without a number'}`);
    lines.forEach(say);
  }
  say('');
}

function idsShipped(): string[] {
  return [...new Set(shippedProfiles().documents.map(({ id }) => id))];
}

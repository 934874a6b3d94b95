import type { INestApplicationContext } from '@nestjs/common';
import { SingleBar } from 'cli-progress';
import { Argument, type Command } from 'commander';
import { ImportChicago } from '../complaint/index.js';
import type { BulkProgress, BulkRequest, BulkSummary } from '../platform/bulk/bulk-run.js';
import { ImportNewJersey } from '../use-of-force-report/index.js';
import { answer, say } from './say.js';
import { withActions } from './with-actions.js';

interface Options {
  jurisdiction?: string;
  rejects?: string;
  json?: boolean;
}

type Request = BulkRequest & { jurisdictionSlug?: string | undefined };

/** What each profile takes: whose tables, in whose words. */
const PROFILES: Readonly<Record<string, (app: INestApplicationContext, request: Request) => Promise<BulkSummary>>> = {
  chicago: (app, request) => app.get(ImportChicago).run(request),
  'new-jersey': (app, request) => app.get(ImportNewJersey).run(request),
};

export function addImport(program: Command): void {
  program
    .command('import')
    .description('take in the public records of a place; run again, it changes nothing that is there already')
    .addArgument(new Argument('<profile>', 'whose records they are').choices(Object.keys(PROFILES)))
    .argument('<files...>', 'CSV files, plain or gzipped, or directories of them')
    .option('--jurisdiction <slug>', 'where to; the profile names one of its own')
    .option('--rejects <file>', 'where rows that cannot be taken go, with line, reason and column; mend and import it')
    .option('--json', 'print {rows, taken, unchanged, rejected, seconds, peakRssMiB} as the last line')
    .action((profile: string, files: string[], options: Options) =>
      withActions(async (app) => {
        const run = PROFILES[profile];
        if (!run) throw new Error(`There is no profile ${profile}.`);
        const bar = progressBar();
        const summary = await run(app, {
          files,
          jurisdictionSlug: options.jurisdiction,
          rejectsFile: options.rejects ?? `${profile}-rejects.csv`,
          onProgress: bar.show,
        }).finally(bar.stop);
        describe(summary);
        const { rows, taken, unchanged, rejected, seconds, peakRssMiB } = summary;
        if (options.json) answer({ rows, taken, unchanged, rejected, seconds, peakRssMiB });
      }),
    );
}

/** On a terminal a bar; elsewhere a line for each file. */
function progressBar(): { show: (progress: BulkProgress) => void; stop: () => void } {
  const bar = new SingleBar({ format: '{file} {bar} {percentage} % · {rows} rows', etaBuffer: 20, noTTYOutput: false });
  let current = '';
  return {
    show: ({ file, rows, bytesRead, bytes }) => {
      if (file !== current) {
        if (process.stderr.isTTY) bar.start(bytes, 0, { file, rows });
        else say(`reading ${file}`);
        current = file;
      }
      bar.setTotal(bytes);
      bar.update(bytesRead, { file, rows });
    },
    stop: () => {
      bar.stop();
    },
  };
}

function describe(summary: BulkSummary): void {
  const { rows, taken, unchanged, rejected, seconds, peakRssMiB, rejectedByCode, oddities, rejectsFiles } = summary;
  say(
    `${rows} rows: ${taken} taken, ${unchanged} unchanged, ${rejected} rejected, in ${seconds} s (peak ${peakRssMiB} MiB)`,
  );
  for (const [code, count] of Object.entries(rejectedByCode)) say(`  rejected: ${code} ${count}`);
  for (const [oddity, count] of Object.entries(oddities))
    say(`  odd, kept as told beside an empty value: ${oddity} ${count}`);
  for (const file of rejectsFiles) say(`  rows to mend and import again: ${file}`);
}

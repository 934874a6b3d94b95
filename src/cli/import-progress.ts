import { SingleBar } from 'cli-progress';
import type { BulkProgress } from '../platform/bulk/bulk-run.js';
import { say } from './say.js';

/** On a terminal a bar; elsewhere a line for each file. */
export function importProgress(): { show: (progress: BulkProgress) => void; stop: () => void } {
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

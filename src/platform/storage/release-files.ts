import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a release's files stand: `<data directory>/releases/<jurisdiction>/<dataset>/<version>/`. */
export class ReleaseFiles {
  constructor(private readonly dataDirectory: string) {}

  directoryOf(release: { jurisdiction: string; dataset: string; version: string }): string {
    return join(this.dataDirectory, 'releases', release.jurisdiction, release.dataset, release.version);
  }

  async makeDirectory(release: { jurisdiction: string; dataset: string; version: string }): Promise<string> {
    const directory = this.directoryOf(release);
    await mkdir(directory, { recursive: true });
    return directory;
  }
}

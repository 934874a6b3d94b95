import { Injectable } from '@nestjs/common';
import { ReleaseFiles } from '../../platform/storage/release-files.js';
import { writeListedFile } from '../build/formats/listed-output.js';
import { ReleaseSigner } from './release-signer.js';

/** Where releases lie, and how a manifest that two people approved is signed there. */
@Injectable()
export class ReleaseDirectories {
  constructor(
    private readonly files: ReleaseFiles,
    private readonly signer: ReleaseSigner,
  ) {}

  of(release: { jurisdiction: string; dataset: string; version: string }): string {
    return this.files.directoryOf(release);
  }

  /** Beside the manifest. Whatever becomes of the transaction in which it is done: what is signed was approved. */
  async sign(directory: string, manifest: Buffer): Promise<void> {
    await writeListedFile(directory, 'manifest.json.sig', [this.signer.sign(manifest)]);
  }
}

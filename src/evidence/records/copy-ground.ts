import { Injectable } from '@nestjs/common';
import type { FileSeal } from '../../platform/crypto/index.js';
import { EvidenceSettings } from '../../platform/settings.js';
import type { CaseKey } from '../../vault/index.js';
import { PictureCopier, type PictureCopy, type Unmade } from '../copying/picture-copier.js';
import { EvidenceFiles, FileRefused } from './evidence-files.js';
import type { StoredFile } from './evidence.store.js';

/** What copies of pictures are made and kept with. */
@Injectable()
export class CopyGround {
  constructor(
    readonly files: EvidenceFiles,
    private readonly copier: PictureCopier,
    private readonly settings: EvidenceSettings,
  ) {}

  /** The copy, or why there is none. @throws what goes wrong with the store */
  async copied(file: StoredFile, key: CaseKey): Promise<PictureCopy | Unmade> {
    if (file.bytes > this.settings.limits.mostCopiedBytes || file.notes.includes('many-points')) return 'too_large';
    try {
      const bytes = await this.files.give(file.objectKey, key.ofFile(file.itemId), file.sha256);
      return await this.copier.copy(bytes, file.mediaType);
    } catch (error) {
      if (error instanceof FileRefused) return error.fault;
      throw error;
    }
  }
}

/** A key of its own under the case's, as every file has. */
export function sealOfCopy(key: CaseKey, itemId: string): FileSeal {
  return key.ofFile(`${itemId}/copy`);
}

import { Injectable } from '@nestjs/common';
import { MasterKey } from '../../platform/crypto/index.js';
import { OrganizationKeys } from '../../platform/keys/index.js';

/** What the pseudonyms of a series are made of: officers' last as long as the installation, an epoch's as long as its key. */
@Injectable()
export class ReleaseKeys {
  constructor(
    readonly master: MasterKey,
    readonly organization: OrganizationKeys,
  ) {}
}

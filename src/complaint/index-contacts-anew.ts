import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RotationWitnesses } from '../vault/index.js';
import { indexContactsOf } from './records/contact-index.store.js';

/** While the organization key is rotated, each case's contacts are hashed under the new version too, with its key. */
@Injectable()
export class IndexContactsAnew implements OnModuleInit {
  constructor(private readonly rotations: RotationWitnesses) {}

  onModuleInit(): void {
    this.rotations.add(indexContactsOf);
  }
}

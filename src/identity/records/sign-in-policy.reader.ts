import { Injectable } from '@nestjs/common';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import type { SignInPolicy } from '../rules/standing.js';
import { findSignInPolicy } from './sign-in-policy.store.js';

@Injectable()
export class SignInPolicyReader {
  constructor(private readonly database: CaseDatabase) {}

  async of(actor: Actor): Promise<SignInPolicy> {
    return this.database.read(actor, findSignInPolicy);
  }
}

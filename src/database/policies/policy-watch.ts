import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Logger } from '../../platform/logging/logger.js';
import { standingPolicies } from './standing-policies.js';

/** Looks at the start whether the database holds people to what their roles reach. */
@Injectable()
export class PolicyWatch implements OnModuleInit {
  constructor(
    private readonly cases: DataSource,
    private readonly logger: Logger,
  ) {}

  /**
   * Policies of another version of the program are told of and served with: the two run beside each other while one takes the
   * other's place. @throws Error when a table has none: then the application does not start
   */
  async onModuleInit(): Promise<void> {
    const { missing, other } = await standingPolicies((sql) => this.cases.query(sql));
    if (missing.length > 0)
      throw new Error(
        `The database does not hold anybody to their role in ${missing.join(', ')}: run \`redress migrate\`.`,
      );
    if (other.length > 0) this.logger.warn('policies-of-another-version');
  }
}

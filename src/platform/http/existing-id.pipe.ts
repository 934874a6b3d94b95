import { ParseUUIDPipe } from '@nestjs/common';
import { NotFound } from '../errors/rule-broken.js';

/** For an id in an address: what cannot be one names nothing that is there. */
export const EXISTING_ID = new ParseUUIDPipe({ exceptionFactory: () => new NotFound() });

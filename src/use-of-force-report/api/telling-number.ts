import { ParseIntPipe } from '@nestjs/common';
import { NotFound } from '../../platform/errors/rule-broken.js';

/** For the number of a telling in an address: what is no number names nothing that is there. */
export const TELLING_NUMBER = new ParseIntPipe({ exceptionFactory: () => new NotFound() });

import { RuleBroken } from '../../platform/errors/rule-broken.js';
import type { Amendment } from '../actions/amend-agenda.js';
import type { AmendAgendaDto } from './amendment.dto.js';

/** One change at a time, so that each has its own line in public. @throws RuleBroken one-change (422) */
export function amendmentOf({ add, withdraw, retitle, lateGround }: AmendAgendaDto): Amendment {
  const changes = [add && { add }, withdraw && { withdraw }, retitle && { retitle }].filter((change) => !!change);
  const [change, ...others] = changes;
  if (change && others.length === 0) return { ...change, lateGround };
  throw new RuleBroken('one-change', 'An amendment is one of add, withdraw and retitle.', 422);
}

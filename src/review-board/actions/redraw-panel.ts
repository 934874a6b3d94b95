import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { findDraw, type PanelDraw } from '../records/panel-draw.store.js';
import { drawBySeed } from '../../shared/seeded-draw.js';

export interface RedrawnPanel extends PanelDraw {
  /** What the recorded seed gives from the recorded pool, drawn again now; null when chance had no part */
  redrawn: string[] | null;
}

/** Anybody who may see the panel checks the draw: everything it came from is on record. */
@Injectable()
export class RedrawPanel {
  constructor(private readonly database: CaseDatabase) {}

  /** @throws NotFound */
  async run(actor: Actor, complaintId: string, panelId: string): Promise<RedrawnPanel> {
    const draw = await this.database.read(actor, (manager) => findDraw(manager, complaintId, panelId));
    if (!draw) throw new NotFound();
    const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
    return {
      ...draw,
      redrawn: draw.seed === null ? null : drawBySeed(draw.seed, draw.pool, draw.drawn.length, sha256),
    };
  }
}

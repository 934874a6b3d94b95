import type { Answer } from '../test-app.js';
import type { Person } from '../board-room.js';
import type { MeetingScene } from './meeting-scene.js';
import { ALTERNATE, MEMBERS, type Model } from './model.js';
import type { Operation } from './operation.js';
import { readStanding, type StandingReader } from './read-standing.js';

export interface Outcome {
  ok: boolean;
  /** E.g. `409 no-quorum` */
  said: string;
  /** Of the motion that was moved */
  id: string | null;
}

/** A row of meetings on one case, on the server; people and motions are called by the model's numbers. */
export class RealMeeting {
  /** In the model's order */
  motionIds: string[] = [];
  private meetingIds: string[] = [];
  private itemIds: string[] = [];
  private standInId = '';

  private constructor(
    private readonly scene: MeetingScene,
    private readonly of: { complaintId: string; allegationId: string; panelId: string },
  ) {}

  static async begin(scene: MeetingScene): Promise<{ real: RealMeeting; model: Model }> {
    const real = new RealMeeting(scene, await scene.newCase());
    const model: Model = { open: true, present: [...MEMBERS], recused: [], standIn: null, motions: [], findings: [] };
    await real.meet(model.present);
    return { real, model };
  }

  async meet(present: readonly number[]): Promise<void> {
    const { meetingId, itemIds } = await this.scene.newMeeting(this.of, present);
    this.meetingIds.push(meetingId);
    this.itemIds = itemIds;
  }

  async does(operation: Operation): Promise<Outcome> {
    const { path, body, as } = this.requestOf(operation);
    let answer: Answer = await this.scene.room.post(path, body, as);
    // A server that is busy has done nothing, and says to come again.
    while (answer.status === 503) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      answer = await this.scene.room.post(path, body, as);
    }
    const ok = answer.status < 300;
    if (ok && operation.do === 'seat') this.standInId = answer.body.id;
    const moves = ['move', 'amend', 'reconsider', 'resume'].includes(operation.do);
    return { ok, said: `${answer.status} ${answer.body?.code ?? ''}`, id: ok && moves ? answer.body.id : null };
  }

  /** How it stands in the database, as soon as it is known in which order motions were moved. */
  async stands(): Promise<StandingReader> {
    const { scene, meetingIds, of } = this;
    return readStanding(scene, { meetingIds, complaintId: of.complaintId, allegationId: of.allegationId });
  }

  /** The words of these motions, as the clerk reads them. */
  async words(places: readonly number[]): Promise<string[]> {
    const texts: string[] = [];
    for (const at of places) texts.push((await this.scene.room.get(`/motions/${this.motionIds[at]}`)).body.text);
    return texts;
  }

  private requestOf(operation: Operation): { path: string; body: object; as?: Person } {
    const meeting = `/meetings/${this.meetingIds.at(-1)}`;
    const { members } = this.scene;
    const member = (at: number | null) => (at === null ? null : members[at]!.memberId);
    switch (operation.do) {
      case 'arrive':
      case 'leave':
        return {
          path: `${meeting}/${operation.do === 'arrive' ? 'arrivals' : 'departures'}`,
          body: { memberId: member(operation.who) },
        };
      case 'recuse':
        return {
          path: `/complaints/${this.of.complaintId}/recusals`,
          body: { reason: 'other' },
          as: members[operation.who]!,
        };
      case 'seat': {
        const { complaintId } = this.of;
        const body = { alternateId: member(ALTERNATE), memberId: member(operation.member) };
        return { path: `${meeting}/stand-ins`, body: operation.ofCase ? { ...body, complaintId } : body };
      }
      case 'unseat':
        return { path: `${meeting}/stand-ins/${this.standInId || this.of.complaintId}/end`, body: {} };
      case 'adjourn':
        return { path: `${meeting}/adjournment`, body: {} };
      case 'move':
      case 'amend':
      case 'reconsider':
        return { path: '/motions', body: this.moved(operation) };
      default:
        return this.onMotion(operation);
    }
  }

  private moved(operation: Extract<Operation, { do: 'move' | 'amend' | 'reconsider' }>): object {
    const { members } = this.scene;
    const { mover, seconder, finding, text } = operation;
    const other = operation.do === 'move' ? '' : (this.motionIds[operation.motion] ?? '');
    const item = operation.do === 'amend' ? this.itemOf(other) : this.itemIds[operation.item];
    const allegation = finding !== null && operation.do !== 'amend' ? { allegationId: this.of.allegationId } : {};
    const seconded = seconder === null ? {} : { seconderId: members[seconder]!.memberId };
    const ground =
      operation.do === 'amend' ? { amends: other } : operation.do === 'reconsider' ? { reconsiders: other } : {};
    const moverId = members[mover]!.memberId;
    return { agendaItemId: item, text, moverId, ...seconded, ...allegation, proposedFinding: finding, ...ground };
  }

  private onMotion(operation: Extract<Operation, { do: 'vote' | 'cast' | 'decide' | 'withdraw' | 'resume' }>) {
    const path = `/motions/${this.motionIds[operation.motion] ?? ''}`;
    switch (operation.do) {
      case 'vote':
        return { path: `${path}/votes`, body: { choice: operation.choice }, as: this.scene.members[operation.who]! };
      case 'cast':
        return {
          path: `${path}/casting-vote`,
          body: { choice: operation.choice },
          as: this.scene.members[operation.who]!,
        };
      case 'resume':
        return { path: `${path}/resumption`, body: { agendaItemId: this.itemIds[operation.item] } };
      default:
        return { path: `${path}/${operation.do === 'decide' ? 'decision' : 'withdrawal'}`, body: {} };
    }
  }

  /** The item that a motion was moved under, at whichever meeting. */
  private readonly itemsOfMotions = new Map<string, string>();

  private itemOf(motionId: string): string {
    return this.itemsOfMotions.get(motionId) ?? this.itemIds[0]!;
  }

  /** Told once it is known that it was moved. */
  movedUnder(motionId: string, item: number): void {
    this.itemsOfMotions.set(motionId, this.itemIds[item]!);
  }
}

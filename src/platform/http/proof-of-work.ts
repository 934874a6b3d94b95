import { Injectable } from '@nestjs/common';
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Clock } from '../clock.js';
import { MasterKey } from '../crypto/index.js';
import { RuleBroken } from '../errors/rule-broken.js';
import { PublicDoorSettings } from '../settings.js';

const VALID_MS = 2 * 3_600_000;
const MINUTE_MS = 60_000;
/** More filings a minute than this, and `pressure` asks for proofs until ten minutes have been quieter. */
const PRESSURE_PER_MINUTE = 60;
const PRESSURE_LASTS_MS = 10 * MINUTE_MS;
/** Who cannot reckon (no script) shares so many a minute: a flood leaves a door open, and the door is narrow. */
const WITHOUT_PROOF_PER_MINUTE = 12;

/**
 * A puzzle that costs a browser a second and a flood a fortune: find a number that makes SHA-256(puzzle:number) begin with so many
 * zero bits. It says nothing of who solved it. Nothing is kept but which puzzles were used, until they would be too old.
 */
@Injectable()
export class ProofOfWork {
  private readonly spent = new Map<string, number>();
  private minute = { began: 0, filed: 0, withoutProof: 0 };
  private pressureUntil = 0;

  constructor(
    private readonly settings: PublicDoorSettings,
    private readonly masterKey: MasterKey,
    private readonly clock: Clock,
  ) {}

  /** `bits.expiry.random.seal`, to be sent back solved as `puzzle:number`; null while none is asked for. */
  puzzle(): string | null {
    if (!this.isAsked()) return null;
    const expiry = this.clock.now().getTime() + VALID_MS;
    const text = `${this.settings.proofBits}.${expiry}.${randomBytes(12).toString('base64url')}`;
    return `${text}.${this.sealOf(text)}`;
  }

  /** Takes note of a filing, and lets it in or not. @throws RuleBroken proof-needed (429) */
  demand(proof: string | undefined): void {
    this.count();
    if (!this.isAsked()) return;
    if (proof !== undefined && proof !== '' && this.holds(proof)) return;
    if (++this.minute.withoutProof <= WITHOUT_PROOF_PER_MINUTE) return;
    throw new RuleBroken(
      'proof-needed',
      'Too much comes in just now. Ask for a puzzle (GET /api/v1/proof-of-work), solve it and send it in Redress-Proof; or try again in a minute.',
      429,
    );
  }

  private isAsked(): boolean {
    const { proofOfWork } = this.settings;
    return proofOfWork === 'always' || (proofOfWork === 'pressure' && this.clock.now().getTime() < this.pressureUntil);
  }

  private count(): void {
    const now = this.clock.now().getTime();
    if (now - this.minute.began >= MINUTE_MS) this.beginMinute(now);
    if (++this.minute.filed > PRESSURE_PER_MINUTE) this.pressureUntil = now + PRESSURE_LASTS_MS;
  }

  private beginMinute(now: number): void {
    this.minute = { began: now, filed: 0, withoutProof: 0 };
    for (const [used, until] of this.spent) if (until < now) this.spent.delete(used);
  }

  private holds(proof: string): boolean {
    const [puzzle = '', nonce = ''] = proof.split(':');
    const [bits, expiry = '', random = '', seal = ''] = puzzle.split('.');
    const good = this.sealOf(`${bits ?? ''}.${expiry}.${random}`);
    const sealed = seal.length === good.length && timingSafeEqual(Buffer.from(seal), Buffer.from(good));
    if (!sealed || !/^\d{1,15}$/.test(nonce) || Number(expiry) < this.clock.now().getTime()) return false;
    if (leadingZeros(createHash('sha256').update(proof).digest()) < Number(bits) || this.spent.has(seal)) return false;
    this.spent.set(seal, Number(expiry));
    return true;
  }

  private sealOf(text: string): string {
    return this.masterKey.fingerprint('proof-of-work', text).toString('base64url');
  }
}

export function leadingZeros(hash: Uint8Array): number {
  const whole = hash.findIndex((byte) => byte !== 0);
  return whole < 0 ? hash.length * 8 : whole * 8 + Math.clz32(hash[whole] ?? 0) - 24;
}

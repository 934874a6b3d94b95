import { Injectable } from '@nestjs/common';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import { ReleaseFiles } from '../../platform/storage/release-files.js';
import type { ActorOf } from '../../shared/actor.js';
import { placeOf } from '../records/place.reader.js';
import { isOpenRelease, type Release, releaseById, saveProof } from '../records/release.store.js';
import { canonicalJson } from '../rules/canonical-json.js';
import { checkDirectory, type Verification, verifyRelease } from '../verify/index.js';
import { ConfirmOpen } from './confirm-open.js';

/** The independent verifier reads the written file and its manifest, and nothing else; its answer is kept as the proof. */
@Injectable()
export class VerifyRelease {
  constructor(
    private readonly database: CaseDatabase,
    private readonly files: ReleaseFiles,
    private readonly clock: Clock,
    private readonly open: ConfirmOpen,
  ) {}

  /** @throws NotFound, RuleBroken status-forbids (409), file-changed (409), not-anonymous (409, with the violations) */
  async run(actor: ActorOf<'staff'>, releaseId: string): Promise<Verification> {
    const { release, directory, slug } = await this.database.read(actor, async (manager) => {
      const asked = await releaseById(manager, releaseId);
      const place = await placeOf(manager, actor.jurisdictionId);
      return {
        release: asked,
        slug: place.slug,
        directory: this.files.directoryOf({ ...asked, jurisdiction: place.slug }),
      };
    });
    if (release.status !== 'built' && release.status !== 'verified') throw statusForbids(release);
    const manifest: unknown = JSON.parse(await readFile(join(directory, 'manifest.json'), 'utf8'));
    const found =
      release.manifest !== null && isOpenRelease(release.manifest)
        ? await this.open.verify(release.manifest, slug, directory)
        : await verifyRelease({ csvPath: join(directory, 'data.csv'), manifest });
    const proof = await withBeside(found, directory, manifest);
    const same = proof.sha256 === release.fileSha256 && canonicalJson(manifest) === canonicalJson(release.manifest);
    await this.keep(actor, release.id, same ? proof : { ...proof, ok: false });
    if (!proof.ok) throw notAnonymous(proof);
    if (!same) throw new RuleBroken('file-changed', 'The files are not those that were built: request a new release.');
    return proof;
  }

  private async keep(actor: ActorOf<'staff'>, id: string, proof: Verification): Promise<void> {
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      await saveProof(manager, id, proof);
      const details = { ok: proof.ok, k: proof.k, violations: proof.violationCount, sha256: proof.sha256 };
      await recordHistory(manager, { actor, action: 'release.verify', subject: { kind: 'release', id }, details, at });
    });
  }
}

/** The proof of the data file, with what is wrong with anything that would be published beside it. */
async function withBeside(proof: Verification, directory: string, manifest: unknown): Promise<Verification> {
  const beside = await checkDirectory(directory, new Map([['manifest.json', manifest]]));
  return {
    ...proof,
    ok: proof.ok && beside.length === 0,
    violations: [...proof.violations, ...beside],
    violationCount: proof.violationCount + beside.length,
  };
}

export function statusForbids({ status }: Pick<Release, 'status'>): RuleBroken {
  return new RuleBroken('status-forbids', `The release is ${status}: this cannot be done to it now.`);
}

function notAnonymous({ violationCount, violations }: Verification): RuleBroken {
  const faults = violations.slice(0, 100).map(({ code, message, line, column }) => ({
    path: `/${[line, column].filter((part) => part !== undefined).join('/')}`,
    code,
    message,
  }));
  return new RuleBroken(
    'not-anonymous',
    `The verifier found ${violationCount} violations; the first are in \`errors\`.`,
    409,
    faults,
  );
}

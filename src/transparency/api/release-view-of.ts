import type { ReleaseInFull, ReleaseSummary } from '../records/release.reader.js';
import type { ReleaseSummaryView, ReleaseView } from './release.view.js';

export function summaryView(release: ReleaseSummary): ReleaseSummaryView {
  const { id, dataset, version, status, requestedBy, fileSha256, failure } = release;
  return {
    ...{ id, dataset, version, status, requestedBy, fileSha256, failure },
    requestedAt: release.requestedAt.toISOString(),
    publishedAt: release.publishedAt?.toISOString() ?? null,
    publicFrom: release.publicFrom?.toISOString() ?? null,
    withdrawnAt: release.withdrawnAt?.toISOString() ?? null,
  };
}

export function releaseView(release: ReleaseInFull): ReleaseView {
  const { manifest, proof, difference, spec, report } = release;
  const approvals = release.approvals.map(({ staffId, fileSha256, approvedAt }) => ({
    staffId,
    fileSha256,
    approvedAt: approvedAt.toISOString(),
  }));
  const build = release.build && {
    ...release.build,
    startedAt: release.build.startedAt.toISOString(),
    toldAt: release.build.toldAt.toISOString(),
  };
  return Object.assign(summaryView(release), { spec, manifest, report, proof, approvals, build, difference });
}

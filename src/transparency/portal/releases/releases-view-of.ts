import { mediaType } from '../../published/media-type.js';
import type { ShelvedDataset, ShelvedRelease, ShelvedVersion, WithdrawnVersion } from './release-shelf.reader.js';
import type { ShelvedDatasetView, ShelvedReleaseView, ShelvedVersionsView } from './releases.view.js';

const addressOf = (...parts: readonly string[]): string => `/releases/${parts.map(encodeURIComponent).join('/')}`;

export function datasetView(dataset: ShelvedDataset): ShelvedDatasetView {
  const self = addressOf(dataset.jurisdiction, dataset.dataset);
  return { ...dataset, publishedAt: dataset.publishedAt.toISOString(), self };
}

export function versionsView({
  newest: { jurisdiction, dataset, title, oneRow },
  versions,
  withdrawn,
}: {
  newest: ShelvedDataset;
  versions: readonly ShelvedVersion[];
  withdrawn: readonly WithdrawnVersion[];
}): ShelvedVersionsView {
  const releases = versions.map((each) => ({
    ...each,
    publishedAt: each.publishedAt.toISOString(),
    self: addressOf(jurisdiction, dataset, each.version),
  }));
  const gone = withdrawn.map((each) => ({ ...each, withdrawnAt: each.withdrawnAt.toISOString() }));
  return { jurisdiction, dataset, title, oneRow, releases, withdrawn: gone };
}

export function shelvedReleaseView(release: ShelvedRelease): ShelvedReleaseView {
  const { jurisdiction, dataset, version, publishedAt } = release;
  const self = addressOf(jurisdiction, dataset, version);
  const files = release.files.map((file) => ({
    ...file,
    type: mediaType(file.name),
    self: `${self}/${encodeURIComponent(file.name)}`,
  }));
  return {
    ...release,
    publishedAt: publishedAt.toISOString(),
    self,
    files,
    caveats: [...release.caveats],
    leftOut: [...release.leftOut],
  };
}

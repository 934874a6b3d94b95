import type { PublishedManifest } from './published-manifest.js';

/** How to cite the release: for programs (Citation File Format 1.2.0), and for people with a BibTeX entry. */
export function citationFiles(manifest: PublishedManifest): readonly (readonly [name: string, text: string])[] {
  return [
    ['CITATION.cff', citationCff(manifest)],
    ['CITATION.md', citationText(manifest)],
  ];
}

function citationCff({ title, version, jurisdiction, oneRow, file }: PublishedManifest): string {
  // JSON is YAML: what it quotes needs no other care.
  const quoted = JSON.stringify;
  return `cff-version: 1.2.0
message: "If you use this data set, please cite it as below."
type: dataset
title: ${quoted(title)}
version: ${quoted(version)}
abstract: ${quoted(oneRow)}
authors:
  - name: ${quoted(jurisdiction.name)}
identifiers:
  - type: other
    value: ${quoted(`sha256:${file.sha256}`)}
    description: "SHA-256 of data.csv"
`;
}

function citationText(manifest: PublishedManifest): string {
  const { title, version, jurisdiction, builtOn, dataset, file } = manifest;
  const year = builtOn.slice(0, 4);
  const braced = (text: string): string => text.replace(/[{}\\]/g, '');
  return `# How to cite this release

${jurisdiction.name} (${year}). *${title}*, version ${version} [data set]. SHA-256 of data.csv: ${file.sha256}.

\`\`\`bibtex
@misc{${jurisdiction.slug}-${dataset}-${version},
  author  = {{${braced(jurisdiction.name)}}},
  title   = {{${braced(title)}}},
  year    = {${year}},
  version = {${version}},
  note    = {Data set. SHA-256 of data.csv: ${file.sha256}}
}
\`\`\`

Give the address from which you took it and the day: a release that was withdrawn says so at its address.
`;
}

import { once } from 'node:events';
import { createWriteStream, statSync } from 'node:fs';
import { finished } from 'node:stream/promises';

const SEVERITIES = [
  'Critical',
  'High',
  'High',
  'Medium',
  'Medium',
  'Medium',
  'Low',
  'Low',
  'Negligible',
  'Unknown',
];
/** One vulnerability is found in several packages of an image: its source package is split, or it is vendored. */
const PACKAGES_PER_VULNERABILITY = 4;
const DIGEST = `sha256:${'1'.repeat(64)}`;

/** Writes a report in the form of grype's JSON, with as many matches; answers its size in bytes. The same each time. */
export async function writeScanReport(path, matches) {
  const file = createWriteStream(path);
  file.write('{"matches":[');
  for (let index = 0; index < matches; index += 1) {
    const text = `${index === 0 ? '' : ','}${JSON.stringify(matchOf(index))}`;
    if (!file.write(text)) await once(file, 'drain');
  }
  file.end(`],${JSON.stringify(FACTS).slice(1)}\n`);
  await finished(file);
  return statSync(path).size;
}

const FACTS = {
  source: {
    type: 'image',
    target: {
      userInput: 'registry.example/acme/app',
      manifestDigest: DIGEST,
      repoDigests: [`registry.example/acme/app@${DIGEST}`],
    },
  },
  distro: { name: 'debian', version: '12', idLike: null },
  descriptor: {
    name: 'grype',
    version: '0.117.0',
    db: {
      status: {
        schemaVersion: 'v6.1.9',
        from: 'https://db.example/v6.tar.zst',
        built: '2026-11-20T08:00:00Z',
        path: '/db',
        valid: true,
      },
      providers: { debian: { captured: '2026-11-20T01:00:00Z', input: 'xxh64:0123456789abcdef' } },
    },
    timestamp: '2026-11-21T08:00:00Z',
  },
};

function matchOf(index) {
  const number = Math.floor(index / PACKAGES_PER_VULNERABILITY);
  const id = `CVE-20${10 + (number % 16)}-${10_000 + number}`;
  const name = `library-${index % 2000}`;
  const version = `1.${index % 40}.${index % 7}-2+deb12u${index % 5}`;
  const fixed = number % 3 !== 0;
  const description = describe(number);
  const severity = SEVERITIES[number % SEVERITIES.length];
  const facts = {
    id,
    dataSource: `https://security-tracker.debian.example/tracker/${id}`,
    namespace: 'debian:distro:debian:12',
    severity,
    urls: [`https://lists.example/announce/${number}`, `https://git.example/fix/${number}`],
    description,
    cvss: [cvssOf(number)],
    epss: [{ cve: id, epss: (number % 1000) / 100_000, percentile: 0.31, date: '2026-11-19' }],
    cwes: [{ cve: id, cwe: `CWE-${number % 900}`, source: 'nvd@nist.gov', type: 'Primary' }],
    ...(number % 997 === 0
      ? {
          knownExploited: [
            {
              cve: id,
              dateAdded: '2026-01-02',
              dueDate: '2026-01-23',
              knownRansomwareCampaignUse: 'Unknown',
            },
          ],
        }
      : {}),
  };
  return {
    vulnerability: {
      ...facts,
      fix: fixed
        ? {
            versions: ['1.99.0'],
            state: 'fixed',
            available: [{ version: '1.99.0', date: '2026-10-01', kind: 'advisory' }],
          }
        : { versions: [], state: 'not-fixed' },
      advisories: [],
      risk: (number % 900) / 10,
    },
    relatedVulnerabilities: [
      { ...facts, namespace: 'nvd:cpe', dataSource: `https://nvd.example/vuln/detail/${id}` },
    ],
    matchDetails: [
      {
        type: 'exact-indirect-match',
        matcher: 'dpkg-matcher',
        searchedBy: {
          distro: { type: 'debian', version: '12' },
          namespace: 'debian:distro:debian:12',
          package: { name, version },
        },
        found: { versionConstraint: '< 1.99.0 (deb)', vulnerabilityID: id },
        ...(fixed ? { fix: { suggestedVersion: '1.99.0' } } : {}),
      },
    ],
    artifact: {
      id: (index % 4000).toString(16).padStart(16, '0'),
      name,
      version,
      type: 'deb',
      locations: [
        {
          path: '/var/lib/dpkg/status',
          layerID: DIGEST,
          accessPath: '/var/lib/dpkg/status',
          annotations: { evidence: 'primary' },
        },
        {
          path: `/usr/share/doc/${name}/copyright`,
          layerID: DIGEST,
          accessPath: `/usr/share/doc/${name}/copyright`,
          annotations: { evidence: 'supporting' },
        },
      ],
      language: '',
      licenses: ['GPL-2', 'LGPL-2.1'],
      cpes: [`cpe:2.3:a:${name}:${name}:${version}:*:*:*:*:*:*:*`],
      purl: `pkg:deb/debian/${name}@${version}?arch=amd64&distro=debian-12`,
      upstreams: [{ name: 'library' }],
    },
  };
}

const cvssOf = (number) => ({
  source: 'nvd@nist.gov',
  type: 'Primary',
  version: '3.1',
  vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
  metrics: { baseScore: (number % 100) / 10, exploitabilityScore: 3.9, impactScore: 5.9 },
  vendorMetadata: {},
});

/** Some 400 characters, another text for each vulnerability. */
const describe = (number) =>
  `In release ${number} of the library a length that comes from the network is used before it is checked, so a crafted ` +
  `message ${number * 7919} reads or writes beyond the end of a buffer of ${number % 4096} bytes. An attacker who can send ` +
  `messages to a service that was built with the option "${(number * 104729).toString(36)}" may read memory of that process ` +
  'or make it end. Versions in which the option is off are not affected by this.';

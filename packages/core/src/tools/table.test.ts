import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { allTools, toolNamed } from './catalogue.js';
import { isArchive } from './build.js';
import { TOOL_NAMES, type ToolName } from './names.js';
import { CHECKSUMS, isConfirmed, pinnedAsset, pinnedVersions } from './table.js';
import { checkNotRevoked } from './revoked.js';
import { exactVersion } from './versions.js';

const entries = Object.entries(CHECKSUMS.tools).flatMap(([tool, versions]) =>
  Object.entries(versions).flatMap(([version, platforms]) =>
    Object.entries(platforms).map(([platform, entry]) => ({ tool, version, platform, ...entry })),
  ),
);

describe('the table of checksums', () => {
  it('holds tools that exist, in exact versions, none of them revoked', () => {
    for (const { tool, version } of entries) {
      const name = TOOL_NAMES.find((each) => each === tool);
      assert.ok(name, tool);
      assert.equal(exactVersion(name, version), version);
      checkNotRevoked(name, version);
    }
  });

  it('has one sha256 for each file, and no sha256 for two', () => {
    const bySum = new Map<string, string>();
    for (const { tool, version, asset, sha256 } of entries) {
      assert.match(sha256, /^[0-9a-f]{64}$/);
      const file = `${tool} ${version} ${asset}`;
      assert.equal(bySum.get(sha256) ?? file, file);
      bySum.set(sha256, file);
    }
  });

  it('says of each entry where it was fetched from', () => {
    for (const { tool, version, platform, sources } of entries) {
      assert.ok(sources.length > 0, `${tool} ${version} ${platform}`);
      assert.equal(new Set(sources).size, sources.length);
      for (const source of sources) assert.ok(Object.hasOwn(CHECKSUMS.sources, source), source);
    }
    const used = new Set(entries.flatMap(({ sources }) => sources));
    assert.deepEqual(
      Object.keys(CHECKSUMS.sources).filter((source) => !used.has(source)),
      [],
    );
  });

  it("counts a vendor's release as one source, with the day on which it was verified", () => {
    for (const { tool, version, platform, sources, releaseVerified } of entries) {
      const ofRelease = sources.filter((source) => source.startsWith('vendor-')).length;
      assert.ok(ofRelease <= 1, `${tool} ${version} ${platform}`);
      assert.equal(releaseVerified !== undefined, ofRelease === 1, `${tool} ${version} ${platform}`);
      if (releaseVerified !== undefined) assert.match(releaseVerified, /^\d{4}-\d{2}-\d{2}$/);
    }
  });

  it('calls an entry confirmed where two sources agree, and never by what many copied', () => {
    const entry = { asset: 'a', sha256: 'b' };
    assert.equal(isConfirmed({ ...entry, sources: ['vendor-signature'] }), false);
    assert.equal(isConfirmed({ ...entry, sources: ['vendor-signature', 'elsewhere'] }), true);
    for (const { tool, sources } of entries)
      assert.ok(!(sources.includes('public-pin') && sources.includes('public-pins')), tool);
  });

  it('names the very files that the catalogue expects', () => {
    for (const { tool, version, platform, asset } of entries) {
      const expected = toolNamed(tool as ToolName).assets(version);
      assert.equal(expected[platform as keyof typeof expected], asset, `${tool} ${version} ${platform}`);
    }
  });

  it('holds the default version of every tool that its vendor does not sign', () => {
    for (const { name, defaultVersion, signature } of allTools()) {
      if (signature === undefined) assert.ok(pinnedVersions(CHECKSUMS, name).includes(defaultVersion), name);
    }
  });

  it('knows nothing of what an object has by itself', () => {
    const platform = { os: 'linux', arch: 'x64' };
    assert.equal(pinnedAsset(CHECKSUMS, 'syft', 'constructor', platform), undefined);
    assert.equal(pinnedAsset(CHECKSUMS, 'syft', '1.51.0', { os: 'constructor', arch: 'name' }), undefined);
  });
});

describe('the catalogue of tools', () => {
  it('gives each program on Windows its ending, in an archive or by itself', () => {
    for (const { name, assets, defaultVersion } of allTools()) {
      for (const [platform, file] of Object.entries(assets(defaultVersion))) {
        if (platform.startsWith('windows-'))
          assert.ok(isArchive(file) || file.endsWith('.exe'), `${name} ${file}`);
      }
    }
  });

  it('binds each signature to a version', () => {
    for (const { name, signature, versionBoundBy, versionArgs } of allTools()) {
      if (signature === undefined) continue;
      const signers = ['1.0.0', '2.0.0'].map((version) => signature.signer(version).identity);
      if (versionBoundBy === 'signer') assert.notEqual(signers[0], signers[1], name);
      if (versionBoundBy === 'program') assert.ok(versionArgs, name);
      if (versionBoundBy === 'file-name') assert.equal(signature.kind, 'pair', name);
    }
  });
});

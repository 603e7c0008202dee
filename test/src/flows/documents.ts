/** A small SPDX document; `describes`: the image that it names, where it names one. */
export const spdx = (describes?: string): Buffer =>
  Buffer.from(
    JSON.stringify({
      spdxVersion: 'SPDX-2.3',
      SPDXID: 'SPDXRef-DOCUMENT',
      dataLicense: 'CC0-1.0',
      name: 'app',
      documentNamespace: 'https://acme.example/app',
      creationInfo: { created: '2026-01-01T00:00:00Z', creators: ['Tool: test'] },
      packages:
        describes === undefined
          ? []
          : [
              {
                SPDXID: 'SPDXRef-image',
                name: 'app',
                versionInfo: describes,
                primaryPackagePurpose: 'CONTAINER',
                downloadLocation: 'NOASSERTION',
              },
            ],
      relationships:
        describes === undefined
          ? []
          : [
              {
                spdxElementId: 'SPDXRef-DOCUMENT',
                relatedSpdxElement: 'SPDXRef-image',
                relationshipType: 'DESCRIBES',
              },
            ],
    }),
  );

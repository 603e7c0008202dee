module countersign.dev/interop/rekor

go 1.25.0

require github.com/sigstore/rekor v1.5.3

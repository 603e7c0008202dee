module countersign.dev/interop/rekor-tiles

go 1.25.8

require github.com/sigstore/rekor-tiles/v2 v2.3.0

module countersign.dev/interop/cosign-2

go 1.25.0

require github.com/sigstore/cosign/v2 v2.6.4

module countersign.dev/interop/cosign-2.4

go 1.22.7

require github.com/sigstore/cosign/v2 v2.4.1

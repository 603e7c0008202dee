module countersign.dev/interop/grype

go 1.26.3

require github.com/anchore/grype v0.117.0

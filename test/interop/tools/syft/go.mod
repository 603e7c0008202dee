module countersign.dev/interop/syft

go 1.26.3

require github.com/anchore/syft v1.51.0

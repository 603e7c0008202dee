module countersign.dev/interop/ct-server

go 1.25.0

require github.com/google/certificate-transparency-go v1.3.2

module countersign.dev/interop/trillian

go 1.25.0

require github.com/google/trillian v1.7.3

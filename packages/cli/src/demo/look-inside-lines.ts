import { shellWord } from '@countersign/core/report';

/** Where the small vulnerability database lies in a checkout: it needs no network, and must not decide about a real image. */
const DATABASE = 'packages/testbed/vulnerability-db/vulnerability-db.tar.gz';

/** Lines that describe and scan an image of the test bed by hand, to be pasted; `root`: of the checkout. */
export const lookInsideLines = (countersign: string, reference: string, root: string): string =>
  `  # what is in it, and whether that is safe, with a small database for trials (syft and grype are downloaded and verified)
  ${countersign} sbom ${reference} --output-dir sboms
  ${countersign} scan ${reference} --db-file ${shellWord(`${root}/${DATABASE}`)} --max-db-age 3650d`;

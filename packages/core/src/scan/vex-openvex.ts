import { isObject } from '../json.js';
import type { Shape } from '../sbom/index.js';
import { productOf } from './vex-product.js';
import { vexTime } from './vex-time.js';
import type { VexProduct, VexStatement } from './vex-types.js';

type Json = Readonly<Record<string, unknown>>;

/** The statements of an OpenVEX document (OpenVEX specification 0.2.0). Throws what the shape makes, naming the member. */
export function openVexStatements(document: Json, shape: Shape): readonly VexStatement[] {
  for (const member of ['@id', 'author']) shape.text(document, member);
  const { version } = document;
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1)
    shape.refuse('version', 'is not a whole number from 1');
  const documentTime = vexTime(document, 'timestamp', '', shape) ?? shape.refuse('timestamp', 'is missing');
  const statements = shape.objects(document, 'statements');
  if (statements.length === 0) shape.refuse('statements', 'is empty');
  return statements.map((statement, index) => statementOf(statement, index, documentTime, shape));
}

function statementOf(statement: Json, index: number, documentTime: Date, shape: Shape): VexStatement {
  const at = `statements[${index}].`;
  const vulnerability = shape.object(statement, 'vulnerability', at);
  const name = shape.text(vulnerability, 'name', `${at}vulnerability.`);
  const iri = shape.optionalText(vulnerability, '@id', `${at}vulnerability.`);
  const status = statusOf(shape.text(statement, 'status', at));
  if (status === undefined) return shape.refuse(`${at}status`, `is none of ${STATUSES.join(', ')}`);
  const justification = shape.optionalText(statement, 'justification', at);
  const impact = shape.optionalText(statement, 'impact_statement', at);
  if (justification !== undefined && !JUSTIFICATIONS.includes(justification))
    shape.refuse(`${at}justification`, `is none of ${JUSTIFICATIONS.join(', ')}`);
  if (status === 'not_affected' && justification === undefined && (impact ?? '').trim() === '')
    shape.refuse(`${at}status`, 'is not_affected, with neither a justification nor an impact_statement');
  return {
    // An IRI that ends with the id names it too: https://nvd.nist.gov/vuln/detail/CVE-2024-1
    ids: [
      name,
      ...(iri === undefined ? [] : [iri, iri.slice(iri.lastIndexOf('/') + 1)]),
      ...shape.texts(vulnerability, 'aliases', `${at}vulnerability.`),
    ],
    status,
    justification: justification ?? impact,
    products: shape
      .objects(statement, 'products', at)
      .flatMap((product, place) => productsOf(product, `${at}products[${place}].`, shape)),
    timestamp: vexTime(statement, 'timestamp', at, shape) ?? documentTime,
    name: `statement ${index + 1} (${name.slice(0, 100)})`,
  };
}

function productsOf(product: Json, at: string, shape: Shape): readonly VexProduct[] {
  const subcomponents = shape
    .objects(product, 'subcomponents', at)
    .map((component, index) => idsOf(component, `${at}subcomponents[${index}].`, shape));
  const components = subcomponents.flat().filter((id) => id.startsWith('pkg:'));
  // Subcomponents that are no package URLs narrow the product to something that cannot be found: not to all of it.
  if (subcomponents.length > 0 && components.length === 0) return [];
  const found = productOf(idsOf(product, at, shape), components);
  return found === undefined ? [] : [found];
}

function idsOf(component: Json, at: string, shape: Shape): readonly string[] {
  const id = shape.optionalText(component, '@id', at);
  const identifiers = shape.optionalObject(component, 'identifiers', at) ?? {};
  const hashes = shape.optionalObject(component, 'hashes', at) ?? {};
  const sha256 = isObject(hashes) ? shape.optionalText(hashes, 'sha-256', `${at}hashes.`) : undefined;
  const purl = shape.optionalText(identifiers, 'purl', `${at}identifiers.`);
  return [id, purl, sha256].filter((each) => each !== undefined);
}

const STATUSES = ['not_affected', 'affected', 'fixed', 'under_investigation'] as const;
const statusOf = (text: string): VexStatement['status'] | undefined => STATUSES.find((each) => each === text);

/** OpenVEX specification 0.2.0, "Status Justifications". */
const JUSTIFICATIONS: readonly string[] = [
  'component_not_present',
  'vulnerable_code_not_present',
  'vulnerable_code_not_in_execute_path',
  'vulnerable_code_cannot_be_controlled_by_adversary',
  'inline_mitigations_already_exist',
];

import type { Shape } from '../sbom/index.js';
import { csafProducts, type CsafProducts } from './vex-csaf-products.js';
import { vexTime } from './vex-time.js';
import type { VexStatement } from './vex-types.js';

type Json = Readonly<Record<string, unknown>>;

/** The statements of a CSAF 2.0 document, profile 5: VEX. Throws what the shape makes, naming the member. */
export function csafStatements(csaf: Json, shape: Shape): readonly VexStatement[] {
  const document = shape.object(csaf, 'document');
  if (shape.text(document, 'csaf_version', 'document.') !== '2.0')
    shape.refuse('document.csaf_version', 'is not 2.0');
  if (shape.text(document, 'category', 'document.') !== 'csaf_vex')
    shape.refuse('document.category', 'is not csaf_vex');
  const tracking = shape.object(document, 'tracking', 'document.');
  const at = 'document.tracking.';
  const timestamp =
    vexTime(tracking, 'current_release_date', at, shape) ??
    shape.refuse(`${at}current_release_date`, 'is missing');
  const products = csafProducts(shape.object(csaf, 'product_tree'), shape);
  return shape
    .objects(csaf, 'vulnerabilities')
    .flatMap((vulnerability, index) => statementsOf(vulnerability, index, { timestamp, products }, shape));
}

function statementsOf(
  vulnerability: Json,
  index: number,
  { timestamp, products }: { readonly timestamp: Date; readonly products: CsafProducts },
  shape: Shape,
): readonly VexStatement[] {
  const at = `vulnerabilities[${index}].`;
  const cve = shape.optionalText(vulnerability, 'cve', at);
  const ids = [
    ...(cve === undefined ? [] : [cve]),
    ...shape.objects(vulnerability, 'ids', at).map((id) => shape.text(id, 'text', `${at}ids.`)),
  ];
  if (ids.length === 0) shape.refuse(`${at}cve`, 'is missing, and so is ids');
  const why = reasonsOf(vulnerability, at, products, shape);
  const status = shape.object(vulnerability, 'product_status', at);
  return Object.entries(STATUS_OF).flatMap(([member, meaning]) =>
    shape.texts(status, member, `${at}product_status.`).map((productId): VexStatement => {
      const reason = why.get(productId);
      if (meaning === 'not_affected' && reason === undefined)
        return shape.refuse(
          `${at}product_status.${member}`,
          `names ${JSON.stringify(productId.slice(0, 100))} without a flag or an impact statement that says why`,
        );
      return {
        ids,
        status: meaning,
        justification: meaning === 'not_affected' ? reason : undefined,
        products: products.named(productId),
        timestamp,
        name: `${member} of ${(ids[0] ?? '').slice(0, 100)} for ${productId.slice(0, 100)}`,
      };
    }),
  );
}

/** CSAF 2.0, section 3.2.3.9: `recommended` says nothing about whether a product is affected. */
const STATUS_OF: Readonly<Record<string, VexStatement['status']>> = {
  known_not_affected: 'not_affected',
  fixed: 'fixed',
  first_fixed: 'fixed',
  known_affected: 'affected',
  first_affected: 'affected',
  last_affected: 'affected',
  under_investigation: 'under_investigation',
};

/** Why a product is not affected: its flag (a justification) or its impact statement, by product id. */
function reasonsOf(
  vulnerability: Json,
  at: string,
  products: CsafProducts,
  shape: Shape,
): ReadonlyMap<string, string> {
  const reasons = new Map<string, string>();
  const take = (object: Json, place: string, reason: string): void => {
    const ids = [
      ...shape.texts(object, 'product_ids', place),
      ...shape.texts(object, 'group_ids', place).flatMap((group) => products.inGroup(group)),
    ];
    for (const id of ids) if (!reasons.has(id) && reason.trim() !== '') reasons.set(id, reason);
  };
  for (const flag of shape.objects(vulnerability, 'flags', at))
    take(flag, `${at}flags.`, shape.text(flag, 'label', `${at}flags.`));
  for (const threat of shape.objects(vulnerability, 'threats', at))
    if (threat.category === 'impact')
      take(threat, `${at}threats.`, shape.text(threat, 'details', `${at}threats.`));
  return reasons;
}

import type { Shape } from '../sbom/index.js';
import { productOf } from './vex-product.js';
import type { VexProduct } from './vex-types.js';

type Json = Readonly<Record<string, unknown>>;

/** The products of a CSAF document by the ids that its statements name. */
export interface CsafProducts {
  /** What a product id stands for; none where the document gives it no package URL or hash that could be compared. */
  named(productId: string): readonly VexProduct[];
  inGroup(groupId: string): readonly string[];
}

/** Reads a product_tree (CSAF 2.0, section 3.2.2). Its branches nest no deeper than the reader of the document allows. */
export function csafProducts(tree: Json, shape: Shape): CsafProducts {
  const idsOf = new Map<string, readonly string[]>();
  const componentOf = new Map<string, readonly [component: string, product: string]>();
  const groups = new Map<string, readonly string[]>();
  const seen = new Set<string>();
  // Section 6.1.2: what stands for two products would be whichever was read last.
  const idOf = (product: Json, at: string): string => {
    const id = shape.text(product, 'product_id', at);
    if (seen.has(id)) shape.refuse(`${at}product_id`, 'is the id of another product too');
    seen.add(id);
    return id;
  };
  const take = (product: Json, at: string): void => {
    idsOf.set(idOf(product, at), identifiersOf(product, at, shape));
  };
  const takeBranches = (parent: Json, at: string): void => {
    for (const branch of shape.objects(parent, 'branches', at)) {
      const product = shape.optionalObject(branch, 'product', `${at}branches.`);
      if (product !== undefined) take(product, `${at}branches.product.`);
      takeBranches(branch, `${at}branches.`);
    }
  };
  takeBranches(tree, 'product_tree.');
  for (const product of shape.objects(tree, 'full_product_names', 'product_tree.'))
    take(product, 'product_tree.full_product_names.');
  for (const relationship of shape.objects(tree, 'relationships', 'product_tree.')) {
    const at = 'product_tree.relationships.';
    const together = shape.object(relationship, 'full_product_name', at);
    componentOf.set(idOf(together, `${at}full_product_name.`), [
      shape.text(relationship, 'product_reference', at),
      shape.text(relationship, 'relates_to_product_reference', at),
    ]);
  }
  for (const group of shape.objects(tree, 'product_groups', 'product_tree.')) {
    const at = 'product_tree.product_groups.';
    const id = shape.text(group, 'group_id', at);
    if (groups.has(id)) shape.refuse(`${at}group_id`, 'is the id of another group too');
    groups.set(id, shape.texts(group, 'product_ids', at));
  }
  return {
    inGroup: (groupId) => groups.get(groupId) ?? [],
    named: (productId) => {
      const [component, product] = componentOf.get(productId) ?? [undefined, productId];
      const components = component === undefined ? [] : packageUrls(idsOf.get(component));
      // A component that cannot be compared narrows the product to nothing, not to all of it.
      if (component !== undefined && components.length === 0) return [];
      const found = productOf(idsOf.get(product) ?? [], components);
      return found === undefined ? [] : [found];
    },
  };
}

const packageUrls = (ids: readonly string[] | undefined): readonly string[] =>
  (ids ?? []).filter((id) => id.startsWith('pkg:'));

function identifiersOf(product: Json, at: string, shape: Shape): readonly string[] {
  const helper = shape.optionalObject(product, 'product_identification_helper', at);
  if (helper === undefined) return [];
  const place = `${at}product_identification_helper.`;
  const purl = shape.optionalText(helper, 'purl', place);
  const hashes = shape
    .objects(helper, 'hashes', place)
    .flatMap((hash) => shape.objects(hash, 'file_hashes', `${place}hashes.`))
    .filter(({ algorithm }) => algorithm === 'sha256')
    .map((hash) => shape.text(hash, 'value', `${place}hashes.file_hashes.`));
  return [...(purl === undefined ? [] : [purl]), ...hashes];
}

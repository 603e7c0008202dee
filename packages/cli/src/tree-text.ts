import type { ClaimReport, FlowReport, ImageReport } from '@countersign/core/flows';
import { errorText, printable } from '@countersign/core/report';
import type { Style } from './style.js';

/** An image, its platforms and every claim in every layout with its state, as a tree. All text of others is escaped. */
export function treeText(report: FlowReport, style: Style): string {
  const trees = report.images.map((image) => treeOf(image, style));
  const { error } = report;
  const shown = error === undefined || report.images.some((image) => image.error === error);
  return [...trees, ...(shown ? [] : [errorText(error)])].join('\n\n');
}

interface Node {
  readonly line: string;
  /** Further lines of the same node. */
  readonly details: readonly string[];
  readonly children: readonly Node[];
}

function treeOf(image: ImageReport, style: Style): string {
  const claimsOf = (digest: string): Node[] =>
    image.claims.filter(({ subject }) => subject === digest).map((claim) => claimNode(claim, style));
  const own = claimsOf(image.digest);
  const platforms = image.platforms.map(({ platform, digest }): Node => {
    const children = claimsOf(digest);
    return {
      line: `${style.strong(printable(platform))}  ${digest}`,
      details: [],
      children: orNone(children),
    };
  });
  const failure: Node[] =
    image.error === undefined
      ? []
      : [
          {
            line: style.bad(`${printable(image.error.message)} (${image.error.code})`),
            details: [],
            children: [],
          },
        ];
  const lines = [style.strong(printable(image.reference))];
  if (image.signatureRepository !== undefined)
    lines.push(style.faint(`claims in ${printable(image.signatureRepository)}`));
  draw([...failure, ...orNone(own), ...platforms], '', style, lines);
  return lines.join('\n');
}

const orNone = (claims: Node[]): Node[] =>
  claims.length > 0 ? claims : [{ line: 'no claims', details: [], children: [] }];

function claimNode(claim: ClaimReport, style: Style): Node {
  const state = paintState(claim.state, style);
  const facts: [name: string, value: string | undefined][] = [
    ['stored as', claim.digest],
    ['identity', claim.identity],
    ['issuer', claim.issuer],
    ['log index', claim.logIndex?.toString()],
    ['reason', claim.reason],
  ];
  return {
    line: `${state}  ${claim.layout}  ${printable(claim.predicateType)}`,
    details: facts.flatMap(([name, value]) =>
      value === undefined ? [] : [style.faint(`${name.padEnd(9)}  ${printable(value)}`)],
    ),
    children: [],
  };
}

/** What nobody vouched for must not look as if it were good. */
function paintState(state: ClaimReport['state'], style: Style): string {
  if (state === 'rejected') return style.bad(state);
  return state === 'unchecked' ? style.faint(state) : style.good(state);
}

function draw(nodes: readonly Node[], indent: string, style: Style, lines: string[]): void {
  const { branch, last, trunk } = style.unicode ? UNICODE : ASCII;
  for (const [index, node] of nodes.entries()) {
    const isLast = index === nodes.length - 1;
    const below = indent + (isLast ? '   ' : trunk);
    lines.push(indent + (isLast ? last : branch) + node.line);
    const beside = below + (node.children.length > 0 ? trunk : '   ');
    lines.push(...node.details.map((detail) => beside + detail));
    draw(node.children, below, style, lines);
  }
}

const UNICODE = { branch: '├─ ', last: '└─ ', trunk: '│  ' } as const;
const ASCII = { branch: '|- ', last: '`- ', trunk: '|  ' } as const;

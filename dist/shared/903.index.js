export const id = 903;
export const ids = [903];
export const modules = {

/***/ 9903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./packages/core/build/options/index.js + 9 modules
var options = __webpack_require__(1592);
// EXTERNAL MODULE: ./packages/cli/build/run-flow.js + 1 modules
var run_flow = __webpack_require__(3969);
// EXTERNAL MODULE: ./packages/cli/build/style.js
var style = __webpack_require__(2918);
// EXTERNAL MODULE: ./packages/core/build/report/index.js + 5 modules
var build_report = __webpack_require__(2573);
;// CONCATENATED MODULE: ./packages/cli/build/tree-text.js

/** An image, its platforms and every claim in every layout with its state, as a tree. All text of others is escaped. */
function treeText(report, style) {
    const trees = report.images.map((image) => treeOf(image, style));
    const { error } = report;
    const shown = error === undefined || report.images.some((image) => image.error === error);
    return [...trees, ...(shown ? [] : [(0,build_report/* errorText */.kc)(error)])].join('\n\n');
}
function treeOf(image, style) {
    const claimsOf = (digest) => image.claims.filter(({ subject }) => subject === digest).map((claim) => claimNode(claim, style));
    const own = claimsOf(image.digest);
    const platforms = image.platforms.map(({ platform, digest }) => {
        const children = claimsOf(digest);
        return {
            line: `${style.strong((0,build_report/* printable */.g$)(platform))}  ${digest}`,
            details: [],
            children: orNone(children),
        };
    });
    const failure = image.error === undefined
        ? []
        : [
            {
                line: style.bad(`${(0,build_report/* printable */.g$)(image.error.message)} (${image.error.code})`),
                details: [],
                children: [],
            },
        ];
    const lines = [style.strong((0,build_report/* printable */.g$)(image.reference))];
    draw([...failure, ...orNone(own), ...platforms], '', style, lines);
    return lines.join('\n');
}
const orNone = (claims) => claims.length > 0 ? claims : [{ line: 'no claims', details: [], children: [] }];
function claimNode(claim, style) {
    const state = claim.state === 'rejected' ? style.bad(claim.state) : style.good(claim.state);
    const facts = [
        ['stored as', claim.digest],
        ['identity', claim.identity],
        ['issuer', claim.issuer],
        ['log index', claim.logIndex?.toString()],
        ['reason', claim.reason],
    ];
    return {
        line: `${state}  ${claim.layout}  ${(0,build_report/* printable */.g$)(claim.predicateType)}`,
        details: facts.flatMap(([name, value]) => value === undefined ? [] : [style.faint(`${name.padEnd(9)}  ${(0,build_report/* printable */.g$)(value)}`)]),
        children: [],
    };
}
function draw(nodes, indent, style, lines) {
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
const UNICODE = { branch: '├─ ', last: '└─ ', trunk: '│  ' };
const ASCII = { branch: '|- ', last: '`- ', trunk: '|  ' };

;// CONCATENATED MODULE: ./packages/cli/build/commands/tree.js




/** `countersign tree` */
const run = (invocation) => (0,run_flow/* runFlow */.c)(invocation, {
    parse: options/* parseTree */.cZ,
    load: async () => (await Promise.all(/* import() */[__webpack_require__.e(534), __webpack_require__.e(187), __webpack_require__.e(152), __webpack_require__.e(652), __webpack_require__.e(446)]).then(__webpack_require__.bind(__webpack_require__, 8446))).describeTree,
    text: (report, { edge }) => treeText(report, (0,style/* styleFor */.j)(edge, edge.stdout)),
});


/***/ }),

/***/ 3969:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ runFlow)
});

// EXTERNAL MODULE: ./packages/core/build/report/index.js + 5 modules
var build_report = __webpack_require__(2573);
// EXTERNAL MODULE: ./packages/cli/build/flags.js
var build_flags = __webpack_require__(728);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
;// CONCATENATED MODULE: ./packages/cli/build/option-edge.js


/** What the options of a command are read from besides its flags: files, the environment, a job's identity. */
function optionEdge({ env }, mask) {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: requestUrl, ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken } = env;
    const hasRunner = isSet(requestUrl) && isSet(requestToken);
    return {
        env,
        readFile: async (path, maxBytes) => {
            const { size } = await (0,promises_.stat)(path);
            if (size > maxBytes)
                throw tooLarge(path, size, maxBytes);
            return (0,promises_.readFile)(path);
        },
        identity: {
            runner: hasRunner ? { requestUrl, requestToken } : undefined,
            sigstoreIdToken: isSet(env.SIGSTORE_ID_TOKEN) ? env.SIGSTORE_ID_TOKEN : undefined,
            situation: situationOf(env),
            mask,
        },
    };
}
const isSet = (value) => value !== undefined && value !== '';
/** Why a token may be missing, as far as the environment tells; that of a fork is for the actions, which read the event. */
function situationOf(env) {
    if (env.GITHUB_ACTIONS !== 'true')
        return 'not-a-runner';
    return env.GITHUB_ACTOR === 'dependabot[bot]' ? 'dependabot' : 'no-permission';
}
const tooLarge = (path, size, maxBytes) => new errors/* CountersignError */.WS('INPUT_INVALID', {
    what: `${path} has ${size} bytes, more than the ${maxBytes} that are read`,
    remedy: 'Give a smaller file.',
});

;// CONCATENATED MODULE: ./packages/cli/build/run-flow.js



/** Runs a flow with services of this process, prints its report and answers its exit code. */
async function runFlow(invocation, flow) {
    const { edge, arguments: given, output } = invocation;
    const secrets = new Set();
    const raw = rawValues(given);
    const { options, explicitCredentials, retryWindowMs } = await flow.parse(raw, optionEdge(edge, (secret) => secrets.add(secret)));
    const [{ servicesOf }, runOn] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(187), __webpack_require__.e(152), __webpack_require__.e(915)]).then(__webpack_require__.bind(__webpack_require__, 6296)), flow.load()]);
    const services = servicesOf(edge, { credentials: explicitCredentials, retryWindowMs, secrets });
    try {
        const report = await runOn(options, services);
        const { text = build_report.toText } = flow;
        const { error, images } = report;
        // What ended before any image was looked at is told like an error of the flags; a document has its error beside it.
        if (error !== undefined && output.json)
            edge.stderr.write((0,build_report/* errorText */.kc)(error));
        if (error === undefined || output.json || images.length > 0) {
            output.result((0,build_report/* toDocument */.JY)(report), text(report, invocation));
        }
        else {
            edge.stderr.write(text(report, invocation));
        }
        return (0,build_report.exitCodeOf)(report);
    }
    finally {
        services.close();
    }
}
/** The flags under the catalogue's names; those of every command are none of its settings. */
function rawValues({ flags, positionals }) {
    const own = [...flags].filter(([name]) => !build_flags/* COMMON_FLAGS */.g.some((flag) => flag.name === name));
    return { ...Object.fromEntries(own), images: positionals.join('\n') };
}


/***/ }),

/***/ 2918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ styleFor)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);

/** https://no-color.org; the locale decides over box characters (POSIX: LC_ALL over LC_CTYPE over LANG). */
function styleFor(edge, sink) {
    const { env } = edge;
    const coloured = sink.isTerminal && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb';
    const paint = (format) => (text) => coloured ? (0,node_util__WEBPACK_IMPORTED_MODULE_0__.styleText)(format, text, { validateStream: false }) : text;
    const locale = [env.LC_ALL, env.LC_CTYPE, env.LANG].find((value) => (value ?? '') !== '');
    return {
        unicode: /utf-?8/i.test(locale ?? '') || env.GITHUB_ACTIONS === 'true',
        good: paint('green'),
        bad: paint('red'),
        faint: paint('dim'),
        strong: paint('bold'),
    };
}


/***/ })

};

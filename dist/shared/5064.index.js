export const id = 5064;
export const ids = [5064];
export const modules = {

/***/ 25064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ code),
/* harmony export */   markdown: () => (/* binding */ markdown),
/* harmony export */   markdownLines: () => (/* binding */ markdownLines)
/* harmony export */ });
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76698);

/** Text of others for a Markdown table cell or line: nothing of it becomes Markdown, HTML, a link or a mention. */
const markdown = (text) => (0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]()#+.!|~@:-]/g, (mark) => `&#${mark.charCodeAt(0)};`);
/** A text of our own that has several lines, their indentation kept: YAML to add. */
const markdownLines = (text) => text
    .split('\n')
    .map((line) => markdown(line).replace(/^ +/, (indent) => '&nbsp;'.repeat(indent.length)))
    .join('<br>');
/** Text of others as code, to the letter: Markdown is read inside an HTML element too, so it is neutralised here as well. */
const code = (text) => `<code>${markdown(text)}</code>`;


/***/ })

};

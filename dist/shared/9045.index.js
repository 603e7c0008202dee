export const id = 9045;
export const ids = [9045];
export const modules = {

/***/ 99045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ allEnded),
/* harmony export */   q: () => (/* binding */ createGate)
/* harmony export */ });
/** Runs at most `limit` tasks at a time; the others wait in the order they came. */
function createGate(limit) {
    let free = limit;
    const waiting = [];
    return async (task) => {
        if (free > 0)
            free -= 1;
        else
            await new Promise((resolve) => waiting.push(resolve));
        try {
            return await task();
        }
        finally {
            const next = waiting.shift();
            if (next === undefined)
                free += 1;
            else
                next();
        }
    };
}
/** As Promise.all, but it fails only when every task has ended: no request of a failed claim goes on behind its error. */
async function allEnded(tasks) {
    await Promise.allSettled(tasks);
    return Promise.all(tasks);
}


/***/ })

};
